"""Residents who write one message after another, each waiting for the reply."""

from __future__ import annotations

import asyncio
import itertools
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import httpx


@dataclass(frozen=True)
class Figures:
    """Messages a second, and milliseconds from sending to having the reply."""

    rate: float
    p50: float
    p95: float
    failures: int


async def _resident(
    client: httpx.AsyncClient,
    sender: str,
    messages: Iterator[str],
    until: float,
    times: list[float],
    failures: list[str],
) -> None:
    while time.perf_counter() < until:
        start = time.perf_counter()
        answer = await client.post(
            "/webhooks/rest/webhook", json={"sender": sender, "message": next(messages)}
        )
        if answer.status_code != 200 or not answer.json():
            failures.append(answer.text[:200])
        times.append((time.perf_counter() - start) * 1000)


async def _measure(
    url: str, senders: Sequence[str], messages: Sequence[str], seconds: float
) -> Figures:
    times: list[float] = []
    failures: list[str] = []
    stream = itertools.cycle(messages)
    async with httpx.AsyncClient(base_url=url, timeout=60) as client:
        start = time.perf_counter()
        await asyncio.gather(
            *(_resident(client, s, stream, start + seconds, times, failures) for s in senders)
        )
        took = time.perf_counter() - start
    times.sort()
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    return Figures(len(times) / took, statistics.median(times), p95, len(failures))


def measure(url: str, senders: Sequence[str], messages: Sequence[str], seconds: float) -> Figures:
    """Let every sender write for so many seconds. messages: taken in turn, by all senders."""
    return asyncio.run(_measure(url, senders, messages, seconds))
