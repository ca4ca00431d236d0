"""Was this helpful?"""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from dialogues.actions.base import Event, LotseAction, intent_of, language_of, send
from dialogues.reply import Reply


class RateAnswer(LotseAction):
    """Thanks for the judgement; a bad one leads to a person."""

    action_name = "action_rate"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[Event]:
        """Reply to the buttons below an answer."""
        language = language_of(tracker)
        topics = self.button("button-topics", language, "capabilities")
        if intent_of(tracker) == "helpful":
            send(dispatcher, Reply(self.say("helpful-thanks", language), (topics,)))
        else:
            person = self.tools.answers.person_button(language)
            send(dispatcher, Reply(self.say("not-helpful-thanks", language), (person, topics)))
        return []
