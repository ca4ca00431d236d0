"""Lays numbers out as tables and charts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.statistics.reports.names import Names
from bot.statistics.reports.numbers import Number, count, rank, share
from connectors.reports import Chart, Row, Series, Table

#: The most bars of a chart that can still be read.
BARS = 15


@dataclass(frozen=True)
class Line:
    """A row before it is written out; its last number is the one it is sorted by.

    category: whose topics can be looked at.
    """

    title: str
    numbers: tuple[Number, ...]
    category: str = ""


def sorted_lines(lines: Iterable[Line]) -> list[Line]:
    """The largest first, then the hidden, then those with nothing."""
    return sorted(lines, key=lambda line: (*rank(line.numbers[-1]), line.title.casefold()))


def table(
    names: Names,
    title: str,
    corner: str,
    head: Sequence[str],
    lines: Iterable[Line],
    sums: Sequence[Number] = (),
    whole: Number | None = None,
    groups: tuple[tuple[str, int], ...] = (),
) -> Table:
    """sums: of the last row, none without one. whole: what the shares of each row's last number
    are taken of; there are none when it was suppressed."""
    shares = whole is not None and whole.exact is not None
    rows = [_row(names, line, whole if shares else None) for line in lines]
    if sums:
        last = Line(names("total"), tuple(sums))
        rows.append(_row(names, last, whole if shares else None, total=True))
    titles = (*head, names("share")) if shares else tuple(head)
    return Table(title, corner, titles, tuple(rows), groups)


def _row(names: Names, line: Line, whole: Number | None, total: bool = False) -> Row:
    cells = [count(number, names.language) for number in line.numbers]
    if whole is not None:
        cells.append(share(line.numbers[-1], whole, names.language))
    return Row(line.title, tuple(cells), line.category, total)


def no_shares(names: Names, *wholes: Number) -> tuple[str, ...]:
    """The note that says why there are no shares, if there are none."""
    return () if all(whole.exact is not None for whole in wholes) else (names("note-no-shares"),)


def bars(
    names: Names, title: str, lines: Sequence[Line], kind: str = "bars", axis: str = ""
) -> tuple[Chart, ...]:
    """A chart of each line's last number; none when there is nothing to draw."""
    drawn = [line for line in lines if line.numbers[-1].exact != 0][:BARS]
    if not any(line.numbers[-1].value > 0 for line in drawn):
        return ()
    labels = tuple(line.title for line in drawn)
    said = [f"{line.title}: {count(line.numbers[-1], names.language).text}" for line in drawn]
    one = series(title, [line.numbers[-1] for line in drawn])
    text = names("chart-says", title=title, values="; ".join(said))
    return (Chart(kind, title, text, axis or names("consultations"), labels, (one,)),)


def below(table: int, charts: Sequence[Chart]) -> tuple[Chart, ...]:
    """The charts as those of another table than the first."""
    return tuple(replace(chart, table=table) for chart in charts)


def series(title: str, numbers: Sequence[Number]) -> Series:
    """Numbers as a line, or as bars of one colour."""
    values = tuple(None if n.hidden else float(max(0, n.value)) for n in numbers)
    return Series(title, values, frozenset(at for at, n in enumerate(numbers) if n.least))
