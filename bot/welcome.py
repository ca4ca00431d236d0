"""First contact: who Lotse is, which language, and the question for consent."""

from __future__ import annotations

from dialogues.actions.change_language import language_buttons
from dialogues.language_names import OWN_NAMES
from dialogues.phrasebook import Phrasebook
from dialogues.reply import Reply, ReplyButton, payload


class Welcome:
    """Writes the texts of the first contact."""

    def __init__(self, phrasebook: Phrasebook) -> None:
        """phrasebook: what to say."""
        self._say = phrasebook.say

    def in_all_languages(self) -> Reply:
        """A greeting in the five languages, with a button for each."""
        lines = [self._say("welcome-choose-language", language) for language in OWN_NAMES]
        return Reply("\n\n".join(lines), language_buttons())

    def introduction(self, language: str, question_waits: bool) -> Reply:
        """What Lotse is, is not and keeps, and the question for consent."""
        parts = [self._say("intro", language), self._say("intro-keeps", language)]
        if question_waits:
            parts.append(self._say("intro-question-waits", language))
        buttons = zip(language_buttons(), OWN_NAMES, strict=True)
        others = tuple(button for button, code in buttons if code != language)
        return Reply("\n\n".join(parts), (*self.consent_buttons(language), *others))

    def consent_again(self, language: str, question_waits: bool) -> Reply:
        """The question for consent, shorter."""
        text = self._say("consent-please", language)
        if question_waits:
            text += "\n\n" + self._say("intro-question-waits", language)
        return Reply(text, self.consent_buttons(language))

    def needs_consent(self, language: str) -> Reply:
        """What was asked for is not possible while nothing may be kept."""
        return Reply(self._say("needs-consent", language), self.consent_buttons(language)[:1])

    def agreed(self, language: str, question_waits: bool) -> Reply:
        """Thanks for the consent."""
        if question_waits:
            return Reply(self._say("consent-thanks", language))
        return Reply(self._say("consent-given", language), self._menu(language))

    def agreed_before(self, language: str) -> Reply:
        """The consent was there already."""
        return Reply(self._say("consent-already-given", language), self._menu(language))

    def refused(self, language: str) -> Reply:
        """Nothing will be kept; messages are answered one by one."""
        return Reply(self._say("consent-refused", language), self.consent_buttons(language)[:1])

    def deleted(self, language: str, receipt: str) -> Reply:
        """Everything is deleted. receipt: the number by which that can be proven."""
        return Reply(self._say("deleted", language, receipt=receipt))

    def withdrawn(self, language: str, receipt: str) -> Reply:
        """Consent was taken back: everything is deleted."""
        refused = self._say("consent-refused", language)
        return Reply(f"{self.deleted(language, receipt).text}\n\n{refused}")

    def consent_buttons(self, language: str) -> tuple[ReplyButton, ...]:
        """Yes and no."""
        return (
            ReplyButton(self._say("button-agree", language), payload("give_consent")),
            ReplyButton(self._say("button-refuse", language), payload("refuse_consent")),
        )

    def _menu(self, language: str) -> tuple[ReplyButton, ...]:
        return (
            ReplyButton(self._say("button-topics", language), payload("capabilities")),
            ReplyButton(self._say("button-person", language), payload("talk_to_human")),
        )
