"""Lets the processes that write to one SQLite file wait for each other without polling.

SQLite itself asks again after 1, 2, 5, 10 ... up to 100 ms while another process writes, which is
many times as long as a write takes (sqlite3_busy_timeout in sqlite3.c); a file lock of the
operating system wakes the next writer at once. It only orders the writers: SQLite's own locks keep
the data safe, so that where the file cannot be made nobody is kept from writing.
"""

from __future__ import annotations

import fcntl
import os
import threading
from contextlib import suppress
from pathlib import Path


class WriterQueue:
    """A context in which no other user of the same file is, in this process or another one."""

    def __init__(self, file: Path) -> None:
        """file: made when it is first needed; it stays empty."""
        self._path = file
        self._descriptor: int | None = None
        self._thread = threading.Lock()

    def __enter__(self) -> None:
        self._thread.acquire()
        with suppress(OSError):
            if self._descriptor is None:
                flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
                self._descriptor = os.open(self._path, flags, 0o600)
            fcntl.flock(self._descriptor, fcntl.LOCK_EX)

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            if self._descriptor is not None:
                fcntl.flock(self._descriptor, fcntl.LOCK_UN)
        self._thread.release()

    def close(self) -> None:
        """Give back the file."""
        with self._thread:
            if self._descriptor is not None:
                os.close(self._descriptor)
                self._descriptor = None
