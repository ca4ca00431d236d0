"""Start again."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from dialogues.actions.base import Event, LotseAction, language_of, send
from dialogues.actions.start_search import EMPTY_SEARCH
from dialogues.reply import Reply


class Cancel(LotseAction):
    """Forgets the question just asked."""

    action_name = "action_cancel"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[Event]:
        """Reply that a new question is welcome."""
        language = language_of(tracker)
        topics = self.button("button-topics", language, "capabilities")
        send(dispatcher, Reply(self.say("cancelled", language), (topics,)))
        return EMPTY_SEARCH
