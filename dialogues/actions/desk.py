"""A German sentence to show at the counter."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from dialogues.actions.base import Event, LotseAction, entity_of, language_of, send


class ShowAtTheDesk(LotseAction):
    """What the button "show this at the desk" shows."""

    action_name = "action_desk"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[Event]:
        """Reply with the topic's German sentence and what it means."""
        topic = entity_of(tracker, "topic") or tracker.get_slot("last_topic")
        if topic not in self.tools.catalogue.topics:
            topic = "interpreter"
        send(dispatcher, self.tools.answers.desk(topic, language_of(tracker)))
        return []
