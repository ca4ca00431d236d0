"""Translates what is said in cases, after it is written down and before anybody else reads it.

A message is kept first and translated then, so that nothing is lost when the machine is slow or the
process dies, and no resident waits for another one's translation.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import Connection

from bot.cases.bell import Bell
from bot.cases.counsellor_side import GERMAN, CounsellorSide
from bot.cases.names import unmarked
from bot.cases.sending import Rendered
from bot.drains import Drains
from bot.records import Records
from bot.storage import cases, preferences, remarks
from bot.storage.database import DatabaseUnavailable
from bot.translation.translator import FAULT, Back, Translation, Translator
from dialogues.direction import isolate

log = logging.getLogger(__name__)
PAUSE_AFTER_A_FAULT_SECONDS = 5.0
#: Keys of what was said before there was a case: nobody waits for it.
_EARLIER = ("inbox:", "outbox:")


@dataclass(frozen=True)
class _Waiting:
    case: cases.Row
    remarks: list[remarks.Row]


class Renderings:
    """One task for each case in which something waits for its translation."""

    def __init__(
        self,
        records: Records,
        translator: Translator,
        side: CounsellorSide,
        untranslated: Callable[[str, str], str],
        bell: Bell,
        announce: Callable[[str], None],
        now: Callable[[], datetime],
    ) -> None:
        """untranslated: what a resident gets of German words in a language without a translation.

        announce: a conversation has something to get.
        """
        self._records = records
        self._translator = translator
        self._side = side
        self._untranslated = untranslated
        self._bell = bell
        self._announce = announce
        self._now = now
        self._drains: Drains[int] = Drains(self._drain)
        bell.listen(self._drains.announce)

    async def resume(self) -> None:
        """Go on with what was left when the last process ended. Raises DatabaseUnavailable."""
        for number in await self._records.read(remarks.cases_pending):
            self._drains.announce(number)

    async def stop(self) -> None:
        """Let go; what is not translated stays in the table."""
        await self._drains.stop()

    async def settled(self, number: int, seconds: float) -> None:
        """Wait until no reply of a case waits for its translation any more."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            ring = self._bell.next()
            waits = await self._records.read(lambda c: remarks.has_reply(c, number, pending=True))
            if not waits:
                return
            await asyncio.wait({ring}, timeout=max(0.0, until - time.monotonic()))

    async def _drain(self, number: int) -> None:
        while True:
            try:
                waiting = await self._records.read(lambda c: _waiting(c, number))
                if waiting is None:
                    return
                await self._render(waiting)
            except DatabaseUnavailable:
                await asyncio.sleep(PAUSE_AFTER_A_FAULT_SECONDS)

    async def _render(self, waiting: _Waiting) -> None:
        """What somebody waits for first; all of it together, so that it makes one batch."""
        case = waiting.case
        if case.wants_pending:
            await self._wish(case)
        urgent = [row for row in waiting.remarks if not row.key.startswith(_EARLIER)]
        batch = urgent or waiting.remarks
        rendered = [asyncio.ensure_future(self._translated(row, case)) for row in batch]
        try:
            for row, ready in zip(batch, rendered, strict=True):
                await self._keep(row, case, await ready)
        finally:
            for each in rendered:
                each.cancel()

    async def _wish(self, case: cases.Row) -> None:
        done = await self._surely(case.wants, case.language, GERMAN)
        changes = {"wants_german": done.text, "wants_pending": False}
        await self._records.run(lambda c: cases.change(c, case.id, **changes))
        self._bell.ring(case.id)

    async def _translated(self, row: remarks.Row, case: cases.Row) -> _Done:
        if row.author != "counsellor":
            return _Done(await self._surely(row.text, row.language, GERMAN))
        text, names = unmarked(row.text)
        if row.for_resident is not None and row.outbox_id is None and not row.edited:
            return _Done(Translation(row.for_resident))
        if case.language == GERMAN or not text.strip():
            return _Done(Translation(text))
        done = await self._surely(text, GERMAN, case.language, names)
        if done.text is None or not done.by_machine or not await self._wants_back(row.who_key):
            return _Done(done)
        return _Done(done, await self._translator.back(text, done.text, case.language))

    async def _surely(
        self, text: str, source: str, target: str, names: Sequence[str] = ()
    ) -> Translation:
        try:
            return await self._translator.translate(text, source, target, names)
        except Exception as error:
            # A message must never be held up by a broken translator.
            log.error("a translation failed: %s", type(error).__name__)
            return Translation(None, reason=FAULT)

    async def _wants_back(self, who_key: str | None) -> bool:
        return await self._records.read(lambda c: preferences.wants_back(c, who_key or ""))

    async def _keep(self, row: remarks.Row, case: cases.Row, done: _Done) -> None:
        if row.author == "counsellor":
            rendered = self._reply(row, case, done)
            work: Callable[[Connection], object] = lambda c: self._side.rendered(  # noqa: E731
                c, row.id, row.text, rendered, self._now()
            )
        else:
            work = lambda c: _keep_heard(c, row, done.there)  # noqa: E731
        await self._records.keep(work)
        self._announce(case.conversation_id)
        self._bell.ring(case.id)

    def _reply(self, row: remarks.Row, case: cases.Row, done: _Done) -> Rendered:
        german, _ = unmarked(row.text)
        text, back = done.there.text, done.back
        if text is None:
            said = self._untranslated(german, case.language)
            return Rendered(german, said, case.language, untranslated=done.there.reason)
        return Rendered(
            german,
            isolate(text, case.language),
            case.language,
            translated=done.there.by_machine,
            back=back.text if back else None,
            hold=back is not None and not back.alike,
        )


@dataclass(frozen=True)
class _Done:
    there: Translation
    back: Back | None = None


def _waiting(connection: Connection, number: int) -> _Waiting | None:
    case = cases.get(connection, number)
    if case is None:
        return None
    found = remarks.pending(connection, number)
    return _Waiting(case, found) if found or case.wants_pending else None


def _keep_heard(connection: Connection, row: remarks.Row, done: Translation) -> None:
    """Keep the German of a resident's words, unless they have changed meanwhile."""
    known = remarks.get(connection, row.id)
    if known is None or known.text != row.text or not known.pending:
        return
    remarks.change(
        connection,
        row.id,
        german=done.text,
        translated=done.by_machine,
        untranslated=done.reason or None,
        pending=False,
    )
    cases.change(connection, row.case_id)
