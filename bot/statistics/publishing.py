"""Publishes the tables of every period that is over, once and for all.

Nothing is published of a period that still runs: two states of it could be subtracted. What was
published earlier is taken into account, so that nothing hidden there can be computed now.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import product

from bot.statistics import periods, raw
from bot.statistics.forms import CategoryOf, Forms, Names
from bot.statistics.noise import Noise
from bot.statistics.periods import Period
from bot.statistics.protection.suppression import Unprotectable, hide
from bot.statistics.protection.system import LEAST, System
from bot.statistics.publication import TOTAL, Release
from bot.statistics.raw import Raw
from bot.storage import counts, releases, sketches
from bot.storage.database import Conflict, Database

log = logging.getLogger(__name__)

_YEAR_FORMS = (
    "topics_places",
    "categories_languages",
    "places_languages",
    "outcomes_categories",
    "channels",
)
_MONTH_FORM = "categories"


@dataclass(frozen=True)
class Publishing:
    """Publishes what is due. noise: None for suppression."""

    database: Database
    category_of: CategoryOf
    noise: Noise | None = None

    def due(self, today: date) -> list[Period]:
        """What `publish_due` would publish. Raises DatabaseUnavailable."""
        with self.database.read() as connection:
            first, known = counts.first_day(connection), releases.periods(connection)
        ended = periods.ended(first, today) if first is not None else []
        return [period for period in ended if period.name not in known]

    def publish_due(self, today: date, now: datetime) -> list[Release]:
        """Publish every period that was over before `today` and is not published yet.

        Gives what was published. The sketches' keys of quarters that are over are thrown away.
        Raises DatabaseUnavailable.
        """
        with self.database.begin() as connection:
            sketches.throw_keys_away(connection, but_quarter=periods.quarter_of(today).name)
        made: list[Release] = []
        for period in self.due(today):
            with self.database.read() as connection:
                known = {release.period: release for release in releases.all_of(connection)}
                parts = period.inside() if period.kind == "year" else (period,)
                sums = {part.name: raw.read(connection, part) for part in parts}
            release = self._release(period, sums, known, now)
            try:
                with self.database.begin() as connection:
                    releases.add(connection, release)
            except Conflict:
                log.info("%s was published by another process", period.name)
                continue
            made.append(release)
            hidden = sum(number is None for number in release.cells.values())
            log.info("published %s: %s cells, %s hidden", period.name, len(release.cells), hidden)
        return made

    def _release(
        self, period: Period, sums: Mapping[str, Raw], known: Mapping[str, Release], now: datetime
    ) -> Release:
        if self.noise is not None:
            cells: Mapping[Names, int | None] = self._noisy(self.noise, period, sums, known)
            spent = self.noise.epsilon
            return Release(period.kind, period.name, "differential", spent, now, cells)
        cells = {
            "month": self._month,
            "quarter": self._quarter,
            "year": self._year,
        }[period.kind](period, sums, known)
        return Release(period.kind, period.name, "suppression", None, now, cells)

    def _month(
        self, period: Period, sums: Mapping[str, Raw], _: Mapping[str, Release]
    ) -> dict[Names, int | None]:
        forms = Forms(self.category_of)
        forms.month(period.name, sums[period.name])
        return _protected(forms, forms.system(), period.name)

    def _quarter(
        self, period: Period, sums: Mapping[str, Raw], known: Mapping[str, Release]
    ) -> dict[Names, int | None]:
        own, forms, cases = sums[period.name], Forms(self.category_of), Forms(self.category_of)
        forms.quarter(period.name, own)
        for month in period.inside():
            if month.name in known:
                forms.month_published(period.name, month.name, known[month.name].cells)
        cases.cases(period.name, own.cases)
        cells = _protected(forms, forms.system(), period.name)
        cells |= _protected(cases, cases.system(), period.name)
        if own.unclear:
            cells["unclear", TOTAL, TOTAL] = own.unclear if own.unclear >= LEAST else None
        return cells | _people(own.people)

    def _year(
        self, period: Period, sums: Mapping[str, Raw], known: Mapping[str, Release]
    ) -> dict[Names, int | None]:
        forms, cases = Forms(self.category_of), Forms(self.category_of)
        names = list(sums)
        for name, own in sums.items():
            forms.quarter(name, own)
            cases.cases(name, own.cases)
            for each in (forms, cases):
                each.published(name, known[name].cells if name in known else {})
        forms.year(period.name, names, _YEAR_FORMS)
        cases.year(period.name, names, raw.CASE_FORMS)
        cells = _protected(forms, forms.system(), period.name)
        cells |= _protected(cases, cases.system(), period.name)
        quarters = [
            known[name].cells.get(("unclear", TOTAL, TOTAL), 0) for name in names if name in known
        ]
        if any(number != 0 for number in quarters):
            # A quarter's hidden number could be computed from the year's.
            whole = [number for number in quarters if number is not None]
            cells["unclear", TOTAL, TOTAL] = sum(whole) if len(whole) == len(quarters) else None
        return cells

    def _noisy(
        self, noise: Noise, period: Period, sums: Mapping[str, Raw], known: Mapping[str, Release]
    ) -> dict[Names, int]:
        if period.kind == "month":
            return noise.month(period.name, sums[period.name])
        if period.kind == "quarter":
            months = {m.name: known[m.name].cells for m in period.inside() if m.name in known}
            return noise.quarter(sums[period.name], months)
        added: dict[Names, int] = {}
        wanted = {*_YEAR_FORMS, *raw.CASE_FORMS, "unclear"}
        for name in sums:
            for names, number in known[name].cells.items() if name in known else ():
                if names[0] in wanted:
                    added[names] = added.get(names, 0) + (number or 0)
        return added


def _protected(forms: Forms, system: System, name: str) -> dict[Names, int | None]:
    values = forms.values(name)
    if not values:
        return {}
    try:
        hidden = hide(system)
    except Unprotectable as error:
        log.error("%s: no number can be published: %s give others away", name, len(error.keys))
        return _nothing(values)
    return {names: None if (name, *names) in hidden else number for names, number in values.items()}


def _nothing(values: Mapping[Names, int]) -> dict[Names, int | None]:
    """Every cell hidden, also those that are zero: which are would be enough to tell the others."""
    hidden: dict[Names, int | None] = {}
    for form in {form for form, _, _ in values}:
        names = [(row, column) for of, row, column in values if of == form]
        for row, column in product({row for row, _ in names}, {column for _, column in names}):
            hidden[form, row, column] = None
    return hidden


def _people(people: Mapping[str, int]) -> dict[Names, int | None]:
    """Estimates; with a single hidden place the smallest other is hidden too, or it could be told
    from the sum (roughly: who went to two places is in both).
    """
    places = sorted((number, place) for place, number in people.items() if place != TOTAL)
    hidden = {place for number, place in places if number < LEAST}
    if len(hidden) == 1:
        hidden |= {place for _, place in [p for p in places if p[1] not in hidden][:1]}
    if people.get(TOTAL, 0) < LEAST:
        hidden.add(TOTAL)
    return {
        ("people", place, TOTAL): None if place in hidden else number
        for place, number in people.items()
    }
