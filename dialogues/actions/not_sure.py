"""Asks instead of guessing."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from dialogues.actions.base import Event, LotseAction, language_of, send
from dialogues.reply import Reply, ReplyButton

MISSES_UNTIL_A_PERSON = 2
MOST_CANDIDATES = 3


class AskWhatWasMeant(LotseAction):
    """Offers up to three topics; after two misses in a row, a person."""

    action_name = "action_not_sure"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[Event]:
        """Reply with topic buttons for the candidates in the message's metadata."""
        language = language_of(tracker)
        misses = int(tracker.get_slot("misses") or 0) + 1
        candidates = self._candidates(tracker, language)
        if misses >= MISSES_UNTIL_A_PERSON:
            person = self.tools.answers.person_button(language)
            text = self.say("unclear-person", language)
            send(dispatcher, Reply(text, (person, *candidates)))
        elif candidates:
            none = self.button("button-none-of-these", language, "deny")
            text = self.say("unclear-choose", language)
            send(dispatcher, Reply(text, (*candidates, none)))
        else:
            topics = self.button("button-topics", language, "capabilities")
            send(dispatcher, Reply(self.say("unclear-rephrase", language), (topics,)))
        return [SlotSet("misses", misses)]

    def _candidates(self, tracker: Tracker, language: str) -> list[ReplyButton]:
        names = (tracker.latest_message.get("metadata") or {}).get("candidates") or ()
        topics = [name for name in names if name in self.tools.catalogue.topics]
        return [self.tools.answers.topic_button(t, language) for t in topics[:MOST_CANDIDATES]]
