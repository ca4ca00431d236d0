"""Writes what arrives at the same time in one transaction, so that the disk is waited for once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy.engine import Connection

from bot.storage.database import DatabaseUnavailable

log = logging.getLogger(__name__)
#: How long work that nobody waits for may wait for a transaction to share.
LATER_SECONDS = 0.25

T = TypeVar("T")
Work = Callable[[Connection], Any]
WriteAll = Callable[[Sequence[Work]], Awaitable[list[Any]]]


class GroupCommit:
    """Collects work while a transaction is being written; the next one takes all of it."""

    def __init__(self, write_all: WriteAll) -> None:
        """write_all: does the given work in one transaction; the results in the same order."""
        self._write_all = write_all
        self._waiting: list[tuple[Work, asyncio.Future[Any]]] = []
        self._writing: asyncio.Task[None] | None = None
        self._later: list[Work] = []
        self._timer: asyncio.TimerHandle | None = None

    def later(self, work: Work) -> None:
        """Do `work` with what is written next, before it; alone when nothing comes.

        Nobody hears of a failure: what must not be lost is for `run`.
        """
        self._later.append(work)
        if self._timer is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(LATER_SECONDS, self._flush)

    async def run(self, work: Callable[[Connection], T]) -> T:
        """The result of `work` once it is on the disk. Raises what it or the database raises."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, future))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_waiting())
        return await future

    def _flush(self) -> None:
        self._timer = None
        if self._later:
            self._flushing = asyncio.ensure_future(self.run(_nothing))
            self._flushing.add_done_callback(_told)

    async def _write_waiting(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            if not await self._written(batch):
                # One of them is to blame: each is tried for itself and gets its own error.
                for one in batch:
                    await self._written([one])

    async def _written(self, batch: Sequence[tuple[Work, asyncio.Future[Any]]]) -> bool:
        """Whether everything in the batch knows how it ended."""
        later, self._later = self._later, []
        try:
            results = await self._write_all([*later, *(work for work, _ in batch)])
        except Exception as error:
            self._later = later + self._later
            if len(batch) > 1 and not isinstance(error, DatabaseUnavailable):
                return False
            for _, future in batch:
                if not future.done():
                    future.set_exception(error)
            return True
        for (_, future), result in zip(batch, results[len(later) :], strict=True):
            if not future.done():
                future.set_result(result)
        return True


def _nothing(_: Connection) -> None:
    """There is only what was to be done later."""


def _told(flushed: asyncio.Future[None]) -> None:
    if not flushed.cancelled() and flushed.exception() is not None:
        log.warning("what could wait was not written: %s", type(flushed.exception()).__name__)
