"""Telegram's flood control."""

from __future__ import annotations

import math
import time
from collections import defaultdict

from tests.botapi.errors import ApiError


class _Bucket:
    """Fills by one a message, leaks `rate` a second, overflows above `burst`."""

    def __init__(self) -> None:
        self.level = 0.0
        self.at = 0.0

    def seconds_to_wait(self, now: float, rate: float, burst: float) -> float:
        self.level = max(0.0, self.level - (now - self.at) * rate)
        self.at = now
        return (self.level + 1 - burst) / rate


class Flood:
    """Refuses more than `per_chat` messages a second to a chat and `overall` to all.

    burst: how many messages to one chat may come at once, as the real server lets a few pass.
    """

    def __init__(self) -> None:
        self.on = True
        self.per_chat = 1.0
        self.burst = 3.0
        self.overall = 30.0
        self._all = _Bucket()
        self._chats: defaultdict[int, _Bucket] = defaultdict(_Bucket)

    def check(self, chat_id: int) -> None:
        """Count a message. Raises ApiError 429 when it is one too many."""
        if not self.on:
            return
        now = time.monotonic()
        chat = self._chats[chat_id]
        wait = max(
            chat.seconds_to_wait(now, self.per_chat, self.burst),
            self._all.seconds_to_wait(now, self.overall, self.overall),
        )
        if wait > 0:
            seconds = math.ceil(wait)
            raise ApiError(
                429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds}
            )
        chat.level += 1
        self._all.level += 1
