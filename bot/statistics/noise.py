"""Differential privacy in place of suppression: every cell gets noise, none is hidden.

The noise is OpenDP's discrete Laplace noise. A conversation adds at most MOST_COUNTED to the cells
of each table about consultations, and a case 1 to each table about cases; the budget of a quarter
is divided evenly among the tables, which are about the same people. Months are disjoint, so that
they share one part. Totals are sums of noisy cells and cost nothing (post-processing).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from bot.statistics.counting import MOST_COUNTED
from bot.statistics.forms import CategoryOf, Names
from bot.statistics.publication import CATEGORY, TOTAL
from bot.statistics.raw import CASE_FORMS, Raw

#: The parts of a quarter's budget: months, the five tables about consultations, those on cases.
PARTS = 1 + 6 + len(CASE_FORMS)

#: Adds noise to whole numbers. scale: of the Laplace distribution.
AddNoise = Callable[[Sequence[int], float], list[int]]


@dataclass(frozen=True)
class Domain:
    """Everything that could have been counted: cells that are zero get noise too."""

    topics: tuple[str, ...]
    places: tuple[str, ...]
    languages: tuple[str, ...]
    channels: tuple[str, ...]
    outcomes: tuple[str, ...]
    cases: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Noise:
    """Makes the tables of a period. epsilon: the budget of a quarter, more than 0."""

    epsilon: float
    domain: Domain
    category_of: CategoryOf
    add_noise: AddNoise

    def month(self, name: str, raw: Raw) -> dict[Names, int]:
        """A month's categories."""
        by_category: dict[str, int] = defaultdict(int)
        for (month, topic), number in raw.month_topic.items():
            if month == name:
                by_category[self.category_of(topic)] += number
        rows = self._noisy([(CATEGORY + c, TOTAL) for c in self._categories()], _cells(by_category))
        return _with_totals("categories", rows)

    def quarter(
        self, raw: Raw, months: Mapping[str, Mapping[Names, int | None]]
    ) -> dict[Names, int]:
        """Every table of a quarter. months: as they were published, by name."""
        domain, cells = self.domain, dict[Names, int]()
        topics: dict[tuple[str, str], int] = defaultdict(int)
        languages: dict[tuple[str, str], int] = defaultdict(int)
        places: dict[tuple[str, str], int] = defaultdict(int)
        for (topic, place, language), number in raw.topic_place_language.items():
            topics[topic, place] += number
            languages[CATEGORY + self.category_of(topic), language] += number
            places[place, language] += number
        outcomes: dict[tuple[str, str], int] = defaultdict(int)
        for (outcome, topic), number in raw.outcome_topic.items():
            outcomes[outcome, CATEGORY + self.category_of(topic)] += number
        categories = [CATEGORY + category for category in self._categories()]
        noisy_topics = self._noisy(product(domain.topics, domain.places), topics)
        cells |= self._topics(noisy_topics)
        for form, names, sums in (
            ("categories_languages", product(categories, domain.languages), languages),
            ("places_languages", product(domain.places, domain.languages), places),
            ("outcomes_categories", product(domain.outcomes, categories), outcomes),
        ):
            cells |= _with_totals(form, self._noisy(names, sums))
        channels = {(channel, TOTAL): number for (channel,), number in raw.channel.items()}
        cells |= _with_totals(
            "channels", self._noisy([(channel, TOTAL) for channel in domain.channels], channels)
        )
        unclear = self._noisy([(TOTAL, TOTAL)], {(TOTAL, TOTAL): raw.unclear})
        cells["unclear", TOTAL, TOTAL] = unclear[TOTAL, TOTAL]
        for form, spans in domain.cases.items():
            of_form = {(key, TOTAL): number for (key,), number in raw.cases.get(form, {}).items()}
            rows = [(span, TOTAL) for span in spans]
            cells |= _with_totals(form, self._noisy(rows, of_form, most=1))
        return cells | self._months(months)

    def _topics(self, noisy: Mapping[tuple[str, str], int]) -> dict[Names, int]:
        cells: dict[Names, int] = defaultdict(int)
        for (topic, place), number in noisy.items():
            for row in (topic, CATEGORY + self.category_of(topic), TOTAL):
                for column in (place, TOTAL):
                    cells["topics_places", row, column] += number
        return cells

    def _months(self, months: Mapping[str, Mapping[Names, int | None]]) -> dict[Names, int]:
        rows = {
            (month, row): number or 0
            for month, cells in months.items()
            for (_, row, _), number in cells.items()
            if row != TOTAL
        }
        return _with_totals("months_categories", rows)

    def _noisy(
        self,
        names: Iterable[tuple[str, str]],
        sums: Mapping[tuple[str, str], int],
        most: int = MOST_COUNTED,
    ) -> dict[tuple[str, str], int]:
        """most: how much one conversation, or case, can add to the table."""
        keys = sorted({*names, *sums})
        scale = most * PARTS / self.epsilon
        return dict(zip(keys, self.add_noise([sums.get(k, 0) for k in keys], scale), strict=True))

    def _categories(self) -> list[str]:
        return sorted({self.category_of(topic) for topic in self.domain.topics})


def laplace(numbers: Sequence[int], scale: float) -> list[int]:
    """The numbers with discrete Laplace noise (Ghosh, Roughgarden, Sundararajan 2009; OpenDP)."""
    # Here, because it loads a large library that only publishing with noise needs.
    import opendp.prelude as dp

    dp.enable_features("contrib")
    measurement = dp.m.make_laplace(
        dp.vector_domain(dp.atom_domain(T=int)), dp.l1_distance(T=int), scale=scale
    )
    return [int(number) for number in measurement(list(numbers))]


def _cells(rows: Mapping[str, int]) -> dict[tuple[str, str], int]:
    return {(CATEGORY + row, TOTAL): number for row, number in rows.items()}


def _with_totals(form: str, cells: Mapping[tuple[str, str], int]) -> dict[Names, int]:
    found: dict[Names, int] = defaultdict(int)
    for (row, column), number in cells.items():
        for each_row in {row, TOTAL}:
            for each_column in {column, TOTAL}:
                found[form, each_row, each_column] += number
    return dict(found)
