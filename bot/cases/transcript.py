"""What was said in a conversation before it became a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import Connection

from bot.storage import inbox, outbox
from connectors.messages import MessageKind

#: As many things said, by either side, as a counsellor reads before the first reply.
LONGEST = 20
#: A wish shorter than this says nothing about what is wanted ("a person please").
SAYS_SOMETHING = 25


@dataclass(frozen=True)
class Line:
    """One thing said. by_resident False: by the assistant. key: never repeats in a case."""

    key: str
    at: datetime
    by_resident: bool
    text: str
    language: str


def of_conversation(
    connection: Connection, conversation_id: str, language: str, but_inbox_id: int
) -> list[Line]:
    """The last things said, oldest first; buttons and commands left out.

    language: of the resident's messages. but_inbox_id: the message that opens the case.
    """
    lines = [
        Line(f"inbox:{entry.id}", entry.received_at, True, str(entry.body["text"]), language)
        for entry in inbox.said_by(connection, conversation_id, LONGEST)
        if entry.id != but_inbox_id and _is_speech(entry)
    ]
    lines += [
        Line(f"outbox:{entry.id}", entry.created_at, False, entry.text, entry.language)
        for entry in outbox.last_said_to(connection, conversation_id, LONGEST)
    ]
    return sorted(lines, key=lambda line: line.at)[-LONGEST:]


def wish(lines: list[Line], typed: str) -> str:
    """What the resident wants, in their words: what was typed last, or the last that says more."""
    if len(typed) >= SAYS_SOMETHING:
        return typed
    said = [line.text for line in lines if line.by_resident]
    return next((text for text in reversed(said) if len(text) >= SAYS_SOMETHING), typed or "")


def _is_speech(entry: inbox.Entry) -> bool:
    kind, text = entry.body["kind"], str(entry.body["text"])
    return kind == MessageKind.TEXT.value and bool(text.strip()) and not text.startswith("/")
