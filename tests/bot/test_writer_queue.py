"""Writers of one SQLite file wait for each other."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from pathlib import Path

from bot.storage.writer_queue import WriterQueue


def _hold(path: str, held: str) -> None:
    with WriterQueue(Path(path)):
        Path(held).touch()
        time.sleep(60)


def test_two_threads_do_not_write_at_once(tmp_path: Path) -> None:
    queue = WriterQueue(tmp_path / "queue")
    inside: list[int] = []
    most: list[int] = []

    def write() -> None:
        for _ in range(50):
            with queue:
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == 1
    queue.close()


def test_a_killed_process_leaves_its_place_to_the_next(tmp_path: Path) -> None:
    path, held = tmp_path / "queue", tmp_path / "held"
    process = multiprocessing.get_context("spawn").Process(
        target=_hold, args=(str(path), str(held))
    )
    process.start()
    until = time.monotonic() + 20
    while not held.exists() and time.monotonic() < until:
        time.sleep(0.02)
    queue = WriterQueue(path)
    entered = threading.Event()

    def write() -> None:
        with queue:
            entered.set()

    waiting = threading.Thread(target=write)
    waiting.start()
    assert not entered.wait(0.3)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    assert entered.wait(5)
    waiting.join()
    process.join()
    queue.close()


def test_where_the_file_cannot_be_made_writing_goes_on(tmp_path: Path) -> None:
    queue = WriterQueue(tmp_path / "no such folder" / "queue")
    with queue:
        pass
    with queue:
        pass
    queue.close()
