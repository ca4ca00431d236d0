"""Between rows of inbox and outbox and the messages of the connectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timezone
from typing import Any

from bot.storage import inbox, outbox
from bot.storage.conversations import Conversation
from connectors.desk import Attachment
from connectors.messages import EXPORT, Button, InboundMessage, MessageKind, OutboundMessage
from dialogues.reply import ReplyButton

#: All that is kept of an export: the file is made when it is delivered.
EXPORT_COLUMN = {"kind": EXPORT, "reference": ""}


def body_of(message: InboundMessage) -> dict[str, Any]:
    """What of a message is kept in the inbox besides channel, address and id."""
    return {
        "kind": message.kind.value,
        "text": message.text.replace("\0", ""),
        "latitude": message.latitude,
        "longitude": message.longitude,
        "edited": message.edited,
        "language": message.language,
        "edits": message.edits,
        "attachment": asdict(message.attachment) if message.attachment else None,
    }


def message_from(entry: inbox.Entry, address: str) -> InboundMessage:
    """The message of an inbox row."""
    body = dict(entry.body)
    attachment = body.pop("attachment", None)
    return InboundMessage(
        channel=entry.channel,
        address=address,
        message_id=entry.message_id,
        kind=MessageKind(body.pop("kind")),
        received_at=entry.received_at,
        attachment=Attachment(**attachment) if attachment else None,
        **body,
    )


def outbox_row(
    entry: inbox.Entry,
    text: str,
    language: str,
    buttons: Sequence[ReplyButton],
    attachment: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """A row for one message that answers an inbox row."""
    return {
        "conversation_id": entry.conversation_id,
        "inbox_id": entry.id,
        "reply_to": entry.message_id,
        "channel": entry.channel,
        "address": entry.address,
        "text": text,
        "language": language,
        "buttons": [{"title": b.title, "payload": b.payload} for b in buttons],
        "created_at": datetime.now(timezone.utc),
        "attachment": attachment,
    }


def relayed_row(
    conversation: Conversation, text: str, language: str, now: datetime, **columns: Any
) -> dict[str, Any]:
    """A row for a message that nobody asked for just now: a counsellor's, or about the case.

    columns: attachment, changes or recall, see `outbox.Entry`.
    """
    return {
        "conversation_id": conversation.id,
        "inbox_id": None,
        "reply_to": None,
        "channel": conversation.channel,
        "address": conversation.address,
        "text": text,
        "language": language,
        "buttons": [],
        "created_at": now,
        **columns,
    }


def outbound_from(entry: outbox.Entry, address: str, changes: str | None = None) -> OutboundMessage:
    """The message of an outbox row. changes: the channel's id of the message that it changes."""
    return OutboundMessage(
        outbox_id=entry.id,
        address=address,
        text=entry.text,
        language=entry.language,
        buttons=tuple(Button(b["title"], b["payload"]) for b in entry.buttons),
        reply_to=entry.reply_to,
        attachment=Attachment(**entry.attachment) if entry.attachment else None,
        changes=changes,
        recall=entry.recall,
    )
