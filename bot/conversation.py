"""One turn: danger first, then commands and consent, then the dialogue. No SQL."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot import payloads
from bot.assistant import FALLBACK, MISSES, Assistant, Understanding
from bot.cases.hand_over import CaseTurns
from bot.consent import Consent
from bot.danger import DangerReplies
from bot.offers import offered, unchanged
from bot.privacy.export_reply import export_reply
from bot.slots import slot
from bot.statistics.outcomes import Outcome
from bot.storage.conversations import Conversation
from bot.turn import Met, Said, Turn, TurnInput
from bot.welcome import Welcome
from connectors.messages import InboundMessage, MessageKind
from dialogues.actions.change_language import language_buttons
from dialogues.answers import Answers
from dialogues.phrasebook import Phrasebook
from dialogues.reply import Reply
from knowledge.catalogue import Catalogue
from knowledge.model import Place
from knowledge.search import nearest_district
from nlu.language import LanguageGuesser
from nlu.safety import SafetyRules

#: Longer texts are not read: nobody can answer several questions at once in a chat.
LONGEST_TEXT = 2000
#: A conversation intent the model is unsure about is still taken from this probability on.
SMALL_TALK_FROM = 0.3

_COMMANDS = {
    "help": "capabilities",
    "language": "change_language",
    "person": "talk_to_human",
    "delete": "delete_my_data",
    "mydata": "my_data",
}
_TYPED = frozenset({MessageKind.TEXT, MessageKind.PHOTO, MessageKind.VIDEO, MessageKind.FILE})
#: As many topics of a conversation are remembered for a counsellor.
MOST_TOPICS = 10
_COMMAND = re.compile(r"/(start|help|language|person|delete|mydata)(?:\s+(\S{1,64}))?\s*")
_JUDGED = {"helpful": Outcome.HELPFUL, "not_helpful": Outcome.NOT_HELPFUL}
_NOT_READ = {
    MessageKind.VOICE: "cannot-hear",
    MessageKind.PHOTO: "cannot-see",
    MessageKind.VIDEO: "cannot-see",
    MessageKind.FILE: "cannot-see",
    MessageKind.CONTACT: "cannot-contact",
    MessageKind.STICKER: "sticker",
    MessageKind.OTHER: "empty",
}


@dataclass(frozen=True)
class Collaborators:
    """What a turn needs, built by the composition root.

    new_receipt: a number for somebody whose data are erased, another one each time.
    """

    assistant: Assistant
    phrasebook: Phrasebook
    answers: Answers
    welcome: Welcome
    danger: DangerReplies
    safety: SafetyRules
    languages: LanguageGuesser
    catalogue: Catalogue
    place: Place
    cases: CaseTurns
    new_receipt: Callable[[], str]


class TurnTaker:
    """Answers one message of one conversation."""

    def __init__(self, with_: Collaborators) -> None:
        """with_: the collaborators."""
        self._with = with_
        self._say = with_.phrasebook.say
        self._consent = Consent(
            with_.assistant,
            with_.welcome,
            with_.answers,
            with_.catalogue,
            self._guess,
            self.take,
            with_.new_receipt,
        )

    async def take(self, given: TurnInput) -> Turn:
        """What to reply and to keep. Raises whatever the assistant raises; nothing is kept then."""
        conversation, message = given.conversation, given.message
        if message.kind is MessageKind.NOTICE:
            return self._noticed(given)
        danger = self._with.safety.danger(message.text)
        if danger is not None and message.kind is not MessageKind.BUTTON:
            return await self._in_danger(given, danger.value)
        if given.case is not None:
            return await self._in_case(given)
        command = self._command(conversation, message)
        if command is not None:
            return await self._obey(given, command)
        if message.kind is MessageKind.BUTTON:
            return unchanged(given, self._reply("button-not-known", conversation.language))
        started = _COMMAND.fullmatch(message.text.strip())
        if started is not None:
            return await self._start_or_ask(given, started.group(1), started.group(2) or "")
        if message.kind is MessageKind.LOCATION:
            return await self._location(given)
        return await self._text(given)

    # An open case: a person answers

    async def _in_case(self, given: TurnInput) -> Turn:
        """While a person has the conversation, only danger and a few commands are answered."""
        conversation, message = given.conversation, given.message
        started = _COMMAND.fullmatch(message.text.strip())
        command = self._command(conversation, message)
        wanted = command.intent if command else _COMMANDS.get(started.group(1)) if started else None
        chosen = command.entities.get("language") if command else None
        if wanted == "delete_my_data" and command is not None:
            return self._erase(conversation)
        if wanted == "my_data":
            return self._export(given)
        if wanted == "refuse_consent":
            return self._consent.refuse(given)
        if wanted == "cancel":
            return self._with.cases.withdraw(given)
        if wanted in {"change_language", "delete_my_data"} and (chosen or started):
            return await self._obey_or_ask(given, wanted, chosen)
        if self._with.cases.asks_for_status(message):
            return self._with.cases.status(given)
        if message.kind in _TYPED and message.text.strip():
            understood = await self._with.assistant.understand(message.text[:LONGEST_TEXT])
            if understood.intent in self._with.catalogue.safety:
                return await self._in_danger(given, understood.intent)
        if message.kind in _TYPED:
            _, conversation = self._switch_language(conversation, message.text[:LONGEST_TEXT])
        return self._with.cases.relay(replace(given, conversation=conversation))

    async def _obey_or_ask(self, given: TurnInput, intent: str, language: str | None) -> Turn:
        entities = {"language": language} if language else {}
        understood = Understanding.of_button(given.message.text, intent, entities)
        return await self._dialogue(given, understood)

    async def _in_danger(self, given: TurnInput, danger: str, topic: str | None = None) -> Turn:
        """Danger is answered at once in every state; a counsellor who is there hears of it too."""
        turn = self._danger(given, danger, topic)
        if given.case is None:
            return turn
        relayed = self._with.cases.relay(given)
        return replace(turn, said=(*turn.said, *relayed.said), relay=relayed.relay)

    def _noticed(self, given: TurnInput) -> Turn:
        """A case was closed; if it is open again meanwhile, there is nothing to say."""
        if given.case is not None:
            return Turn(given.conversation, ())
        turn = self._with.cases.after_closing(given)
        return replace(turn, conversation=offered(turn.conversation, list(turn.said)))

    async def _hand_over(self, given: TurnInput) -> Turn:
        conversation = given.conversation
        topics = tuple(conversation.state.get("topics", ()))
        turn = self._with.cases.open(given, topics, slot(conversation, "district"))
        return replace(turn, conversation=offered(turn.conversation, list(turn.said)))

    # Commands and buttons

    def _command(
        self, conversation: Conversation, message: InboundMessage
    ) -> payloads.Command | None:
        return payloads.allowed(
            message.text,
            conversation.state.get("offered", ()),
            self._with.catalogue.topics,
            self._with.catalogue.languages,
        )

    async def _obey(self, given: TurnInput, command: payloads.Command) -> Turn:
        conversation = given.conversation
        if command.intent == "delete_my_data":
            return self._erase(conversation)
        if command.intent == "my_data":
            return self._export(given)
        if command.intent == "give_consent":
            return await self._consent.agree(given)
        if command.intent == "refuse_consent":
            return self._consent.refuse(given)
        chosen = command.entities.get("language")
        if command.intent == "change_language" and chosen and conversation.consent != "given":
            conversation = conversation.with_(language=chosen)
            return self._consent.ask(replace(given, conversation=conversation), first=True)
        understood = Understanding.of_button(given.message.text, command.intent, command.entities)
        if conversation.consent != "given":
            return await self._consent.before(given, understood)
        return await self._dialogue(given, understood)

    async def _start_or_ask(self, given: TurnInput, command: str, argument: str) -> Turn:
        if command == "delete" and given.conversation.consent != "given":
            return self._erase(given.conversation)
        if command == "mydata":
            return self._export(given)
        if command != "start":
            intent = _COMMANDS[command]
            understood = Understanding.of_button(f"/{command}", intent, {})
            if given.conversation.consent != "given":
                return await self._consent.before(given, understood)
            return await self._dialogue(given, understood)
        conversation = self._from_link(given.conversation, argument)
        given = replace(given, conversation=conversation)
        if conversation.consent == "given":
            return await self._dialogue(
                given, Understanding.of_button("/start", "capabilities", {})
            )
        return self._consent.ask(given, first=True)

    def _erase(self, conversation: Conversation) -> Turn:
        language, receipt = conversation.language or "de", self._with.new_receipt()
        said = Said(self._with.welcome.deleted(language, receipt), language)
        return Turn(conversation, (said,), erase=True, receipt=receipt)

    def _export(self, given: TurnInput) -> Turn:
        """The file itself is made when it is delivered, so that it is kept nowhere."""
        conversation, message = given.conversation, given.message
        if conversation.language is None and message.language in self._with.catalogue.languages:
            conversation = conversation.with_(language=message.language)
        language = conversation.language or "de"
        reply = export_reply(self._say, message.channel, language)
        said = Said(reply, language, exports=True)
        return unchanged(replace(given, conversation=conversation), said)

    def _from_link(self, conversation: Conversation, argument: str) -> Conversation:
        for part in (argument, *argument.split("-", 1)):
            if part in self._with.catalogue.languages:
                conversation = conversation.with_(language=part)
            elif part in self._with.place.sites:
                conversation = conversation.with_(site=part)
        return conversation

    # Danger

    def _danger(self, given: TurnInput, danger: str, topic: str | None = None) -> Turn:
        conversation, text = given.conversation, given.message.text
        guess = self._with.languages.guess(text, conversation.language)
        language = guess.language if guess.language in self._with.catalogue.languages else None
        language = language or conversation.language or "de"
        said = [Said(self._with.danger.reply(danger, language, topic), language)]
        if conversation.consent == "none":
            conversation = conversation.with_(language=conversation.language or language)
        return Turn(offered(conversation, said), tuple(said))

    # Text

    async def _text(self, given: TurnInput) -> Turn:
        conversation, message = given.conversation, given.message
        text = message.text.strip()
        notes = []
        if message.kind in _NOT_READ:
            notes.append(_NOT_READ[message.kind])
        elif not any(character.isalnum() for character in text):
            notes.append("empty")
        if len(text) > LONGEST_TEXT:
            return self._too_long(given, len(text))
        if notes and not any(character.isalnum() for character in text):
            return self._not_words(given, notes[0])
        unsupported, conversation = self._switch_language(conversation, text)
        given = replace(given, conversation=conversation)
        understood = await self._with.assistant.understand(text)
        if understood.intent in self._with.catalogue.safety:
            topics = (c for c in understood.candidates if c in self._with.catalogue.topics)
            return await self._in_danger(given, understood.intent, next(topics, None))
        if unsupported and understood.intent != "change_language":
            return self._unsupported(given)
        understood = self._settled(understood)
        if conversation.consent != "given":
            return await self._consent.before(given, understood)
        turn = await self._dialogue(given, understood)
        if message.edited:
            notes.append("edited")
        return self._with_notes(turn, notes)

    def _settled(self, understood: Understanding) -> Understanding:
        """Unsure small talk is taken as it is; unsure topics become a question."""
        if not understood.unsure:
            return understood
        talk = understood.intent in self._with.catalogue.conversation
        others = [c for c in understood.candidates if c in self._with.catalogue.topics]
        if talk and understood.confidence >= SMALL_TALK_FROM and not others:
            return replace(understood, unsure=False)
        return replace(understood, intent=FALLBACK)

    def _guess(self, text: str, current: str | None) -> str | None:
        guess = self._with.languages.guess(text, current)
        known = guess.language in self._with.catalogue.languages
        return guess.language if guess.certain and known else None

    def _switch_language(self, conversation: Conversation, text: str) -> tuple[bool, Conversation]:
        guess = self._with.languages.guess(text, conversation.language)
        if not guess.certain or guess.language is None:
            return False, conversation
        if guess.language not in self._with.catalogue.languages:
            return True, conversation
        return False, conversation.with_(language=guess.language)

    def _unsupported(self, given: TurnInput) -> Turn:
        texts = [self._say("language-unsupported", language) for language in ("en", "de")]
        person = self._with.answers.person_button("en")
        said = [Said(Reply("\n\n".join(texts), (*language_buttons(), person)), "en")]
        return Turn(offered(given.conversation, said), tuple(said))

    def _too_long(self, given: TurnInput, length: int) -> Turn:
        conversation = given.conversation
        _, conversation = self._switch_language(conversation, given.message.text[:500])
        language = conversation.language or "de"
        text = self._say("too-long", language, length=length, limit=LONGEST_TEXT)
        buttons = (self._with.answers.person_button(language),)
        return Turn(conversation, (Said(Reply(text, buttons), language),))

    def _not_words(self, given: TurnInput, phrase: str) -> Turn:
        conversation = given.conversation
        if conversation.consent in {"none", "asked"} and conversation.language is None:
            return self._consent.ask(given, first=True)
        return unchanged(given, self._reply(phrase, conversation.language))

    async def _location(self, given: TurnInput) -> Turn:
        message, conversation = given.message, given.conversation
        district = nearest_district(
            self._with.place, message.latitude or 0.0, message.longitude or 0.0
        )
        if district is None:
            return unchanged(given, self._reply("district-not-known", conversation.language))
        understood = Understanding.of_button("/find_doctor", "find_doctor", {"district": district})
        if conversation.consent != "given":
            return await self._consent.before(given, understood)
        return await self._dialogue(given, understood)

    # Dialogue

    async def _dialogue(self, given: TurnInput, understood: Understanding) -> Turn:
        conversation = given.conversation
        if understood.intent == "talk_to_human" and self._with.cases.possible():
            return await self._hand_over(given)
        if understood.intent in self._with.catalogue.topics:
            conversation = _with_topic(conversation, understood.intent)
        outcome = await self._with.assistant.respond(
            conversation.id, understood, conversation.language or "de", conversation.events
        )
        said = [Said(reply, outcome.language) for reply in outcome.replies]
        conversation = conversation.with_(language=outcome.language, events=list(outcome.events))
        return Turn(
            offered(conversation, said), tuple(said), met=self._met(conversation, understood)
        )

    def _met(self, conversation: Conversation, understood: Understanding) -> tuple[Met, ...]:
        """What of the dialogue is counted, and how it ended as far as is known now."""
        topics = conversation.state.get("topics", ())
        last = topics[-1] if topics else None
        if understood.intent in self._with.catalogue.topics:
            return (Met(understood.intent, Outcome.ANSWERED),)
        if understood.intent in MISSES:
            return (Met(None, Outcome.ASKED_BACK),)
        if understood.intent == "talk_to_human":
            return (Met(last, Outcome.UNAVAILABLE),)
        if understood.intent in _JUDGED and last is not None:
            return (Met(last, _JUDGED[understood.intent]),)
        return ()

    def _with_notes(self, turn: Turn, notes: list[str]) -> Turn:
        if not notes or not turn.said:
            return turn
        first, *rest = turn.said
        lines = [self._say(note, first.language) for note in notes]
        reply = Reply("\n\n".join([*lines, first.reply.text]), first.reply.buttons)
        return replace(turn, said=(Said(reply, first.language), *rest))

    def _reply(self, phrase: str, language: str | None) -> Said:
        language = language or "de"
        topics = Reply(self._say(phrase, language), (self._with.answers.person_button(language),))
        return Said(topics, language)


def _with_topic(conversation: Conversation, topic: str) -> Conversation:
    earlier = [t for t in conversation.state.get("topics", ()) if t != topic]
    return conversation.with_(
        state={**conversation.state, "topics": (earlier + [topic])[-MOST_TOPICS:]}
    )
