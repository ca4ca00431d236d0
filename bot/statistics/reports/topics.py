"""Topics by site, as Table 4 of the Bremen Senate's answer of 18 February 2025 lays them out."""

from __future__ import annotations

from bot.statistics.publication import CATEGORY, TOTAL
from bot.statistics.reports import by_language, by_place
from bot.statistics.reports.numbers import Number
from bot.statistics.reports.tables import Line, bars, below, no_shares, sorted_lines, table
from bot.statistics.reports.view import Filling, View
from connectors.reports import Table

_FORM = "topics_places"


def fill(view: View) -> Filling:
    """Categories, or the topics of one, by place."""
    if view.choice.category:
        return _of_category(view)
    if view.span.coarse:
        return _coarse(view)
    if view.choice.language:
        return by_language.fill(view)
    rows = view.names.categories(view.figures.rows(_FORM))
    lines = [
        Line(view.names.category(row), numbers, _link(row, numbers[-1]))
        for row, numbers in ((row, _numbers(view, row)) for row in rows)
    ]
    return _filled(view, view.names("topics"), lines, TOTAL)


def _of_category(view: View) -> Filling:
    category, place = view.choice.category, view.choice.place
    row = f"{CATEGORY}{category}"
    honoured = bool(place)
    if view.span.coarse or view.choice.language:
        return Filling(warning=view.names("no-topics"), by_place=honoured, by_language=True)
    if view.figures.number(_FORM, row, place or TOTAL).hidden:
        return Filling(warning=view.names("no-topics-hidden"), by_place=honoured)
    lines = [
        Line(view.names.topic(topic), _numbers(view, topic))
        for topic in view.names.topics(category)
    ]
    return _filled(view, view.names("topics-of", category=view.names.category(row)), lines, row)


def _filled(view: View, title: str, lines: list[Line], sums: str) -> Filling:
    names, place = view.names, view.choice.place
    lines = sorted_lines(lines)
    whole = view.figures.number(_FORM, TOTAL, place or TOTAL)
    head = [names("number")] if place else [*map(names.place, _places(view)), names("total")]
    notes = (names("note-share"),) if whole.exact else ()
    shown = table(names, title, names("topics"), head, lines, _numbers(view, sums), whole)
    tables: tuple[Table, ...] = (shown,)
    charts = bars(names, title, lines)
    if place and not view.choice.category:
        spoken = by_place.languages(view)
        tables, charts = (shown, *spoken.tables), (*charts, *below(1, spoken.charts))
    return Filling(tables, charts, (*notes, *no_shares(names, whole)), by_place=bool(place))


def _numbers(view: View, row: str) -> tuple[Number, ...]:
    if view.choice.place:
        return (view.figures.number(_FORM, row, view.choice.place),)
    columns = [*_places(view), TOTAL]
    return tuple(view.figures.number(_FORM, row, column) for column in columns)


def _places(view: View) -> list[str]:
    places = view.names.places(view.figures.columns(_FORM))
    return [p for p in places if view.figures.number(_FORM, TOTAL, p).exact != 0]


def _link(row: str, number: Number) -> str:
    """Topics are only shown of what is more than a sign."""
    return row.removeprefix(CATEGORY) if number.value > 0 else ""


def _coarse(view: View) -> Filling:
    names, figures = view.names, view.figures
    whole = figures.number("categories")
    lines = sorted_lines(
        Line(names.category(row), (figures.number("categories", row),))
        for row in names.categories(figures.rows("categories"))
    )
    title = names("topics")
    shown = table(names, title, title, [names("total")], lines, [whole], whole)
    notes = (names("note-coarse"), *no_shares(names, whole))
    return Filling((shown,), bars(names, title, lines), notes)
