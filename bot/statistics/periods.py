"""Months, quarters and years as coordinators name them: "2026-07", "2026-Q3", "2026"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class Period:
    """kind: "month", "quarter" or "year". first, last: its days, both included."""

    kind: str
    name: str
    first: date
    last: date

    def inside(self) -> tuple[Period, ...]:
        """The months of a quarter, the quarters of a year, nothing of a month."""
        if self.kind == "quarter":
            return tuple(month(self.first.year, self.first.month + i) for i in range(3))
        if self.kind == "year":
            return tuple(quarter(self.first.year, number) for number in range(1, 5))
        return ()


def month(year: int, number: int) -> Period:
    """A month of a year (1 to 12)."""
    return Period("month", f"{year}-{number:02}", date(year, number, 1), _end(year, number))


def quarter(year: int, number: int) -> Period:
    """A quarter of a year (1 to 4)."""
    first = date(year, 3 * number - 2, 1)
    return Period("quarter", f"{year}-Q{number}", first, _end(year, 3 * number))


def year(number: int) -> Period:
    """A year."""
    return Period("year", str(number), date(number, 1, 1), date(number, 12, 31))


def quarter_of(day: date) -> Period:
    """The quarter a day is in."""
    return quarter(day.year, (day.month + 2) // 3)


def parse(name: str) -> Period:
    """A period by its name. Raises ValueError."""
    if found := _MONTH.fullmatch(name):
        return month(int(found[1]), int(found[2]))
    if found := _QUARTER.fullmatch(name):
        return quarter(int(found[1]), int(found[2]))
    if _YEAR.fullmatch(name):
        return year(int(name))
    raise ValueError(f"{name!r} is no period such as 2026-07, 2026-Q3 or 2026")


def ended(first: date, today: date) -> list[Period]:
    """All periods with days from `first` on that were over before `today`.

    In the order they are published in: a month before its quarter, a quarter before its year.
    """
    found = [
        period
        for number in range(first.year, today.year + 1)
        for period in _of_year(number)
        if first <= period.last < today
    ]
    return sorted(found, key=lambda period: (period.last, len(period.inside())))


def _of_year(number: int) -> list[Period]:
    whole = year(number)
    quarters = whole.inside()
    return [*(m for q in quarters for m in q.inside()), *quarters, whole]


def _end(of_year: int, of_month: int) -> date:
    following = date(of_year + of_month // 12, of_month % 12 + 1, 1)
    return following - timedelta(days=1)
