"""One task for each key that has something to be done, started when it is announced."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from connectors.ending import end

Key = TypeVar("Key", int, str)


class Drains(Generic[Key]):
    """Runs `drain(key)` for every key announced, never twice at once for the same key."""

    def __init__(self, drain: Callable[[Key], Awaitable[None]]) -> None:
        """drain: do all there is to do for a key; it may end while more is announced."""
        self._drain: Callable[[Key], Awaitable[None]] = drain
        self._tasks: dict[Key, asyncio.Task[None]] = {}
        self._again: set[Key] = set()
        self._stopping = False

    def announce(self, key: Key) -> None:
        """There may be something to do for this key."""
        if self._stopping:
            return
        if key in self._tasks:
            self._again.add(key)
            return
        task = asyncio.ensure_future(self._run(key))
        self._tasks[key] = task
        task.add_done_callback(lambda _: self._ended(key))

    async def stop(self) -> None:
        """Let go of everything."""
        self._stopping = True
        await end(list(self._tasks.values()))

    async def _run(self, key: Key) -> None:
        await self._drain(key)

    def _ended(self, key: Key) -> None:
        del self._tasks[key]
        if key in self._again:
            self._again.discard(key)
            self.announce(key)
