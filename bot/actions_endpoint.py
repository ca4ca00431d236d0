"""Runs Rasa's custom actions in this process instead of on a second server."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk import Action
from rasa_sdk.executor import ActionExecutor


class InProcessActions(EndpointConfig):
    """What Rasa takes for an action server's address."""

    def __init__(self, actions: Iterable[Action]) -> None:
        """actions: instances with their collaborators injected."""
        # The actions need no copy of the whole domain with each call.
        super().__init__(url="in-process", enable_selective_domain=True)
        self._executor = ActionExecutor()
        for action in actions:
            self._executor.register_action(action)

    async def request(self, *_: Any, json: dict[str, Any], **__: Any) -> dict[str, Any] | None:
        """Run the action Rasa asks for and give what an action server would answer."""
        result: dict[str, Any] | None = await self._executor.run(json)
        return result


def trust_our_own_actions() -> None:
    """Leave out Rasa's check of what an action server answered.

    It compiles a JSON schema at each call (60 ms, docs/decisions/0004); what runs in this process
    was checked by `rasa_sdk`'s executor already.
    """
    RemoteAction._validate_action_result = _trusted


def _trusted(_action: RemoteAction, _result: dict[str, Any]) -> bool:
    return True
