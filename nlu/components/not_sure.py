"""Says when it is better to ask."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT_RANKING_KEY
from rasa.shared.nlu.training_data.message import Message

from nlu.components.keys import CANDIDATES, UNSURE
from nlu.components.registration import component
from nlu.safety import Danger
from nlu.uncertainty import Ranked, candidates, is_unsure


@component("INTENT_CLASSIFIER", is_trainable=False)
class NotSure(GraphComponent, IntentClassifier):
    """Adds ``unsure`` and, then or in danger, up to three ``candidates`` that are no danger.

    The intent keeps its name.

    ``threshold``: least probability of the first intent; ``margin``: least lead over the second;
    ``floor``: least probability of a second or third candidate; ``never``: intents that are no
    button.
    """

    def __init__(self, config: dict[str, Any]) -> None:
        """See the class."""
        self._threshold = float(config["threshold"])
        self._margin = float(config["margin"])
        self._floor = float(config["floor"])
        self._never = frozenset(config["never"])

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Chosen by cross-validation, see docs/decisions/0002-classifier.md."""
        return {
            "threshold": 0.5,
            "margin": 0.2,
            "floor": 0.05,
            "never": ["out_of_scope", "affirm", "deny", "greet", "thanks", "goodbye"],
        }

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NotSure:
        """See Rasa's ``GraphComponent``."""
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Judge each message; danger is not asked about, but gets candidates all the same."""
        for message in messages:
            ranking = [
                Ranked(r["name"], r["confidence"]) for r in message.get(INTENT_RANKING_KEY) or []
            ]
            dangers = {d.value for d in Danger}
            danger = bool(ranking) and ranking[0].name in dangers
            unsure = not danger and is_unsure(ranking, self._threshold, self._margin)
            offered = (
                candidates(ranking, self._never | dangers, self._floor) if unsure or danger else []
            )
            message.set(UNSURE, unsure, add_to_output=True)
            message.set(CANDIDATES, offered, add_to_output=True)
        return messages
