"""The tables of a period as a system of cells, for the suppression of small ones.

Behind the cells stand the numbers nobody sees: by category, place and language, and by topic and
place (both of a quarter). Months, outcomes and channels are linked to them by each category's total
only, so that they need no finer numbers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping

from bot.statistics.protection.system import Cell, Key, Line, System
from bot.statistics.publication import CATEGORY, TOTAL
from bot.statistics.raw import Raw

Names = tuple[str, str, str]
#: A category by a topic's id.
CategoryOf = Callable[[str], str]

#: How dear cells are: details are hidden first, totals last.
_COSTS = {
    "topics_places": 0,
    "places_languages": 20,
    "categories_languages": 30,
    "outcomes_categories": 30,
    "months_categories": 40,
    "categories": 40,
    "channels": 50,
}
_CATEGORY_COST, _TOTAL_COST, _GRAND_COST, _YEAR_COST = 10, 60, 90, 5


class Forms:
    """Collects variables, cells and lines of one or several periods."""

    def __init__(self, category_of: CategoryOf) -> None:
        """category_of: the category of a topic."""
        self._category_of = category_of
        self._variables: dict[Hashable, int] = {}
        self._values: dict[Key, int] = defaultdict(int)
        self._parts: dict[Key, set[int]] = defaultdict(set)
        self._hidden: dict[Key, bool] = {}
        self._lines: list[Line] = []
        self._equal: list[tuple[tuple[int, ...], tuple[int, ...]]] = []

    def month(self, name: str, raw: Raw) -> None:
        """A month's only table: the categories."""
        self._categories_by(name, "categories", raw.month_topic, swap=True, only_total=True)
        self._total_line(name, "categories")

    def quarter(self, name: str, raw: Raw) -> None:
        """Every table of a quarter."""
        topics: dict[tuple[str, str], int] = defaultdict(int)
        finest: dict[tuple[str, str, str], int] = defaultdict(int)
        for (topic, place, language), number in raw.topic_place_language.items():
            topics[topic, place] += number
            finest[self._category_of(topic), place, language] += number
        details = self._topics(name, topics)
        self._languages(name, finest, details)
        categories: dict[str, list[int]] = defaultdict(list)
        for (category, _), variables in details.items():
            categories[category] += variables
        for form, sums in (
            ("months_categories", raw.month_topic),
            ("outcomes_categories", raw.outcome_topic),
        ):
            behind = self._categories_by(name, form, sums)
            for category, variables in behind.items():
                self._equal.append((tuple(variables), tuple(categories[category])))
            self._table_lines(name, form)
        channels = self._single(name, "channels", raw.channel)
        everything = tuple(v for each in categories.values() for v in each)
        if channels:
            self._equal.append((channels, everything))
        self._same_numbers(name)

    def cases(self, name: str, sums: Mapping[str, Mapping[tuple[str, ...], int]]) -> None:
        """The tables about cases, which all have the same total."""
        tables = [self._single(name, form, of_form) for form, of_form in sums.items()]
        known = [variables for variables in tables if variables]
        self._equal += [(known[0], other) for other in known[1:]]
        totals = [(name, form, TOTAL, TOTAL) for form in sums]
        self._lines += [Line(totals[0], (other,)) for other in totals[1:] if other in self._parts]

    def year(self, name: str, quarters: Iterable[str], forms: Iterable[str]) -> None:
        """The sums of the quarters, for the forms that a year has."""
        inside, wanted = tuple(quarters), set(forms)
        by_names: dict[Names, list[Key]] = defaultdict(list)
        for key in list(self._parts):
            if key[0] in inside and key[1] in wanted:
                by_names[key[1], key[2], key[3]].append(key)
        for names, keys in by_names.items():
            sums = (name, *names)
            for key in keys:
                self._values[sums] += self._values[key]
                self._parts[sums] |= self._parts[key]
            self._lines.append(Line(sums, tuple(keys)))
        for form in wanted:
            self._table_lines(name, form)
        self._same_numbers(name)

    def published(self, name: str, cells: Mapping[Names, int | None]) -> None:
        """What was published of a period earlier, and stays so."""
        for names, number in cells.items():
            key = (name, *names)
            if key in self._parts:
                self._hidden[key] = number is None

    def month_published(self, quarter: str, month: str, cells: Mapping[Names, int | None]) -> None:
        """A month's categories, which the quarter shows again."""
        for (_, row, _), number in cells.items():
            key = (quarter, "months_categories", month, row)
            if key in self._parts:
                self._hidden[key] = number is None

    def system(self) -> System:
        """Everything collected."""
        self._show_what_follows()
        cells = tuple(
            Cell(key, self._values[key], tuple(sorted(parts)), _cost(key), self._hidden.get(key))
            for key, parts in self._parts.items()
        )
        lines = tuple(line for line in self._lines if line.total in self._parts)
        return System(len(self._variables), cells, lines, tuple(self._equal))

    def _show_what_follows(self) -> None:
        """What is the sum, or the rest, of numbers published earlier cannot be hidden any more."""
        found = True
        while found:
            found = False
            for line in self._lines:
                open_ = [k for k in (line.total, *line.parts) if self._hidden.get(k) is not False]
                if len(open_) == 1 and open_[0] in self._parts and open_[0] not in self._hidden:
                    self._hidden[open_[0]] = False
                    found = True

    def values(self, name: str) -> dict[Names, int]:
        """The true numbers of a period's cells."""
        return {
            (form, row, column): value
            for (period, form, row, column), value in self._values.items()
            if period == name
        }

    def _topics(
        self, name: str, topics: Mapping[tuple[str, str], int]
    ) -> dict[tuple[str, str], list[int]]:
        """Topics and categories by place; the variables behind each category and place."""
        form, details = "topics_places", defaultdict[tuple[str, str], list[int]](list)
        for (topic, place), number in topics.items():
            category = self._category_of(topic)
            variable = self._variable((name, form, topic, place))
            details[category, place].append(variable)
            for row in (topic, CATEGORY + category, TOTAL):
                for column in (place, TOTAL):
                    self._add((name, form, row, column), number, [variable])
        self._table_lines(name, form)
        columns = {key[3] for key in self._parts if key[:2] == (name, form)}
        members: dict[str, set[str]] = defaultdict(set)
        for topic, _ in topics:
            members[self._category_of(topic)].add(topic)
        for category, inside in members.items():
            for column in columns:
                parts = [(name, form, topic, column) for topic in sorted(inside)]
                self._line((name, form, CATEGORY + category, column), parts)
        return details

    def _languages(
        self,
        name: str,
        finest: Mapping[tuple[str, str, str], int],
        details: Mapping[tuple[str, str], list[int]],
    ) -> None:
        languages = sorted({language for _, _, language in finest})
        by_category = {(category, language) for category, _, language in finest}
        by_place = {(place, language) for _, place, language in finest}
        for (category, place), behind in details.items():
            variables = []
            for language in languages:
                # Where a table shows zero, everybody knows it.
                if (category, language) not in by_category or (place, language) not in by_place:
                    continue
                variable = self._variable((name, category, place, language))
                variables.append(variable)
                number = finest.get((category, place, language), 0)
                for column in (language, TOTAL):
                    for row in (CATEGORY + category, TOTAL):
                        self._add((name, "categories_languages", row, column), number, [variable])
                    for row in (place, TOTAL):
                        self._add((name, "places_languages", row, column), number, [variable])
            self._equal.append((tuple(variables), tuple(behind)))
        for form in ("categories_languages", "places_languages"):
            self._table_lines(name, form)

    def _categories_by(
        self,
        name: str,
        form: str,
        sums: Mapping[tuple[str, ...], int],
        swap: bool = False,
        only_total: bool = False,
    ) -> dict[str, list[int]]:
        """A table of something by category; the variables behind each category."""
        behind: dict[str, list[int]] = defaultdict(list)
        cells: dict[tuple[str, str], int] = defaultdict(int)
        for (row, topic), number in sums.items():
            cells[row, self._category_of(topic)] += number
        for (row, category), number in cells.items():
            variable = self._variable((name, form, row, category))
            behind[category].append(variable)
            for column in (CATEGORY + category, TOTAL):
                for each in (TOTAL,) if only_total else (row, TOTAL):
                    names = (column, each) if swap else (each, column)
                    self._add((name, form, *names), number, [variable])
        return behind

    def _single(self, name: str, form: str, sums: Mapping[tuple[str, ...], int]) -> tuple[int, ...]:
        """A table with one column."""
        variables = []
        for (row,), number in sums.items():
            variables.append(self._variable((name, form, row)))
            for each in (row, TOTAL):
                self._add((name, form, each, TOTAL), number, variables[-1:])
        self._total_line(name, form)
        return tuple(variables)

    def _table_lines(self, name: str, form: str) -> None:
        """Rows add up over the columns, columns over the rows or, if there are, categories."""
        keys = [key for key in self._parts if key[:2] == (name, form)]
        rows, columns = {key[2] for key in keys}, {key[3] for key in keys}
        summands = {row for row in rows if row.startswith(CATEGORY)} or rows - {TOTAL}
        for row in sorted(rows):
            parts = [(name, form, row, column) for column in sorted(columns - {TOTAL})]
            self._line((name, form, row, TOTAL), parts)
        for column in sorted(columns):
            parts = [(name, form, row, column) for row in sorted(summands)]
            self._line((name, form, TOTAL, column), parts)

    def _total_line(self, name: str, form: str) -> None:
        rows = sorted(key[2] for key in self._parts if key[:2] == (name, form))
        parts = [(name, form, row, TOTAL) for row in rows if row != TOTAL]
        self._line((name, form, TOTAL, TOTAL), parts)

    def _same_numbers(self, name: str) -> None:
        """The totals that several tables of a period show."""
        keys = [key for key in self._parts if key[0] == name and key[1] in _COSTS]
        groups: dict[tuple[str, str], list[Key]] = defaultdict(list)
        for key in keys:
            _, form, row, column = key
            if (row, column) == (TOTAL, TOTAL):
                groups["all", ""].append(key)
            elif form in ("months_categories", "outcomes_categories") and row == TOTAL:
                groups["category", column].append(key)
            elif column == TOTAL and row.startswith(CATEGORY):
                groups["category", row].append(key)
            elif form == "topics_places" and row == TOTAL:
                groups["place", column].append(key)
            elif form == "places_languages" and column == TOTAL:
                groups["place", row].append(key)
            elif form in ("categories_languages", "places_languages") and row == TOTAL:
                groups["language", column].append(key)
        for same in groups.values():
            self._lines += [Line(same[0], (other,)) for other in same[1:]]

    def _line(self, total: Key, parts: Iterable[Key]) -> None:
        known = tuple(part for part in parts if part in self._parts)
        if total in self._parts and known:
            self._lines.append(Line(total, known))

    def _variable(self, name: Hashable) -> int:
        return self._variables.setdefault(name, len(self._variables))

    def _add(self, key: Key, number: int, variables: Iterable[int]) -> None:
        self._values[key] += number
        self._parts[key].update(variables)


def _cost(key: Key) -> int:
    period, form, row, column = key
    totals = (row == TOTAL) + (column == TOTAL)
    cost = _COSTS.get(form, 0)
    if totals == 2:
        cost = _GRAND_COST
    elif totals == 1 and form in _COSTS:
        whole = row == TOTAL or row.startswith(CATEGORY)
        cost = _TOTAL_COST if whole else cost + _CATEGORY_COST
    elif row.startswith(CATEGORY) and form == "topics_places":
        cost = _CATEGORY_COST
    return cost + (_YEAR_COST if period.isdigit() else 0)
