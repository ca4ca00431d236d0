"""What Lotse can do, as buttons."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from dialogues.actions.base import Event, LotseAction, language_of, send
from dialogues.reply import Reply

#: What people ask most in Bremen's health centres (Senate's answer of 18 Feb 2025, question 4).
SHOWN = (
    "find_doctor",
    "book_appointment",
    "insurance_contact",
    "forms_help",
    "understand_letter",
    "nursing_care",
    "midwife",
    "mental_health",
    "no_insurance",
    "interpreter",
)


class ShowCapabilities(LotseAction):
    """The menu."""

    action_name = "action_capabilities"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[Event]:
        """Reply with the most asked topics, a person and the choice of a language."""
        language = language_of(tracker)
        answers = self.tools.answers
        buttons = [answers.topic_button(topic, language) for topic in SHOWN]
        buttons.append(answers.person_button(language))
        buttons.append(self.button("button-language", language, "change_language"))
        send(dispatcher, Reply(self.say("capabilities", language), tuple(buttons)))
        return []
