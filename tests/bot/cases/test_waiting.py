"""What residents are told about waiting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.waiting import FRIENDLY_MINUTES, usual_minutes

_WAITS = st.lists(st.floats(0, 500), min_size=5, max_size=60)


@pytest.mark.parametrize(
    ("waits", "told"),
    [
        ([0, 0, 0, 0, 0], 5),
        ([1, 2, 3, 4, 300], 5),
        ([1, 2, 3, 5.1, 300], 10),
        ([7, 12, 3, 15, 15], 15),
        ([61, 61, 61, 61, 61], 90),
        ([120, 120, 120, 120, 120], 120),
        ([40] * 8 + [400] * 2, 45),
        ([40] * 7 + [55] * 3, 60),
    ],
)
def test_four_of_five_were_answered_within_the_minutes_told(waits: list[float], told: int) -> None:
    assert usual_minutes(waits) == told


@pytest.mark.parametrize("waits", [[], [3.0], [3.0] * 4])
def test_a_few_waits_promise_nothing(waits: list[float]) -> None:
    assert usual_minutes(waits) is None


def test_waits_longer_than_two_hours_promise_nothing() -> None:
    assert usual_minutes([120.5] * 5) is None


@given(_WAITS)
def test_what_is_told_held_for_four_of_five_and_nothing_shorter_did(waits: list[float]) -> None:
    def held(minutes: int) -> bool:
        return sum(wait <= minutes for wait in waits) * 5 >= len(waits) * 4

    assert usual_minutes(waits) == next((m for m in FRIENDLY_MINUTES if held(m)), None)


@given(_WAITS, st.randoms())
def test_the_order_of_the_waits_does_not_matter(waits: list[float], random: object) -> None:
    shuffled = list(waits)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert usual_minutes(shuffled) == usual_minutes(waits)
