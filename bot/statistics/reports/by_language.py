"""What is published of one language: its categories and its places."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.statistics.publication import TOTAL
from bot.statistics.reports.tables import Line, bars, no_shares, sorted_lines, table
from bot.statistics.reports.view import Filling, View


def fill(view: View) -> Filling:
    """Both, as tables of their own."""
    names, language = view.names, view.choice.language
    figures = view.figures
    whole = figures.number("categories_languages", TOTAL, language)

    def lines(form: str, keys: Sequence[str], named: Callable[[str], str]) -> list[Line]:
        return sorted_lines(
            Line(named(key), (figures.number(form, key, language),)) for key in keys
        )

    categories = lines(
        "categories_languages",
        names.categories(figures.rows("categories_languages")),
        names.category,
    )
    places = lines("places_languages", names.places(figures.rows("places_languages")), names.place)
    head, title = [names("number")], names("topics")
    everywhere = figures.number("places_languages", TOTAL, language)
    return Filling(
        (
            table(names, title, title, head, categories, [whole], whole),
            table(names, names("places"), names("place"), head, places, [everywhere], everywhere),
        ),
        bars(names, title, categories),
        no_shares(names, whole, everywhere),
        by_language=True,
    )
