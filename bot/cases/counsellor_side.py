"""Writes what counsellors say in a case, and what of it goes to the resident."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.engine import Connection

from bot.cases.changes import Changes
from bot.cases.names import unmarked
from bot.mail import relayed_row
from bot.storage import cases, conversations, notices, outbox, remarks
from bot.translation.translator import NO_PACKAGE
from connectors.desk import Attachment, Counsellor, DeskRefusal

#: Channels whose residents fetch their messages, again when a page is opened anew: there the
#: message itself is changed too.
FETCHED = frozenset({"web", "rest"})


#: What counsellors write.
GERMAN = "de"


@dataclass(frozen=True)
class Words:
    """A counsellor's words. theirs: in the resident's language as people wrote them, None when
    they have to be translated."""

    german: str
    theirs: str | None = None


@dataclass(frozen=True)
class Rendered:
    """Words as the resident is to get them.

    german: without the marks around names. said: what the resident gets, in `language`.
    translated: by a machine. untranslated: why it could not be translated. back: the translation
    in German again. hold: that says something else than the German, so somebody must look first.
    """

    german: str
    said: str
    language: str
    translated: bool = False
    untranslated: str | None = None
    back: str | None = None
    hold: bool = False


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
            self._dispatch(connection, row, remark, ready, now)
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
            remarks.change(connection, remark_id, held=True, **_columns(rendered))
            self._notice(connection, row.id, "held", now, remark_id)
        else:
            self._dispatch(connection, row, remark_id, rendered, now)
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
            self._dispatch(connection, row, remark.id, kept, now)
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
            self._refuse_failed(connection, remark)
            remarks.change(connection, remark.id, pending=True, held=False, **said)
        else:
            self._refuse_failed(connection, remark)
            self._dispatch(connection, row, remark.id, ready, now)
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
            self._dispatch(
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
            self._take_back(connection, row, remark.outbox_id, now)
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

    def _take_back(
        self, connection: Connection, row: cases.Row, outbox_id: int, now: datetime
    ) -> None:
        found = outbox.get(connection, outbox_id)
        conversation = conversations.get(connection, row.conversation_id)
        if found is None or conversation is None:
            return
        if _on_its_way(row, *found):
            outbox.remove(connection, outbox_id)
            return
        if row.channel in FETCHED:
            outbox.remove(connection, outbox_id)
        elif found[1] == outbox.FAILED:
            return
        taken = {"changes": outbox_id, "recall": True}
        outbox.add(connection, [relayed_row(conversation, "", row.language, now, **taken)])

    def _dispatch(
        self,
        connection: Connection,
        row: cases.Row,
        remark_id: int,
        rendered: Rendered,
        now: datetime,
    ) -> None:
        """Send a reply, or the change of one that was sent before."""
        remark = remarks.get(connection, remark_id)
        if remark is None:
            return
        said, language = rendered.said, rendered.language
        outbox_id = remark.outbox_id
        if outbox_id is None:
            outbox_id = self._send(connection, row, said, language, now, remark.attachment)
        elif said != remark.for_resident:
            self._change_sent(connection, row, outbox_id, said, language, now)
        changes = {**_columns(rendered), "held": False, "outbox_id": outbox_id}
        remarks.change(connection, remark_id, **changes)

    def _change_sent(
        self,
        connection: Connection,
        row: cases.Row,
        outbox_id: int,
        said: str,
        language: str,
        now: datetime,
    ) -> None:
        """Change what was sent. What could not be delivered, or is gone, stays as it is."""
        found = outbox.get(connection, outbox_id)
        if found is None or found[1] == outbox.FAILED:
            return
        if row.channel in FETCHED or _on_its_way(row, *found):
            outbox.rewrite(connection, outbox_id, said)
        if not _on_its_way(row, *found):
            self._send(connection, row, said, language, now, None, changes=outbox_id)

    def _refuse_failed(self, connection: Connection, remark: remarks.Row) -> None:
        if remark.outbox_id is None:
            return
        found = outbox.get(connection, remark.outbox_id)
        if found is None or found[1] == outbox.FAILED:
            raise DeskRefusal("already_delivered")

    def _notice(
        self, connection: Connection, number: int, kind: str, now: datetime, remark: int
    ) -> None:
        if self.group:
            notices.add(connection, number, kind, now, remark)

    def _send(
        self,
        connection: Connection,
        row: cases.Row,
        text: str,
        language: str,
        now: datetime,
        attachment: dict[str, Any] | None,
        **columns: Any,
    ) -> int:
        conversation = conversations.get(connection, row.conversation_id)
        if conversation is None:
            raise DeskRefusal("not_open")
        values = {"attachment": attachment, **columns}
        return outbox.add(connection, [relayed_row(conversation, text, language, now, **values)])[0]

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


def _on_its_way(row: cases.Row, entry: outbox.Entry, state: str) -> bool:
    """Whether nobody can have it yet: a page may have fetched it, a channel begun to send it."""
    return state == outbox.PENDING and entry.tried_after is None and row.channel not in FETCHED


def _ready(row: cases.Row, words: Words) -> Rendered | None:
    """Words that need no machine, None for those that do."""
    if words.theirs is not None:
        return Rendered(words.german, words.theirs, row.language)
    if row.language == GERMAN or not words.german.strip():
        return Rendered(words.german, words.german, GERMAN)
    return None


def _columns(rendered: Rendered) -> dict[str, Any]:
    return {
        "text": rendered.german,
        "german": rendered.german,
        "for_resident": rendered.said,
        "translated": rendered.translated,
        "untranslated": rendered.untranslated,
        "back": rendered.back,
        "pending": False,
    }


def _worth_telling(rendered: Rendered, said_before: bool) -> bool:
    """That nothing is installed is told once a case; other reasons, and what comes back, always."""
    if rendered.untranslated is not None:
        return not (rendered.untranslated == NO_PACKAGE and said_before)
    return rendered.back is not None
