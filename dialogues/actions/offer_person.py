"""The resident wants to talk to a person."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from dialogues.actions.base import Event, LotseAction, language_of, send
from dialogues.people import PEOPLE
from dialogues.reply import Reply


class OfferPerson(LotseAction):
    """Says honestly that nobody can be reached from here, and who can be reached."""

    action_name = "action_offer_person"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[Event]:
        """Reply with offices that advise in person."""
        language = language_of(tracker)
        contacts = [self.tools.library.contacts[name] for name in PEOPLE]
        text = self.say("person-unavailable", language)
        listed = self.tools.answers.contacts(contacts, language)
        topics = self.button("button-topics", language, "capabilities")
        send(dispatcher, Reply(f"{text}\n\n{listed}", (topics,)))
        return []
