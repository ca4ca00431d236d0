"""What the actions have in common: their tools and a way to reply."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from dialogues.reply import Reply, ReplyButton, payload
from dialogues.tools import Tools

Event = dict[str, Any]


class LotseAction(Action):
    """An action with its collaborators."""

    action_name: str

    def __init__(self, tools: Tools) -> None:
        """tools: what the action may use; nothing else."""
        self.tools = tools

    def name(self) -> str:
        """The name the domain knows it by."""
        return self.action_name

    def say(self, phrase: str, language: str, /, **values: str | int | float) -> str:
        """A phrase of the phrasebook."""
        return self.tools.phrasebook.say(phrase, language, **values)

    def button(self, phrase: str, language: str, intent: str, **entities: str) -> ReplyButton:
        """A button with a phrase as its title."""
        return ReplyButton(self.say(phrase, language), payload(intent, **entities))


def send(dispatcher: CollectingDispatcher, reply: Reply) -> None:
    """Give a reply to Rasa's dispatcher."""
    buttons = [{"title": b.title, "payload": b.payload} for b in reply.buttons]
    dispatcher.utter_message(text=reply.text, buttons=buttons)


def language_of(tracker: Tracker) -> str:
    """The resident's language (ISO 639-1), German when nobody set one (as in `rasa test`)."""
    return tracker.get_slot("language") or "de"


def intent_of(tracker: Tracker) -> str:
    """The intent of the message being answered."""
    return str((tracker.latest_message.get("intent") or {}).get("name") or "")


def entity_of(tracker: Tracker, entity: str) -> str | None:
    """The first value of an entity in the message being answered."""
    for found in tracker.latest_message.get("entities") or ():
        if found.get("entity") == entity and found.get("value"):
            return str(found["value"])
    return None
