"""Differential privacy in place of suppression."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.statistics.noise import PARTS, Domain, Noise, laplace
from bot.statistics.publication import TOTAL
from bot.statistics.raw import Raw

DOMAIN = Domain(
    topics=("midwife", "housing"),
    places=("Nord", "?"),
    languages=("ar", "de"),
    channels=("web",),
    outcomes=("answered", "helpful"),
    cases={"cases_waited": ("m10", "more")},
)
RAW = Raw(
    topic_place_language={("midwife", "Nord", "ar"): 900, ("housing", "?", "de"): 300},
    month_topic={("2026-01", "midwife"): 900, ("2026-01", "housing"): 300},
    outcome_topic={("answered", "midwife"): 900, ("helpful", "housing"): 300},
    channel={("web",): 1200},
    cases={"cases_waited": {("m10",): 40}},
)


class Recorder:
    """Adds one to every number and remembers the scales."""

    def __init__(self) -> None:
        self.scales: list[float] = []

    def __call__(self, numbers: Sequence[int], scale: float) -> list[int]:
        self.scales.append(scale)
        return [number + 1 for number in numbers]


def _noise(add_noise: object, epsilon: float = 2.0) -> Noise:
    return Noise(epsilon, DOMAIN, {"midwife": "a", "housing": "b"}.__getitem__, add_noise)  # type: ignore[arg-type]


def test_cells_that_are_zero_get_noise_too_so_that_nobody_sees_which_are():
    cells = _noise(Recorder()).quarter(RAW, {})
    assert cells["topics_places", "midwife", "?"] == 1
    assert cells["topics_places", "midwife", "Nord"] == 901


def test_totals_are_the_sums_of_what_is_shown():
    cells = _noise(laplace).quarter(RAW, {})
    for form in ("topics_places", "places_languages", "outcomes_categories"):
        inside = [
            number
            for (of, row, column), number in cells.items()
            if of == form and TOTAL not in (row, column) and not row.startswith("category:")
        ]
        assert cells[form, TOTAL, TOTAL] == sum(inside)


def test_the_budget_of_a_quarter_is_divided_among_its_tables():
    recorder = Recorder()
    noise = _noise(recorder, epsilon=2.0)
    noise.month("2026-01", RAW)
    noise.quarter(RAW, {})
    # A conversation changes ten cells of a table about consultations at most, a case one of its.
    shares = [(1 if scale < 10 * PARTS / 2.0 else 10) / scale for scale in recorder.scales]
    assert sum(shares) <= 2.0 + 1e-9


def test_months_are_shown_again_as_they_were_published():
    noise = _noise(laplace)
    month = noise.month("2026-01", RAW)
    cells = noise.quarter(RAW, {"2026-01": month})
    assert (
        cells["months_categories", "2026-01", "category:a"]
        == month["categories", "category:a", TOTAL]
    )


def test_the_noise_is_as_wide_as_its_scale_says():
    noisy = laplace([1000] * 4000, 20.0)
    distances = [abs(number - 1000) for number in noisy]
    # The mean distance of Laplace noise is its scale.
    assert sum(distances) / len(distances) == pytest.approx(20, rel=0.15)
    assert sum(noisy) / len(noisy) == pytest.approx(1000, abs=3)
