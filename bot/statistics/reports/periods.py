"""Months, quarters and years, and which releases tell of a span of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.statistics.publication import Release

KINDS = ("year", "quarter", "month")
_PERIOD = re.compile(r"([0-9]{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?")
_MONTHS = {"year": 12, "quarter": 3, "month": 1}


@dataclass(frozen=True, order=True)
class Period:
    """first, last: months counted from the year 0, last included."""

    first: int
    last: int

    @property
    def kind(self) -> str:
        """One of KINDS."""
        months = self.last - self.first + 1
        return next(kind for kind in KINDS if _MONTHS[kind] == months)

    @property
    def year(self) -> int:
        """The year it lies in."""
        return self.first // 12

    @property
    def number(self) -> int:
        """Which month, quarter or year of its kind, counted from 1; a year is 1."""
        return self.first % 12 // _MONTHS[self.kind] + 1

    @property
    def name(self) -> str:
        """As releases name it."""
        if self.kind == "year":
            return f"{self.year:04}"
        return f"{self.year:04}-Q{self.number}" if self.kind == "quarter" else self._month

    @property
    def _month(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    def parts(self, kind: str) -> list[Period]:
        """Every month or quarter that lies in it as a whole."""
        step = _MONTHS[kind]
        begin = -(-self.first // step) * step
        return [
            Period(first, first + step - 1) for first in range(begin, self.last - step + 2, step)
        ]


def parse(name: str) -> Period:
    """The period of this name. Raises ValueError when it is none."""
    match = _PERIOD.fullmatch(name)
    if match is None:
        raise ValueError(f"{name!r} is no period")
    year, quarter, month = match.groups()
    if quarter:
        first, length = int(year) * 12 + (int(quarter) - 1) * 3, 3
    elif month:
        first, length = int(year) * 12 + int(month) - 1, 1
    else:
        first, length = int(year) * 12, 12
    return Period(first, first + length - 1)


@dataclass(frozen=True)
class Span:
    """What was chosen, and what was published of it.

    start, end: the periods that were chosen. releases: those that are summed up. quarters and
    months: all releases of that kind inside. missing: periods inside that were not published.
    """

    start: Period
    end: Period
    releases: tuple[Release, ...]
    quarters: tuple[Release, ...]
    months: tuple[Release, ...]
    missing: tuple[Period, ...]

    @property
    def coarse(self) -> bool:
        """Only months were chosen: of those little is published."""
        return self.releases[0].kind == "month"

    @property
    def single(self) -> bool:
        """It is one period, not several in a row."""
        return self.start == self.end


def default(releases: Iterable[Release]) -> str:
    """The period shown when none is chosen: the newest quarter, else year, else month."""
    found = list(releases)
    for kind in ("quarter", "year", "month"):
        of_kind = [release.period for release in found if release.kind == kind]
        if of_kind:
            return max(of_kind)
    return ""


def span(releases: Sequence[Release], start: str, end: str) -> Span:
    """What was published from one period to another, in either order.

    Quarters that make up whole years are replaced by these when they were published. Periods of
    different kinds are joined by quarters, or months. Raises KeyError naming what is not released.
    """
    there = {release.period: release for release in releases}
    for name in (start, end):
        if name not in there:
            raise KeyError(name)
    first, last = sorted((parse(start), parse(end)))
    whole = Period(min(first.first, last.first), max(first.last, last.last))
    inside = {kind: _inside(there, whole, kind) for kind in KINDS}
    kind = first.kind if first.kind == last.kind else "quarter" if inside["quarter"] else "month"
    years = whole.parts("year")
    if kind == "quarter" and 12 * len(years) == whole.last - whole.first + 1:
        kind = "year" if len(inside["year"]) == len(years) else kind
    chosen = inside[kind] or (there[start],)
    named = {release.period for release in chosen}
    parts = whole.parts(chosen[0].kind)
    within = {month for part in parts for month in part.parts("month")}
    outside = [month for month in whole.parts("month") if month not in within]
    return Span(
        first,
        last,
        chosen,
        inside["quarter"],
        inside["month"],
        tuple(sorted([*outside, *(part for part in parts if part.name not in named)])),
    )


def _inside(there: dict[str, Release], whole: Period, kind: str) -> tuple[Release, ...]:
    return tuple(there[p.name] for p in whole.parts(kind) if p.name in there)
