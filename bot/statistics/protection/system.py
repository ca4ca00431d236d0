"""Cells of published tables, and what everybody knows about how they add up."""

from __future__ import annotations

from dataclasses import dataclass

#: The name of a cell: any words, unique in its system.
Key = tuple[str, ...]

#: Cells from 1 to LEAST - 1 are small and hidden; 0 is always shown.
LEAST = 5

#: What can be computed of a hidden cell has to leave a range of at least this width (max - min): as
#: wide as "fewer than 5" is itself.
WIDTH = 4


@dataclass(frozen=True)
class Cell:
    """A number in a table.

    ``value``: the true number, at least 0. ``parts``: indices of the variables whose sum it is.
    ``cost``: how dear it is; cheaper cells are hidden first, then those with smaller values.
    ``hidden``: None if that is to be decided, otherwise how it was published and stays for ever.
    """

    key: Key
    value: int
    parts: tuple[int, ...]
    cost: int
    hidden: bool | None = None


@dataclass(frozen=True)
class Line:
    """The value of ``total`` is the sum of the values of ``parts``; with one part they are the same
    number and are hidden or shown together."""

    total: Key
    parts: tuple[Key, ...]


@dataclass(frozen=True)
class System:
    """Everything that is or has been published about the same things.

    ``size``: how many variables there are, unknown numbers of at least 0. ``lines``: the known
    additive relations between cells, along which it is chosen what to hide. ``equal``: pairs of
    sums of variables known to be equal.
    """

    size: int
    cells: tuple[Cell, ...]
    lines: tuple[Line, ...]
    equal: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...] = ()


class Contradiction(ValueError):
    """No numbers at all fit what is published."""

    def __init__(self) -> None:
        super().__init__("the published cells contradict each other")
