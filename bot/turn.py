"""What a turn is given and what it comes to. No rules here."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.statistics.outcomes import Outcome
from bot.storage.conversations import Conversation
from connectors.desk import Attachment
from connectors.messages import InboundMessage
from dialogues.reply import Reply


@dataclass(frozen=True)
class Question:
    """A message that waits for the resident's consent."""

    inbox_id: int
    message: InboundMessage


@dataclass(frozen=True)
class OpenCase:
    """The case a conversation is in: its number, and whether a counsellor has it."""

    number: int
    claimed: bool


@dataclass(frozen=True)
class TurnInput:
    """A conversation, its next message, what it asked before consent, and its open case."""

    conversation: Conversation
    message: InboundMessage
    held: tuple[Question, ...] = ()
    case: OpenCase | None = None


@dataclass(frozen=True)
class Said:
    """A reply in a language. exports: everything kept about the resident goes with it as a file."""

    reply: Reply
    language: str
    exports: bool = False


@dataclass(frozen=True)
class Met:
    """A topic a turn was about (None: nobody knows which) and how that ended."""

    topic: str | None
    outcome: Outcome


@dataclass(frozen=True)
class HandOver:
    """The wish for a counsellor. topics: what the conversation was about, the last one last."""

    topics: tuple[str, ...]
    district: str | None
    #: The message that asked.
    text: str


@dataclass(frozen=True)
class Relay:
    """Words for the counsellor, in the resident's language. attachment: what goes with them."""

    text: str
    language: str
    attachment: Attachment | None = None


@dataclass(frozen=True)
class Turn:
    """What to write, all in one transaction.

    conversation: as it is from now on. said: the replies in order. hold: keep the message until the
    consent question is answered. answered: held inbox rows that are done now. erase: delete
    everything about this conversation first. receipt: the number the resident was told for that.
    hand_over: open a case. relay: pass the message on to the open case. withdraw: the resident ends
    the open case. met: what is counted.
    """

    conversation: Conversation
    said: tuple[Said, ...]
    hold: bool = False
    answered: tuple[int, ...] = field(default=())
    erase: bool = False
    receipt: str | None = None
    hand_over: HandOver | None = None
    relay: Relay | None = None
    withdraw: bool = False
    met: tuple[Met, ...] = ()


@dataclass(frozen=True)
class Done:
    """A message was done. message_id: the channel's, None when it has to be tried again.

    case: the number of the case that changed with it.
    """

    message_id: str | None
    case: int | None = None
