"""Small published tables for tests: what is in them, and how their cells hang together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product

from bot.statistics.protection.system import Cell, Key, Line, System

#: A number for each combination of ids, such as (row, column).
Counts = Mapping[tuple[str, ...], int]


def grid(rows: Sequence[Sequence[int]]) -> Counts:
    """Return counts with rows r0, r1 ... and columns c0, c1 ..."""
    return {(f"r{i}", f"c{j}"): value for i, row in enumerate(rows) for j, value in enumerate(row)}


def tables(counts: Counts, shapes: Sequence[Sequence[int]], name: str = "") -> System:
    """Return tables of the same counts: a shape is the positions that are spread out in it, all
    others are added up. Each table has all its totals, written "*"."""
    names = list(counts)
    cells: list[Cell] = []
    lines: list[Line] = []
    for number, shape in enumerate(shapes):
        sides = [sorted({ids[position] for ids in names}) for position in shape]
        for at in product(*(["*", *side] for side in sides)):
            parts = tuple(
                index
                for index, ids in enumerate(names)
                if all(w in ("*", ids[p]) for w, p in zip(at, shape, strict=True))
            )
            value = sum(counts[names[index]] for index in parts)
            cost = 1 + 3 * at.count("*")
            cells.append(Cell((name, f"table {number}", *at), value, parts, cost))
            for i, word in enumerate(at):
                if word == "*":
                    split = tuple(
                        (name, f"table {number}", *at[:i], one, *at[i + 1 :]) for one in sides[i]
                    )
                    lines.append(Line((name, f"table {number}", *at), split))
    return System(len(names), tuple(cells), tuple(lines))


def table(rows: Sequence[Sequence[int]]) -> System:
    """Return one table with its row, column and grand totals."""
    return tables(grid(rows), [(0, 1)])


def key(row: str, column: str) -> Key:
    """Return the key of a cell of `table`."""
    return ("", "table 0", row, column)


def published(system: System, hidden: frozenset[Key]) -> System:
    """Return the system with every cell fixed: hidden or shown for ever."""
    return replace(
        system, cells=tuple(replace(cell, hidden=cell.key in hidden) for cell in system.cells)
    )


def together(parts: Mapping[str, System], name: str) -> System:
    """Return systems of several periods, and the same tables of all of them added up."""
    cells: list[Cell] = []
    lines: list[Line] = []
    added: dict[Key, list[Cell]] = {}
    size = 0
    for system in parts.values():
        for cell in system.cells:
            moved = replace(cell, parts=tuple(part + size for part in cell.parts))
            cells.append(moved)
            added.setdefault((name, *cell.key[1:]), []).append(moved)
        lines += system.lines
        size += system.size
    for where, members in added.items():
        variables = tuple(part for cell in members for part in cell.parts)
        value = sum(cell.value for cell in members)
        cells.append(Cell(where, value, variables, members[0].cost))
        lines.append(Line(where, tuple(cell.key for cell in members)))
    first = next(iter(parts.values()))
    for line in first.lines:
        lines.append(Line((name, *line.total[1:]), tuple((name, *part[1:]) for part in line.parts)))
    return System(size, tuple(cells), tuple(lines))
