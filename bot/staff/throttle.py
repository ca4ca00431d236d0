"""Growing pauses after failures."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class _Failures:
    count: int
    last: float


class Throttle:
    """Counts failures by key and says how long to wait; in memory, and never more than `keep`."""

    def __init__(
        self,
        free: int,
        longest: float,
        forget_after: float = 3600,
        keep: int = 10_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """free: failures without a pause; then 1, 2, 4 ... seconds, at most `longest`.

        forget_after: seconds without a failure after which a key is as good as new.
        """
        self._free = free
        self._longest = longest
        self._forget_after = forget_after
        self._keep = keep
        self._clock = clock
        self._failures: OrderedDict[str, _Failures] = OrderedDict()

    def pause(self, key: str) -> int:
        """Whole seconds until the key may try again; 0: now."""
        failures = self._failures.get(key)
        if failures is None or failures.count < self._free:
            return 0
        length = min(self._longest, 2.0 ** min(failures.count - self._free, 30))
        return max(0, math.ceil(failures.last + length - self._clock()))

    def count(self, key: str) -> None:
        """Note a failure."""
        now = self._clock()
        failures = self._failures.pop(key, None)
        if failures is None or now - failures.last > self._forget_after:
            failures = _Failures(0, now)
        self._failures[key] = _Failures(failures.count + 1, now)
        while len(self._failures) > self._keep:
            self._failures.popitem(last=False)

    def take_back(self, key: str) -> None:
        """One failure was none."""
        failures = self._failures.get(key)
        if failures is not None:
            failures.count -= 1
            if failures.count <= 0:
                del self._failures[key]

    def forget(self, key: str) -> None:
        """Forget all failures of a key."""
        self._failures.pop(key, None)
