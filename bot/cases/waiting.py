"""How long residents usually wait for a counsellor."""

from __future__ import annotations

from collections.abc import Sequence

#: Fewer waits than these say nothing about the next one.
FEWEST_WAITS = 5
FRIENDLY_MINUTES = (5, 10, 15, 20, 30, 45, 60, 90, 120)


def usual_minutes(waits: Sequence[float]) -> int | None:
    """Within how many minutes four of five residents were answered, as one would say it.

    waits: recent waiting times in minutes, in any order. The 80th percentile (nearest rank) is
    rounded up to one of FRIENDLY_MINUTES. None with fewer than five waits, or when it is longer
    than the longest of them: then there is nothing honest to promise.
    """
    if len(waits) < FEWEST_WAITS:
        return None
    rank = -(-len(waits) * 4 // 5)
    usual = sorted(waits)[rank - 1]
    return next((minutes for minutes in FRIENDLY_MINUTES if usual <= minutes), None)
