"""Starts a server, tells how long it took to answer and how much memory its processes hold."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil


@dataclass
class Started:
    """A running server and how many seconds it took to be ready."""

    process: subprocess.Popen[bytes]
    url: str
    seconds: float

    def memory_mb(self) -> tuple[float, float]:
        """Resident and proportional set size of the server and its children, in MiB.

        Resident counts a page shared by two processes twice, proportional counts it once.
        """
        parent = psutil.Process(self.process.pid)
        infos = [p.memory_full_info() for p in (parent, *parent.children(recursive=True))]
        return sum(i.rss for i in infos) / 2**20, sum(i.pss for i in infos) / 2**20

    def stop(self) -> None:
        """End it and its children."""
        os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)


def start(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], url: str, ready: str
) -> Started:
    """Start `command` in `folder`; it is ready when `url + ready` answers 200."""
    begin = time.perf_counter()
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    while time.perf_counter() - begin < 180:
        if process.poll() is not None:
            raise RuntimeError((folder / "server.log").read_text()[-2000:])
        try:
            if httpx.get(url + ready, timeout=2).status_code == 200:
                return Started(process, url, time.perf_counter() - begin)
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    raise RuntimeError("the server did not get ready")
