"""Pauses that grow while something keeps failing."""

from __future__ import annotations


class Backoff:
    """Doubles a pause with every failure up to a limit.

    first, limit: seconds, both above 0.
    """

    def __init__(self, first: float = 0.5, limit: float = 30.0) -> None:
        self._first = first
        self._limit = limit
        self._next = first

    def next(self) -> float:
        """Return the seconds to wait now; the following call returns twice as much."""
        pause = min(self._next, self._limit)
        self._next = min(pause * 2, self._limit)
        return pause

    def reset(self) -> None:
        """Begin again with the first pause."""
        self._next = self._first
