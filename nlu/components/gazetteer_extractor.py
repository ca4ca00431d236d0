"""Marks specialties, spoken languages, districts and insurers in messages."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu import resources
from nlu.components.keys import LANGUAGE
from nlu.components.registration import component


@component("ENTITY_EXTRACTOR", is_trainable=False)
class GazetteerExtractor(GraphComponent):
    """Adds entities as Rasa shapes them; what the names are stands in ``nlu/lexicon``."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> GazetteerExtractor:
        """Load what it needs, so that the first message need not wait."""
        resources.gazetteer()
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Mark the entities of each message."""
        for message in messages:
            found = resources.gazetteer().find(message.get(TEXT) or "", message.get(LANGUAGE))
            entities = [
                {
                    "entity": entity.entity,
                    "value": entity.value,
                    "start": entity.start,
                    "end": entity.end,
                    "confidence_entity": entity.confidence,
                    "extractor": type(self).__name__,
                }
                for entity in found
            ]
            message.set(ENTITIES, message.get(ENTITIES, []) + entities, add_to_output=True)
        return messages
