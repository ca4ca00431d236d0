"""Cases: how long people waited for a counsellor, how long it took, and how it ended."""

from __future__ import annotations

from collections.abc import Sequence

from bot.statistics.publication import TOTAL
from bot.statistics.reports.numbers import Number
from bot.statistics.reports.tables import Line, bars, below, no_shares, sorted_lines, table
from bot.statistics.reports.view import Filling, View
from connectors.reports import Chart, Table

WAITED = ("m10", "m30", "h1", "h4", "d1", "more", "never")
LASTED = ("m15", "h1", "h4", "d1", "more")
OUTCOMES = (
    "solved", "referred", "appointment", "not_reached", "complex", "withdrawn", "expired",
    "blocked",
)  # fmt: skip


def fill(view: View) -> Filling:
    """Four tables; of a single place only how many cases there were."""
    names, figures = view.names, view.figures
    if view.span.coarse:
        return Filling(warning=names("coarse-only"))
    if view.choice.place:
        number = figures.number("cases_places", view.choice.place)
        line = Line(names.place(view.choice.place), (number,))
        head = [names("number")]
        shown = table(names, names("cases"), names("place"), head, [line])
        return Filling((shown,), notes=(names("note-cases-place"),), by_place=True)
    waited, waited_lines, whole = _fixed(view, "waited", WAITED)
    lasted, _, whole_lasted = _fixed(view, "lasted", LASTED)
    ended, ended_lines, whole_ended = _fixed(view, "outcome", OUTCOMES)
    places, whole_places = _places(view)
    axis = names("cases")
    charts: tuple[Chart, ...] = (
        *bars(names, waited.title, waited_lines, axis=axis),
        *below(2, bars(names, ended.title, sorted_lines(ended_lines), axis=axis)),
    )
    notes = no_shares(names, whole, whole_lasted, whole_ended, whole_places)
    return Filling((waited, lasted, ended, places), charts, notes)


def _fixed(view: View, what: str, keys: Sequence[str]) -> tuple[Table, list[Line], Number]:
    names, figures, form = view.names, view.figures, f"cases_{what}"
    keys = [*keys, *(key for key in figures.rows(form) if key not in keys)]
    lines = [Line(names.of(what, key), (figures.number(form, key),)) for key in keys]
    whole = figures.number(form)
    title, corner = names(f"cases-{what}"), names(f"cases-{what}-corner")
    shown = table(names, title, corner, [names("number")], lines, [whole], whole)
    return shown, lines, whole


def _places(view: View) -> tuple[Table, Number]:
    names, figures = view.names, view.figures
    whole = figures.number("cases_places", TOTAL)
    lines = sorted_lines(
        Line(names.place(place), (figures.number("cases_places", place),))
        for place in names.places(figures.rows("cases_places"))
    )
    title = names("cases-places")
    return table(names, title, names("place"), [names("number")], lines, [whole], whole), whole
