"""Topics over time, month by month."""

from __future__ import annotations

from collections.abc import Callable

from bot.statistics.publication import TOTAL, Release
from bot.statistics.reports.figures import Figures
from bot.statistics.reports.numbers import Number, count, total
from bot.statistics.reports.periods import Period, parse
from bot.statistics.reports.tables import Line, series, sorted_lines, table
from bot.statistics.reports.view import Filling, View
from connectors.reports import Chart

#: As many lines as can be told apart by colour and mark.
_LINES = 7

_Month = tuple[str, Callable[[str], Number]]


def fill(view: View) -> Filling:
    """Categories by month: from the quarters, and from months whose quarter is not over."""
    names, months = view.names, _months(view)
    if not months:
        return Filling(warning=names("months-none"))
    rows = {row for release in view.span.months for form, row, _ in release.cells}
    columns = {column for release in view.span.quarters for _, _, column in release.cells}

    def numbers(key: str) -> tuple[Number, ...]:
        each = [number(key) for _, number in months]
        return (*each, total(each))

    lines = sorted_lines(
        Line(names.category(key), numbers(key)) for key in names.categories(rows | columns)
    )
    head = [*(names.month(name) for name, _ in months), names("total")]
    sums = numbers(TOTAL)
    title = names("months-title")
    shown = table(names, title, names("topics"), head, lines, sums, sums[-1])
    charts = _chart(view, title, head[:-1], lines)
    used = (*view.span.quarters, *_late(view))
    return Filling((shown,), charts, used=used, missing=_missing(view, months))


def _months(view: View) -> list[_Month]:
    found: dict[str, Callable[[str], Number]] = {}
    for release in view.span.quarters:
        for month in parse(release.period).parts("month"):
            found[month.name] = _of_quarter(Figures([release]), month.name)
    for release in _late(view):
        found[release.period] = _of_month(Figures([release]))
    return sorted(found.items())


def _late(view: View) -> list[Release]:
    """Months that no quarter tells of."""
    told = {
        month.name
        for release in view.span.quarters
        for month in parse(release.period).parts("month")
    }
    return [release for release in view.span.months if release.period not in told]


def _missing(view: View, months: list[_Month]) -> tuple[Period, ...]:
    found = {name for name, _ in months}
    whole = Period(view.span.start.first, max(view.span.start.last, view.span.end.last))
    return tuple(month for month in whole.parts("month") if month.name not in found)


def _of_quarter(figures: Figures, month: str) -> Callable[[str], Number]:
    return lambda key: figures.number("months_categories", month, key)


def _of_month(figures: Figures) -> Callable[[str], Number]:
    return lambda key: figures.number("categories", key)


def _chart(view: View, title: str, labels: list[str], lines: list[Line]) -> tuple[Chart, ...]:
    drawn = [line for line in lines if line.numbers[-1].value > 0][:_LINES]
    if not drawn or len(labels) < 2:
        return ()
    names = view.names
    said = [f"{line.title}: {count(line.numbers[-1], names.language).text}" for line in drawn]
    text = names("chart-says", title=title, values="; ".join(said))
    curves = tuple(series(line.title, line.numbers[:-1]) for line in drawn)
    return (Chart("lines", title, text, names("consultations"), tuple(labels), curves),)
