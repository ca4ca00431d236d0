"""The list of cases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from starlette.responses import Response

from connectors.desk import Case, CaseState, Counsellor, Desk
from connectors.web.inbox.pages import Pages
from connectors.web.inbox.visit import Visit

OPEN = (CaseState.WAITING, CaseState.CLAIMED)
ENDED = (CaseState.CLOSED, CaseState.EXPIRED)
#: As many ended cases as anybody looks through.
LATEST = 100

_LATE, _VERY_LATE = timedelta(minutes=10), timedelta(minutes=30)
_DONE = re.compile(r"(closed|moved|released|blocked)-([0-9]{1,18})")


@dataclass(frozen=True)
class Row:
    """A case in the list. urgency: "", late or very-late, of those that wait."""

    case: Case
    waited: str
    urgency: str
    mine: bool
    when: str


class Overview:
    """The page with the cases that are open, or ended."""

    def __init__(self, desk: Desk, pages: Pages) -> None:
        self._desk = desk
        self._pages = pages

    async def show(self, visit: Visit) -> Response:
        """`?show=ended`: those that ended."""
        ended = visit.request.query_params.get("show") == "ended"
        # Asked for before anything is read: what changes meanwhile is seen once more.
        version, words = await newest_version(self._desk), self._pages.words(visit)
        waiting, claimed = split(await self._desk.cases(OPEN))
        shown = await self._desk.cases(ENDED, LATEST) if ended else ()
        return self._pages.show(
            visit,
            "list.html",
            version=version,
            waiting_numbers=[case.number for case in waiting],
            ended=ended,
            untranslatable=", ".join(
                words("language", code=code) for code in self._desk.untranslatable()
            ),
            groups={
                "waiting": self._rows(visit, waiting),
                "claimed": self._rows(visit, claimed),
                "ended": self._rows(visit, shown),
            },
            notice=self._notice(visit),
        )

    def _rows(self, visit: Visit, cases: Sequence[Case]) -> list[Row]:
        words, now = self._pages.words(visit), self._pages.now()
        return [
            Row(
                case,
                waited=words.waited(now - case.waiting_since),
                urgency=urgency(case, now),
                mine=is_mine(case, visit.who),
                when=words.clock(case.closed_at or case.waiting_since, now),
            )
            for case in cases
        ]

    def _notice(self, visit: Visit) -> str:
        done = _DONE.fullmatch(visit.request.query_params.get("done", ""))
        return self._pages.words(visit)(f"done-{done[1]}", number=done[2]) if done else ""


async def newest_version(desk: Desk) -> int:
    """The newest version there is, without waiting."""
    return await desk.changed(0, 0.0)


def split(cases: Sequence[Case]) -> tuple[list[Case], list[Case]]:
    """Those that wait and those that somebody has, in the order given."""
    waiting = [case for case in cases if case.state is CaseState.WAITING]
    return waiting, [case for case in cases if case.state is CaseState.CLAIMED]


def urgency(case: Case, now: datetime) -> str:
    """How pressing it is that somebody takes the case."""
    waited = now - case.waiting_since
    if case.state is not CaseState.WAITING or waited < _LATE:
        return ""
    return "late" if waited < _VERY_LATE else "very-late"


def is_mine(case: Case, who: Counsellor) -> bool:
    """Whether this counsellor has the case."""
    return case.claimed_by is not None and case.claimed_by.key == who.key
