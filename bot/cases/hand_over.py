"""The resident's side of a case: opening it, writing in it, ending it. No SQL."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot import payloads
from bot.cases.words import CaseWords
from bot.turn import HandOver, Relay, Said, Turn, TurnInput
from connectors.messages import InboundMessage, MessageKind
from dialogues.reply import Reply

#: Larger files are not passed on: it is what a bot may send (Bot API, "Sending files").
LARGEST_FILE_BYTES = 20 * 1024 * 1024
_FILES = frozenset(
    {
        MessageKind.VOICE,
        MessageKind.PHOTO,
        MessageKind.VIDEO,
        MessageKind.FILE,
        MessageKind.STICKER,
    }
)
_STATUS = re.compile(r"/(start|help|person)(?:\s.*)?", re.DOTALL)


class DeskState(Protocol):
    """What is known about the counsellors' desk just now."""

    def staffed(self) -> bool:
        """Whether there is anybody at all who could take a case, now or later."""

    def usual_minutes(self) -> int | None:
        """Within how many minutes somebody usually answers; None when too little is known."""

    def blocked_until(self, conversation_id: str) -> date | None:
        """The last day on which this conversation may not open cases."""


@dataclass(frozen=True)
class CaseTurns:
    """Answers what residents do with cases.

    topic_title: the name of a topic in a language. now: an aware datetime.
    """

    words: CaseWords
    desk: DeskState
    topic_title: Callable[[str, str], str]
    now: Callable[[], datetime]

    def possible(self) -> bool:
        """Whether a case can be opened at all."""
        return self.desk.staffed()

    def open(self, given: TurnInput, topics: tuple[str, ...], district: str | None) -> Turn:
        """Hand the conversation to the counsellors, or say until when that is not possible."""
        conversation, language = given.conversation, given.conversation.language or "de"
        until = self.desk.blocked_until(conversation.id)
        if until is not None and until >= self.now().date():
            return Turn(conversation, (Said(self.words.blocked(language, until), language),))
        text = _words(given.message, topics, lambda topic: self.topic_title(topic, language))
        if given.message.kind is MessageKind.BUTTON or text.startswith("/"):
            text = ""
        reply = self.words.opened(language, self.now(), self.desk.usual_minutes())
        return Turn(
            conversation,
            (Said(reply, language),),
            hand_over=HandOver(topics, district, text),
        )

    def status(self, given: TurnInput) -> Turn:
        """Where the case stands, for somebody who asks with a command."""
        language = given.conversation.language or "de"
        claimed = given.case is not None and given.case.claimed
        minutes = self.desk.usual_minutes()
        reply = self.words.still_open(language, self.now(), minutes, claimed)
        return Turn(given.conversation, (Said(reply, language),))

    def asks_for_status(self, message: InboundMessage) -> bool:
        """Whether a message in an open case is a command about it, not words for a person."""
        text = message.text.strip()
        return bool(_STATUS.fullmatch(text)) or text == "/talk_to_human"

    def withdraw(self, given: TurnInput) -> Turn:
        """The resident ends the case."""
        language = given.conversation.language or "de"
        said = Said(self.words.withdrawn(language), language)
        return Turn(given.conversation, (said,), withdraw=True)

    def after_closing(self, given: TurnInput) -> Turn:
        """A counsellor ended the case: ask how it was."""
        language = given.conversation.language or "de"
        return Turn(given.conversation, (Said(self.words.closed(language), language),))

    def relay(self, given: TurnInput, said: tuple[Said, ...] = ()) -> Turn:
        """Pass a message on to the counsellor. said: what the assistant says besides (danger)."""
        message, language = given.message, given.conversation.language or "de"
        refusal = self._refused(message, language)
        if refusal is not None:
            said = (*said, Said(refusal, language))
            if not message.text.strip():
                return Turn(given.conversation, said)
        text = _words(message, (), lambda topic: self.topic_title(topic, language))
        passed_on = message.attachment if refusal is None else None
        return Turn(given.conversation, said, relay=Relay(text, language, passed_on))

    def _refused(self, message: InboundMessage, language: str) -> Reply | None:
        """What is said when something of a message cannot be passed on."""
        if message.kind in {MessageKind.CONTACT, MessageKind.OTHER}:
            return self.words.note("case-file-not-here", language)
        if message.kind not in _FILES:
            return None
        if message.attachment is None:
            return self.words.note("case-file-not-here", language)
        if (message.attachment.size or 0) > LARGEST_FILE_BYTES:
            return self.words.note("case-file-too-large", language)
        return None


def _words(message: InboundMessage, topics: tuple[str, ...], title: Callable[[str], str]) -> str:
    """What a message says to a person: a button says its topic, a location its degrees."""
    if message.kind is MessageKind.LOCATION:
        return f"{message.latitude:.5f}, {message.longitude:.5f}"
    if message.kind is MessageKind.BUTTON:
        command = payloads.parse(message.text)
        if command is None:
            return message.text
        try:
            return f"[{title(command.entities.get('topic', command.intent))}]"
        except KeyError:
            return f"[{command.intent}]"
    return message.text.strip()
