"""What is stored, and for how long."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from dialogues.actions.base import Event, LotseAction, language_of, send
from dialogues.reply import Reply


class TellWhatIsStored(LotseAction):
    """Says it, and offers it as a file or to delete it."""

    action_name = "action_privacy_info"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[Event]:
        """Reply with the privacy text, a button that gives everything and one that deletes it."""
        language = language_of(tracker)
        text = self.say("privacy-info", language)
        delete = self.button("button-delete", language, "delete_my_data")
        file = self.button("button-my-data", language, "my_data")
        send(dispatcher, Reply(text, (file, delete)))
        return []
