"""Begins a search for a practice with what the sentence already says."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from dialogues.actions.base import Event, LotseAction, entity_of

SEARCH_SLOTS = ("specialty", "spoken_language", "district")
EMPTY_SEARCH: list[Event] = [SlotSet(slot, None) for slot in SEARCH_SLOTS]


class StartSearch(LotseAction):
    """A new search keeps nothing of an old one."""

    action_name = "action_start_search"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[Event]:
        """Set the slots the sentence fills and clear the others."""
        filled = [SlotSet(slot, entity_of(tracker, slot)) for slot in SEARCH_SLOTS]
        return [*filled, SlotSet("last_topic", "find_doctor")]
