"""Reads server-sent events from a response as a browser would."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import httpx


class Events:
    """The events of one response, and the comments between them."""

    def __init__(self, response: httpx.Response) -> None:
        self.comments: list[str] = []
        self.ids: list[str] = []
        self._lines = response.aiter_lines()

    async def next(self, seconds: float = 5) -> tuple[str, Any]:
        """Name and data of the next event. Raises StopAsyncIteration when the stream ended."""
        return await asyncio.wait_for(self._next(), seconds)

    async def messages(self, count: int) -> list[str]:
        """The texts of the next messages."""
        texts: list[str] = []
        while len(texts) < count:
            name, data = await self.next()
            if name == "message":
                texts.append(data["text"])
        return texts

    async def _next(self) -> tuple[str, Any]:
        name, data = "", None
        async for line in self._lines:
            field, _, value = line.partition(": ")
            if not line and name:
                return name, data
            if line.startswith(":"):
                self.comments.append(line)
            elif field == "event":
                name = value
            elif field == "id":
                self.ids.append(value)
            elif field == "data":
                data = json.loads(value) if value else None
        raise StopAsyncIteration


@asynccontextmanager
async def listening(
    client: httpx.AsyncClient, after: int | None = None, headers: Mapping[str, str] | None = None
) -> AsyncIterator[Events]:
    """Listens to /chat/events."""
    params = {} if after is None else {"after": str(after)}
    async with client.stream("GET", "/chat/events", params=params, headers=headers) as response:
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("text/event-stream")
        yield Events(response)
