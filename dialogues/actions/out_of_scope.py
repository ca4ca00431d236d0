"""Something Lotse knows nothing about."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from dialogues.actions.base import Event, LotseAction, language_of, send
from dialogues.reply import Reply

SHOWN = ("find_doctor", "insurance_contact", "forms_help")


class TellWhatLotseKnows(LotseAction):
    """Kindly says what Lotse can do instead. It counts as a miss: a person may understand."""

    action_name = "action_out_of_scope"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[Event]:
        """Reply with some topics and a person."""
        language = language_of(tracker)
        answers = self.tools.answers
        buttons = (
            *(answers.topic_button(topic, language) for topic in SHOWN),
            self.button("button-topics", language, "capabilities"),
            answers.person_button(language),
        )
        send(dispatcher, Reply(self.say("out-of-scope", language), buttons))
        return [SlotSet("misses", int(tracker.get_slot("misses") or 0) + 1)]
