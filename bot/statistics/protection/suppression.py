"""Decides which cells are hidden, so that no hidden cell can be computed."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bot.statistics.protection.audit import FEW, MANY, Audit
from bot.statistics.protection.choice import Choice
from bot.statistics.protection.numbers import Numbers, gather
from bot.statistics.protection.system import LEAST, Key, System


class Unprotectable(Exception):
    """What was published for ever gives away cells that should be hidden; ``keys`` names them."""

    def __init__(self, keys: Iterable[Key]) -> None:
        """keys: of the cells given away, in any order."""
        self.keys = tuple(sorted(keys))
        named = ", ".join("/".join(key) for key in self.keys)
        super().__init__(f"published cells give away hidden ones: {named}")


def hide(system: System) -> frozenset[Key]:
    """Return the keys of all cells to hide, those fixed as hidden included.

    Every undecided cell from 1 to LEAST - 1 is hidden, and others with it until everything shown
    leaves each hidden cell a range of at least WIDTH. Zeros are shown, and so is what earlier
    publications tell anyway. The same system always gives the same keys. Raises Unprotectable when
    cells published for ever give a hidden one away, and ValueError when the published cells
    contradict each other.
    """
    numbers = gather(system)
    if numbers.given_away:
        raise Unprotectable(numbers.given_away)
    small = {n for n in numbers.undecided() if numbers.all[n].value < LEAST}
    secret = small | {n for n, number in enumerate(numbers.all) if number.hidden}
    known = _known_for_ever(numbers)
    if lost := known & secret:
        raise Unprotectable(numbers.keys(lost))
    audit = Audit(numbers)
    choice = Choice(numbers, secret, numbers.undecided() - secret - known)
    while True:
        choice.complete()
        before = frozenset(choice.hidden)
        audit.begin(before)
        narrow = choice.widen(audit.suspects(before, FEW), audit.surely_narrow)
        if not narrow:
            narrow = choice.widen(audit.suspects(before, MANY), audit.is_narrow)
        if not narrow:
            return numbers.keys(before)
        if choice.hidden == before:
            raise Unprotectable(numbers.keys(narrow))


def _known_for_ever(numbers: Numbers) -> set[int]:
    """Return the numbers that earlier publications tell, whatever is hidden now: to hide one of
    them protects nothing."""
    published = {n for n, number in enumerate(numbers.all) if number.hidden is False}
    if not published:
        return set()
    told = _told_by_lines(numbers, published)
    unknown = set(range(len(numbers.all))) - told
    audit = Audit(numbers)
    audit.begin(unknown)
    suspects = audit.suspects(unknown, FEW)
    known = {number for number in suspects if audit.surely_narrow(number)}
    rest = audit.suspects(set(suspects) - known, MANY)
    known |= {number for number in rest if audit.is_narrow(number)}
    return (told - published) | known


def _told_by_lines(numbers: Numbers, published: Collection[int]) -> set[int]:
    """Return these numbers and all that follow from lines in which only one is not known."""
    told = set(published)
    while True:
        missing = [{total, *parts} - told for total, parts in numbers.lines]
        new = {number for open_ones in missing if len(open_ones) == 1 for number in open_ones}
        if not new:
            return told
        told |= new
