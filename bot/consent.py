"""Before anything is kept: asking for consent, and what happens without it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot import payloads
from bot.assistant import Assistant, Understanding
from bot.offers import offered, unchanged
from bot.statistics.outcomes import Outcome
from bot.turn import Met, Said, Turn, TurnInput
from bot.welcome import Welcome
from dialogues.answers import Answers
from dialogues.reply import Reply
from knowledge.catalogue import Catalogue


class Consent:
    """Turns of conversations that have not agreed (docs/decisions/0005)."""

    def __init__(
        self,
        assistant: Assistant,
        welcome: Welcome,
        answers: Answers,
        catalogue: Catalogue,
        guess: Callable[[str, str | None], str | None],
        take: Callable[[TurnInput], Awaitable[Turn]],
        new_receipt: Callable[[], str],
    ) -> None:
        """guess: a text's language if it is sure. take: answers a message that waited.

        new_receipt: a number for somebody whose data are erased.
        """
        self._assistant = assistant
        self._welcome = welcome
        self._answers = answers
        self._catalogue = catalogue
        self._guess = guess
        self._take = take
        self._new_receipt = new_receipt

    def ask(self, given: TurnInput, first: bool, hold: bool = False) -> Turn:
        """Language, who Lotse is, the question. hold: the message waits for the answer."""
        conversation, welcome = given.conversation, self._welcome
        waits = hold or bool(given.held)
        if conversation.language is None:
            said = Said(welcome.in_all_languages(), "en")
        else:
            language = conversation.language
            text = welcome.introduction if first else welcome.consent_again
            said = Said(text(language, waits), language)
            conversation = conversation.with_(consent="asked")
        return Turn(conversation, (said,), hold=hold)

    async def agree(self, given: TurnInput) -> Turn:
        """Consent is given: what waited is answered now."""
        conversation, welcome = given.conversation, self._welcome
        language = conversation.language or self._guess(given.message.text, None) or "de"
        if conversation.consent == "given":
            return unchanged(given, Said(welcome.agreed_before(language), language))
        conversation = conversation.with_(consent="given", language=language)
        said = [Said(welcome.agreed(language, bool(given.held)), language)]
        hand_over = None
        met: list[Met] = []
        for question in given.held:
            turn = await self._take(TurnInput(conversation, question.message))
            conversation, hand_over = turn.conversation, turn.hand_over
            said += turn.said
            met += turn.met
            if hand_over is not None:
                break
        answered = tuple(question.inbox_id for question in given.held)
        conversation = offered(conversation, said)
        return Turn(
            conversation, tuple(said), answered=answered, hand_over=hand_over, met=tuple(met)
        )

    def refuse(self, given: TurnInput) -> Turn:
        """Consent is refused, or withdrawn: then everything is erased."""
        language = given.conversation.language or "de"
        if given.conversation.consent == "given":
            receipt = self._new_receipt()
            withdrawn = Said(self._welcome.withdrawn(language, receipt), language)
            return Turn(given.conversation, (withdrawn,), erase=True, receipt=receipt)
        said = [Said(self._welcome.refused(language), language)]
        conversation = given.conversation.with_(consent="refused", language=language)
        answered = tuple(question.inbox_id for question in given.held)
        return Turn(conversation, tuple(said), answered=answered)

    async def before(self, given: TurnInput, understood: Understanding) -> Turn:
        """A message of somebody who has not agreed."""
        conversation = given.conversation
        if conversation.consent == "refused":
            return await self._one_answer(given, understood)
        if conversation.consent == "asked":
            if understood.intent == "affirm" and not understood.unsure:
                return await self.agree(given)
            if understood.intent == "deny" and not understood.unsure:
                return self.refuse(given)
        small_talk = understood.intent in {"greet", "affirm", "deny", "thanks", "goodbye"}
        hold = not small_talk or understood.unsure
        return self.ask(given, first=conversation.consent == "none", hold=hold)

    async def _one_answer(self, given: TurnInput, understood: Understanding) -> Turn:
        """Consent was refused: the message is answered for itself and nothing is kept."""
        language = given.conversation.language or "de"
        welcome = self._welcome
        met: tuple[Met, ...] = ()
        if understood.intent in self._catalogue.topics:
            met = (Met(understood.intent, Outcome.ANSWERED),)
            reply = self._answers.answer(understood.intent, language)
        elif understood.intent in {"affirm"}:
            return await self.agree(given)
        elif understood.intent in {"talk_to_human", "more", "desk", "choose", "skip"}:
            return unchanged(given, Said(welcome.needs_consent(language), language))
        else:
            outcome = await self._assistant.respond(given.conversation.id, understood, language)
            reply, language = outcome.replies[0], outcome.language
        public = [
            b
            for b in reply.buttons
            if payloads.allowed(b.payload, (), self._catalogue.topics, self._catalogue.languages)
        ]
        buttons = (*public, welcome.consent_buttons(language)[0])
        conversation = given.conversation.with_(language=language)
        return Turn(conversation, (Said(Reply(reply.text, buttons), language),), met=met)
