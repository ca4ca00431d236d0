"""Tells whoever waits that something happened to a conversation. In memory, for this process."""

from __future__ import annotations

import asyncio
from collections import defaultdict


class Bulletin:
    """Waiters by conversation; announcing wakes all of them."""

    def __init__(self) -> None:
        """Nobody waits yet."""
        self._waiters: defaultdict[str, set[asyncio.Event]] = defaultdict(set)

    def announce(self, conversation_id: str) -> None:
        """Wake everybody who waits for this conversation."""
        for event in self._waiters.get(conversation_id, ()):
            event.set()

    def subscribe(self, conversation_id: str) -> asyncio.Event:
        """An event that is set at each announcement; give it back with `unsubscribe`."""
        event = asyncio.Event()
        self._waiters[conversation_id].add(event)
        return event

    def unsubscribe(self, conversation_id: str, event: asyncio.Event) -> None:
        """Wait no longer."""
        self._waiters[conversation_id].discard(event)
        if not self._waiters[conversation_id]:
            del self._waiters[conversation_id]
