"""One call to Telegram: within the flood limits, its failures sorted into ours."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

import httpx
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError

from connectors.messages import TryLater
from connectors.telegram.backoff import Backoff
from connectors.telegram.client import FloodWait
from connectors.telegram.health import SENDING, Health
from connectors.telegram.limits import FloodLimits

_log = logging.getLogger(__name__)

T = TypeVar("T")

#: Nobody can speak with a revoked token; seconds between tries until an operator changes it.
TOKEN_PAUSE = 60.0

#: What goes wrong before Telegram has heard anything.
_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)


class Doubtful(TryLater):
    """The answer was lost: Telegram may or may not have done what it was asked."""


class Calls:
    """Makes calls for one sender.

    health: where to tell how sending goes. first_pause, longest_pause: seconds between tries.
    """

    def __init__(
        self,
        limits: FloodLimits,
        health: Health,
        first_pause: float = 1.0,
        longest_pause: float = 15.0,
    ) -> None:
        self._limits = limits
        self._health = health
        self._backoff = Backoff(first_pause, longest_pause)

    async def make(
        self, chat_id: int, call: Callable[[int], Awaitable[T]], *, message: bool = True
    ) -> T:
        """Make a call to a chat and return its result; a chat that moved is followed once.

        message: whether it counts as a message for the chat's limit.
        Raises TryLater when Telegram asks for a pause, is away or does not know the token (its
        subclass Doubtful when the call may have had its effect); BadRequest and Forbidden as they
        are, for they mean something else with every call.
        """
        self._respect_pause()
        await (self._limits.wait(chat_id) if message else self._limits.wait_overall())
        # Another call may have been told to wait while this one stood in line.
        self._respect_pause()
        try:
            result = await self._follow(chat_id, call)
        except FloodWait as flood:
            self._limits.hold(flood.seconds)
            _log.warning("Telegram asks for a pause of %.0f s", flood.seconds)
            raise TryLater(flood.seconds, "flood limit") from None
        except (BadRequest, Forbidden):
            raise
        except TelegramError as error:
            raise self._later(error) from None
        self._backoff.reset()
        self._health.well(SENDING)
        return result

    async def _follow(self, chat_id: int, call: Callable[[int], Awaitable[T]]) -> T:
        try:
            return await call(chat_id)
        except ChatMigrated as moved:
            return await call(moved.new_chat_id)

    def _respect_pause(self) -> None:
        pause = self._limits.held()
        if pause:
            raise TryLater(pause, "flood limit")

    def _later(self, error: TelegramError) -> TryLater:
        name = type(error).__name__
        self._health.ailing(SENDING, name)
        if isinstance(error, InvalidToken):
            _log.error("Telegram does not know the bot token any more")
            return TryLater(TOKEN_PAUSE, name)
        pause = self._backoff.next()
        _log.warning("a call to Telegram failed (%s), next try in %.1f s", name, pause)
        unsent = isinstance(error, ChatMigrated) or isinstance(error.__cause__, _UNSENT)
        return (TryLater if unsent else Doubtful)(pause, name)
