"""Over tables made by chance an attacker never gets near a hidden cell."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.statistics.protection.attack import ranges
from bot.statistics.protection.suppression import hide
from bot.statistics.protection.system import LEAST, WIDTH, Key, System
from tests.bot.statistics.protection.attackers import by_equations, by_trying
from tests.bot.statistics.protection.tables import Counts, key, published, table, tables, together

#: Mostly small, as counts of a place in a month are.
COUNTS = st.sampled_from([0, 0, 1, 1, 2, 3, 4, 5, 6, 8, 12, 30])
#: Two tables linked by their common margin, or three linked pairwise.
SHAPES = st.sampled_from([[(0, 1)], [(0, 1), (0, 2)], [(0, 1), (0, 2), (1, 2)]])
RELAXED = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@st.composite
def counts(draw: st.DrawFn, sizes: tuple[int, int, int] = (3, 3, 2)) -> Counts:
    """Draw the number of each combination of three properties."""
    ids = product(*([f"{p}{n}" for n in range(size)] for p, size in zip("rcl", sizes, strict=True)))
    return {combination: draw(COUNTS) for combination in ids}


def assert_protected(system: System, hidden: frozenset[Key]) -> None:
    """Assert that small cells are hidden, zeros shown, and nothing hidden can be computed."""
    for cell in system.cells:
        if cell.hidden is None:
            assert cell.value == 0 or cell.value >= LEAST or cell.key in hidden
            assert cell.value or cell.key not in hidden
        else:
            assert cell.hidden == (cell.key in hidden)
    for where, (low, high) in by_equations(system, hidden).items():
        assert high - low >= WIDTH - 1e-6, where


@RELAXED
@given(counts(), SHAPES)
def test_no_hidden_cell_of_linked_tables_can_be_computed(
    numbers: Counts, shapes: list[tuple[int, int]]
) -> None:
    system = tables(numbers, shapes)
    assert_protected(system, hide(system))


@RELAXED
@given(counts((2, 3, 1)), counts((2, 3, 1)), st.booleans())
def test_nothing_published_earlier_can_be_computed_from_what_is_published_later(
    before: Counts, after: Counts, later_is_fixed: bool
) -> None:
    march = tables(before, [(0, 1)], "march")
    may = tables(after, [(0, 1)], "may")
    march = published(march, hide(march))
    if later_is_fixed:
        may = published(may, hide(may))
    quarter = together({"march": march, "may": may}, "quarter")
    assert_protected(quarter, hide(quarter))


@RELAXED
@given(
    st.lists(st.sampled_from([0, 1, 2, 3, 5, 6]), min_size=4, max_size=4),
)
def test_whoever_tries_all_whole_numbers_finds_several_that_fit(values: list[int]) -> None:
    names = [("r0", "c0"), ("r0", "c1"), ("r1", "c0"), ("r1", "c1")]
    system = tables(dict(zip(names, values, strict=True)), [(0, 1)])
    hidden = hide(system)
    for where, possible in by_trying(system, hidden, most=14).items():
        assert len(possible) > 1, where


@settings(RELAXED, max_examples=20)
@given(counts((2, 2, 2)), SHAPES)
def test_the_ranges_are_those_the_attacker_finds(
    numbers: Counts, shapes: list[tuple[int, int]]
) -> None:
    system = tables(numbers, shapes)
    hidden = hide(system)
    found = ranges(system, hidden, hidden)
    for where, expected in by_equations(system, hidden).items():
        assert found[where] == pytest.approx(expected, abs=1e-5)


@settings(RELAXED, max_examples=15)
@given(counts())
def test_the_order_of_cells_does_not_matter_for_their_safety(numbers: Counts) -> None:
    system = tables(numbers, [(0, 1), (0, 2)])
    turned = replace(system, cells=system.cells[::-1], lines=system.lines[::-1])
    assert_protected(turned, hide(turned))


def test_with_only_the_small_cells_hidden_the_attacker_succeeds() -> None:
    counted = {("r0", "c0"): 3, ("r0", "c1"): 20, ("r1", "c0"): 40, ("r1", "c1"): 9}
    system = tables(counted, [(0, 1)])
    small = frozenset(cell.key for cell in system.cells if 0 < cell.value < LEAST)
    found = by_equations(system, small)
    assert [pytest.approx((3, 3), abs=1e-5)] == list(found.values())


def test_two_hidden_cells_in_every_line_are_not_enough() -> None:
    # The 3 joins two blocks: rows r0 and r1 less columns c0 and c1 leave it alone.
    system = table([[4, 4, 3, 30], [4, 4, 30, 30], [30, 30, 4, 4], [30, 30, 4, 4]])
    small = frozenset(cell.key for cell in system.cells if 0 < cell.value < LEAST)
    for line in system.lines:
        assert sum(where in small for where in line.parts) != 1
    assert by_equations(system, small)[key("r0", "c2")] == pytest.approx((3, 3), abs=1e-5)
    assert_protected(system, hide(system))
