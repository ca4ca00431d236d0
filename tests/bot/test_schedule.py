"""What runs by the clock."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.schedule import Schedule


async def _until(condition: object) -> None:
    for _ in range(200):
        if condition():  # type: ignore[operator]
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not happen")


@pytest.mark.asyncio
async def test_a_job_runs_at_its_interval(database_url: str) -> None:
    runs: list[int] = []

    async def job() -> None:
        runs.append(1)

    schedule = Schedule(database_url, {"job": (0.1, job)})
    schedule.start()
    await _until(lambda: len(runs) >= 3)
    schedule.stop()


@pytest.mark.asyncio
async def test_what_fell_due_while_nothing_ran_is_done_once_after_the_start(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'jobs.db'}"
    runs: list[int] = []

    async def job() -> None:
        runs.append(1)

    first = Schedule(url, {"job": (1.0, job)})
    first.start()
    first.stop()
    await asyncio.sleep(2.2)
    assert runs == []
    second = Schedule(url, {"job": (1.0, job)})
    second.start()
    await asyncio.sleep(0.5)
    second.stop()
    assert len(runs) == 1


@pytest.mark.asyncio
async def test_a_job_that_is_not_known_any_more_is_forgotten(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'jobs.db'}"

    async def job() -> None:
        """Nothing."""

    old = Schedule(url, {"old": (3600, job)})
    old.start()
    old.stop()
    new = Schedule(url, {"new": (3600, job)})
    new.start()
    new.stop()
    engine = sa.create_engine(url, future=True)
    with engine.connect() as connection:
        assert connection.execute(sa.text("SELECT id FROM apscheduler_jobs")).scalars().all() == [
            "new"
        ]
    engine.dispose()
