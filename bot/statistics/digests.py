"""Sends coordinators their weekly and quarterly message, each once on each way."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from sqlalchemy.engine import Connection

from bot.records import Records
from bot.statistics.digest_texts import Digest, DigestTexts
from bot.statistics.outcomes import UNCLEAR
from bot.storage import cases, counts, digests, releases
from bot.storage.tables import counts as count_cells
from connectors.messages import TryLater, Undeliverable

log = logging.getLogger(__name__)
#: Hour of Monday, on the clock of the place, from which the week before is told.
WEEK_HOUR = 8
#: A quarter published longer ago is not told any more.
FRESH = timedelta(days=14)
_DAY = timedelta(days=1)


class Way(Protocol):
    """How a digest goes out."""

    @property
    def name(self) -> str:
        """By which it is known that it went out this way."""

    async def send(
        self,
        digest: Digest,
        tried_after: int | None,
        trying: Callable[[int], Awaitable[None]],
    ) -> None:
        """Send it, or find that it went out already. Raises TryLater or Undeliverable.

        tried_after: what `trying` was told in a try whose end is not known; None for the first.
        trying: to be awaited right before it is sent.
        """


@dataclass(frozen=True)
class Digests:
    """Looks what is due, and sends it. due: how many answers and contacts are to be looked at."""

    records: Records
    ways: Sequence[Way]
    texts: DigestTexts
    zone: ZoneInfo
    due: Callable[[], int]
    now: Callable[[], datetime]

    async def send_due(self) -> None:
        """Send what is due and was not sent. Raises DatabaseUnavailable; nothing is lost then."""
        if not self.ways:
            return
        for digest in await self.records.read(self._digests):
            for way in self.ways:
                await self._send(digest, way)

    def _digests(self, connection: Connection) -> list[Digest]:
        now = self.now().astimezone(self.zone)
        known = releases.all_of(connection)
        found = []
        monday = _last_week(now)
        first = counts.first_day(connection)
        if first is not None and first <= monday + 6 * _DAY:
            sums = counts.summed(connection, count_cells, ["topic"], monday, monday + 6 * _DAY)
            consultations = sum(number for (topic,), number in sums.items() if topic != UNCLEAR)
            waiting = len(cases.in_states(connection, ["waiting"], 1000))
            months = [release for release in known if release.kind == "month"]
            month = months[-1] if months else None
            found.append(self.texts.week(monday, consultations, waiting, self.due(), month))
        quarters = [release for release in known if release.kind == "quarter"]
        if quarters and now - quarters[-1].made_at < FRESH:
            found.append(self.texts.quarter(quarters[-1]))
        return found

    async def _send(self, digest: Digest, way: Way) -> None:
        key = (digest.kind, digest.period, way.name)
        row = await self.records.read(lambda c: digests.get(c, *key))
        if row is not None and row.state == digests.SENT:
            return

        async def trying(newest: int) -> None:
            state = digests.TRYING
            await self.records.run(lambda c: digests.note(c, *key, state, self.now(), newest))

        try:
            await way.send(digest, row.tried_after if row is not None else None, trying)
        except TryLater as later:
            log.info("the message of %s goes out later: %s", digest.period, later)
            return
        except Undeliverable as error:
            log.error("the message of %s cannot be sent (%s): %s", digest.period, way.name, error)
            return
        await self.records.run(lambda c: digests.note(c, *key, digests.SENT, self.now()))
        log.info("sent the message of %s (%s)", digest.period, way.name)


def _last_week(now: datetime) -> date:
    """The Monday of the last week that is over and may be told."""
    told = now - timedelta(hours=WEEK_HOUR)
    monday = told.date() - timedelta(days=told.weekday())
    return monday - timedelta(days=7)
