"""People who sought advice, as Table 1 of the Bremen Senate's answer of 18 February 2025."""

from __future__ import annotations

from itertools import groupby

from bot.statistics.publication import TOTAL, Release
from bot.statistics.reports.figures import Figures
from bot.statistics.reports.periods import parse
from bot.statistics.reports.tables import Line, bars, table
from bot.statistics.reports.view import Filling, View

_FORM = "people"


def fill(view: View) -> Filling:
    """Quarters side by side: those of the chosen years, with a single period also the year before.

    Nothing is summed up: somebody who came in two quarters would be counted twice.
    """
    names, quarters = view.names, _quarters(view)
    if not quarters:
        return Filling(warning=names("people-none"))
    periods = [parse(release.period) for release in quarters]
    figures = [Figures([release]) for release in quarters]

    def line(title: str, place: str) -> Line:
        return Line(title, tuple(each.number(_FORM, place) for each in figures))

    everybody = line(names("people-number"), view.choice.place or TOTAL)
    places = [] if view.choice.place else names.places(Figures(quarters).rows(_FORM))
    lines = [everybody, *(line(names.place(place), place) for place in places)]
    years = [(str(year), len(list(inside))) for year, inside in groupby(p.year for p in periods)]
    shown = table(
        names,
        names("people-number"),
        names("period"),
        [f"Q{period.number}" for period in periods],
        lines,
        groups=tuple(years),
    )
    points = [
        Line(f"Q{period.number} {period.year}", (number,))
        for period, number in zip(periods, everybody.numbers, strict=True)
    ]
    charts = bars(names, names("people-number"), points, "columns", names("people-axis"))
    notes = (names("note-estimate"), names("note-no-sum"))
    by_place = bool(view.choice.place)
    return Filling((shown,), charts, notes, by_place=by_place, used=tuple(quarters), missing=())


def _quarters(view: View) -> list[Release]:
    first = view.span.start.year - (1 if view.span.single else 0)
    last = view.span.end.year
    return sorted(
        (
            release
            for release in view.releases
            if release.kind == "quarter" and first <= parse(release.period).year <= last
        ),
        key=lambda release: release.period,
    )
