"""Classifies messages by their sentence embeddings and n-grams."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import vstack

from nlu.components.keys import LANGUAGE
from nlu.components.registration import component
from nlu.kernel import KernelClassifier, Settings

_FILE = "kernel.npz"


@component("INTENT_CLASSIFIER", is_trainable=True)
class KernelIntentClassifier(GraphComponent, IntentClassifier):
    """Sets ``intent`` and the whole ``intent_ranking``; see ``nlu/kernel.py`` for the method.

    Its config holds the fields of :class:`nlu.kernel.Settings`.
    """

    def __init__(
        self,
        config: dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        classifier: KernelClassifier | None,
    ) -> None:
        """See ``create`` and ``load``."""
        self._settings = Settings(
            width=config["width"],
            ngrams=config["ngrams"],
            ridge=config["ridge"],
            temperature=config["temperature"],
        )
        self._storage = storage
        self._resource = resource
        self._classifier = classifier

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Chosen by cross-validation, see docs/decisions/0002-classifier.md."""
        return {"width": 1.0, "ngrams": 0.25, "ridge": 0.2, "temperature": 18.0}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> KernelIntentClassifier:
        """Make one that has yet to be trained."""
        return cls(config, model_storage, resource, None)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> KernelIntentClassifier:
        """Read a trained one."""
        with model_storage.read_from(resource) as folder:
            classifier = KernelClassifier.load(folder / _FILE)
        return cls(config, model_storage, resource, classifier)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit to all examples that have a text and an intent."""
        examples = [m for m in training_data.intent_examples if m.get(TEXT) and m.features]
        embeddings = {
            name: np.vstack([_dense(m)[name] for m in examples]) for name in _dense(examples[0])
        }
        ngrams = vstack([_sparse(m) for m in examples]).tocsr()
        labels = [str(m.get(INTENT)) for m in examples]
        groups = [_group(m) for m in examples]
        self._classifier = KernelClassifier.fit(embeddings, ngrams, groups, labels, self._settings)
        with self._storage.write_to(self._resource) as folder:
            self._classifier.save(folder / _FILE)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Rank all intents for each message; one without a text has none.

        Raises:
            RuntimeError: the component was neither trained nor loaded.
        """
        if self._classifier is None:
            raise RuntimeError("the classifier has not been trained yet")
        for message in messages:
            ranking: list[dict[str, Any]] = []
            if message.features:
                chances = self._classifier.probabilities(
                    _dense(message), _sparse(message), [_group(message)]
                )[0]
                order = np.argsort(-chances, kind="stable")
                ranking = [
                    {"name": self._classifier.classes[i], "confidence": float(chances[i])}
                    for i in order
                ]
            best = ranking[0] if ranking else {"name": None, "confidence": 0.0}
            message.set(INTENT, best, add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages


def _group(message: Message) -> str:
    return message.get(LANGUAGE) or ""


def _dense(message: Message) -> dict[str, np.ndarray[Any, Any]]:
    return {f.origin: np.asarray(f.features) for f in _of_sentence(message) if f.is_dense()}


def _sparse(message: Message) -> Any:
    return next(f.features for f in _of_sentence(message) if f.is_sparse())


def _of_sentence(message: Message) -> list[Features]:
    return [f for f in message.features if f.attribute == TEXT and f.type == FEATURE_TYPE_SENTENCE]
