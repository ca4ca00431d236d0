"""Finds the hidden numbers that can be computed too closely, solving as little as possible."""

from __future__ import annotations

from collections.abc import Iterable, Set

import numpy as np

from bot.statistics.protection.attack import Attack, Floats
from bot.statistics.protection.numbers import Numbers
from bot.statistics.protection.system import WIDTH

#: Rounding of the solver.
_TOLERANCE = 1e-6
#: How many mixtures of all hidden numbers are tried before single ones are looked at.
_SAMPLES = 40
#: After so many mixtures that told little, single numbers are cheaper.
_PATIENCE = 4
#: How far above its true value a variable may go in a mixture.
_SLACK = 5.0 * WIDTH


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
        Attack(numbers, frozenset()).extreme(np.zeros(len(numbers.all)))

    def narrow(self, hidden: Set[int], among: Iterable[int] | None = None) -> list[int]:
        """Return the hidden numbers whose range is smaller than WIDTH, smallest index first.

        among: only these are looked at, if given.
        """
        attack = Attack(self._numbers, hidden)
        asked = sorted(hidden if among is None else among)
        self._mix(attack, asked)
        return [number for number in self._open(asked) if self._is_narrow(attack, number)]

    def _mix(self, attack: Attack, asked: list[int]) -> None:
        idle = 0
        for _ in range(_SAMPLES):
            left = self._open(asked)
            if len(left) <= 2 or idle == _PATIENCE:
                return
            weights = np.zeros(len(self._values))
            weights[left] = self._random.choice([-1.0, 1.0], size=len(left))
            self._see(attack.extreme(weights, slack=_SLACK))
            gained = len(left) - len(self._open(asked))
            idle = 0 if gained > 2 else idle + 1

    def _is_narrow(self, attack: Attack, number: int) -> bool:
        for sign in (1.0, -1.0):
            if self._is_wide(number):
                return False
            weights = np.zeros(len(self._values))
            weights[number] = sign
            # No further than what is enough: so there always is a largest value.
            enough = self._low[number] + WIDTH if sign > 0 else WIDTH - self._high[number]
            self._see(attack.extreme(weights, cap=enough))
        return not self._is_wide(number)

    def _open(self, asked: list[int]) -> list[int]:
        return [number for number in asked if not self._is_wide(number)]

    def _is_wide(self, number: int) -> bool:
        return bool(self._high[number] - self._low[number] >= WIDTH - _TOLERANCE)

    def _see(self, values: Floats | None) -> None:
        if values is not None:
            self._low = np.minimum(self._low, values)
            self._high = np.maximum(self._high, values)
