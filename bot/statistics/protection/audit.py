"""Finds the hidden numbers that can be computed too closely, solving as little as possible."""

from __future__ import annotations

from collections.abc import Iterable, Set

import numpy as np

from bot.statistics.protection.attack import Attack, Floats
from bot.statistics.protection.numbers import Numbers
from bot.statistics.protection.presolve import rows
from bot.statistics.protection.system import WIDTH

#: Rounding of the solver.
_TOLERANCE = 1e-6
#: How many mixtures of all hidden numbers are tried at most, at first and to make sure.
FEW, MANY = 4, 40
#: A mixture that proves less than this share of what is left, and the next ones, tell little.
_GAIN = 0.02
#: So many conditions close to a number are looked at to see quickly that it is narrow.
_CLOSE = (10, 80)
#: How far a variable may go in a mixture: so that many numbers move a little, not a few far.
_REACH = 2.0 * WIDTH


class Audit:
    """Remembers how far apart the values are that each number was seen to take.

    Hiding more only adds to what is possible, so what was seen once stays possible.
    """

    def __init__(self, numbers: Numbers, seed: int = 1) -> None:
        """seed: of the mixtures. Raises Contradiction if the true numbers do not fit together."""
        self._numbers = numbers
        self._random = np.random.default_rng(seed)
        self._values = np.array([number.value for number in numbers.all], dtype=float)
        self._low, self._high = self._values.copy(), self._values.copy()
        self._sums = rows([number.parts for number in numbers.all], numbers.size)
        self._attack = Attack(numbers, frozenset())
        # Variables that fit whatever is hidden.
        start = self._attack.extreme(np.zeros(len(numbers.all)))
        self._start = np.zeros(numbers.size) if start is None else start

    def begin(self, hidden: Set[int]) -> None:
        """Look at what is possible when these are hidden; never fewer than before."""
        self._attack = Attack(self._numbers, hidden)

    def suspects(self, among: Iterable[int], mixtures: int) -> list[int]:
        """Return the numbers that so many mixtures, at most, do not prove to be safe, smallest
        index first."""
        asked = sorted(among)
        for _ in range(mixtures):
            left = self._open(asked)
            if len(left) <= 2:
                break
            weights = np.zeros(len(self._values))
            weights[left] = self._random.choice([-1.0, 1.0], size=len(left))
            self._see(self._attack.extreme(weights, near=self._start, reach=_REACH))
            if len(left) - len(self._open(asked)) < _GAIN * len(left):
                break
        return self._open(asked)

    def surely_narrow(self, number: int) -> bool:
        """Return True if few conditions close to this hidden number already leave it a range
        smaller than WIDTH; False means nothing."""
        for size in _CLOSE:
            ends = 0.0
            for sign in (1.0, -1.0):
                weights, cap = self._aim(number, sign)
                ends += self._attack.bound(weights, self._start, size, cap)
            if ends < WIDTH - _TOLERANCE:
                return True
        return False

    def is_narrow(self, number: int) -> bool:
        """Return whether the range of this hidden number is smaller than WIDTH."""
        for sign in (1.0, -1.0):
            if not self._is_wide(number):
                weights, cap = self._aim(number, sign)
                self._see(self._attack.extreme(weights, cap=cap))
        return not self._is_wide(number)

    def _aim(self, number: int, sign: float) -> tuple[Floats, float]:
        weights = np.zeros(len(self._values))
        weights[number] = sign
        # No further than what is enough: so there always is a largest value.
        return weights, WIDTH + (self._low[number] if sign > 0 else -self._high[number])

    def _open(self, asked: list[int]) -> list[int]:
        return [number for number in asked if not self._is_wide(number)]

    def _is_wide(self, number: int) -> bool:
        return bool(self._high[number] - self._low[number] >= WIDTH - _TOLERANCE)

    def _see(self, variables: Floats | None) -> None:
        if variables is not None:
            values = self._sums @ variables
            self._low = np.minimum(self._low, values)
            self._high = np.maximum(self._high, values)
