"""Splits messages with spaCy's rules for their language."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

from nlu import resources
from nlu.components.keys import LANGUAGE
from nlu.components.registration import component


@component("MESSAGE_TOKENIZER", is_trainable=False)
class BlankSpacyTokeniser(Tokenizer):
    """Rasa's own spaCy tokenizer needs one downloaded model for one language; this needs none."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Intents are never split."""
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_"}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> BlankSpacyTokeniser:
        """Load what it needs, so that the first message need not wait."""
        resources.tokenisers()
        return cls(config)

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """Return the tokens of a text, without white space."""
        doc = resources.tokeniser(message.get(LANGUAGE))(message.get(attribute))
        return [Token(token.text, token.idx) for token in doc if not token.is_space]
