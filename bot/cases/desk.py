"""The counsellors' way to the cases: keeps `connectors.desk.Desk` on our tables."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from sqlalchemy.engine import Connection

from bot.cases import views
from bot.cases.bell import Bell
from bot.cases.changes import Changes
from bot.cases.counsellor_side import GERMAN, CounsellorSide, Words
from bot.cases.names import unmarked
from bot.records import Records
from bot.storage import audit, cases, corrections, preferences, remarks, staff
from bot.storage.cases import Row as CaseRow
from bot.translation.translator import Translator
from connectors.desk import (
    Attachment,
    Block,
    Case,
    CaseFile,
    CaseState,
    Closing,
    Counsellor,
    DeskRefusal,
    ReadyMade,
    Remark,
)
from dialogues.ready_made import ReadyMadeReplies, ReadyMadeReply, ValuesError

T = TypeVar("T")
#: What takes a waiting case too.
_CLAIMING = frozenset({audit.REPLIED, audit.SENT_ANYWAY})
#: What a counsellor may write in one go; Telegram takes 4096 characters in a message.
LONGEST_REPLY = 4000
#: A case is not closed before its replies are translated, but after so many seconds it is.
LONGEST_WAIT_SECONDS = 15.0


@dataclass(frozen=True)
class StoredDesk:
    """Does what counsellors ask for, each call in one transaction, and tells who must hear of it.

    announce: a conversation has something to get. wake: a conversation has something to be done.
    topics: ids a case may be closed with. languages: of residents. settled: waits, for so many
    seconds at most, until no reply of a case waits for its translation. now: an aware datetime.
    """

    records: Records
    changes: Changes
    side: CounsellorSide
    translator: Translator
    replies: ReadyMadeReplies
    bell: Bell
    announce: Callable[[str], None]
    wake: Callable[[str], None]
    topics: Sequence[str]
    languages: Sequence[str]
    settled: Callable[[int, float], Awaitable[None]]
    now: Callable[[], datetime]
    _seen: dict[str, Counsellor] = field(default_factory=dict)

    # What there is

    async def cases(self, states: Sequence[CaseState], limit: int = 200) -> Sequence[Case]:
        """Cases in these states; those waiting longest first, then the newest."""
        names = [state.value for state in states]
        rows = await self.records.read(lambda c: cases.in_states(c, names, limit))
        return [views.case_of(row) for row in rows]

    async def file(self, number: int) -> CaseFile:
        """A case with everything in it."""

        def read(connection: Connection) -> CaseFile | None:
            row = cases.get(connection, number)
            return None if row is None else views.file_of(connection, row)

        found = await self.records.read(read)
        if found is None:
            raise DeskRefusal("unknown_case")
        return found

    async def colleagues(self) -> Sequence[Counsellor]:
        """Accounts that may counsel, and everybody of the group who did something here."""
        rows = await self.records.read(staff.everybody)
        known = {
            f"staff:{row.id}": Counsellor(f"staff:{row.id}", row.name, row.role)
            for row in rows
            if row.active and row.role in {"counsellor", "admin"}
        }
        claimed = await self.records.read(cases.counsellors)
        group = [Counsellor(key, name) for key, name in claimed if key.startswith("telegram:")]
        known.update({each.key: each for each in group})
        known.update(self._seen)
        return sorted(known.values(), key=lambda each: each.name.casefold())

    async def ready_made_replies(self, search: str = "") -> Sequence[ReadyMade]:
        """Ready-made replies whose code begins with, or whose words contain, what is searched."""
        found = self.replies.search(search) if search.strip() else self.replies.all()
        return [_ready_made(reply) for reply in found]

    async def changed(self, after: int, seconds: float) -> int:
        """Wait for a change of any case after a version; the newest version (same: nothing new)."""
        until = time.monotonic() + seconds
        while True:
            ring = self.bell.next()
            newest = await self.records.read(cases.stamp)
            left = until - time.monotonic()
            if newest != after or left <= 0:
                return newest
            try:
                await asyncio.wait_for(ring, left)
            except asyncio.TimeoutError:
                return newest

    async def viewed(self, number: int, who: Counsellor) -> None:
        """Record that somebody reads a case; once an hour. Nothing happens without the case."""

        def write(connection: Connection) -> None:
            # The row is locked, so that two looks at once are recorded once.
            there = cases.get(connection, number, lock=True)
            if there and not audit.has_viewed(connection, who.key, number, now):
                subject = audit.subject_of_case(number)
                audit.record(connection, who.key, audit.VIEWED, subject, now)

        now = self.now()
        if not await self.records.read(lambda c: audit.has_viewed(c, who.key, number, now)):
            await self.records.run(write)

    # What counsellors say

    async def reply(
        self,
        number: int,
        who: Counsellor,
        text: str,
        key: str,
        attachment: Attachment | None = None,
    ) -> Remark:
        """Say something to the resident. A waiting case is claimed with it."""
        _check(text, may_be_empty=attachment is not None)
        row = await self._row(number)
        return await self._say(number, who, _plain(row, text), key, attachment)

    async def ready_made(
        self, number: int, who: Counsellor, code: str, values: Mapping[str, str], key: str
    ) -> Remark:
        """Say a ready-made reply, in the language of the resident as people wrote it."""
        row = await self._row(number)
        try:
            german = self.replies.render(code, "de", values)
            theirs = self.replies.render(code, row.language, values)
        except KeyError:
            raise DeskRefusal("unknown_code", detail=code) from None
        except ValuesError as error:
            raise DeskRefusal("missing_value", detail=str(error)) from None
        return await self._say(number, who, Words(german, theirs), key, None)

    async def edit(self, number: int, who: Counsellor, key: str, text: str) -> Remark:
        """Change what was said with `key`."""
        _check(text)
        words = _plain(await self._row(number), text)
        return await self._remark(
            number,
            who,
            audit.EDITED,
            lambda c, now: self.side.edit(c, number, who, key, words, now),
        )

    async def send_anyway(self, number: int, who: Counsellor, key: str) -> Remark:
        """Send a reply that is held."""
        return await self._remark(
            number,
            who,
            audit.SENT_ANYWAY,
            lambda c, now: self.side.send_anyway(c, number, who, key, now),
        )

    async def correct(self, number: int, who: Counsellor, which: str, better: str) -> Remark:
        """Write a better translation of something said, for here and for the curator."""
        _check(better)

        def work(connection: Connection, now: datetime) -> int:
            row = self.changes.row(connection, number)
            kind, _, post = which.partition(":")
            remark = (
                remarks.by_post(connection, number, int(post))
                if kind == "post"
                else remarks.by_key(connection, number, which)
            )
            if remark is None:
                raise DeskRefusal("unknown_remark")
            self.side.correct(connection, number, remark, better.strip(), now)
            ours = remark.author == "counsellor"
            pair = (GERMAN, row.language) if ours else (remark.language, GERMAN)
            corrections.add(connection, number, pair, remark.text, better.strip(), who.name, now)
            return remark.id

        return await self._remark(number, who, audit.CORRECTED, work)

    async def set_back_translation(self, who: Counsellor, wanted: bool) -> None:
        """Show what replies say when translated back, or not."""
        await self.records.keep(lambda c: preferences.set_back(c, who.key, wanted))

    async def back_translation(self, who: Counsellor) -> bool:
        """Whether replies are translated back for this counsellor."""
        return await self.records.read(lambda c: preferences.wants_back(c, who.key))

    def untranslatable(self) -> Sequence[str]:
        """Languages that nothing translates to German or from it."""
        lacks = self.translator.lacks
        return [each for each in self.languages if lacks(each, GERMAN) or lacks(GERMAN, each)]

    async def recall(
        self, number: int, who: Counsellor, key: str | None = None, asked: str = ""
    ) -> Remark:
        """Take back what was said with `key`, or the last reply."""
        return await self._remark(
            number,
            who,
            audit.RECALLED,
            lambda c, now: self.side.recall(c, number, who, key, asked, now),
        )

    async def note(self, number: int, who: Counsellor, text: str, key: str) -> Remark:
        """Add something only counsellors see."""
        _check(text)
        return await self._remark(
            number, who, audit.NOTED, lambda c, now: self.side.note(c, number, who, text, key, now)
        )

    # What counsellors do

    async def claim(self, number: int, who: Counsellor) -> Case:
        """Take a waiting case."""
        return await self._do(
            number, who, audit.CLAIMED, lambda c, now: self.changes.claim(c, number, who, now)
        )

    async def close(self, number: int, who: Counsellor, closing: Closing) -> Case:
        """Give the conversation back to the assistant, which asks the resident how it was."""
        unknown = [topic for topic in closing.topics if topic not in self.topics]
        if unknown:
            raise DeskRefusal("unknown_topic", detail=unknown[0])

        def end(connection: Connection, now: datetime) -> None:
            closed.append(self.changes.close(connection, number, who, closing, now))

        # What was written before is to be read before the assistant asks how it was.
        await self.settled(number, LONGEST_WAIT_SECONDS)
        closed: list[str] = []
        case = await self._do(number, who, audit.CLOSED, end)
        self.wake(closed[-1])
        return case

    async def move(self, number: int, who: Counsellor, to: Counsellor) -> Case:
        """Hand a case to a colleague."""
        if to.key not in {each.key for each in await self.colleagues()}:
            raise DeskRefusal("unknown_counsellor")
        return await self._do(
            number, who, audit.MOVED, lambda c, now: self.changes.move(c, number, who, to, now)
        )

    async def release(self, number: int, who: Counsellor) -> Case:
        """Give a claimed case back to those that wait."""
        return await self._do(
            number, who, audit.RELEASED, lambda c, now: self.changes.release(c, number, who, now)
        )

    async def reopen(self, number: int, who: Counsellor) -> Case:
        """Take up a case that ended at most a week ago."""
        return await self._do(
            number, who, audit.REOPENED, lambda c, now: self.changes.reopen(c, number, who, now)
        )

    async def block(self, number: int, who: Counsellor, block: Block) -> Case:
        """Close a case and keep its resident from opening another until a day."""
        return await self._do(
            number,
            who,
            audit.BLOCKED,
            lambda c, now: self.changes.block(c, number, who, block.reason, block.until, now),
        )

    # How

    async def _say(
        self,
        number: int,
        who: Counsellor,
        words: Words,
        key: str,
        attachment: Attachment | None,
    ) -> Remark:
        return await self._remark(
            number,
            who,
            audit.REPLIED,
            lambda c, now: self.side.reply(c, number, who, words, key, attachment, now),
        )

    async def _remark(
        self,
        number: int,
        who: Counsellor,
        action: str,
        work: Callable[[Connection, datetime], int],
    ) -> Remark:
        def write(connection: Connection) -> tuple[remarks.Row | None, CaseRow]:
            ids: list[int] = []
            row = self._recorded(
                connection, number, who, action, lambda c, now: ids.append(work(c, now))
            )
            return remarks.get(connection, ids[-1]), row

        remark, row = await self.records.keep(write)
        self._heard(number, who, row.conversation_id)
        if remark is None:
            raise DeskRefusal("unknown_remark")
        return views.remark_of(remark)

    async def _do(
        self,
        number: int,
        who: Counsellor,
        action: str,
        work: Callable[[Connection, datetime], object],
    ) -> Case:
        row = await self.records.keep(lambda c: self._recorded(c, number, who, action, work))
        self._heard(number, who, row.conversation_id)
        return views.case_of(row)

    def _recorded(
        self,
        connection: Connection,
        number: int,
        who: Counsellor,
        action: str,
        work: Callable[[Connection, datetime], object],
    ) -> CaseRow:
        """Do it, and record it unless it was a repeat that changed nothing; the case afterwards."""
        before, now = self.changes.row(connection, number), self.now()
        work(connection, now)
        after = self.changes.row(connection, number)
        if after.version == before.version:
            return after
        subject = audit.subject_of_case(number)
        if action in _CLAIMING and before.state == "waiting":
            audit.record(connection, who.key, audit.CLAIMED, subject, now)
        audit.record(connection, who.key, action, subject, now)
        return after

    def _heard(self, number: int, who: Counsellor, conversation_id: str) -> None:
        if who.key.startswith("telegram:"):
            self._seen[who.key] = who
        self.announce(conversation_id)
        self.bell.ring(number)

    async def _row(self, number: int) -> CaseRow:
        row = await self.records.read(lambda c: cases.get(c, number))
        if row is None:
            raise DeskRefusal("unknown_case")
        return row


def _plain(row: CaseRow, text: str) -> Words:
    """Words to translate; where nothing is, the marks around names go at once."""
    return Words(unmarked(text)[0] if row.language == GERMAN else text)


def _check(text: str, may_be_empty: bool = False) -> None:
    if not text.strip() and not may_be_empty:
        raise DeskRefusal("empty")
    if len(text) > LONGEST_REPLY:
        raise DeskRefusal("too_long", detail=str(LONGEST_REPLY))


def _ready_made(reply: ReadyMadeReply) -> ReadyMade:
    return ReadyMade(reply.code, reply.texts["de"], tuple(reply.placeholders), reply.subject)
