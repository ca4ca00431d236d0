"""Answers a topic from the knowledge base."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from dialogues.actions.base import Event, LotseAction, intent_of, language_of, send
from dialogues.reply import Reply


class AnswerTopic(LotseAction):
    """The curated answer; asked for the same topic in the same words, it says so first."""

    action_name = "action_answer"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[Event]:
        """Reply with the answer to the message's intent."""
        topic, language = intent_of(tracker), language_of(tracker)
        reply = self.tools.answers.answer(topic, language)
        if tracker.latest_message.get("metadata", {}).get("repeated"):
            reply = Reply(f"{self.say('answer-again', language)}\n\n{reply.text}", reply.buttons)
        send(dispatcher, reply)
        return [SlotSet("last_topic", topic)]
