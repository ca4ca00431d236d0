"""How far a download is: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

from typing import Protocol

from rich.console import Console
from rich.filesize import decimal
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)


class Meter(Protocol):
    """Shows one download at a time and says sentences. Bytes count from the file's beginning."""

    def begin(self, name: str, done: int, total: int | None) -> None:
        """A download begins, or goes on, at `done` bytes of `total` (None: not known)."""

    def at(self, done: int) -> None:
        """So many bytes are there now."""

    def end(self) -> None:
        """The download is over, well or badly."""

    def say(self, line: str) -> None:
        """A sentence for the operator."""


def meter(console: Console) -> Meter:
    """What fits the place the console writes to."""
    return Bar(console) if console.is_terminal else Lines(console)


class Lines:
    """A line at each tenth; at each 10 MB where the size is not known."""

    STEP = 10_000_000

    def __init__(self, console: Console) -> None:
        """console: where the lines go."""
        self._console = console
        self._name = ""
        self._total: int | None = None
        self._step = 0

    def begin(self, name: str, done: int, total: int | None) -> None:
        self._name, self._total = name, total
        self._step = self._steps(done)
        size = decimal(total) if total is not None else "size not known"
        goes_on = f", goes on at {decimal(done)}" if done else ""
        self.say(f"{name}: {size}{goes_on}")

    def at(self, done: int) -> None:
        step = self._steps(done)
        if step > self._step:
            self._step = step
            percent = f" ({step * 10} %)" if self._total else ""
            self.say(f"{self._name}: {decimal(done)}{percent}")

    def end(self) -> None:
        self._total = None

    def say(self, line: str) -> None:
        self._console.print(line, markup=False, highlight=False, soft_wrap=True)

    def _steps(self, done: int) -> int:
        return done * 10 // self._total if self._total else done // self.STEP


class Bar:
    """A bar with amount, speed and the time that is left."""

    def __init__(self, console: Console) -> None:
        """console: a terminal."""
        self._console = console
        self._progress: Progress | None = None
        self._task = TaskID(0)

    def begin(self, name: str, done: int, total: int | None) -> None:
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            DownloadColumn(),
            TransferSpeedColumn(),
            TimeRemainingColumn(),
            console=self._console,
        )
        self._task = self._progress.add_task(name, completed=done, total=total)
        self._progress.start()

    def at(self, done: int) -> None:
        if self._progress is not None:
            self._progress.update(self._task, completed=done)

    def end(self) -> None:
        if self._progress is not None:
            self._progress.stop()
            self._progress = None

    def say(self, line: str) -> None:
        self._console.print(line, markup=False, highlight=False, soft_wrap=True)
