"""Changes the language of the conversation."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from dialogues.actions.base import Event, LotseAction, entity_of, language_of, send
from dialogues.language_names import OWN_NAMES
from dialogues.reply import Reply, ReplyButton, payload


def language_buttons() -> tuple[ReplyButton, ...]:
    """A button for each language, each in its own words."""
    return tuple(
        ReplyButton(name, payload("change_language", language=code))
        for code, name in OWN_NAMES.items()
    )


class ChangeLanguage(LotseAction):
    """By button, or by naming the language; otherwise it asks which one."""

    action_name = "action_change_language"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[Event]:
        """Reply in the new language; a language not spoken gets the choice of those that are."""
        wanted = entity_of(tracker, "language") or entity_of(tracker, "spoken_language")
        if wanted in OWN_NAMES:
            topics = self.button("button-topics", wanted, "capabilities")
            send(dispatcher, Reply(self.say("language-changed", wanted), (topics,)))
            return [SlotSet("language", wanted)]
        phrase = "language-unsupported" if wanted else "language-choose"
        text = self.say(phrase, language_of(tracker))
        send(dispatcher, Reply(text, language_buttons()))
        return []
