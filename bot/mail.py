"""Between rows of inbox and outbox and the messages of the connectors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timezone
from typing import Any

from bot.storage import inbox, outbox
from connectors.messages import Button, InboundMessage, MessageKind, OutboundMessage
from dialogues.replies import ReplyButton


def body_of(message: InboundMessage) -> dict[str, Any]:
    """What of a message is kept in the inbox besides channel, address and id."""
    return {
        "kind": message.kind.value,
        "text": message.text.replace("\0", ""),
        "latitude": message.latitude,
        "longitude": message.longitude,
        "edited": message.edited,
        "language": message.language,
    }


def message_from(entry: inbox.Entry, address: str) -> InboundMessage:
    """The message of an inbox row."""
    body = dict(entry.body)
    return InboundMessage(
        channel=entry.channel,
        address=address,
        message_id=entry.message_id,
        kind=MessageKind(body.pop("kind")),
        received_at=entry.received_at,
        **body,
    )


def outbox_row(
    entry: inbox.Entry, text: str, language: str, buttons: Sequence[ReplyButton]
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
    }


def outbound_from(entry: outbox.Entry, address: str) -> OutboundMessage:
    """The message of an outbox row."""
    return OutboundMessage(
        outbox_id=entry.id,
        address=address,
        text=entry.text,
        language=entry.language,
        buttons=tuple(Button(b["title"], b["payload"]) for b in entry.buttons),
        reply_to=entry.reply_to,
    )
