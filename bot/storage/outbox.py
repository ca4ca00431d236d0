"""The outbox: what is to be delivered, written with the turn that said it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage.tables import outbox

PENDING, SENT, FAILED = "pending", "sent", "failed"


@dataclass(frozen=True)
class Entry:
    """A row of the outbox. `buttons` is a list of {"title", "payload"}.

    changes: the row that this one edits, or takes back with `recall`. channel_id: the channel's own
    id of the message, once it was sent.
    """

    id: int
    conversation_id: str
    inbox_id: int | None
    reply_to: str | None
    channel: str
    address: bytes
    text: str
    language: str
    buttons: list[dict[str, str]]
    attempts: int
    created_at: datetime
    attachment: dict[str, Any] | None = None
    changes: int | None = None
    recall: bool = False
    channel_id: str | None = None
    tried_after: str | None = None


_ENTRY = [
    outbox.c.id,
    outbox.c.conversation_id,
    outbox.c.inbox_id,
    outbox.c.reply_to,
    outbox.c.channel,
    outbox.c.address,
    outbox.c.text,
    outbox.c.language,
    outbox.c.buttons,
    outbox.c.attempts,
    outbox.c.created_at,
    outbox.c.attachment,
    outbox.c.changes,
    outbox.c.recall,
    outbox.c.channel_id,
    outbox.c.tried_after,
]


def add(connection: Connection, rows: Sequence[dict[str, Any]]) -> list[int]:
    """Append messages in this order; their ids. A row has the columns of Entry but id, attempts."""
    return [
        int(
            connection.execute(
                sa.insert(outbox).values(state=PENDING, attempts=0, **row)
            ).inserted_primary_key[0]
        )
        for row in rows
    ]


def get(connection: Connection, outbox_id: int) -> tuple[Entry, str] | None:
    """A row and its state."""
    row = connection.execute(
        sa.select(*_ENTRY, outbox.c.state).where(outbox.c.id == outbox_id)
    ).first()
    return None if row is None else (Entry(*row[:-1]), str(row[-1]))


def remove(connection: Connection, outbox_id: int) -> None:
    """Delete a row that was not delivered yet."""
    connection.execute(sa.delete(outbox).where(outbox.c.id == outbox_id))


def rewrite(connection: Connection, outbox_id: int, text: str) -> None:
    """Change the words of a row that was not delivered yet."""
    connection.execute(sa.update(outbox).where(outbox.c.id == outbox_id).values(text=text))


def note_channel_id(connection: Connection, outbox_id: int, channel_id: str) -> None:
    """Keep the channel's own id of a message that was sent."""
    connection.execute(
        sa.update(outbox).where(outbox.c.id == outbox_id).values(channel_id=channel_id)
    )


def pending(connection: Connection, conversation_id: str) -> list[Entry]:
    """What a conversation still has to get, in order."""
    rows = connection.execute(
        sa.select(*_ENTRY)
        .where(outbox.c.conversation_id == conversation_id, outbox.c.state == PENDING)
        .order_by(outbox.c.id)
    )
    return [Entry(*row) for row in rows]


def waiting_conversations(connection: Connection, channel: str) -> list[str]:
    """Conversations of a channel that still have to get something, the longest waiting first."""
    rows = connection.execute(
        sa.select(outbox.c.conversation_id)
        .where(outbox.c.state == PENDING, outbox.c.channel == channel)
        .group_by(outbox.c.conversation_id)
        .order_by(sa.func.min(outbox.c.id))
    )
    return list(rows.scalars())


def after(connection: Connection, conversation_id: str, outbox_id: int) -> list[Entry]:
    """All that was said to a conversation after the row `outbox_id`, delivered or not, in order."""
    rows = connection.execute(
        sa.select(*_ENTRY)
        .where(outbox.c.conversation_id == conversation_id, outbox.c.id > outbox_id)
        .order_by(outbox.c.id)
    )
    return [Entry(*row) for row in rows]


def answers_to(connection: Connection, conversation_id: str, message_id: str) -> list[Entry]:
    """What was said in answer to one message, in order."""
    rows = connection.execute(
        sa.select(*_ENTRY)
        .where(outbox.c.conversation_id == conversation_id, outbox.c.reply_to == message_id)
        .order_by(outbox.c.id)
    )
    return [Entry(*row) for row in rows]


def last_said_to(connection: Connection, conversation_id: str, newest: int) -> list[Entry]:
    """The last messages to a conversation, oldest first."""
    rows = connection.execute(
        sa.select(*_ENTRY)
        .where(outbox.c.conversation_id == conversation_id)
        .order_by(outbox.c.id.desc())
        .limit(newest)
    )
    return [Entry(*row) for row in reversed(rows.all())]


def mark_seen(connection: Connection, conversation_id: str, outbox_id: int) -> int:
    """Everything up to and including `outbox_id` reached the resident; how many were new."""
    seen = connection.execute(
        sa.update(outbox)
        .where(
            outbox.c.conversation_id == conversation_id,
            outbox.c.id <= outbox_id,
            outbox.c.state == PENDING,
        )
        .values(state=SENT)
    )
    return int(seen.rowcount)


def mark(connection: Connection, ids: Sequence[int], state: str) -> None:
    """Set the state of rows: SENT or FAILED."""
    connection.execute(sa.update(outbox).where(outbox.c.id.in_(ids)).values(state=state))


def note_try(connection: Connection, entry: Entry, newest: str | None) -> str | None:
    """Note that a message is about to be sent; its text as it is now, None when it is gone.

    newest: the newest message id the channel knows; the last one sent here without it.
    """
    last = sa.select(outbox.c.channel_id).where(
        outbox.c.conversation_id == entry.conversation_id, outbox.c.channel_id.is_not(None)
    )
    known = newest or connection.execute(last.order_by(outbox.c.id.desc()).limit(1)).scalar()
    connection.execute(
        sa.update(outbox)
        .where(outbox.c.id == entry.id)
        .values(attempts=outbox.c.attempts + 1, tried_after=known or "0")
    )
    text: str | None = connection.execute(
        sa.select(outbox.c.text).where(outbox.c.id == entry.id)
    ).scalar()
    return text


def last_channel_ids(connection: Connection, channel: str, newest: int) -> list[str]:
    """The channel's own ids of the last messages sent."""
    rows = connection.execute(
        sa.select(outbox.c.channel_id)
        .where(outbox.c.channel == channel, outbox.c.channel_id.is_not(None))
        .order_by(outbox.c.id.desc())
        .limit(newest)
    )
    return list(rows.scalars())


def forget_delivered(connection: Connection, conversation_id: str) -> None:
    """Delete what a conversation has already got."""
    connection.execute(
        sa.delete(outbox).where(
            outbox.c.conversation_id == conversation_id, outbox.c.state != PENDING
        )
    )


def pending_count(connection: Connection) -> int:
    """How many messages wait to be delivered."""
    count = sa.select(sa.func.count()).select_from(outbox).where(outbox.c.state == PENDING)
    return int(connection.execute(count).scalar_one())
