"""Where methods sign themselves in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from tests.botapi.params import Params
from tests.botapi.state import State

Method = Callable[[State, Params], Awaitable[Any]]

METHODS: dict[str, tuple[str, Method]] = {}


def method(name: str) -> Callable[[Method], Method]:
    """Register a function as a Bot API method."""

    def register(function: Method) -> Method:
        METHODS[name.lower()] = (name, function)
        return function

    return register
