"""Asks before everything is deleted."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from dialogues.actions.base import Event, LotseAction, language_of, send
from dialogues.reply import Reply


class AskBeforeDeleting(LotseAction):
    """A typed wish may be a misunderstanding: the button below it deletes (`bot.conversation`)."""

    action_name = "action_delete_data"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[Event]:
        """Reply with the question and two buttons."""
        language = language_of(tracker)
        yes = self.button("button-delete", language, "delete_my_data")
        no = self.button("button-keep", language, "deny")
        send(dispatcher, Reply(self.say("delete-ask", language), (yes, no)))
        return []
