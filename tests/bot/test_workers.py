"""The processes that understand, seen from the serving process."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from bot.metrics import Metrics
from bot.workers import Workers, WorkerUnavailable

#: A worker of our own protocol: answers at once, and dies when it is told to.
_WORKER = """
import json, socket, sys
stream = socket.socket(fileno=int(sys.argv[1])).makefile("rw")
def tell(**message):
    stream.write(json.dumps(message) + "\\n"); stream.flush()
tell(ready=True)
for line in stream:
    job = json.loads(line)
    if "turn" in job:
        with open(sys.argv[0] + ".log", "a") as log:
            log.write(job["turn"] + "\\n")
        tell(done=job["turn"], case=None); tell(idle=job["turn"])
    elif job["text"] == "die":
        sys.exit(7)
    else:
        tell(parsed=job["parse"], result={"text": job["text"]})
"""


class _Stage:
    """Workers with that program, and what they reported."""

    def __init__(self, folder: Path, count: int = 1) -> None:
        self.program = folder / "worker.py"
        self.program.write_text(_WORKER)
        self.done: list[str] = []
        self.waiting: list[str] = []
        self.deaths: list[str] = []
        self.workers = Workers(
            count,
            [sys.executable, str(self.program)],
            dict(os.environ),
            Metrics(),
            on_done=lambda conversation, _: self.done.append(conversation),
            waiting=self._waiting,
            on_death=self._died,
        )

    async def _waiting(self) -> list[str]:
        return self.waiting

    async def _died(self, conversation: str) -> None:
        self.deaths.append(conversation)


async def _until(condition: object) -> None:
    for _ in range(300):
        if condition():  # type: ignore[operator]
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not happen")


@pytest.mark.asyncio
async def test_a_conversation_is_handed_to_a_worker_and_reported_done(tmp_path: Path) -> None:
    stage = _Stage(tmp_path)
    stage.workers.start()
    await stage.workers.until_ready()
    stage.workers.notify("ab" * 16)
    await _until(lambda: stage.done == ["ab" * 16])
    await stage.workers.stop()


@pytest.mark.asyncio
async def test_a_worker_that_died_is_replaced_and_told_what_waits(tmp_path: Path) -> None:
    stage = _Stage(tmp_path)
    stage.workers.start()
    await stage.workers.until_ready()
    stage.waiting = ["cd" * 16]
    with pytest.raises(WorkerUnavailable):
        await stage.workers.parse("die")
    await _until(lambda: "cd" * 16 in stage.done)
    assert (await stage.workers.parse("again"))["text"] == "again"
    await stage.workers.stop()


@pytest.mark.asyncio
async def test_without_a_ready_worker_a_text_is_refused_at_once(tmp_path: Path) -> None:
    stage = _Stage(tmp_path)
    with pytest.raises(WorkerUnavailable):
        await stage.workers.parse("hello")
