"""Registers what runs by the clock. The jobs themselves live where they belong.

The times are kept in the database (APScheduler's SQLAlchemy job store): what fell due while nothing
ran is done once after the start.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import sqlalchemy as sa
from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger(__name__)
PAUSE_AFTER_A_FAULT_SECONDS = 10.0

Job = Callable[[], Awaitable[object]]


def due(_: str) -> None:
    """Stands for a job in the database, by its name; `NamedJobs` runs what it stands for."""


class NamedJobs(AsyncIOExecutor):
    """Runs the job of a name: the database cannot hold the objects that a job works with."""

    def __init__(self, jobs: Mapping[str, Job]) -> None:
        """jobs: by name."""
        super().__init__()
        self._jobs = dict(jobs)

    def _do_submit_job(self, job: Any, run_times: Any) -> None:
        async def run(name: str) -> None:
            try:
                await self._jobs[name]()
            except Exception as error:
                # Its text may quote what people wrote.
                log.error("the job %s failed: %s", name, type(error).__name__)

        # Only in this object: what goes back to the database is the reference to `due`.
        job.func = run
        super()._do_submit_job(job, run_times)


class _Steady(AsyncIOScheduler):
    """A scheduler that goes on when the database refuses a write: the original stops its clock."""

    def _process_jobs(self) -> Any:
        try:
            return super()._process_jobs()
        except Exception as error:
            log.error("the schedule could not be kept: %s", type(error).__name__)
            return PAUSE_AFTER_A_FAULT_SECONDS


class Schedule:
    """Runs jobs at intervals, in the event loop it is started in."""

    def __init__(self, database_url: str, jobs: Mapping[str, tuple[float, Job]]) -> None:
        """jobs: name -> seconds between two runs, and what to do. Nothing is opened yet."""
        self._url = database_url
        self._jobs = dict(jobs)
        self._scheduler: AsyncIOScheduler | None = None

    def start(self) -> None:
        """Begin; a job that was already scheduled keeps its time."""
        options = {"timeout": 5} if self._url.startswith("sqlite") else {}
        engine = sa.create_engine(self._url, hide_parameters=True, connect_args=options)
        scheduler = _Steady(
            timezone="UTC",
            jobstores={"default": SQLAlchemyJobStore(engine=engine)},
            executors={"default": NamedJobs({name: job for name, (_, job) in self._jobs.items()})},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        scheduler.start(paused=True)
        for job in scheduler.get_jobs():
            if job.id not in self._jobs:
                job.remove()
        for name, (seconds, _) in self._jobs.items():
            known = scheduler.get_job(name)
            if known is None or known.trigger.interval_length != seconds:
                scheduler.add_job(
                    due, "interval", [name], id=name, seconds=seconds, replace_existing=True
                )
        scheduler.resume()
        self._scheduler = scheduler

    def stop(self) -> None:
        """Run nothing any more."""
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
            self._scheduler = None
