"""Languages, by category and by place, and the ways people came."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.statistics.publication import TOTAL
from bot.statistics.reports import by_language, by_place
from bot.statistics.reports.numbers import rank
from bot.statistics.reports.tables import Line, no_shares, sorted_lines, table
from bot.statistics.reports.view import Filling, View
from connectors.reports import Table


def fill(view: View) -> Filling:
    """How often each language was spoken, about what and where."""
    names = view.names
    if view.span.coarse:
        return Filling(warning=names("coarse-only"))
    if view.choice.language:
        return by_language.fill(view)
    overall = by_place.languages(view)
    if view.choice.place:
        return overall
    figures = view.figures
    categories = names.categories(figures.rows("categories_languages"))
    places = names.places(figures.rows("places_languages"))
    channels = figures.number("channels")
    return Filling(
        (
            *overall.tables,
            _cross(view, "categories_languages", "by-category", categories, names.category),
            _cross(view, "places_languages", "by-place", places, names.place),
            table(
                names,
                names("channels"),
                names("channel"),
                [names("number")],
                sorted_lines(
                    Line(names.of("channel", key), (figures.number("channels", key),))
                    for key in figures.rows("channels")
                ),
                [channels],
                channels,
            ),
        ),
        overall.charts,
        overall.notes or no_shares(names, channels),
    )


def _cross(
    view: View, form: str, title: str, keys: Sequence[str], named: Callable[[str], str]
) -> Table:
    names, figures = view.names, view.figures
    codes = sorted(
        figures.columns(form),
        key=lambda code: (*rank(figures.number(form, TOTAL, code)), names.spoken(code)),
    )
    columns = [*codes, TOTAL]

    def line(title: str, row: str) -> Line:
        return Line(title, tuple(figures.number(form, row, column) for column in columns))

    return table(
        names,
        names(f"languages-{title}"),
        names("topics" if title == "by-category" else "place"),
        [*map(names.spoken, codes), names("total")],
        sorted_lines(line(named(key), key) for key in keys),
        line("", TOTAL).numbers,
    )
