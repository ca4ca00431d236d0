"""Why Telegram refuses a message, in our own words: its own may quote the message."""

from __future__ import annotations

from telegram.error import BadRequest

_REASONS = (
    ("chat not found", "the chat does not exist"),
    ("button", "Telegram refuses a button"),
    ("too long", "the text is too long"),
    ("empty", "the text is empty"),
    ("voice_messages_forbidden", "the resident takes no voice messages"),
    ("wrong file", "the file is not known to Telegram any more"),
    ("wrong remote file", "the file is not known to Telegram any more"),
    ("message to edit not found", "the message is gone"),
    ("can't be edited", "the message cannot be changed any more"),
    ("can't be deleted", "the message is too old to be taken back"),
)


def reason_of(error: BadRequest) -> str:
    """Return a sentence that holds nothing of what was written."""
    description = error.message.lower()
    for words, reason in _REASONS:
        if words in description:
            return reason
    return "Telegram refuses the message"
