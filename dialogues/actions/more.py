"""The long text of a topic."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from dialogues.actions.base import Event, LotseAction, entity_of, language_of, send


class MoreOnTopic(LotseAction):
    """What the button "more on this" shows."""

    action_name = "action_more"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[Event]:
        """Reply with the long text of the topic the button names."""
        topic = entity_of(tracker, "topic") or tracker.get_slot("last_topic")
        if topic not in self.tools.catalogue.topics:
            topic = "health_system"
        send(dispatcher, self.tools.answers.more(topic, language_of(tracker)))
        return []
