"""Registers what runs by the clock. The jobs themselves live where they belong."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler

#: How often the retention period is enforced.
ERASE_EVERY_MINUTES = 5


def schedule(erase_expired: Callable[[], Awaitable[int]]) -> AsyncIOScheduler:
    """A scheduler with every job registered, not yet started."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(
        erase_expired, "interval", minutes=ERASE_EVERY_MINUTES, max_instances=1, coalesce=True
    )
    return scheduler
