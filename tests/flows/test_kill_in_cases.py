"""Killed while counsellors and residents write: a short run of `benchmarks/kill.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import kill

pytestmark = pytest.mark.alone


@pytest.mark.asyncio
async def test_every_message_of_either_side_arrives_once_and_in_order(
    trained_model: Path, tmp_path: Path
) -> None:
    counts = await kill.run(tmp_path, conversations=6, messages=6, kills=3, seed=7)
    assert counts.kills == 3
    assert counts.perfect, counts
