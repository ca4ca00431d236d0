"""Never answers a medical question; says who may."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from dialogues.actions.base import Event, LotseAction, language_of, send
from dialogues.reply import Reply


class LeadToAPhysician(LotseAction):
    """Family doctor, 116117 or 112."""

    action_name = "action_medical_advice"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[Event]:
        """Reply with whom to ask and the topics that lead there."""
        language = language_of(tracker)
        text = self.say("medical-advice", language)
        answers = self.tools.answers
        buttons = (
            answers.topic_button("find_doctor", language),
            answers.topic_button("out_of_hours_care", language),
            answers.person_button(language),
        )
        send(dispatcher, Reply(text, buttons))
        return []
