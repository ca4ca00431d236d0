"""Writes what counsellors say in a case, and what of it goes to the resident."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy.engine import Connection

from bot.cases import sending
from bot.cases.changes import Changes
from bot.cases.names import unmarked
from bot.cases.sending import Rendered
from bot.storage import cases, notices, outbox, remarks
from bot.translation.translator import NO_PACKAGE
from connectors.desk import Attachment, Counsellor, DeskRefusal

#: What counsellors write.
GERMAN = "de"


@dataclass(frozen=True)
class Words:
    """A counsellor's words. theirs: in the resident's language as people wrote them, None when
    they have to be translated."""

    german: str
    theirs: str | None = None


@dataclass(frozen=True)
class CounsellorSide:
    """What counsellors say. All in the caller's transaction; `key` makes a repeat harmless."""

    changes: Changes
    group: bool

    def reply(
        self,
        connection: Connection,
        number: int,
        who: Counsellor,
        words: Words,
        key: str,
        attachment: Attachment | None,
        now: datetime,
    ) -> int:
        """Say something to the resident; the remark's id. Refusals: taken, not_open.

        What has to be translated waits for `rendered`, and so does what comes after it.
        """
        known = remarks.by_key(connection, number, key)
        if known is not None:
            return known.id
        row = self.changes.claim(connection, number, who, now)
        ready = _ready(row, words)
        waits = ready is None or remarks.has_reply(connection, number, pending=True)
        remark = remarks.insert(
            connection,
            case_id=number,
            key=key,
            at=now,
            author="counsellor",
            who=who.name,
            who_key=who.key,
            text=words.german,
            language=GERMAN,
            german=words.german,
            for_resident=words.theirs,
            pending=waits,
            attachment=asdict(attachment) if attachment else None,
        )
        cases.change(connection, number)
        if ready is not None and not waits:
            sending.dispatch(connection, row, remark, ready, now)
        self._tell(connection, number, "remark", now, remark, key)
        return remark

    def rendered(
        self,
        connection: Connection,
        remark_id: int,
        seen: str,
        rendered: Rendered,
        now: datetime,
    ) -> bool:
        """Send what waited, or hold it. seen: the words that were translated.

        False when they are not the remark's words any more.
        """
        remark = remarks.get(connection, remark_id)
        if remark is None or not remark.pending or remark.text != seen:
            return False
        row = self.changes.row(connection, remark.case_id)
        said_before = remark.untranslated is not None or remarks.untranslated_before(
            connection, row.id, remark_id
        )
        if rendered.hold:
            remarks.change(connection, remark_id, held=True, **sending.columns(rendered))
            self._notice(connection, row.id, "held", now, remark_id)
        else:
            sending.dispatch(connection, row, remark_id, rendered, now)
            if _worth_telling(rendered, said_before) and remark.key.startswith("tg:"):
                self._notice(connection, row.id, "rendered", now, remark_id)
        cases.change(connection, row.id)
        return True

    def send_anyway(
        self, connection: Connection, number: int, who: Counsellor, key: str, now: datetime
    ) -> int:
        """Send a reply that is held; the remark's id. Once it is sent, this changes nothing.

        Refusals: unknown_remark, taken, not_open.
        """
        row = self.changes.claim(connection, number, who, now)
        remark = remarks.by_key(connection, number, key)
        if remark is None or remark.recalled:
            raise DeskRefusal("unknown_remark")
        if remark.held:
            said = remark.for_resident or remark.text
            kept = Rendered(remark.text, said, row.language, True, back=remark.back)
            sending.dispatch(connection, row, remark.id, kept, now)
            cases.change(connection, number)
        return remark.id

    def note(
        self,
        connection: Connection,
        number: int,
        who: Counsellor,
        text: str,
        key: str,
        now: datetime,
    ) -> int:
        """Add something that never leaves the counsellors; the remark's id."""
        known = remarks.by_key(connection, number, key)
        if known is not None:
            return known.id
        self.changes.row(connection, number)
        remark = remarks.insert(
            connection,
            case_id=number,
            key=key,
            at=now,
            author="note",
            who=who.name,
            who_key=who.key,
            text=text,
            language="de",
            german=text,
        )
        cases.change(connection, number)
        cases.note_event(connection, number, now, "noted", who.name)
        self._tell(connection, number, "note", now, remark, key)
        return remark

    def edit(
        self,
        connection: Connection,
        number: int,
        who: Counsellor,
        key: str,
        words: Words,
        now: datetime,
    ) -> int:
        """Change what was said; on its way it is rewritten, once sent an edit follows it.

        Refusals: unknown_remark, not_yours, already_delivered (what could not be delivered).
        """
        row = self.changes.row(connection, number)
        remark = self._own(connection, number, who, key)
        if remark.recalled:
            raise DeskRefusal("unknown_remark")
        if remark.text in {words.german, unmarked(words.german)[0]}:
            return remark.id
        said = {"text": words.german, "german": words.german, "edited": True}
        ready = _ready(row, words)
        if remark.author == "note":
            remarks.change(connection, remark.id, **said)
        elif ready is None or remark.pending:
            sending.refuse_failed(connection, remark)
            remarks.change(connection, remark.id, pending=True, held=False, **said)
        else:
            sending.refuse_failed(connection, remark)
            sending.dispatch(connection, row, remark.id, ready, now)
            remarks.change(connection, remark.id, **said)
        cases.change(connection, number)
        self._tell(connection, number, "edited", now, remark.id, key)
        return remark.id

    def correct(
        self,
        connection: Connection,
        number: int,
        remark: remarks.Row,
        better: str,
        now: datetime,
    ) -> None:
        """Put a translation somebody wrote in the place of the machine's.

        The resident gets the change of what was said to them. Refusal: unknown_remark.
        """
        row = self.changes.row(connection, number)
        if remark.author == "counsellor":
            if row.language == GERMAN or remark.recalled or remark.for_resident is None:
                raise DeskRefusal("unknown_remark")
            sending.dispatch(
                connection, row, remark.id, Rendered(remark.text, better, row.language), now
            )
        elif remark.language == GERMAN or remark.author == "note":
            raise DeskRefusal("unknown_remark")
        else:
            changes = {"german": better, "translated": False, "pending": False}
            remarks.change(connection, remark.id, untranslated=None, **changes)
        cases.change(connection, number)
        self._notice(connection, number, "edited", now, remark.id)

    def recall(
        self,
        connection: Connection,
        number: int,
        who: Counsellor,
        key: str | None,
        asked: str,
        now: datetime,
    ) -> int:
        """Take something back: what is on its way is not sent, what was sent is deleted.

        key: of what was said, None for the last reply. asked: makes asking twice harmless.
        Refusals: unknown_remark, not_yours.
        """
        row = self.changes.row(connection, number)
        if asked and cases.has_event(connection, number, "recalled", asked):
            last = remarks.last_recalled(connection, number, who.key)
            if last is not None:
                return last.id
        if key is None:
            last = remarks.last_reply(connection, number, who.key)
            if last is None:
                raise DeskRefusal("unknown_remark")
            key = last.key
        remark = self._own(connection, number, who, key)
        if remark.recalled or remark.author == "note":
            return remark.id
        if remark.outbox_id is not None:
            sending.take_back(connection, row, remark.outbox_id, now)
        remarks.change(connection, remark.id, recalled=True, pending=False, held=False)
        cases.change(connection, number)
        cases.note_event(connection, number, now, "recalled", who.name, asked)
        self._tell(connection, number, "recalled", now, remark.id, key)
        return remark.id

    def settled(
        self, connection: Connection, outbox_id: int, state: str, now: datetime
    ) -> int | None:
        """What became of something sent: the case's number if it belongs to one."""
        remark = remarks.of_outbox(connection, outbox_id)
        if remark is None:
            remark = self._changed_by(connection, outbox_id, state)
        if remark is None:
            return None
        cases.change(connection, remark.case_id)
        if state == outbox.FAILED and self.group:
            notices.add(connection, remark.case_id, "failed", now, remark.id)
        return remark.case_id

    def _changed_by(self, connection: Connection, outbox_id: int, state: str) -> remarks.Row | None:
        """The remark that an outbox row edits or takes back; one that failed was not taken back."""
        found = outbox.get(connection, outbox_id)
        if found is None or found[0].changes is None:
            return None
        remark = remarks.of_outbox(connection, found[0].changes)
        if remark is not None and found[0].recall and state == outbox.FAILED:
            remarks.change(connection, remark.id, recalled=False)
        return remark

    def _own(self, connection: Connection, number: int, who: Counsellor, key: str) -> remarks.Row:
        remark = remarks.by_key(connection, number, key)
        if remark is None:
            raise DeskRefusal("unknown_remark")
        if remark.who_key != who.key:
            raise DeskRefusal("not_yours", remark.who or "")
        return remark

    def _notice(
        self, connection: Connection, number: int, kind: str, now: datetime, remark: int
    ) -> None:
        if self.group:
            notices.add(connection, number, kind, now, remark)

    def _tell(
        self,
        connection: Connection,
        number: int,
        kind: str,
        now: datetime,
        remark: int,
        key: str,
    ) -> None:
        """The group has seen what was written in it; what comes from elsewhere it is told."""
        if self.group and not key.startswith("tg:"):
            notices.add(connection, number, kind, now, remark)


def _ready(row: cases.Row, words: Words) -> Rendered | None:
    """Words that need no machine, None for those that do."""
    if words.theirs is not None:
        return Rendered(words.german, words.theirs, row.language)
    if row.language == GERMAN or not words.german.strip():
        return Rendered(words.german, words.german, GERMAN)
    return None


def _worth_telling(rendered: Rendered, said_before: bool) -> bool:
    """That nothing is installed is told once a case; other reasons, and what comes back, always."""
    if rendered.untranslated is not None:
        return not (rendered.untranslated == NO_PACKAGE and said_before)
    return rendered.back is not None
