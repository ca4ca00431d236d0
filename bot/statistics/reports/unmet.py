"""Unmet needs: what people came with and left without an answer."""

from __future__ import annotations

from bot.statistics.publication import TOTAL
from bot.statistics.reports.numbers import Number, count, share, total
from bot.statistics.reports.tables import Line, bars, no_shares, sorted_lines, table
from bot.statistics.reports.view import Filling, View
from connectors.reports import Row, Table

#: Outcomes with which a consultation ended without an answer.
UNMET = ("asked_back", "unavailable", "not_helpful")
_OUTCOMES = ("answered", "helpful", "handed_over", *UNMET)
_FORM = "outcomes_categories"


def fill(view: View) -> Filling:
    """By category, how many ended without an answer and what share of all that is."""
    names, figures = view.names, view.figures
    if view.span.coarse:
        return Filling(warning=names("coarse-only"))

    def numbers(category: str) -> tuple[Number, ...]:
        each = tuple(figures.number(_FORM, outcome, category) for outcome in UNMET)
        return (figures.number(_FORM, TOTAL, category), *each, total(each))

    lines = sorted_lines(
        Line(names.category(key), numbers(key)) for key in names.categories(figures.columns(_FORM))
    )
    # The names of outcomes that are not ours are kept too: they would be missing in the sum.
    outcomes = [*_OUTCOMES, *(o for o in figures.rows(_FORM) if o not in _OUTCOMES)]
    endings = [Line(names.of("outcome", o), (figures.number(_FORM, o),)) for o in outcomes]
    whole = figures.number(_FORM)
    tables = (
        _unmet(view, [*lines, Line(names("total"), numbers(TOTAL))]),
        table(
            names,
            names("endings"),
            names("ending"),
            [names("number")],
            endings,
            [whole],
            whole,
        ),
        table(
            names,
            names("unclear-title"),
            names("messages"),
            [names("number")],
            [Line(names("unclear-row"), (figures.number("unclear"),))],
        ),
    )
    charts = bars(names, names("unmet-title"), lines)
    notes = (names("note-unmet"), names("note-unclear"), *no_shares(names, whole))
    return Filling(tables, charts, notes)


def _unmet(view: View, lines: list[Line]) -> Table:
    names = view.names
    head = (
        names("all-consultations"),
        *(names.of("outcome", outcome) for outcome in UNMET),
        names("unmet-sum"),
        names("unmet-share"),
    )
    rows = [
        Row(
            line.title,
            (
                *(count(number, names.language) for number in line.numbers),
                share(line.numbers[-1], line.numbers[0], names.language),
            ),
            total=line is lines[-1],
        )
        for line in lines
    ]
    return Table(names("unmet-title"), names("topics"), head, tuple(rows))
