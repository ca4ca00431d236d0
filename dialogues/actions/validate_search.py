"""Checks the answers to the questions of a search; each question can be skipped."""

from __future__ import annotations

from typing import Any

from babel import Locale
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import FormValidationAction

from dialogues.actions.base import entity_of, intent_of, language_of
from dialogues.tools import Tools

ANY = "any"
_SKIPS = frozenset({"skip", "deny"})


class ValidateSearch(FormValidationAction):
    """Fills the slot asked for, or says what was not understood and lets the form ask again."""

    def __init__(self, tools: Tools) -> None:
        """tools: what the action may use."""
        self.tools = tools

    def name(self) -> str:
        """The name the domain knows it by."""
        return "validate_find_doctor_form"

    def known(self, slot: str, value: str) -> bool:
        """Whether the value can be searched for."""
        if value == ANY:
            return True
        if slot == "specialty":
            return value in self.tools.catalogue.specialties
        if slot == "district":
            return value in self.tools.place.districts
        return value in Locale("de").languages

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Events that set the slots; None for one that has to be asked again."""
        asked = tracker.get_slot("requested_slot")
        events = []
        for slot in ("specialty", "spoken_language", "district"):
            value = entity_of(tracker, slot) or tracker.get_slot(slot)
            if slot == asked and intent_of(tracker) in _SKIPS:
                value = ANY
            if value is not None and not self.known(slot, value):
                value = None
            if slot == asked and value is None:
                phrase = f"{slot.replace('_', '-')}-not-known"
                dispatcher.utter_message(self.tools.phrasebook.say(phrase, language_of(tracker)))
            events.append({"event": "slot", "name": slot, "value": value})
        return events
