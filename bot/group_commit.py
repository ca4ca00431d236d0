"""Writes what arrives at the same time in one transaction, so that the disk is waited for once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy.engine import Connection

from bot.storage.database import DatabaseUnavailable

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

    async def run(self, work: Callable[[Connection], T]) -> T:
        """The result of `work` once it is on the disk. Raises what it or the database raises."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, future))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_waiting())
        return await future

    async def _write_waiting(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            if not await self._written(batch):
                # One of them is to blame: each is tried for itself and gets its own error.
                for one in batch:
                    await self._written([one])

    async def _written(self, batch: Sequence[tuple[Work, asyncio.Future[Any]]]) -> bool:
        """Whether everything in the batch knows how it ended."""
        try:
            results = await self._write_all([work for work, _ in batch])
        except Exception as error:
            if len(batch) > 1 and not isinstance(error, DatabaseUnavailable):
                return False
            for _, future in batch:
                if not future.done():
                    future.set_exception(error)
            return True
        for (_, future), result in zip(batch, results, strict=True):
            if not future.done():
                future.set_result(result)
        return True
