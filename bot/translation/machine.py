"""Translates sentences off the event loop; those that wait together are translated together."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from functools import partial
from typing import Protocol

from bot.translation.models import Effort, Engine, Hypothesis, Pair

#: Sentences in one batch. More make a batch slower without more sentences a second.
BATCH = 32


class Engines(Protocol):
    """Where engines come from, see `models.Models`."""

    @property
    def pairs(self) -> frozenset[Pair]:
        """What can be translated in one step."""

    def use(self, pair: Pair) -> AbstractContextManager[Engine]:
        """An engine that stays in memory meanwhile."""


class Machine:
    """Takes sentences from many conversations and gives them to the engines in batches."""

    def __init__(self, engines: Engines, threads: int = 1) -> None:
        """threads: batches that run at the same time."""
        self._engines = engines
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="translation")
        self._waiting: dict[tuple[Pair, Effort], list[_Wanted]] = {}
        self._running: set[asyncio.Task[None]] = set()

    @property
    def pairs(self) -> frozenset[Pair]:
        """What can be translated in one step."""
        return self._engines.pairs

    async def translate(
        self, sentences: Sequence[str], pair: Pair, effort: Effort = Effort.QUICK
    ) -> list[tuple[Hypothesis, ...]]:
        """For each sentence the hypotheses, the best first.

        Raises KeyError for a pair that is not there, and whatever the engine raises.
        """
        loop = asyncio.get_running_loop()
        wanted = [_Wanted(sentence, loop.create_future()) for sentence in sentences]
        key = (pair, effort)
        if key in self._waiting:
            self._waiting[key] += wanted
        else:
            self._waiting[key] = wanted
            task = asyncio.ensure_future(self._run(key))
            self._running.add(task)
            task.add_done_callback(self._running.discard)
        return list(await asyncio.gather(*(each.done for each in wanted)))

    async def close(self) -> None:
        """Give up on what waits; a batch that runs comes to its end."""
        for task in list(self._running):
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        self._pool.shutdown(wait=False)

    async def _run(self, key: tuple[Pair, Effort]) -> None:
        """Batch after batch until nothing waits; meanwhile the next batch collects."""
        try:
            while self._waiting[key]:
                batch, self._waiting[key] = self._waiting[key][:BATCH], self._waiting[key][BATCH:]
                await self._batch(key, batch)
        finally:
            for wanted in self._waiting.pop(key):
                wanted.done.cancel()

    async def _batch(self, key: tuple[Pair, Effort], batch: Sequence[_Wanted]) -> None:
        work = partial(self._work, key, [wanted.sentence for wanted in batch])
        try:
            results = await asyncio.get_running_loop().run_in_executor(self._pool, work)
        except asyncio.CancelledError:
            for wanted in batch:
                wanted.done.cancel()
            raise
        except Exception as error:
            if len(batch) == 1:
                batch[0].fail(error)
                return
            # One that the model cannot take, too long perhaps, must not spoil the others.
            for wanted in batch:
                await self._batch(key, [wanted])
        else:
            for wanted, result in zip(batch, results, strict=True):
                wanted.finish(result)

    def _work(
        self, key: tuple[Pair, Effort], sentences: Sequence[str]
    ) -> list[tuple[Hypothesis, ...]]:
        pair, effort = key
        with self._engines.use(pair) as engine:
            return engine.translate(sentences, effort)


class _Wanted:
    """A sentence somebody waits for."""

    def __init__(self, sentence: str, done: asyncio.Future[tuple[Hypothesis, ...]]) -> None:
        self.sentence = sentence
        self.done = done

    def finish(self, result: tuple[Hypothesis, ...]) -> None:
        if not self.done.done():
            self.done.set_result(result)

    def fail(self, error: Exception) -> None:
        if not self.done.done():
            self.done.set_exception(error)
