"""Writes what counsellors say in a case, and what of it goes to the resident."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.engine import Connection

from bot.cases.changes import Changes
from bot.mail import relayed_row
from bot.storage import cases, conversations, notices, outbox, remarks
from connectors.desk import Attachment, Counsellor, DeskRefusal

#: Channels whose residents fetch their messages, again when a page is opened anew: there the
#: message itself is changed too.
FETCHED = frozenset({"web", "rest"})


@dataclass(frozen=True)
class Rendered:
    """A counsellor's words. theirs: in the resident's language, None when not translated.

    by_people: somebody wrote both; no machine translated them.
    """

    german: str
    theirs: str | None
    by_people: bool = False


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
        rendered: Rendered,
        key: str,
        attachment: Attachment | None,
        now: datetime,
    ) -> int:
        """Say something to the resident; the remark's id. Refusals: taken, not_open."""
        known = remarks.by_key(connection, number, key)
        if known is not None:
            return known.id
        row = self.changes.claim(connection, number, who, now)
        kept = asdict(attachment) if attachment else None
        said = rendered.german if rendered.theirs is None else rendered.theirs
        outbox_id = self._send(connection, row, said, _language(row, rendered), now, kept)
        remark = remarks.insert(
            connection,
            case_id=number,
            key=key,
            at=now,
            author="counsellor",
            who=who.name,
            who_key=who.key,
            text=rendered.german,
            language="de",
            german=rendered.german,
            for_resident=said,
            translated=_translated(row, rendered),
            attachment=kept,
            outbox_id=outbox_id,
        )
        cases.change(connection, number)
        self._tell(connection, number, "remark", now, remark, key)
        return remark

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
        rendered: Rendered,
        now: datetime,
    ) -> int:
        """Change what was said; on its way it is rewritten, once sent an edit follows it.

        Refusals: unknown_remark, not_yours, already_delivered (what could not be delivered).
        """
        row = self.changes.row(connection, number)
        remark = self._own(connection, number, who, key)
        if remark.recalled:
            raise DeskRefusal("unknown_remark")
        said = rendered.german if rendered.theirs is None else rendered.theirs
        changes: dict[str, Any] = {"text": rendered.german, "german": rendered.german}
        if remark.outbox_id is not None and said != remark.for_resident:
            self._change_sent(connection, row, remark, said, _language(row, rendered), now)
            changes |= {"for_resident": said, "translated": _translated(row, rendered)}
        if rendered.german != remark.text:
            remarks.change(connection, remark.id, edited=True, **changes)
            cases.change(connection, number)
            self._tell(connection, number, "edited", now, remark.id, key)
        return remark.id

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
        if remark.recalled or remark.outbox_id is None:
            return remark.id
        self._take_back(connection, row, remark.outbox_id, now)
        remarks.change(connection, remark.id, recalled=True)
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

    def _change_sent(
        self,
        connection: Connection,
        row: cases.Row,
        remark: remarks.Row,
        said: str,
        language: str,
        now: datetime,
    ) -> None:
        outbox_id = remark.outbox_id or 0
        found = outbox.get(connection, outbox_id)
        if found is None or found[1] == outbox.FAILED:
            raise DeskRefusal("already_delivered")
        if row.channel in FETCHED or _on_its_way(row, *found):
            outbox.rewrite(connection, outbox_id, said)
        if not _on_its_way(row, *found):
            self._send(connection, row, said, language, now, None, changes=outbox_id)

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


def _language(row: cases.Row, rendered: Rendered) -> str:
    return "de" if rendered.theirs is None else row.language


def _translated(row: cases.Row, rendered: Rendered) -> bool:
    return rendered.theirs is not None and not rendered.by_people and row.language != "de"
