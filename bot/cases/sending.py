"""What of a counsellor's words goes to the resident: sent, changed, taken back. Rows, no rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.engine import Connection

from bot.mail import relayed_row
from bot.storage import cases, conversations, outbox, remarks
from connectors.desk import DeskRefusal

#: Channels whose residents fetch their messages, again when a page is opened anew: there the
#: message itself is changed too.
FETCHED = frozenset({"web", "rest"})


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


def dispatch(
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
        outbox_id = _send(connection, row, said, language, now, remark.attachment)
    elif said != remark.for_resident:
        _change_sent(connection, row, outbox_id, said, language, now)
    changes = {**columns(rendered), "held": False, "outbox_id": outbox_id}
    remarks.change(connection, remark_id, **changes)


def take_back(connection: Connection, row: cases.Row, outbox_id: int, now: datetime) -> None:
    """What is on its way is not sent, what was sent is deleted."""
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


def refuse_failed(connection: Connection, remark: remarks.Row) -> None:
    """Raise DeskRefusal(already_delivered) for what could not be delivered: nothing changes it."""
    if remark.outbox_id is None:
        return
    found = outbox.get(connection, remark.outbox_id)
    if found is None or found[1] == outbox.FAILED:
        raise DeskRefusal("already_delivered")


def columns(rendered: Rendered) -> dict[str, Any]:
    """The columns of a remark that is rendered."""
    return {
        "text": rendered.german,
        "german": rendered.german,
        "for_resident": rendered.said,
        "translated": rendered.translated,
        "untranslated": rendered.untranslated,
        "back": rendered.back,
        "pending": False,
    }


def _change_sent(
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
        _send(connection, row, said, language, now, None, changes=outbox_id)


def _send(
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


def _on_its_way(row: cases.Row, entry: outbox.Entry, state: str) -> bool:
    """Whether nobody can have it yet: a page may have fetched it, a channel begun to send it."""
    return state == outbox.PENDING and entry.tried_after is None and row.channel not in FETCHED
