"""What is published of a period, and that nothing hidden in it can be computed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta, timezone
from itertools import product

import numpy as np
import pytest
from scipy.optimize import linprog

from bot.statistics import periods
from bot.statistics.outcomes import UNCLEAR
from bot.statistics.publication import CATEGORY, TOTAL, Release
from bot.statistics.publishing import Publishing
from bot.storage import counts, releases, sketches
from bot.storage.database import Database
from bot.storage.tables import counts as count_cells

NOW = datetime(2027, 1, 1, 4, tzinfo=timezone.utc)
CATEGORIES = {"t1": "a", "t2": "a", "t3": "b", "t4": "c", UNCLEAR: "-"}
PLACES, LANGUAGES, OUTCOMES = ("Nord", "Süd", ""), ("ar", "de"), ("answered", "handed_over")
Cell = tuple[date, str, str, str, str]


def _publishing(database: Database) -> Publishing:
    return Publishing(database, CATEGORIES.__getitem__)


def _fill(database: Database, cells: Mapping[Cell, int]) -> None:
    with database.begin() as connection:
        counts.add(
            connection,
            count_cells,
            [
                {
                    "day": day,
                    "topic": topic,
                    "place": place,
                    "language": language,
                    "outcome": outcome,
                    "channel": "web",
                    "number": number,
                }
                for (day, topic, place, language, outcome), number in cells.items()
            ],
        )


def _published(database: Database) -> dict[str, Release]:
    with database.read() as connection:
        return {release.period: release for release in releases.all_of(connection)}


def _publish(database: Database, *days: date) -> dict[str, Release]:
    for day in days:
        _publishing(database).publish_due(day, NOW)
    return _published(database)


def _some(seed: int, number: int, first: date, days: int) -> Counter[Cell]:
    rng = random.Random(seed)
    return Counter(
        (
            first + timedelta(days=rng.randrange(days)),
            rng.choices(("t1", "t2", "t3", "t4"), (9, 1, 4, 2))[0],
            rng.choices(PLACES, (6, 2, 1))[0],
            rng.choices(LANGUAGES, (5, 2))[0],
            rng.choices(OUTCOMES, (5, 1))[0],
        )
        for _ in range(number)
    )


class Attacker:
    """Knows every published table and that numbers are not negative; knows the smallest unknowns:
    how many consultations of a month, topic, place, language and outcome there were.
    """

    def __init__(self, published: Iterable[Release]) -> None:
        self._months = [f"2026-{number:02}" for number in range(1, 13)]
        places = [place or "?" for place in PLACES]
        self._unknowns = list(
            product(self._months, ("t1", "t2", "t3", "t4"), places, LANGUAGES, OUTCOMES)
        )
        self._rows: list[np.ndarray] = []
        self._sums: list[float] = []
        self.hidden: dict[tuple[str, str, str, str], np.ndarray] = {}
        for release in published:
            self._learn(release)

    def _learn(self, release: Release) -> None:
        rows = {
            "categories": [TOTAL, *self._categories()],
            "topics_places": [TOTAL, *self._categories(), "t1", "t2", "t3", "t4"],
            "categories_languages": [TOTAL, *self._categories()],
            "places_languages": [TOTAL, "Nord", "Süd", "?"],
            "months_categories": [TOTAL, *self._months],
            "outcomes_categories": [TOTAL, *OUTCOMES],
        }
        columns = {
            "categories": [TOTAL],
            "topics_places": [TOTAL, "Nord", "Süd", "?"],
            "categories_languages": [TOTAL, *LANGUAGES],
            "places_languages": [TOTAL, *LANGUAGES],
            "months_categories": [TOTAL, *self._categories()],
            "outcomes_categories": [TOTAL, *self._categories()],
        }
        for form in rows:
            if not any(key[0] == form for key in release.cells):
                continue
            for row, column in product(rows[form], columns[form]):
                behind = self._behind(release.period, row, column)
                number = release.cells.get((form, row, column), 0)
                if number is None:
                    self.hidden[release.period, form, row, column] = behind
                else:
                    self._rows.append(behind)
                    self._sums.append(number)

    def _categories(self) -> list[str]:
        return [CATEGORY + name for name in ("a", "b", "c")]

    def _behind(self, period: str, row: str, column: str) -> np.ndarray:
        span = periods.parse(period)
        chosen = []
        for month, topic, place, language, outcome in self._unknowns:
            first = date.fromisoformat(f"{month}-01")
            names = {month, topic, CATEGORY + CATEGORIES[topic], place, language, outcome, TOTAL}
            chosen.append(span.first <= first <= span.last and {row, column} <= names)
        return np.array(chosen, dtype=float)

    def can_compute(self, key: tuple[str, str, str, str]) -> bool:
        """Whether only one number is possible for a hidden cell."""
        ends = [
            linprog(
                sign * self.hidden[key],
                A_eq=np.array(self._rows),
                b_eq=np.array(self._sums),
                bounds=(0, None),
                method="highs",
            )
            for sign in (1, -1)
        ]
        assert {end.status for end in ends} <= {0, 3}
        if any(end.status == 3 for end in ends):
            return False
        return bool(-ends[1].fun - ends[0].fun < 1)


def test_cells_below_five_are_hidden_and_cannot_be_computed_from_all_that_was_ever_published(
    database: Database,
) -> None:
    # Months, quarters and the year, each published when it was over.
    _fill(database, _some(1, 400, date(2026, 1, 1), 365))
    days = [date(2026, number, 1) for number in range(2, 13)] + [date(2027, 1, 1)]
    published = _publish(database, *days)
    assert {"2026-01", "2026-Q1", "2026-Q4", "2026"} <= set(published)
    assert not any(
        0 < number < 5
        for release in published.values()
        for number in release.cells.values()
        if number is not None
    )
    attacker = Attacker(published.values())
    assert len(attacker.hidden) > 50
    found = [key for key in attacker.hidden if attacker.can_compute(key)]
    assert found == []


def test_with_small_cells_alone_hidden_the_attack_succeeds(database: Database) -> None:
    _fill(database, _some(1, 400, date(2026, 1, 1), 365))
    release = _publish(database, date(2026, 4, 1))["2026-Q1"]
    forms = dict(release.cells)
    with database.read() as connection:
        topics = counts.summed(
            connection, count_cells, ["topic", "place"], date(2026, 1, 1), date(2026, 3, 31)
        )
    for (topic, place), number in topics.items():
        forms["topics_places", topic, place or "?"] = number if number >= 5 else None
    careless = Release("quarter", "2026-Q1", "suppression", None, NOW, forms)
    attacker = Attacker([careless])
    assert any(attacker.can_compute(key) for key in attacker.hidden)


def test_table_4_of_the_senate_comes_out_of_conversations_with_its_counts(
    database: Database,
) -> None:
    table = {
        "Arztsuche": (21, 89),
        "Kontakt Krankenkasse": (14, 39),
        "Pflege": (33, 21),
        "Behinderung": (33, 6),
        "Sonstiges/Soziales": (16, 20),
        "Angebote im Stadtteil": (15, 15),
        "Chronische Krankheiten": (27, 2),
        "Anträge": (9, 12),
        "Arztbriefe": (4, 0),
    }
    _fill(
        database,
        {
            (date(2024, 2, 1), topic, place, "de", "answered"): number
            for topic, numbers in table.items()
            for place, number in zip(("Huchting", "Grohn"), numbers, strict=True)
            if number
        },
    )
    Publishing(database, lambda topic: topic).publish_due(date(2025, 1, 1), NOW)
    cells = _published(database)["2024-Q1"].cells

    def row(topic: str) -> list[int | None]:
        columns = ("Huchting", "Grohn", TOTAL)
        return [cells.get(("topics_places", topic, column), 0) for column in columns]

    assert row("Arztsuche") == [21, 89, 110]
    assert row("Sonstiges/Soziales") == [16, 20, 36]
    assert row(TOTAL) == [172, 204, 376]
    # The paper prints the 2 and the 4; who knows a family there could know whose they are.
    assert row("Chronische Krankheiten")[1] is None
    assert row("Arztbriefe")[0] is None
    shown = [cell for topic in table for cell in row(topic) if cell is not None]
    assert len(shown) >= 19


def test_a_table_that_cannot_be_protected_shows_nothing_not_even_zeros(
    database: Database,
) -> None:
    # The month showed 15; spread over places with one each, what is hidden would be plain.
    places = [f"P{number}" for number in range(14)]
    first = {(date(2026, 1, 5), "t3", place, "de", "answered"): 1 for place in places}
    first[date(2026, 1, 6), "t3", "P0", "de", "answered"] = 1
    _fill(database, {**first, (date(2026, 1, 5), "t1", "P1", "de", "answered"): 20})
    cells = _publish(database, date(2026, 2, 1), date(2026, 4, 1))["2026-Q1"].cells
    inside = [
        number
        for (form, row, column), number in cells.items()
        if form == "topics_places" and row == "t3" and column in places
    ]
    assert set(inside) == {None}
    if cells["topics_places", TOTAL, TOTAL] is None:
        assert cells["topics_places", "t1", "P7"] is None


def test_nothing_is_published_of_a_period_that_still_runs(database: Database) -> None:
    _fill(database, _some(2, 200, date(2026, 3, 1), 31))
    assert _publish(database, date(2026, 3, 31)) == {}
    assert set(_publish(database, date(2026, 4, 1))) == {"2026-03", "2026-Q1"}


def test_what_was_published_stays_as_it_was(database: Database) -> None:
    _fill(database, _some(3, 200, date(2026, 3, 1), 31))
    before = _publish(database, date(2026, 4, 1))
    # A late count, such as of a clock that went wrong, changes nothing any more.
    _fill(database, _some(4, 50, date(2026, 3, 1), 31))
    assert _publish(database, date(2026, 4, 2)) == before
    assert _publishing(database).publish_due(date(2026, 4, 2), NOW) == []


def test_a_month_in_which_nobody_asked_is_published_as_empty(database: Database) -> None:
    _fill(database, _some(5, 50, date(2026, 1, 5), 5))
    assert _publish(database, date(2026, 3, 1))["2026-02"].cells == {}


def test_the_key_of_a_quarter_that_is_over_is_thrown_away(database: Database) -> None:
    with database.begin() as connection:
        old = sketches.key_of(connection, "2026-Q3")
        sketches.key_of(connection, "2026-Q4")
    _publish(database, date(2026, 10, 1))
    with database.begin() as connection:
        assert sketches.key_of(connection, "2026-Q3") != old


@pytest.mark.parametrize("number", [0, 4, 5])
def test_what_nobody_understood_is_published_from_five_on(database: Database, number: int) -> None:
    _fill(database, _some(6, 60, date(2026, 1, 1), 90))
    if number:
        _fill(database, {(date(2026, 1, 3), UNCLEAR, "", "de", "asked_back"): number})
    cells = _publish(database, date(2026, 4, 1))["2026-Q1"].cells
    assert cells.get(("unclear", TOTAL, TOTAL), 0) == (None if 0 < number < 5 else number)
    assert ("topics_places", UNCLEAR, TOTAL) not in cells
