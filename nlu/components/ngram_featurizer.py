"""Counts character and word n-grams of each message."""

from __future__ import annotations

import json
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.keys import STANDARD_TEXT
from nlu.components.registration import component
from nlu.ngrams import NGrams

NAME = "ngrams"
_FILE = "ngrams.json"


@component("MESSAGE_FEATURIZER", is_trainable=True)
class NGramFeaturizer(GraphComponent):
    """A sparse sentence feature, of the text as typed and, where it differs, as respelt."""

    def __init__(self, storage: ModelStorage, resource: Resource, ngrams: NGrams | None) -> None:
        """See ``create`` and ``load``."""
        self._storage = storage
        self._resource = resource
        self._ngrams = ngrams

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NGramFeaturizer:
        """Make one that has yet to be trained."""
        return cls(model_storage, resource, None)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> NGramFeaturizer:
        """Read a trained one."""
        with model_storage.read_from(resource) as folder:
            stored = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        vocabulary = {gram: column for column, gram in enumerate(stored["ngrams"])}
        return cls(model_storage, resource, NGrams(vocabulary, stored["idf"]))

    def train(self, training_data: TrainingData) -> Resource:
        """Choose the n-grams."""
        self._ngrams = NGrams.fit(_text(m) for m in training_data.training_examples)
        stored = {"ngrams": list(self._ngrams.vocabulary), "idf": list(self._ngrams.idf)}
        with self._storage.write_to(self._resource) as folder:
            (folder / _FILE).write_text(json.dumps(stored, ensure_ascii=False), encoding="utf-8")
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Count the n-grams of each message that has a text.

        Raises:
            RuntimeError: the component was neither trained nor loaded.
        """
        if self._ngrams is None:
            raise RuntimeError("the n-grams have not been chosen yet")
        for message in messages:
            if text := _text(message):
                row = self._ngrams.transform(text)
                message.add_features(Features(row, FEATURE_TYPE_SENTENCE, TEXT, NAME))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Count the n-grams of each example."""
        self.process(training_data.training_examples)
        return training_data


def _text(message: Message) -> str:
    text = message.get(TEXT) or ""
    standard = message.get(STANDARD_TEXT) or text
    return text if standard == text else f"{text} {standard}"
