"""The serving process's way to the database: short transactions on threads of their own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from sqlalchemy.engine import Connection

from bot.group_commit import GroupCommit
from bot.storage.database import Database

T = TypeVar("T")


class Records:
    """Runs database work without holding up the event loop."""

    def __init__(self, database: Database) -> None:
        """database: SQLite gets one thread (it has one writer), PostgreSQL four."""
        self.database = database
        threads = 1 if database.is_sqlite else 4
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="database")

        self._kept = GroupCommit(lambda works: self.call(partial(self._together, works)))

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Do `work` in one transaction, see `Database.begin`. Raises DatabaseUnavailable."""
        return await self.call(partial(self._in_one, work))

    async def keep(self, work: Callable[[Connection], T]) -> T:
        """Do `work` durably, together with what else waits to be kept. Raises DatabaseUnavailable.

        When `keep` returns, a power cut cannot undo the work any more (decision 1).
        """
        return await self._kept.run(work)

    def later(self, work: Callable[[Connection], Any]) -> None:
        """Do `work` with what is kept next, or soon; nobody hears whether it was done."""
        self._kept.later(work)

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Do `work`, which writes nothing, without waiting for a writer. Raises as `run` does."""
        return await self.call(partial(self._reading, work))

    async def call(self, work: Callable[[], T]) -> T:
        """Do `work`, which opens its own transactions."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)

    def _in_one(self, work: Callable[[Connection], T]) -> T:
        with self.database.begin() as connection:
            return work(connection)

    def _together(self, works: Sequence[Callable[[Connection], Any]]) -> list[Any]:
        with self.database.begin(durable=True) as connection:
            return [work(connection) for work in works]

    def _reading(self, work: Callable[[Connection], T]) -> T:
        with self.database.read() as connection:
            return work(connection)

    def close(self) -> None:
        """Finish what runs and give back threads and connections."""
        self._pool.shutdown()
        self.database.close()
