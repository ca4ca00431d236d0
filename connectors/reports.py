"""What coordinators can be shown: reports as data, drawn by pages and written by exports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class UnknownChoice(LookupError):
    """What was asked for is not there. `about`: report, period, place, language, category, chart
    or format; `value`: what was asked for; `known`: what could have been asked for."""

    def __init__(self, about: str, value: str, known: tuple[str, ...]) -> None:
        super().__init__(f"unknown {about} {value!r}; known: {', '.join(known) or 'none'}")
        self.about = about
        self.value = value
        self.known = known


@dataclass(frozen=True)
class Choice:
    """What somebody wants to see. Empty: not narrowed down.

    report: an id, empty: the first. start, end: the first and the last period ("2026-Q3", "2026",
    "2026-07"), empty: the newest, and the same as start. place: its name. language: ISO 639-1.
    category: whose topics are to be shown.
    """

    report: str = ""
    start: str = ""
    end: str = ""
    place: str = ""
    language: str = ""
    category: str = ""


@dataclass(frozen=True)
class Option:
    """Something that can be chosen."""

    value: str
    title: str


@dataclass(frozen=True)
class Choices:
    """Everything that can be chosen. periods: groups with their titles, the newest period first;
    empty while nothing was published."""

    reports: tuple[Option, ...]
    periods: tuple[tuple[str, tuple[Option, ...]], ...]
    places: tuple[Option, ...]
    languages: tuple[Option, ...]


@dataclass(frozen=True)
class Cell:
    """text: as it is shown. number: its number, None when it was not published, is only a lower
    bound, or is no number. unit: "" for a count, "share" for a share (0.0 to 1.0)."""

    text: str
    number: float | None = None
    unit: str = ""


@dataclass(frozen=True)
class Row:
    """category: whose topics can be looked at, empty when there is nothing more to see.
    total: the row sums up the others."""

    title: str
    cells: tuple[Cell, ...]
    category: str = ""
    total: bool = False


@dataclass(frozen=True)
class Table:
    """corner: the heading over the titles of the rows. head: of each column. groups: headings over
    several columns each, with how many; together they are as wide as head, or there are none."""

    title: str
    corner: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    groups: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Series:
    """values: one for each label of the chart, None where there is no number. least: the values of
    these places are lower bounds."""

    title: str
    values: tuple[float | None, ...]
    least: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Chart:
    """kind: "bars" (lying, stacked when there are several series), "columns" or "lines".

    says: what is to be seen, for those who do not see it. axis: what is counted. table: which of
    the report's tables has the numbers, counted from 0.
    """

    kind: str
    title: str
    says: str
    axis: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    table: int = 0


@dataclass(frozen=True)
class Report:
    """One form, filled in.

    choice: what is shown, with nothing left open. title: of the form. says: what it tells, in a
    sentence. scope: what the numbers are about, as (what, value): period, place, language.
    warning: why less is shown than was asked for, or nothing. notes: how to read it. legend:
    the signs that stand for numbers, with what they mean. source: where it is from and when it was
    published. With neither tables nor a warning there is nothing yet.
    """

    choice: Choice
    title: str
    says: str
    scope: tuple[tuple[str, str], ...] = ()
    warning: str = ""
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    notes: tuple[str, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()
    source: str = ""


@dataclass(frozen=True)
class Download:
    """A file to keep."""

    name: str
    media_type: str
    content: bytes


class Reports(Protocol):
    """The reports on what was published. Every call may raise another exception when it cannot be
    done now."""

    async def choices(self, language: str) -> Choices:
        """What can be chosen, named in a language."""

    async def report(self, choice: Choice, language: str) -> Report:
        """A form, filled in. Raises UnknownChoice."""

    async def chart(self, choice: Choice, number: int, language: str) -> bytes:
        """One of the report's charts as SVG, counted from 0. Raises UnknownChoice."""

    async def export(self, choice: Choice, format: str, language: str) -> Download:
        """A report as a file. format: csv, xlsx or pdf. Raises UnknownChoice."""
