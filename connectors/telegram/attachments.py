"""Photos, voice messages and files: named in a message, sent on by their file_id.

Telegram sends a file again only as what it was (a video never as a photo), and our kinds are
coarser than Telegram's. So the rarer of those sharing a kind have their own name before the
file_id in a reference: "audio:<file_id>". A file_id has no colon.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from telegram import (
    Animation,
    Audio,
    Bot,
    Contact,
    Document,
    Location,
    Message,
    PhotoSize,
    Sticker,
    Venue,
    Video,
    VideoNote,
    Voice,
)

from connectors.desk import Attachment
from connectors.messages import MessageKind

_KINDS: dict[type[object], MessageKind] = {
    PhotoSize: MessageKind.PHOTO,
    Voice: MessageKind.VOICE,
    Audio: MessageKind.VOICE,
    Video: MessageKind.VIDEO,
    VideoNote: MessageKind.VIDEO,
    Animation: MessageKind.VIDEO,
    Sticker: MessageKind.STICKER,
    Document: MessageKind.FILE,
    Contact: MessageKind.CONTACT,
    Location: MessageKind.LOCATION,
    Venue: MessageKind.LOCATION,
}

_NAMED: dict[type[object], str] = {
    Audio: "audio",
    VideoNote: "video_note",
    Animation: "animation",
}

_CAPTIONLESS = frozenset({"video_note", MessageKind.STICKER.value})

_METHODS: dict[str, Callable[..., Awaitable[Message]]] = {
    MessageKind.PHOTO.value: Bot.send_photo,
    MessageKind.VOICE.value: Bot.send_voice,
    MessageKind.VIDEO.value: Bot.send_video,
    MessageKind.STICKER.value: Bot.send_sticker,
    MessageKind.FILE.value: Bot.send_document,
    "audio": Bot.send_audio,
    "video_note": Bot.send_video_note,
    "animation": Bot.send_animation,
}


def kind_of(message: Message) -> MessageKind:
    """Return what a message is."""
    if message.text is not None:
        return MessageKind.TEXT
    return _KINDS.get(type(_content(message)), MessageKind.OTHER)


def attachment_of(message: Message) -> Attachment | None:
    """Return what came with a message and can be sent on, of a photo the largest size."""
    content = _content(message)
    kind = _KINDS.get(type(content))
    file_id: str | None = getattr(content, "file_id", None)
    if kind is None or file_id is None:
        return None
    name = _NAMED.get(type(content))
    return Attachment(
        kind=kind.value,
        reference=f"{name}:{file_id}" if name else file_id,
        name=getattr(content, "file_name", None) or "",
        size=getattr(content, "file_size", None),
    )


def takes_caption(attachment: Attachment) -> bool:
    """Return whether a text can be sent with it in one call."""
    return _sort(attachment)[0] not in _CAPTIONLESS


def can_send(attachment: Attachment) -> bool:
    """Return whether there is a way to send it."""
    return _sort(attachment)[0] in _METHODS


async def send(bot: Bot, chat_id: int, attachment: Attachment, **options: Any) -> Message:
    """Send it on. options: as python-telegram-bot's methods take them. Raises TelegramError."""
    name, file_id = _sort(attachment)
    return await _METHODS[name](bot, chat_id, file_id, **options)


def _sort(attachment: Attachment) -> tuple[str, str]:
    name, colon, file_id = attachment.reference.partition(":")
    return (name, file_id) if colon else (attachment.kind, attachment.reference)


def _content(message: Message) -> object:
    content = message.effective_attachment
    if isinstance(content, (list, tuple)):
        return content[-1] if content else None
    return content
