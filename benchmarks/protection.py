"""How long hiding small cells takes, and how much is hidden besides.

Run: python -m benchmarks.protection [--conversations 2000] [--year]. Conversations are made by
chance, a few topics and places having most of them, and counted in the tables coordinators get for
a quarter: topics by place, languages by category and by place, months and outcomes by category.
With --year four quarters follow each other, and the last one is published with the year while
three are fixed; then the same with the year on its own after all four.
"""

from __future__ import annotations

import argparse
import itertools
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from bot.statistics.protection.suppression import hide
from bot.statistics.protection.system import LEAST, Cell, Key, Line, System

CATEGORIES, TOPICS, PLACES, LANGUAGES, MONTHS, OUTCOMES = 15, 35, 25, 5, 3, 6
#: Cost of a total, of a margin, and of a cell inside a table.
DEAREST, DEAR, CHEAP = 9, 4, 1


@dataclass(frozen=True)
class Conversation:
    """What is counted of one, each as a number from 0."""

    topic: int
    place: int
    language: int
    month: int
    outcome: int

    @property
    def category(self) -> int:
        """Topics are dealt out to categories in turn."""
        return self.topic % CATEGORIES


def conversations(count: int, random: Random) -> list[Conversation]:
    """Make conversations; the n-th topic, place and so on has a share of about 1 / n."""

    def draw(size: int) -> list[int]:
        weights = [1 / (n + 1) for n in range(size)]
        return random.choices(range(size), weights, k=count)

    sizes = (TOPICS, PLACES, LANGUAGES, MONTHS, OUTCOMES)
    return [Conversation(*values) for values in zip(*map(draw, sizes), strict=True)]


class _Variables:
    """Numbers the variables of a period, and counts what is in them."""

    def __init__(self) -> None:
        self.index: dict[tuple[object, ...], int] = {}
        self.values: list[int] = []

    def add(self, period: str, made: Sequence[Conversation]) -> None:
        counts: Counter[tuple[object, ...]] = Counter()
        for one in made:
            counts["x", one.category, one.place, one.language] += 1
            counts["d", one.topic, one.place] += 1
            counts["m", one.category, one.month] += 1
            counts["o", one.category, one.outcome] += 1
        for name in _names():
            self.index[(period, *name)] = len(self.values)
            self.values.append(counts[name])


def _names() -> list[tuple[object, ...]]:
    c, t, p = range(CATEGORIES), range(TOPICS), range(PLACES)
    return [
        *(("x", *rest) for rest in itertools.product(c, p, range(LANGUAGES))),
        *(("d", *rest) for rest in itertools.product(t, p)),
        *(("m", *rest) for rest in itertools.product(c, range(MONTHS))),
        *(("o", *rest) for rest in itertools.product(c, range(OUTCOMES))),
    ]


#: A row or column: its name, its rank (0 a total, 1 a group, 2 a single one), whether it has an id.
Side = tuple[str, int, Callable[[int], bool]]


def _sides(name: str, size: int) -> list[Side]:
    return [
        ("*", 0, lambda _: True),
        *((f"{name}{n}", 2, lambda v, n=n: v == n) for n in range(size)),
    ]


def _topics() -> list[Side]:
    groups: list[Side] = [
        (f"c{c}", 1, lambda t, c=c: t % CATEGORIES == c) for c in range(CATEGORIES)
    ]
    return [("*", 0, lambda _: True), *groups, *_sides("t", TOPICS)[1:]]


#: Table: variable it counts, which of its ids is the row and which the column.
TABLES: dict[str, tuple[str, int, int, list[Side], list[Side]]] = {
    "topics": ("d", 0, 1, _topics(), _sides("p", PLACES)),
    "languages": ("x", 0, 2, _sides("c", CATEGORIES), _sides("l", LANGUAGES)),
    "places": ("x", 1, 2, _sides("p", PLACES), _sides("l", LANGUAGES)),
    "months": ("m", 1, 0, _sides("m", MONTHS), _sides("c", CATEGORIES)),
    "outcomes": ("o", 1, 0, _sides("o", OUTCOMES), _sides("c", CATEGORIES)),
}


def build(periods: dict[str, list[Conversation]], unions: dict[str, list[str]]) -> System:
    """Return the system of tables of some periods and of unions of them (name: periods in it)."""
    variables = _Variables()
    for period, made in periods.items():
        variables.add(period, made)
    cells: list[Cell] = []
    lines: list[Line] = []
    for table, (kind, row, column, rows, columns) in TABLES.items():
        of: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        places: dict[tuple[int, int], list[tuple[str, int]]] = defaultdict(list)
        for (period, name, *ids), index in variables.index.items():
            if name == kind:
                places[ids[row], ids[column]].append((str(period), index))
        for (r, _, in_row), (c, _, in_column) in itertools.product(rows, columns):
            for (i, j), found in places.items():
                if in_row(i) and in_column(j):
                    for period, index in found:
                        of[period, r, c].append(index)
        for period in [*periods, *unions]:
            members = unions.get(period, [period])
            for (r, high, _), (c, wide, _) in itertools.product(rows, columns):
                parts = tuple(v for member in members for v in of[member, r, c])
                cost = DEAREST if high + wide == 0 else DEAR if min(high, wide) == 0 else CHEAP
                value = sum(variables.values[v] for v in parts)
                cells.append(Cell((period, table, r, c), value, parts, cost))
            lines += _lines(period, table, rows, columns)
    for period in [*periods, *unions]:
        lines += _same(period)
    for name, members in unions.items():
        for cell in cells:
            if cell.key[0] == name:
                same = tuple((member, *cell.key[1:]) for member in members)
                lines.append(Line(cell.key, same))
    equal = [link for period in periods for link in _equal(period, variables.index)]
    return System(len(variables.values), tuple(cells), tuple(lines), tuple(equal))


