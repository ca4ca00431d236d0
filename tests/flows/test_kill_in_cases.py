"""Killed while counsellors and residents write: a short run of `benchmarks/kill.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import kill


@pytest.mark.asyncio
async def test_no_message_of_either_side_is_lost_or_out_of_order_and_hardly_one_comes_twice(
    trained_model: Path, tmp_path: Path
) -> None:
    counts = await kill.run(tmp_path, conversations=6, messages=6, kills=3, seed=7)
    assert counts.kills == 3
    assert (counts.missing, counts.out_of_order) == (0, 0), counts
    # One in some thousand still comes twice (docs/decisions/0007).
    assert counts.doubled <= 1, counts
