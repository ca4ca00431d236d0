"""What a form is filled in from, and what comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.statistics.publication import Release
from bot.statistics.reports.figures import Figures
from bot.statistics.reports.names import Names
from bot.statistics.reports.periods import Period, Span
from connectors.reports import Chart, Choice, Table


@dataclass(frozen=True)
class View:
    """What somebody wants to see. releases: all there are."""

    choice: Choice
    span: Span
    names: Names
    releases: Sequence[Release]

    @property
    def figures(self) -> Figures:
        """The numbers of the chosen periods."""
        return Figures(self.span.releases)


@dataclass(frozen=True)
class Filling:
    """A form, filled in. by_place, by_language: the numbers are those of the chosen place or
    language; otherwise they are those of all. used: the releases the numbers are from, and missing:
    the periods without any; None: those of the span."""

    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    notes: tuple[str, ...] = ()
    warning: str = ""
    by_place: bool = False
    by_language: bool = False
    used: tuple[Release, ...] | None = None
    missing: tuple[Period, ...] | None = None
