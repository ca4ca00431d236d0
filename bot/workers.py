"""Starts the processes that understand, gives each its conversations, restarts them."""

from __future__ import annotations

import asyncio
import itertools
import json
import logging
import socket
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from bot.metrics import Metrics
from bot.worker import LINE_LIMIT

log = logging.getLogger(__name__)
#: How long to wait before a worker that died is started again, growing to the second figure.
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 30.0


class WorkerUnavailable(Exception):
    """No worker could understand the text now."""


class Worker:
    """One process: its socket, and what it was asked to do."""

    def __init__(self, index: int, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """command: starts the worker; the number of its socket is appended."""
        self.index = index
        self.ready = asyncio.Event()
        #: Conversations it was told about and has not finished, the one being done first.
        self.turns: dict[str, None] = {}
        self.parses: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._command = list(command)
        self._environment = dict(environment)
        self._writer: asyncio.StreamWriter | None = None
        self._process: asyncio.subprocess.Process | None = None

    async def run(self, on_message: Callable[[Worker, dict[str, Any]], None]) -> int:
        """Start the process and hand over what it says until it ends; its exit status."""
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = await asyncio.create_subprocess_exec(
                *self._command,
                str(theirs.fileno()),
                pass_fds=(theirs.fileno(),),
                env=self._environment,
            )
        reader, self._writer = await asyncio.open_connection(sock=ours, limit=LINE_LIMIT)
        try:
            while line := await reader.readline():
                on_message(self, json.loads(line))
        except (ConnectionError, ValueError):
            log.warning("worker %s broke off", self.index)
        finally:
            self.ready.clear()
            self._writer.close()
            self._writer = None
        return await self._process.wait()

    def send(self, job: dict[str, Any]) -> None:
        """Give it a job; lost if it is just dying, which `Workers` makes good after the restart."""
        if self._writer is not None and not self._writer.is_closing():
            self._writer.write(json.dumps(job, ensure_ascii=False).encode() + b"\n")

    async def stop(self) -> None:
        """Let it finish its turn, then end it."""
        if self._writer is not None:
            self._writer.close()
        if self._process is not None and self._process.returncode is None:
            try:
                await asyncio.wait_for(self._process.wait(), 10)
            except asyncio.TimeoutError:
                self._process.kill()
                await self._process.wait()


class Workers:
    """All workers. A conversation always goes to the same one, so its order is kept."""

    def __init__(
        self,
        count: int,
        command: Sequence[str],
        environment: Mapping[str, str],
        metrics: Metrics,
        on_done: Callable[[str, int | None], None],
        waiting: Callable[[], Awaitable[list[str]]],
        on_death: Callable[[str], Awaitable[None]],
    ) -> None:
        """on_done: a message of a conversation was answered, and the number of the case that
        changed with it. waiting: conversations with pending messages. on_death: a worker died while
        it did this conversation's next message.
        """
        self._workers = [Worker(i, command, environment) for i in range(count)]
        self._metrics = metrics
        self._on_done = on_done
        self._waiting = waiting
        self._on_death = on_death
        self._numbers = itertools.count()
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def ready(self) -> int:
        """How many workers can understand now."""
        return sum(worker.ready.is_set() for worker in self._workers)

    def start(self) -> None:
        """Start every process; they become ready later."""
        self._tasks = [asyncio.create_task(self._keep(worker)) for worker in self._workers]

    async def until_ready(self) -> None:
        """Wait until every worker is ready."""
        await asyncio.gather(*(worker.ready.wait() for worker in self._workers))

    async def stop(self) -> None:
        """End every process after its turn."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(worker.stop() for worker in self._workers))

    def notify(self, conversation_id: str) -> None:
        """Tell the conversation's worker that there is something to do."""
        worker = self._of(conversation_id)
        worker.turns.setdefault(conversation_id)
        worker.send({"turn": conversation_id})

    async def parse(self, text: str, seconds: float = 30) -> dict[str, Any]:
        """Understand a text, as `/model/parse` gives it. Raises WorkerUnavailable."""
        ready = [worker for worker in self._workers if worker.ready.is_set()]
        if not ready:
            raise WorkerUnavailable("no worker is ready")
        worker = min(ready, key=lambda w: len(w.turns) + len(w.parses))
        number = next(self._numbers)
        future: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        worker.parses[number] = future
        worker.send({"parse": number, "text": text})
        try:
            return await asyncio.wait_for(future, seconds)
        except asyncio.TimeoutError:
            raise WorkerUnavailable("the worker did not answer in time") from None
        finally:
            worker.parses.pop(number, None)

    def _of(self, conversation_id: str) -> Worker:
        return self._workers[int(conversation_id[:8], 16) % len(self._workers)]

    async def _keep(self, worker: Worker) -> None:
        pause = FIRST_PAUSE_SECONDS
        while True:
            status = await worker.run(self._heard)
            log.error("worker %s ended with status %s; starting it again", worker.index, status)
            self._metrics.restarted()
            self._metrics.workers(self.ready)
            for future in worker.parses.values():
                if not future.done():
                    future.set_exception(WorkerUnavailable("the worker died"))
            if worker.turns:
                await self._on_death(next(iter(worker.turns)))
            worker.turns.clear()
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)

    def _heard(self, worker: Worker, message: dict[str, Any]) -> None:
        if "done" in message:
            self._on_done(message["done"], message["case"])
        elif "idle" in message:
            worker.turns.pop(message["idle"], None)
        elif "parsed" in message:
            future = worker.parses.get(message["parsed"])
            if future is not None and not future.done():
                future.set_result(message["result"])
        elif "ready" in message:
            worker.ready.set()
            self._metrics.workers(self.ready)
            self._catch_up = asyncio.ensure_future(self._tell_what_waits(worker))

    async def _tell_what_waits(self, worker: Worker) -> None:
        for conversation_id in await self._waiting():
            if self._of(conversation_id) is worker:
                self.notify(conversation_id)
