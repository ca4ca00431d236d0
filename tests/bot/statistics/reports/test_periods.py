"""Periods and what they are joined from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.statistics.reports.periods import default, parse, span
from tests.bot.statistics.reports.published import release


@given(st.integers(1000, 9999), st.integers(1, 12), st.integers(1, 4))
def test_a_period_has_the_name_it_was_read_from(year: int, month: int, quarter: int) -> None:
    for name in (f"{year}", f"{year}-{month:02}", f"{year}-Q{quarter}"):
        assert parse(name).name == name


@pytest.mark.parametrize("name", ["", "26", "2026-Q5", "2026-13", "2026-1", "2026-Q", "x2026"])
def test_what_is_no_period_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="is no period"):
        parse(name)


def test_the_newest_quarter_is_shown_first_even_when_months_are_newer() -> None:
    releases = [release(name, {}) for name in ("2025-Q4", "2026-Q1", "2025", "2026-04")]
    assert default(releases) == "2026-Q1"
    assert default([]) == ""


def test_years_and_quarters_are_joined_by_quarters() -> None:
    releases = [release(f"{year}-Q{n}", {}) for year in (2024, 2025) for n in (1, 2, 3, 4)]
    found = span([*releases, release("2024", {})], "2024", "2025-Q2")
    assert [each.period for each in found.releases] == [
        *(f"2024-Q{n}" for n in (1, 2, 3, 4)),
        "2025-Q1",
        "2025-Q2",
    ]
    assert found.missing == ()


def test_a_period_that_was_not_published_is_not_guessed() -> None:
    with pytest.raises(KeyError):
        span([release("2025-Q1", {})], "2025-Q1", "2025-Q2")
