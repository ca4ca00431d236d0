"""Receiving by getUpdates.

Not python-telegram-bot's Updater: that confirms an update to Telegram before anybody has kept it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from typing import Any

from telegram.error import Conflict

from connectors.telegram.backoff import Backoff
from connectors.telegram.client import Client, FloodWait
from connectors.telegram.health import RECEIVING, Health
from connectors.telegram.intake import Intake, is_update
from connectors.telegram.reception import Reception

_log = logging.getLogger(__name__)

#: As many come at once, unless another number is asked for (Bot API, getUpdates).
MOST_UPDATES = 100
#: What a resident can do; groups and channels need nothing else either.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query")


class Polling:
    """Fetches updates in order and confirms each only after the intake took it.

    timeout: seconds one call may stay open; first_pause, longest_pause: seconds between tries.
    reception: where to note when updates were fetched.
    """

    def __init__(
        self,
        client: Client,
        intake: Intake,
        health: Health,
        *,
        allowed_updates: Sequence[str] = ALLOWED_UPDATES,
        timeout: int = 25,
        first_pause: float = 0.5,
        longest_pause: float = 30.0,
        reception: Reception | None = None,
    ) -> None:
        self._client = client
        self._reception = reception or Reception()
        self._intake = intake
        self._health = health
        self._allowed_updates = allowed_updates
        self._timeout = timeout
        self._network = Backoff(first_pause, longest_pause)
        self._inbox = Backoff(first_pause, longest_pause)
        self._offset: int | None = None

    async def prepare(self) -> None:
        """Remove a webhook left behind, keeping what waits for it. Raises TelegramError."""
        await self._client.delete_webhook(drop_pending_updates=False)
        self._health.well(RECEIVING)

    async def run(self) -> None:
        """Receive until cancelled; raises nothing else."""
        timeout = self._timeout
        while True:
            self._reception.asking()
            try:
                updates = await self._client.raw_updates(
                    offset=self._offset,
                    timeout=timeout,
                    allowed_updates=self._allowed_updates,
                )
            except Exception as error:
                self._reception.failed()
                await asyncio.sleep(self._pause(error))
                # Answered at once, so that we soon know whether all is well again.
                timeout = 0
                continue
            timeout = self._timeout
            self._health.well(RECEIVING)
            self._network.reset()
            for raw in updates:
                await self._take(raw)
            self._reception.answered(complete=len(updates) < MOST_UPDATES)

    async def _take(self, raw: Mapping[str, Any]) -> None:
        if not is_update(raw):
            # Without its number it cannot be confirmed and comes again at once.
            _log.error("Telegram delivered something that is no update")
            await asyncio.sleep(self._network.next())
            return
        while True:
            try:
                await self._intake.take(raw)
            except Exception as error:
                pause = self._inbox.next()
                self._health.ailing(RECEIVING, f"inbox {type(error).__name__}")
                _log.error(
                    "update %d was not taken (%s), next try in %.1f s",
                    raw["update_id"],
                    type(error).__name__,
                    pause,
                )
                await asyncio.sleep(pause)
            else:
                break
        self._inbox.reset()
        self._health.well(RECEIVING)
        self._offset = raw["update_id"] + 1

    def _pause(self, error: Exception) -> float:
        name = type(error).__name__
        self._health.ailing(RECEIVING, name)
        pause = error.seconds if isinstance(error, FloodWait) else self._network.next()
        if isinstance(error, Conflict):
            other = (
                "a webhook was set for this bot"
                if "webhook" in error.message.lower()
                else "another program fetches this bot's messages"
            )
            _log.error("%s, only one can receive; next try in %.1f s", other, pause)
        else:
            _log.warning("Telegram cannot be reached (%s), next try in %.1f s", name, pause)
        return pause
