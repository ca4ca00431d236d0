"""Makes our components known to Rasa's recipe without importing it.

Importing ``rasa.engine.recipes.default_recipe`` imports TensorFlow: some twelve seconds and 350 MB
that a process which only understands messages does not need. Rasa looks components up only while it
trains, and its recipe then imports them; a process that imported them before must not train.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final, Literal, TypeVar

Kind = Literal[
    "MESSAGE_TOKENIZER",
    "MESSAGE_FEATURIZER",
    "INTENT_CLASSIFIER",
    "ENTITY_EXTRACTOR",
]
Component = TypeVar("Component", bound=type)

_RECIPE: Final = "rasa.engine.recipes.default_recipe"


def component(kind: Kind, *, is_trainable: bool) -> Callable[[Component], Component]:
    """Mark a graph component.

    Args:
        kind: what Rasa's recipe uses it for, a name of ``DefaultV1Recipe.ComponentType``.
        is_trainable: whether it has a ``train`` step.

    Returns:
        A class decorator that gives the class back unchanged.
    """

    def decorate(cls: Component) -> Component:
        if _RECIPE in sys.modules:
            _register(cls, kind, is_trainable)
        return cls

    return decorate


def _register(cls: type, kind: Kind, is_trainable: bool) -> None:
    from rasa.engine.recipes.default_recipe import DefaultV1Recipe

    types = DefaultV1Recipe.ComponentType
    DefaultV1Recipe.register(getattr(types, kind), is_trainable)(cls)
