"""What is published of one language at one place: a single number."""

from __future__ import annotations

from bot.statistics.reports.tables import Line, table
from bot.statistics.reports.view import Filling, View


def fill(view: View) -> Filling:
    """Finer numbers would point to persons, and the reader is told so."""
    names, choice = view.names, view.choice
    number = view.figures.number("places_languages", choice.place, choice.language)
    line = Line(names.place(choice.place), (number,))
    shown = table(
        names, names("consultations"), names("place"), [names.spoken(choice.language)], [line]
    )
    return Filling((shown,), notes=(names("note-one-cell"),), by_place=True, by_language=True)
