"""The same number may stand in several cells; here it is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from bot.statistics.protection.system import LEAST, Cell, Contradiction, Key, System


@dataclass(frozen=True)
class Number:
    """A number other than a zero everybody sees, and all cells that show or hide it.

    ``parts``: its variables without those known to be 0. ``cost``: of its dearest cell. ``hidden``:
    None to be decided, True hidden for ever, False published for ever.
    """

    keys: tuple[Key, ...]
    value: int
    parts: tuple[int, ...]
    cost: int
    hidden: bool | None

    @property
    def rank(self) -> tuple[int, int, Key]:
        """What is hidden first is smallest in this order."""
        return self.cost, self.value, self.keys[0]


@dataclass(frozen=True)
class Numbers:
    """A system with each number once; everything else refers to them by index.

    ``lines``: (total, parts). ``equal``: pairs of sums of variables. ``given_away``: keys of
    cells to be hidden whose number is already published for ever in another cell.
    """

    size: int
    all: tuple[Number, ...]
    lines: tuple[tuple[int, tuple[int, ...]], ...]
    equal: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
    index: dict[Key, int]
    given_away: frozenset[Key]

    def undecided(self) -> set[int]:
        """Return the numbers that may still be hidden."""
        return {n for n, number in enumerate(self.all) if number.hidden is None}

    def keys(self, numbers: Iterable[int]) -> frozenset[Key]:
        """Return the keys of all cells of these numbers."""
        return frozenset(key for n in numbers for key in self.all[n].keys)


def gather(system: System) -> Numbers:
    """Put cells together that hold the same number, and leave out what is known to be 0.

    Two cells are the same number when they have the same variables, when their sums are said to be
    equal, or when one is the only part of the other that is not 0. Raises ValueError for a key
    that is there twice, a line about an unknown cell, and numbers that contradict each other.
    """
    cells = {cell.key: cell for cell in system.cells}
    if len(cells) != len(system.cells):
        raise ValueError("a cell has the key of another")
    _check_sums(system, cells)
    zeros = {v for c in system.cells if not (c.value or c.hidden) for v in c.parts}
    counted = {key: cell for key, cell in cells.items() if cell.value or cell.hidden}

    def sums(parts: Iterable[int]) -> tuple[int, ...]:
        return tuple(sorted(set(parts) - zeros))

    same = _Same()
    for cell in counted.values():
        same.join(cell.key, (sums(cell.parts),) if sums(cell.parts) else cell.key)
    equal = []
    for left, right in system.equal:
        pair = sums(left), sums(right)
        if all(pair):
            same.join((pair[0],), (pair[1],))
        if pair[0] != pair[1]:
            equal.append(pair)
    lines = []
    for line in system.lines:
        parts = [key for key in line.parts if key in counted]
        if line.total in counted and len(parts) == 1:
            same.join(line.total, parts[0])
        elif line.total in counted:
            lines.append((line.total, parts))
            added = [variable for key in parts for variable in sums(counted[key].parts)]
            pair = sums(counted[line.total].parts), tuple(sorted(added))
            if pair[0] != pair[1] and len(set(added)) == len(added):
                equal.append(pair)

    groups: dict[Hashable, list[Cell]] = defaultdict(list)
    for key in sorted(counted):
        groups[same.first(key)].append(counted[key])
    numbers: list[Number] = []
    index: dict[Key, int] = {}
    given_away: set[Key] = set()
    for members in groups.values():
        if len({cell.value for cell in members}) > 1:
            raise Contradiction
        index.update((cell.key, len(numbers)) for cell in members)
        numbers.append(_number(members, sums(members[0].parts)))
        # Cells may show the same number and be made of different variables.
        others = {sums(cell.parts) for cell in members} - {numbers[-1].parts}
        equal += [(numbers[-1].parts, other) for other in sorted(others)]
        if numbers[-1].hidden is False:
            given_away |= {cell.key for cell in members if cell.hidden or is_small(cell)}
    joined = {(index[t], tuple(sorted({index[p] for p in parts}))): None for t, parts in lines}
    return Numbers(
        system.size, tuple(numbers), tuple(joined), tuple(equal), index, frozenset(given_away)
    )


def is_small(cell: Cell) -> bool:
    """Return whether a cell has to be hidden for its own sake."""
    return cell.hidden is None and 0 < cell.value < LEAST


def _number(members: list[Cell], parts: tuple[int, ...]) -> Number:
    fixed = {cell.hidden for cell in members}
    # A number published anywhere is known, whatever was hidden elsewhere.
    hidden = False if False in fixed else True if True in fixed else None
    keys = tuple(cell.key for cell in members)
    return Number(keys, members[0].value, parts, max(cell.cost for cell in members), hidden)


def _check_sums(system: System, cells: dict[Key, Cell]) -> None:
    for line in system.lines:
        for key in (line.total, *line.parts):
            if key not in cells:
                raise ValueError(f"a line is about a cell that is not there: {key}")
        if cells[line.total].value != sum(cells[key].value for key in line.parts):
            raise Contradiction


class _Same:
    """Disjoint sets of things that are the same number."""

    def __init__(self) -> None:
        self._above: dict[Hashable, Hashable] = {}

    def first(self, thing: Hashable) -> Hashable:
        """Return the thing that stands for all that are the same."""
        above = self._above.setdefault(thing, thing)
        if above != thing:
            self._above[thing] = above = self.first(above)
        return above

    def join(self, left: Hashable, right: Hashable) -> None:
        """Note that both are the same."""
        self._above[self.first(left)] = self.first(right)
