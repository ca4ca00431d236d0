"""The cells of several releases as one table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.statistics.publication import TOTAL, Release
from bot.statistics.reports.numbers import Number, published, total


class Figures:
    """Sums over releases, made of published cells alone."""

    def __init__(self, releases: Sequence[Release]) -> None:
        self._releases = releases

    def number(self, form: str, row: str = TOTAL, column: str = TOTAL) -> Number:
        """A cell, summed up."""
        key = (form, row, column)
        return total(published(release.cells.get(key, 0)) for release in self._releases)

    def rows(self, form: str) -> list[str]:
        """The rows of a form that occur, without the total."""
        return self._names((row for f, row, _ in self._keys() if f == form))

    def columns(self, form: str) -> list[str]:
        """The columns of a form that occur, without the total."""
        return self._names((column for f, _, column in self._keys() if f == form))

    def _keys(self) -> Iterable[tuple[str, str, str]]:
        return (key for release in self._releases for key in release.cells)

    @staticmethod
    def _names(names: Iterable[str]) -> list[str]:
        return sorted(set(names) - {TOTAL})