def _lines(period: str, table: str, rows: list[Side], columns: list[Side]) -> list[Line]:
    def split(sides: list[Side]) -> list[tuple[str, list[str]]]:
        names = [name for name, _, _ in sides]
        groups = [name for name, rank, _ in sides if rank == 1]
        single = [name for name, rank, _ in sides if rank == 2]
        if not groups:
            return [("*", single)]
        inside = {g: [s for s in single if int(s[1:]) % CATEGORIES == int(g[1:])] for g in groups}
        return [("*", groups), *inside.items()] if names else []

    made = []
    for (c, _, _), (total, parts) in itertools.product(columns, split(rows)):
        keys = tuple((period, table, part, c) for part in parts)
        made.append(Line((period, table, total, c), keys))
    for (r, _, _), (total, parts) in itertools.product(rows, split(columns)):
        keys = tuple((period, table, r, part) for part in parts)
        made.append(Line((period, table, r, total), keys))
    return made


def _same(period: str) -> list[Line]:
    pairs = [(("languages", "*", "*"), ("topics", "*", "*"))]
    for other in ("places", "months", "outcomes"):
        pairs.append(((other, "*", "*"), ("topics", "*", "*")))
    for c in range(CATEGORIES):
        pairs.append((("languages", f"c{c}", "*"), ("topics", f"c{c}", "*")))
        pairs += [((t, "*", f"c{c}"), ("topics", f"c{c}", "*")) for t in ("months", "outcomes")]
    pairs += [((("places"), f"p{p}", "*"), ("topics", "*", f"p{p}")) for p in range(PLACES)]
    pairs += [((("places"), "*", f"l{n}"), ("languages", "*", f"l{n}")) for n in range(LANGUAGES)]
    return [Line((period, *left), ((period, *right),)) for left, right in pairs]


def _equal(
    period: str, index: dict[tuple[object, ...], int]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    links = []
    for c in range(CATEGORIES):
        everywhere: list[int] = []
        for p in range(PLACES):
            spoken = [index[period, "x", c, p, n] for n in range(LANGUAGES)]
            topics = [index[period, "d", t, p] for t in range(c, TOPICS, CATEGORIES)]
            links.append((tuple(spoken), tuple(topics)))
            everywhere += spoken
        for name, size in (("m", MONTHS), ("o", OUTCOMES)):
            each = tuple(index[period, name, c, n] for n in range(size))
            links.append((each, tuple(everywhere)))
    return links


def fix(system: System, periods: Sequence[str], hidden: frozenset[Key]) -> System:
    """Return the system with the cells of some periods published as they were."""
    cells = tuple(
        replace(cell, hidden=cell.key in hidden) if cell.key[0] in periods else cell
        for cell in system.cells
    )
    return replace(system, cells=cells)


def measure(name: str, system: System) -> frozenset[Key]:
    """Hide, print the figures, and return what is hidden."""
    started = time.perf_counter()
    hidden = hide(system)
    seconds = time.perf_counter() - started
    new = [cell for cell in system.cells if cell.hidden is None]
    small = [cell for cell in new if 0 < cell.value < LEAST]
    besides = [cell for cell in new if cell.value >= LEAST and cell.key in hidden]
    full = [cell for cell in new if cell.value >= LEAST]
    inside = sum(cell.value for cell in new if cell.cost == CHEAP)
    lost = sum(cell.value for cell in new if cell.cost == CHEAP and cell.key in hidden)
    margins = [cell for cell in full if cell.cost > CHEAP]
    print(
        f"{name}: {system.size} variables, {len(system.cells)} cells, {len(new)} of them new"
        f" ({len(new) - len(small) - len(full)} zeros); {seconds:.1f} s\n"
        f"  hidden: {len(small)} small ones, {len(besides)} of the other {len(full)}"
        f" ({sum(cell.key in hidden for cell in margins)} of {len(margins)} totals)\n"
        f"  loss: {lost / max(inside, 1):.1%} of what is counted inside the tables",
        flush=True,
    )
    return hidden


def main() -> None:
    """Hide in one quarter, or in the last one of a year, and print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--conversations", type=int, default=2000, help="in a quarter")
    parser.add_argument("--year", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random = Random(options.seed)
    count = options.conversations
    if not options.year:
        measure("quarter", build({"q1": conversations(count, random)}, {}))
        return
    quarters = {f"q{n}": conversations(count, random) for n in range(1, 5)}
    hidden: frozenset[Key] = frozenset()
    for name in list(quarters)[:3]:
        hidden |= measure(name, build({name: quarters[name]}, {}))
    year = build(quarters, {"year": list(quarters)})
    measure("fourth quarter and year", fix(year, ["q1", "q2", "q3"], hidden))
    hidden |= measure("q4", build({"q4": quarters["q4"]}, {}))
    measure("year after four quarters", fix(year, list(quarters), hidden))


if __name__ == "__main__":
    main()
