"""Telegram's flood limits, kept from our side."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict, deque
from dataclasses import dataclass

from aiolimiter import AsyncLimiter

_MINUTE = 60.0


class _Window:
    """Lets `most` pass in any minute, all at once if need be; first come, first served."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._passed: deque[float] = deque()
        self._turn = asyncio.Lock()

    async def acquire(self) -> None:
        async with self._turn:
            if len(self._passed) >= self._most:
                await asyncio.sleep(max(0.0, self._passed[0] + _MINUTE - time.monotonic()))
                self._passed.popleft()
            self._passed.append(time.monotonic())


@dataclass
class _Chat:
    limiter: AsyncLimiter
    used_at: float


class FloodLimits:
    """Paces messages and remembers when Telegram wants to be left alone.

    overall, per_chat: messages a second; per_group: messages a minute to a group, as told in
    https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this ("not be able
    to send more than 20 messages per minute"). idle: seconds after which an unused chat is
    forgotten; groups are few and stay.
    """

    def __init__(
        self,
        *,
        overall: float = 30.0,
        per_chat: float = 1.0,
        per_group: int = 20,
        idle: float = 60.0,
    ) -> None:
        # One at a time instead of `overall` at once: a full bucket that also leaks lets through
        # twice the allowed number within its first second.
        self._overall = AsyncLimiter(1, 1 / overall)
        self._per_chat = per_chat
        self._per_group = per_group
        self._idle = idle
        self._chats: OrderedDict[int, _Chat] = OrderedDict()
        self._groups: dict[int, _Window] = {}
        self._held_until = 0.0

    @property
    def known_chats(self) -> int:
        """Return the number of chats remembered."""
        return len(self._chats)

    async def wait(self, chat_id: int) -> None:
        """Return when a message to this chat may be sent."""
        # Telegram gives groups negative ids.
        if chat_id < 0:
            await self._groups.setdefault(chat_id, _Window(self._per_group)).acquire()
        else:
            await self._touch(chat_id).limiter.acquire()
            self._touch(chat_id)
        await self._overall.acquire()

    async def wait_overall(self) -> None:
        """Return when a call that is no message may be made."""
        await self._overall.acquire()

    def hold(self, seconds: float) -> None:
        """Ask all callers to stay away for this long from now on."""
        self._held_until = max(self._held_until, time.monotonic() + seconds)

    def held(self) -> float:
        """Return the seconds left of the pause Telegram asked for, 0 when there is none."""
        return max(0.0, self._held_until - time.monotonic())

    def _touch(self, chat_id: int) -> _Chat:
        now = time.monotonic()
        chat = self._chats.get(chat_id)
        if chat is None:
            chat = _Chat(AsyncLimiter(1, 1 / self._per_chat), now)
            self._chats[chat_id] = chat
        chat.used_at = now
        self._chats.move_to_end(chat_id)
        self._forget(before=now - self._idle)
        return chat

    def _forget(self, *, before: float) -> None:
        # The order is that of last use, so the first one still in use ends the search.
        while self._chats and next(iter(self._chats.values())).used_at < before:
            self._chats.popitem(last=False)
