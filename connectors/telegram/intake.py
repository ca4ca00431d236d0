"""From a raw update to the inbox, the same way for polling and webhook."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Any

from telegram import Update

from connectors.ending import end
from connectors.messages import Accept
from connectors.telegram.client import Client
from connectors.telegram.numbers import Numbers
from connectors.telegram.updates import inbound

_log = logging.getLogger(__name__)

#: Gets the updates that are no resident's, e.g. of the counsellors' group; raises to see it again.
Others = Callable[[Update], Awaitable[None]]
#: Answers a button press by its id; never raises.
Answer = Callable[[str], Coroutine[Any, Any, None]]


class Intake:
    """Writes updates to the inbox and answers button presses once they are there."""

    def __init__(
        self,
        client: Client,
        accept: Accept,
        answer: Answer,
        others: Others | None = None,
        numbers: Numbers | None = None,
    ) -> None:
        self._client = client
        self._accept = accept
        self._answer = answer
        self._others = others
        self._numbers = numbers or Numbers()
        self._answers: set[asyncio.Task[None]] = set()

    async def take(self, raw: Mapping[str, Any]) -> None:
        """Return when the update needs no further care: kept, not for us, or unreadable.

        raw: an update as JSON with an integer "update_id". Raises whatever `accept` or `others`
        raise; the same update must then be taken again.
        """
        try:
            update = Update.de_json(dict(raw), self._client)
            message = inbound(update)
        except Exception as error:
            # Its text may be part of the error, so only the number and the class are written.
            _log.error(
                "update %d cannot be read and is skipped: %s",
                raw["update_id"],
                type(error).__name__,
            )
            return
        if update.effective_message is not None:
            seen = update.effective_message
            self._numbers.note(seen.chat.id, seen.message_id)
        if message is None:
            if self._others is not None:
                await self._others(update)
            return
        await self._accept(message)
        if update.callback_query is not None:
            # Beside the next update, which need not wait for it.
            task = asyncio.create_task(self._answer(update.callback_query.id))
            self._answers.add(task)
            task.add_done_callback(self._answers.discard)

    async def close(self) -> None:
        """Give up on the answers still on their way."""
        await end(tuple(self._answers))


def is_update(value: object) -> bool:
    """Return whether a decoded JSON value has the number that every update has."""
    return isinstance(value, dict) and type(value.get("update_id")) is int
