"""What a turn is given and what it comes to. No rules here."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.storage.conversations import Conversation
from connectors.messages import InboundMessage
from dialogues.replies import Reply


@dataclass(frozen=True)
class Question:
    """A message that waits for the resident's consent."""

    inbox_id: int
    message: InboundMessage


@dataclass(frozen=True)
class TurnInput:
    """A conversation, its next message, and what it asked before consent."""

    conversation: Conversation
    message: InboundMessage
    held: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Said:
    """A reply in a language."""

    reply: Reply
    language: str


@dataclass(frozen=True)
class Turn:
    """What to write, all in one transaction.

    conversation: as it is from now on. said: the replies in order. hold: keep the message until the
    consent question is answered. answered: held inbox rows that are done now. erase: delete
    everything about this conversation first.
    """

    conversation: Conversation
    said: tuple[Said, ...]
    hold: bool = False
    answered: tuple[int, ...] = field(default=())
    erase: bool = False
