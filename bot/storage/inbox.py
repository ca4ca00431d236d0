"""The inbox: what residents said, kept before it is acknowledged and done in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage.tables import inbox

PENDING, HELD, DONE = "pending", "held", "done"


@dataclass(frozen=True)
class Entry:
    """A row of the inbox. `body` is the message as JSON, None once it was erased."""

    id: int
    conversation_id: str
    message_id: str
    channel: str
    address: bytes
    body: dict[str, Any]
    attempts: int
    received_at: datetime


_ENTRY = [
    inbox.c.id,
    inbox.c.conversation_id,
    inbox.c.message_id,
    inbox.c.channel,
    inbox.c.address,
    inbox.c.body,
    inbox.c.attempts,
    inbox.c.received_at,
]


def add(
    connection: Connection,
    conversation_id: str,
    message_id: str,
    channel: str,
    address: bytes,
    body: dict[str, Any],
    received_at: datetime,
) -> int | None:
    """Keep a message as pending. Returns its row id, or None when it is a repeat."""
    values = {
        "conversation_id": conversation_id,
        "message_id": message_id,
        "channel": channel,
        "address": address,
        "body": body,
        "state": PENDING,
        "attempts": 0,
        "received_at": received_at,
    }
    if connection.dialect.name == "sqlite":
        from sqlalchemy.dialects.sqlite import insert
    else:
        from sqlalchemy.dialects.postgresql import insert
    statement = insert(inbox).values(values).on_conflict_do_nothing().returning(inbox.c.id)
    if connection.dialect.name == "postgresql":
        row: int | None = connection.execute(statement).scalar()
        return row
    result = connection.execute(insert(inbox).values(values).on_conflict_do_nothing())
    return result.lastrowid if result.rowcount == 1 else None


def next_pending(connection: Connection, conversation_id: str) -> Entry | None:
    """The oldest message of a conversation that waits to be done."""
    row = connection.execute(
        sa.select(*_ENTRY)
        .where(inbox.c.state == PENDING, inbox.c.conversation_id == conversation_id)
        .order_by(inbox.c.id)
        .limit(1)
    ).first()
    return None if row is None else Entry(*row)


def waiting_conversations(connection: Connection) -> list[str]:
    """Conversations with pending messages, the one that waits longest first."""
    rows = connection.execute(
        sa.select(inbox.c.conversation_id)
        .where(inbox.c.state == PENDING)
        .group_by(inbox.c.conversation_id)
        .order_by(sa.func.min(inbox.c.id))
    )
    return list(rows.scalars())


class AlreadyDone(Exception):
    """Another process finished this message first; what was written with it must be undone."""


def finish(connection: Connection, entry_id: int, keep_body: bool) -> None:
    """Mark a pending message as done; without `keep_body` its words are erased at once.

    Raises AlreadyDone when it is not pending any more.
    """
    values: dict[str, Any] = {"state": DONE}
    if not keep_body:
        values["body"] = sa.null()
    _change_pending(connection, entry_id, values)


def hold(connection: Connection, entry_id: int) -> None:
    """Keep a pending message until the question for consent is answered. Raises AlreadyDone."""
    _change_pending(connection, entry_id, {"state": HELD})


def _change_pending(connection: Connection, entry_id: int, values: dict[str, Any]) -> None:
    changed = connection.execute(
        sa.update(inbox).where(inbox.c.id == entry_id, inbox.c.state == PENDING).values(**values)
    )
    if changed.rowcount != 1:
        raise AlreadyDone(entry_id)


def settle_held(connection: Connection, conversation_id: str, keep: Sequence[int]) -> None:
    """Every held message is done; only the words of those in `keep` stay."""
    held = sa.and_(inbox.c.conversation_id == conversation_id, inbox.c.state == HELD)
    connection.execute(
        sa.update(inbox).where(held, inbox.c.id.not_in(keep)).values(state=DONE, body=sa.null())
    )
    connection.execute(sa.update(inbox).where(held).values(state=DONE))


def is_done(connection: Connection, conversation_id: str, message_id: str) -> bool:
    """Whether a message was answered (or waits for consent, which was asked for)."""
    state = connection.execute(
        sa.select(inbox.c.state).where(
            inbox.c.conversation_id == conversation_id, inbox.c.message_id == message_id
        )
    ).scalar()
    return state in (DONE, HELD)


def held(connection: Connection, conversation_id: str, newest: int) -> list[Entry]:
    """The `newest` last messages that wait for consent, oldest first."""
    rows = connection.execute(
        sa.select(*_ENTRY)
        .where(inbox.c.conversation_id == conversation_id, inbox.c.state == HELD)
        .order_by(inbox.c.id.desc())
        .limit(newest)
    )
    return [Entry(*row) for row in reversed(rows.all())]


def said_by(connection: Connection, conversation_id: str, newest: int) -> list[Entry]:
    """The last messages of a conversation whose words are kept, oldest first."""
    rows = connection.execute(
        sa.select(*_ENTRY)
        .where(inbox.c.conversation_id == conversation_id, inbox.c.state == DONE)
        .order_by(inbox.c.id.desc())
        .limit(newest)
    )
    return [entry for entry in (Entry(*row) for row in reversed(rows.all())) if entry.body]


def count_attempt(connection: Connection, conversation_id: str) -> None:
    """Note that the process doing this conversation's next message died."""
    entry = next_pending(connection, conversation_id)
    if entry is not None:
        connection.execute(
            sa.update(inbox).where(inbox.c.id == entry.id).values(attempts=entry.attempts + 1)
        )


def pending_count(connection: Connection) -> int:
    """How many messages wait to be done."""
    count = sa.select(sa.func.count()).select_from(inbox).where(inbox.c.state == PENDING)
    return int(connection.execute(count).scalar_one())


def last_message_ids(connection: Connection, channel: str, limit: int) -> list[str]:
    """The channel's ids of the newest messages, the newest first."""
    rows = connection.execute(
        sa.select(inbox.c.message_id)
        .where(inbox.c.channel == channel)
        .order_by(inbox.c.id.desc())
        .limit(limit)
    )
    return list(rows.scalars())
