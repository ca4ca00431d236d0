"""Says each message again in standard words and letters."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu import resources
from nlu.components.keys import LANGUAGE, STANDARD_TEXT
from nlu.components.registration import component


@component("MESSAGE_FEATURIZER", is_trainable=False)
class Normaliser(GraphComponent):
    """Sets ``standard_text``, which the sentence embedding reads instead of the text."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Normaliser:
        """Load what it needs, so that the first message need not wait."""
        resources.respeller()
        return cls()

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Train again when the standard words change."""
        return resources.fingerprint("ar/standard_words.yml")

    def process(self, messages: list[Message]) -> list[Message]:
        """Respell each message that has a text."""
        for message in messages:
            if text := message.get(TEXT):
                standard = resources.respeller().standard(text, message.get(LANGUAGE))
                message.set(STANDARD_TEXT, standard)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Respell each example."""
        self.process(training_data.training_examples)
        return training_data
