"""Ends tasks for good."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any

#: Seconds between two requests to end, and how many there are before it is given up.
AGAIN_SECONDS = 1.0
MOST_REQUESTS = 10


async def end(tasks: Iterable[asyncio.Task[Any]]) -> None:
    """Cancel tasks until they have ended; never raises.

    One request is not enough: `asyncio.wait_for` of Python 3.10 swallows a cancellation that comes
    at the very moment its awaitable is done (https://github.com/python/cpython/issues/81839).
    """
    left = set(tasks)
    for _ in range(MOST_REQUESTS):
        left = {task for task in left if not task.done()}
        if not left:
            return
        for task in left:
            task.cancel()
        await asyncio.wait(left, timeout=AGAIN_SECONDS)
