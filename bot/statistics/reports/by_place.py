"""What is published of the languages of a place."""

from __future__ import annotations

from bot.statistics.publication import TOTAL
from bot.statistics.reports.tables import Line, bars, no_shares, sorted_lines, table
from bot.statistics.reports.view import Filling, View

_FORM = "places_languages"


def languages(view: View) -> Filling:
    """The languages of the chosen place, of all places when none is chosen."""
    names, place = view.names, view.choice.place or TOTAL
    whole = view.figures.number(_FORM, place)
    lines = sorted_lines(
        Line(names.spoken(code), (view.figures.number(_FORM, place, code),))
        for code in view.figures.columns(_FORM)
    )
    title = names("languages")
    shown = table(names, title, names("language"), [names("number")], lines, [whole], whole)
    notes = no_shares(names, whole)
    return Filling((shown,), bars(names, title, lines), notes, by_place=place != TOTAL)
