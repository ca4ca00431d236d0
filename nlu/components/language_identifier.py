"""Notes the language of a message."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu import resources
from nlu.components.keys import LANGUAGE, LANGUAGE_CERTAIN
from nlu.components.registration import component


@component("MESSAGE_FEATURIZER", is_trainable=False)
class LanguageIdentifier(GraphComponent):
    """Adds ``language`` (ISO code or null) and ``language_certain`` to what is understood.

    The conversation's language, if known, comes as ``{"language": ...}`` in the metadata.
    """

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LanguageIdentifier:
        """Load what it needs, so that the first message need not wait."""
        resources.guesser()
        return cls()

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Train again when a word list changes."""
        return resources.fingerprint("*/common_words.yml")

    def process(self, messages: list[Message]) -> list[Message]:
        """Note the language of each message that has a text."""
        for message in messages:
            text = message.get(TEXT)
            if not text:
                continue
            current = (message.get("metadata") or {}).get(LANGUAGE)
            guess = resources.guesser().guess(text, current)
            message.set(LANGUAGE, guess.language, add_to_output=True)
            message.set(LANGUAGE_CERTAIN, guess.certain, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Note the language of each example."""
        self.process(training_data.training_examples)
        return training_data
