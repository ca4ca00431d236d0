"""Rings when a case has changed: for the pages that wait and for the group's messages."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Bell:
    """Lives on the serving process's event loop."""

    def __init__(self) -> None:
        """Nobody listens yet."""
        self._waiting: list[asyncio.Future[None]] = []
        self._listeners: list[Callable[[int], None]] = []

    def listen(self, listener: Callable[[int], None]) -> None:
        """Call this with the number of every case that changes."""
        self._listeners.append(listener)

    def ring(self, number: int) -> None:
        """A case has changed."""
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)
        for listener in self._listeners:
            listener(number)

    def next(self) -> asyncio.Future[None]:
        """Done at the next ring."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting = [each for each in self._waiting if not each.done()]
        self._waiting.append(future)
        return future
