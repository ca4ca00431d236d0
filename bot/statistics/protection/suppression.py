"""Decides which cells are hidden, so that no hidden cell can be computed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from bot.statistics.protection.audit import FEW, MANY, Audit
from bot.statistics.protection.choice import Choice
from bot.statistics.protection.numbers import Numbers, gather
from bot.statistics.protection.system import LEAST, Key, System

#: A number too narrow for so many rounds may be beyond help: then that is found out first, before
#: everything else is hidden for it in vain.
_STUBBORN = 4


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
    leaves each hidden cell a range of at least WIDTH. Zeros are shown. The same system always gives
    the same keys. Raises Unprotectable when cells published for ever give a hidden one away, and
    ValueError when the published cells contradict each other.
    """
    numbers = gather(system)
    if numbers.given_away:
        raise Unprotectable(numbers.given_away)
    audit = Audit(numbers)
    choice = Choice(
        numbers,
        (
            n
            for n, number in enumerate(numbers.all)
            if number.hidden or (number.hidden is None and number.value < LEAST)
        ),
    )
    rounds: Counter[int] = Counter()
    while True:
        choice.complete()
        before = frozenset(choice.hidden)
        audit.begin(before)
        narrow = choice.widen(audit.suspects(before, FEW), audit.surely_narrow)
        if not narrow:
            narrow = choice.widen(audit.suspects(before, MANY), audit.is_narrow)
        if not narrow:
            return numbers.keys(before)
        rounds.update(narrow)
        stubborn = [number for number in narrow if rounds[number] == _STUBBORN]
        if choice.hidden == before or _beyond_help(numbers, choice, stubborn):
            raise Unprotectable(numbers.keys(_beyond_help(numbers, choice, narrow)))


def _beyond_help(numbers: Numbers, choice: Choice, asked: Collection[int]) -> list[int]:
    if not asked:
        return []
    audit = Audit(numbers)
    audit.begin(choice.everything())
    return [number for number in audit.suspects(asked, FEW) if audit.is_narrow(number)]
