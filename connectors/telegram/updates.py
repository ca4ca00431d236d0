"""What Telegram delivers, as one of our messages. Pure functions, nothing is fetched."""

from __future__ import annotations

import re

from telegram import CallbackQuery, Chat, Message, Update, User

from connectors.messages import InboundMessage, MessageKind
from connectors.telegram.attachments import attachment_of, kind_of

CHANNEL = "telegram"

#: Notices Telegram writes into a private chat in somebody's name. A list of our own, because
#: `telegram.ext.filters` comes with the whole framework and a scheduler.
_NOTICES = (
    "pinned_message",
    "message_auto_delete_timer_changed",
    "chat_background_set",
    "write_access_allowed",
    "connected_website",
    "proximity_alert_triggered",
    "users_shared",
    "chat_shared",
    "gift",
    "unique_gift",
    "refunded_payment",
)

_BOT_NAME = re.compile(r"^(/\w+)@\w+(?=\s|$)", re.ASCII)
_LANGUAGE = re.compile(r"^([a-z]{2})(?:[-_]|$)", re.IGNORECASE)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def inbound(update: Update) -> InboundMessage | None:
    """Return what a resident sent in a private chat, None for everything else.

    Groups, channels, membership changes and notices that Telegram writes itself (a pinned message,
    a live location moving on) are nothing a resident said. `/start@botname x` becomes `/start x`.
    """
    if update.callback_query is not None:
        return _pressed(update.callback_query)
    if update.message is not None:
        return _said(update.message, edited=False)
    if update.edited_message is not None:
        return _said(update.edited_message, edited=True)
    return None


def _pressed(query: CallbackQuery) -> InboundMessage | None:
    if query.message is None or query.data is None or query.message.chat.type != Chat.PRIVATE:
        return None
    return InboundMessage(
        channel=CHANNEL,
        address=str(query.message.chat.id),
        message_id=f"c{query.id}",
        kind=MessageKind.BUTTON,
        text=_storable(query.data),
        language=_language(query.from_user),
    )


def _said(message: Message, *, edited: bool) -> InboundMessage | None:
    if message.chat.type != Chat.PRIVATE or any(getattr(message, name) for name in _NOTICES):
        return None
    kind = kind_of(message)
    if edited and kind is MessageKind.LOCATION:
        return None
    place = message.venue.location if message.venue else message.location
    return InboundMessage(
        channel=CHANNEL,
        address=str(message.chat.id),
        message_id=_edit_id(message) if edited else f"m{message.message_id}",
        kind=kind,
        text=_BOT_NAME.sub(r"\1", _storable(message.text or message.caption or "")),
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        edited=edited,
        edits=f"m{message.message_id}" if edited else None,
        language=_language(message.from_user),
        attachment=attachment_of(message),
    )


def _edit_id(message: Message) -> str:
    edited_at = message.edit_date or message.date
    return f"e{message.message_id}.{int(edited_at.timestamp())}"


def _language(user: User | None) -> str | None:
    """Take "pt" from "pt-br", but nothing from "fil", whose first two letters are Finnish."""
    found = _LANGUAGE.match(user.language_code) if user and user.language_code else None
    return found.group(1).lower() if found else None


def _storable(text: str) -> str:
    """No database takes a NUL or half a character, and one such message would block the rest."""
    return _UNSTORABLE.sub("", text)
