"""Lets danger win over every other reading of a message."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu import resources
from nlu.components.keys import CLASSIFIED, DANGER_BY_RULE
from nlu.components.registration import component
from nlu.safety import Danger
from nlu.uncertainty import Ranked, suspected


@component("INTENT_CLASSIFIER", is_trainable=False)
class SafetyNet(GraphComponent, IntentClassifier):
    """Sets the intent to ``emergency`` or ``crisis`` if a rule says so, or if the classifier gives
    both together at least ``threshold``.

    Adds ``danger_by_rule`` (intent or null) and ``classified`` (what the classifier alone put
    first), so that each one's share can be measured.
    """

    def __init__(self, config: dict[str, Any]) -> None:
        """See the class."""
        self._threshold = float(config["threshold"])

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Chosen by cross-validation, see docs/decisions/0002-classifier.md."""
        return {"threshold": 0.15}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SafetyNet:
        """Load what it needs, so that the first message need not wait."""
        resources.safety_rules()
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Check each message."""
        for message in messages:
            ranking = message.get(INTENT_RANKING_KEY) or []
            rule = resources.safety_rules().danger(message.get(TEXT) or "")
            by_rule = rule.value if rule else None
            ranked = [Ranked(r["name"], r["confidence"]) for r in ranking]
            danger = by_rule or suspected(ranked, [d.value for d in Danger], self._threshold)
            message.set(DANGER_BY_RULE, by_rule, add_to_output=True)
            message.set(CLASSIFIED, (message.get(INTENT) or {}).get("name"), add_to_output=True)
            if danger:
                best = {"name": danger, "confidence": 1.0}
                others = [r for r in ranking if r["name"] != danger]
                message.set(INTENT, best, add_to_output=True)
                message.set(INTENT_RANKING_KEY, [best, *others], add_to_output=True)
        return messages
