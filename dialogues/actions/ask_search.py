"""The three questions of a search for a practice."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from dialogues.actions.base import Event, LotseAction, language_of, send
from dialogues.answers import spoken_language_name
from dialogues.reply import Reply, ReplyButton, payload
from knowledge.model import Place

#: Most asked for, so that the list fits a phone; any other can be typed.
SPECIALTIES = (
    "general_practice",
    "paediatrics",
    "gynaecology",
    "dentistry",
    "dermatology",
    "ophthalmology",
    "ent",
    "orthopaedics",
)
SPOKEN_LANGUAGES = ("ar", "ru", "tr", "en", "fa", "uk", "ku", "de")
MOST_DISTRICTS = 9


class _Ask(LotseAction, ABC):
    slot: str
    phrase: str

    @abstractmethod
    def choices(self, language: str) -> list[ReplyButton]:
        """The buttons for the likeliest values."""

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[Event]:
        """Ask for the slot, with buttons to choose, skip or stop."""
        language = language_of(tracker)
        buttons = self.choices(language)
        buttons.append(self.button("button-skip", language, "skip"))
        buttons.append(self.button("button-cancel", language, "cancel"))
        send(dispatcher, Reply(self.say(self.phrase, language), tuple(buttons)))
        return []

    def choice(self, title: str, value: str) -> ReplyButton:
        """A button that fills this slot."""
        return ReplyButton(title, payload("choose", **{self.slot: value}))


class AskSpecialty(_Ask):
    """Which kind of practice?"""

    action_name = "action_ask_find_doctor_form_specialty"
    slot, phrase = "specialty", "ask-specialty"

    def choices(self, language: str) -> list[ReplyButton]:
        """The specialties people look for most."""
        return [self.choice(self.say(f"specialty-{s}", language), s) for s in SPECIALTIES]


class AskSpokenLanguage(_Ask):
    """Which language should they speak?"""

    action_name = "action_ask_find_doctor_form_spoken_language"
    slot, phrase = "spoken_language", "ask-spoken-language"

    def choices(self, language: str) -> list[ReplyButton]:
        """The resident's own language first."""
        codes = [language, *(code for code in SPOKEN_LANGUAGES if code != language)]
        return [self.choice(spoken_language_name(code, language), code) for code in codes]


class AskDistrict(_Ask):
    """Where?"""

    action_name = "action_ask_find_doctor_form_district"
    slot, phrase = "district", "ask-district"

    def choices(self, language: str) -> list[ReplyButton]:
        """The districts with most services."""
        return [self.choice(name, name) for name in busiest_districts(self.tools.place)]


def busiest_districts(place: Place) -> list[str]:
    """Districts of the directory, those with most services first, at most MOST_DISTRICTS."""
    counts: dict[str, int] = {}
    for service in place.directory.services:
        counts[service.district] = counts.get(service.district, 0) + 1
    return sorted(counts, key=lambda name: (-counts[name], name))[:MOST_DISTRICTS]
