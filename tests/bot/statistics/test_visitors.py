"""How many people sought advice, estimated without a list of them."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.statistics import visitors

KEY = os.urandom(32)
#: "Anzahl Ratsuchende" by quarter in Table 1 of the Bremen Senate's answer of 18 February 2025.
TABLE_1 = (49, 79, 75, 97, 151, 176, 234, 179)


def _visited(names: range | list[int], registers: bytes | None = None) -> bytes:
    for name in names:
        hashed = visitors.pseudonym(KEY, f"conversation {name}")
        registers = visitors.with_one(registers, hashed) or registers
    assert registers is not None
    return registers


@pytest.mark.parametrize("people", TABLE_1)
def test_table_1_of_the_senate_comes_out_of_as_many_people(people: int):
    error = 3 * visitors.STANDARD_ERROR * people
    assert visitors.estimate([_visited(range(people))]) == pytest.approx(people, abs=max(1, error))


def test_somebody_who_comes_again_is_counted_once():
    once = _visited(range(100))
    assert visitors.with_one(once, visitors.pseudonym(KEY, "conversation 7")) is None


def test_who_went_to_two_places_is_one_of_those_together():
    north, south = _visited(range(60)), _visited(range(40, 100))
    assert visitors.estimate([north, south]) == pytest.approx(100, abs=2)


def test_five_thousand_people_are_estimated_within_three_standard_errors():
    error = 3 * visitors.STANDARD_ERROR * 5000
    assert visitors.estimate([_visited(range(5000))]) == pytest.approx(5000, abs=error)


def test_with_another_key_the_same_people_are_others():
    assert visitors.pseudonym(KEY, "a") != visitors.pseudonym(os.urandom(32), "a")


def test_a_sketch_holds_nothing_but_small_numbers():
    packed = _visited(range(200))
    assert b"conversation" not in packed
    assert len(packed) < 16_384


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, 500), min_size=1, max_size=60))
def test_the_order_and_how_often_do_not_matter(names: list[int]):
    assert visitors.estimate([_visited(names)]) == visitors.estimate([_visited(sorted(set(names)))])
