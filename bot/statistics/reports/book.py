"""Fills in the form somebody wants to see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import tzinfo

from bot.statistics.publication import CATEGORY, UNKNOWN, Release
from bot.statistics.reports import cases, languages, months, one_cell, people, topics, unmet
from bot.statistics.reports.figures import Figures
from bot.statistics.reports.names import Curated, Names, Say, spelt
from bot.statistics.reports.numbers import HIDDEN, ZERO
from bot.statistics.reports.periods import KINDS, default, parse, span
from bot.statistics.reports.view import Filling, View
from connectors.reports import Choice, Choices, Option, Report, Table, UnknownChoice

FORMS: Mapping[str, Callable[[View], Filling]] = {
    "topics": topics.fill,
    "people": people.fill,
    "months": months.fill,
    "languages": languages.fill,
    "unmet": unmet.fill,
    "cases": cases.fill,
}


class Book:
    """The forms, in German and English."""

    def __init__(self, say: Say, curated: Curated, zone: tzinfo) -> None:
        """say: the phrases of `dialogues/phrases/reports`. zone: of the days of publication."""
        self._say = say
        self._curated = curated
        self._zone = zone

    def choices(self, releases: Sequence[Release], language: str) -> Choices:
        """What can be chosen."""
        names = self._names(language)
        places, spoken = _places(releases), _languages(releases)
        by_kind = [
            (kind, sorted({r.period for r in releases if r.kind == kind}, reverse=True))
            for kind in KINDS
        ]
        return Choices(
            tuple(Option(form, names(f"report-{form}")) for form in FORMS),
            tuple(
                (
                    names(f"periods-{kind}"),
                    tuple(Option(period, names.period(parse(period))) for period in periods),
                )
                for kind, periods in by_kind
                if periods
            ),
            tuple(Option(place, names.place(place)) for place in names.places(places)),
            tuple(
                sorted(
                    (Option(code, names.spoken(code)) for code in spoken),
                    key=lambda option: option.title.casefold(),
                )
            ),
        )

    def report(self, choice: Choice, releases: Sequence[Release], language: str) -> Report:
        """A form, filled in. Raises UnknownChoice."""
        names = self._names(language)
        choice = self._checked(choice, releases)
        title, says = names(f"report-{choice.report}"), names(f"report-{choice.report}-says")
        if not releases:
            return Report(choice, title, says, warning=names("nothing-yet"))
        view = View(choice, span(releases, choice.start, choice.end), names, releases)
        filling = _fill(view)
        return Report(
            choice,
            title,
            says,
            _scope(view, filling),
            filling.warning,
            filling.tables,
            filling.charts,
            (*filling.notes, *_general_notes(view, filling)),
            _legend(names, filling.tables),
            self._source(view, filling),
        )

    def _names(self, language: str) -> Names:
        return Names(self._say, self._curated, language)

    def _checked(self, choice: Choice, releases: Sequence[Release]) -> Choice:
        form = _known("report", choice.report or next(iter(FORMS)), FORMS)
        periods = sorted({release.period for release in releases})
        start, end = choice.start or choice.end, choice.end or choice.start
        for period in filter(None, (start, end)):
            _known("period", period, periods)
        newest = default(releases)
        categories = {*self._curated.categories, *_categories(releases)}
        for about, value, known in (
            ("place", choice.place, _places(releases)),
            ("language", choice.language, _languages(releases)),
            ("category", choice.category, categories),
        ):
            if value:
                _known(about, value, sorted(known))
        return replace(choice, report=form, start=start or newest, end=end or newest)

    def _source(self, view: View, filling: Filling) -> str:
        used = filling.used or view.span.releases
        made = max(release.made_at for release in used).astimezone(self._zone)
        day = spelt(self._say, view.names.language, made.date())
        return view.names("source", day=day)


def _fill(view: View) -> Filling:
    if view.choice.place and view.choice.language and not view.span.coarse:
        return one_cell.fill(view)
    return FORMS[view.choice.report](view)


def _known(about: str, value: str, known: Iterable[str]) -> str:
    options = tuple(known)
    if value not in options:
        raise UnknownChoice(about, value, options)
    return value


def _places(releases: Sequence[Release]) -> set[str]:
    figures = Figures(releases)
    return {
        *figures.columns("topics_places"),
        *figures.rows("places_languages"),
        *figures.rows("cases_places"),
        *figures.rows("people"),
    }


def _languages(releases: Sequence[Release]) -> set[str]:
    figures = Figures(releases)
    return {*figures.columns("categories_languages"), *figures.columns("places_languages")}


def _categories(releases: Sequence[Release]) -> set[str]:
    rows = Figures(releases).rows("topics_places")
    return {row.removeprefix(CATEGORY) for row in rows if row.startswith(CATEGORY)}


def _scope(view: View, filling: Filling) -> tuple[tuple[str, str], ...]:
    names, choice, spanned = view.names, view.choice, view.span
    period = names.period(spanned.start)
    if not spanned.single:
        period = names("period-range", start=period, end=names.period(spanned.end))
    place = names.place(choice.place) if choice.place else names("all-places")
    if choice.place and not filling.by_place:
        place = names("all-places-here")
    language = names.spoken(choice.language) if choice.language else names("all-languages")
    if choice.language and not filling.by_language:
        language = names("all-languages-here")
    return (
        (names("period"), period),
        (names("place"), place),
        (names("language"), language),
    )


def _general_notes(view: View, filling: Filling) -> tuple[str, ...]:
    names, used = view.names, filling.used or view.span.releases
    gaps = view.span.missing if filling.missing is None else filling.missing
    notes = [names("note-unknown-place")] if _names_unknown(names, filling) else []
    if gaps:
        missing = ", ".join(map(names.period, gaps))
        notes.append(names("note-missing", periods=missing))
    noisy = [release for release in used if release.method == "differential"]
    spent = sorted({release.epsilon for release in noisy if release.epsilon is not None})
    if noisy:
        numbers = "; ".join(_decimal(epsilon, names.language) for epsilon in spent)
        notes.append(names("note-noise", epsilon=numbers))
    if len(noisy) < len(used):
        notes.append(names("note-suppression"))
    return tuple(notes)


def _names_unknown(names: Names, filling: Filling) -> bool:
    titles = {title for table in filling.tables for title in table.head}
    titles |= {row.title for table in filling.tables for row in table.rows}
    return names.place(UNKNOWN) in titles


def _decimal(number: float, language: str) -> str:
    return f"{number:g}".replace(".", "," if language == "de" else ".")


def _legend(names: Names, tables: Sequence[Table]) -> tuple[tuple[str, str], ...]:
    texts = {cell.text for table in tables for row in table.rows for cell in row.cells}
    signs = ((HIDDEN, "legend-hidden"), ("≥", "legend-least"), (ZERO, "legend-zero"))
    return tuple(
        (sign, names(phrase))
        for sign, phrase in signs
        if any(text == sign or text.startswith(f"{sign} ") for text in texts)
    )
