"""The serving process's way to the database: short transactions on threads of their own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy.engine import Connection

from bot.storage.database import Database

T = TypeVar("T")


class Records:
    """Runs database work without holding up the event loop."""

    def __init__(self, database: Database) -> None:
        """database: SQLite gets one thread (it has one writer), PostgreSQL four."""
        self.database = database
        threads = 1 if database.is_sqlite else 4
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="database")

    async def run(self, work: Callable[[Connection], T], durable: bool = False) -> T:
        """Do `work` in one transaction, see `Database.begin`. Raises DatabaseUnavailable."""
        return await asyncio.get_running_loop().run_in_executor(
            self._pool, self._in_one, work, durable
        )

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Do `work`, which writes nothing, without waiting for a writer. Raises as `run` does."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._reading, work)

    async def call(self, work: Callable[[], T]) -> T:
        """Do `work`, which opens its own transactions."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)

    def _in_one(self, work: Callable[[Connection], T], durable: bool) -> T:
        with self.database.begin(durable) as connection:
            return work(connection)

    def _reading(self, work: Callable[[Connection], T]) -> T:
        with self.database.read() as connection:
            return work(connection)

    def close(self) -> None:
        """Finish what runs and give back threads and connections."""
        self._pool.shutdown()
        self.database.close()
