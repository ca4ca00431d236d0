"""Two quarters and two months of a made-up city: every form has cells, some are suppressed."""

from __future__ import annotations

import random

from bot.statistics.publication import CATEGORY, TOTAL, UNKNOWN, Release
from bot.statistics.reports.cases import LASTED, OUTCOMES, WAITED
from knowledge import catalogue
from tests.bot.statistics.reports.published import Cells, release

PLACES = (
    "Huchting", "Grohn", "Gröpelingen", "Obervieland", "Östliche Vorstadt", "Blumenthal",
    "Vegesack", "Walle", "Osterholz", "Hemelingen", "Neustadt", UNKNOWN,
)  # fmt: skip
LANGUAGES = ("de", "ar", "ru", "tr", "en")
_OUTCOMES_OF_TALKS = (
    "answered", "asked_back", "handed_over", "unavailable", "helpful", "not_helpful",
)  # fmt: skip


def city() -> list[Release]:
    """All releases, always the same."""
    quarters = [_quarter(2, 900), _quarter(3, 1300)]
    return [*quarters, _month("2026-10", 400)]


def _quarter(number: int, size: int) -> Release:
    chance = random.Random(number)
    topics = catalogue.load().topics
    months = [f"2026-{month:02}" for month in range(3 * number - 2, 3 * number + 1)]
    cells: dict[tuple[str, str, str], int] = {("people", TOTAL, TOTAL): size // 2}

    def add(form: str, row: str, column: str) -> None:
        for r, c in {(row, column), (TOTAL, column), (row, TOTAL), (TOTAL, TOTAL)}:
            cells[form, r, c] = cells.get((form, r, c), 0) + 1

    for _ in range(size):
        topic = _pick(chance, list(topics))
        category = f"{CATEGORY}{topics[topic]}"
        place, language = _pick(chance, PLACES), _pick(chance, LANGUAGES)
        add("topics_places", category, place)
        for column in (place, TOTAL):
            key = ("topics_places", topic, column)
            cells[key] = cells.get(key, 0) + 1
        add("categories_languages", category, language)
        add("places_languages", place, language)
        add("outcomes_categories", _pick(chance, _OUTCOMES_OF_TALKS), category)
        add("months_categories", chance.choice(months), category)
        add("channels", _pick(chance, ("web", "telegram")), TOTAL)
    for _ in range(size // 6):
        add("cases_waited", _pick(chance, WAITED), TOTAL)
        add("cases_lasted", _pick(chance, LASTED), TOTAL)
        add("cases_outcome", _pick(chance, OUTCOMES), TOTAL)
        add("cases_places", _pick(chance, PLACES), TOTAL)
    for place in PLACES[:6]:
        cells["people", place, TOTAL] = size // 12
    cells["unclear", TOTAL, TOTAL] = size // 20
    return release(f"2026-Q{number}", _suppressed(cells))


def _month(period: str, size: int) -> Release:
    chance = random.Random(size)
    topics = catalogue.load().topics
    cells = {("categories", TOTAL, TOTAL): size}
    for _ in range(size):
        topic = _pick(chance, list(topics))
        key = ("categories", f"{CATEGORY}{topics[topic]}", TOTAL)
        cells[key] = cells.get(key, 0) + 1
    return release(period, _suppressed(cells))


def _pick(chance: random.Random, options: list[str] | tuple[str, ...]) -> str:
    weights = [1 / (at + 1) for at in range(len(options))]
    return chance.choices(options, weights)[0]


def _suppressed(cells: dict[tuple[str, str, str], int]) -> Cells:
    """Only as these tests need it: the small cells."""
    return {key: None if 0 < number < 5 else number for key, number in cells.items()}
