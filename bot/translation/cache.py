"""What was translated a short while ago. In memory only, and soon forgotten."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")
MOST = 2000
#: Seconds. Long enough for a page that is opened again, short beside any promise to forget.
KEPT_SECONDS = 45.0


class Cache(Generic[Key, Value]):
    """Keeps what was put in last, for a while."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """clock: seconds, never going back."""
        self._clock = clock
        self._kept: OrderedDict[Key, tuple[float, Value]] = OrderedDict()

    def get(self, key: Key) -> Value | None:
        """What was put in by this key, None when that is too long ago."""
        self._forget()
        found = self._kept.get(key)
        return None if found is None else found[1]

    def put(self, key: Key, value: Value) -> None:
        """Keep a value; the oldest go when there are too many."""
        self._forget()
        self._kept.pop(key, None)
        self._kept[key] = (self._clock() + KEPT_SECONDS, value)
        if len(self._kept) > MOST:
            self._kept.popitem(last=False)

    def _forget(self) -> None:
        now = self._clock()
        while self._kept:
            until, _ = next(iter(self._kept.values()))
            if until > now:
                return
            self._kept.popitem(last=False)
