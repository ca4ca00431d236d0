"""Conversations: language, site, consent and what was offered."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage.tables import conversations, inbox, outbox


@dataclass(frozen=True)
class Conversation:
    """A resident's thread on one channel.

    consent: "none" (never asked), "asked", "given" or "refused". language: ISO 639-1 or None.
    state: small JSON values that belong to the next turn (offered payloads). events: Rasa's.
    """

    id: str
    channel: str
    address: bytes
    last_message_at: datetime
    language: str | None = None
    site: str | None = None
    consent: str = "none"
    state: dict[str, Any] = field(default_factory=dict)
    events: list[dict[str, Any]] = field(default_factory=list)

    def with_(self, **changes: Any) -> Conversation:
        """A copy with some fields changed."""
        return replace(self, **changes)


_COLUMNS = [
    conversations.c.id,
    conversations.c.channel,
    conversations.c.address,
    conversations.c.last_message_at,
    conversations.c.language,
    conversations.c.site,
    conversations.c.consent,
    conversations.c.state,
    conversations.c.events,
]


def get(connection: Connection, conversation_id: str) -> Conversation | None:
    """The conversation, or None when it is new (or was erased)."""
    row = connection.execute(
        sa.select(*_COLUMNS).where(conversations.c.id == conversation_id)
    ).first()
    return None if row is None else Conversation(*row)


def save(connection: Connection, conversation: Conversation, is_new: bool) -> None:
    """Write a conversation, as a new row or over its old one."""
    values = {column.name: getattr(conversation, column.name) for column in _COLUMNS}
    if is_new:
        connection.execute(sa.insert(conversations).values(values))
    else:
        connection.execute(
            sa.update(conversations).where(conversations.c.id == conversation.id).values(values)
        )


def erase(
    connection: Connection, conversation_id: str, but_inbox_id: int | None = None
) -> dict[str, int]:
    """Delete a conversation from every table; returns how many rows of which went.

    but_inbox_id: an inbox row without words that stays, so that a repeat is still known.
    """
    replies = sa.delete(outbox).where(outbox.c.conversation_id == conversation_id)
    rows = sa.delete(inbox).where(inbox.c.conversation_id == conversation_id)
    if but_inbox_id is not None:
        rows = rows.where(inbox.c.id != but_inbox_id)
    itself = sa.delete(conversations).where(conversations.c.id == conversation_id)
    return {
        "outbox": connection.execute(replies).rowcount,
        "inbox": connection.execute(rows).rowcount,
        "conversations": connection.execute(itself).rowcount,
    }


def last_heard_before(
    connection: Connection, moment: datetime, consent: tuple[str, ...]
) -> list[str]:
    """Conversations with one of these consents, last heard of before `moment`, nothing pending."""
    waiting = sa.select(inbox.c.conversation_id).where(inbox.c.state == "pending")
    rows = connection.execute(
        sa.select(conversations.c.id).where(
            conversations.c.last_message_at < moment,
            conversations.c.consent.in_(consent),
            conversations.c.id.not_in(waiting),
        )
    )
    return list(rows.scalars())


def erase_leftovers(connection: Connection, moment: datetime) -> dict[str, int]:
    """Delete done inbox rows and delivered replies that belong to no conversation any more.

    moment: only those older than this. Returns how many rows of which table went.
    """
    known = sa.select(conversations.c.id)
    messages = sa.delete(inbox).where(
        inbox.c.conversation_id.not_in(known),
        inbox.c.state == "done",
        inbox.c.received_at < moment,
    )
    replies = sa.delete(outbox).where(
        outbox.c.conversation_id.not_in(known), outbox.c.created_at < moment
    )
    return {
        "inbox": connection.execute(messages).rowcount,
        "outbox": connection.execute(replies).rowcount,
    }
