"""What the dialogue remembers of a conversation."""

from __future__ import annotations

from bot.storage.conversations import Conversation


def slot(conversation: Conversation, name: str) -> str | None:
    """The value of one of Rasa's slots after the last turn."""
    values = [e.get("value") for e in conversation.events if e.get("name") == name]
    return str(values[-1]) if values and values[-1] else None
