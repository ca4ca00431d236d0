"""Things that go wrong on purpose."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from tests.botapi.errors import ApiError

#: Stands for every method.
ANY = "*"


class Dropped(Exception):
    """The connection ends without an answer."""


@dataclass
class Fault:
    """One thing that happens to the next `times` calls of a method.

    error: the answer given instead. delay: seconds before the call is looked at. drop: the
    connection is cut, before the call has an effect or after it. body: sent instead of the answer.
    """

    method: str
    times: int
    error: ApiError | None = None
    delay: float = 0.0
    drop: str = ""
    body: bytes | None = None


class Faults:
    """The faults still to come, and whether the server is silent."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []
        self._speaking = asyncio.Event()
        self._speaking.set()

    def add(self, fault: Fault) -> None:
        """Let it happen from the next call on."""
        self._waiting.append(fault)

    def clear(self) -> None:
        """Let everything work again."""
        self._waiting.clear()
        self._speaking.set()

    def silence(self) -> None:
        """Answer nothing, keep connections open."""
        self._speaking.clear()

    async def before(self, method: str) -> Fault | None:
        """Wait, fail or cut before a call is carried out; return what is left for afterwards.

        Raises ApiError, Dropped.
        """
        await self._speaking.wait()
        fault = self._next(method)
        if fault is None:
            return None
        await asyncio.sleep(fault.delay)
        if fault.drop == "before":
            raise Dropped
        if fault.error:
            raise fault.error
        return fault

    def _next(self, method: str) -> Fault | None:
        for fault in self._waiting:
            if fault.method in {ANY, method} and fault.times > 0:
                fault.times -= 1
                return fault
        return None
