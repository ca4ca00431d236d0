"""What anybody can compute of hidden cells from everything published: linear programming.

An attacker knows all shown cells, how cells are made of variables, which sums are equal, that
every variable is at least 0, and that a hidden cell is at least 1, because zeros are always shown.
The smallest and the largest value a hidden cell can have under these conditions is what they can
compute (the "feasibility interval" of Hundepool et al., Statistical Disclosure Control, Wiley
2012, ch. 4).
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import linprog
from scipy.sparse import csr_matrix, vstack

from bot.statistics.protection.numbers import Numbers, gather
from bot.statistics.protection.presolve import reduce, rows
from bot.statistics.protection.system import Contradiction, Key, System

Floats = npt.NDArray[np.float64]

#: Below this a difference is rounding.
_EXACT = 1e-9

#: Status of scipy's linprog.
_OPTIMAL, _INFEASIBLE, _UNBOUNDED, _TROUBLE = 0, 2, 3, 4


class Attack:
    """Everything known when these numbers are hidden and all others shown."""

    def __init__(self, numbers: Numbers, hidden: Set[int]) -> None:
        """Raises Contradiction if that already shows without solving anything."""
        values = np.array([number.value for number in numbers.all], dtype=float)
        sums = rows([number.parts for number in numbers.all], numbers.size)
        linked = rows([left for left, _ in numbers.equal], numbers.size)
        linked -= rows([right for _, right in numbers.equal], numbers.size)
        most = np.full(numbers.size, values.sum())
        for number in numbers.all:
            parts = list(number.parts)
            most[parts] = np.minimum(most[parts], number.value)
        used = np.flatnonzero(vstack([sums, linked], format="csr").getnnz(axis=0))
        sums, linked, most = sums[:, used], linked[:, used], most[used]
        shown = [n for n in range(len(numbers.all)) if n not in hidden]
        self._known = reduce(
            vstack([sums[shown], linked], format="csr"),
            np.concatenate([values[shown], np.zeros(linked.shape[0])]),
        )
        self._sums = sums[:, self._known.free]
        self._base = np.asarray(sums @ self._known.fixed).ravel()
        self._most = most[self._known.free]
        self._demand([n for n in sorted(hidden) if numbers.all[n].value])

    def _demand(self, numbers: list[int]) -> None:
        # Where a hidden number is one variable its least value is a bound, otherwise it is a row.
        sums, base = self._sums[numbers], self._base[numbers]
        sizes = np.diff(sums.indptr)
        if np.any((sizes == 0) & (base < 1 - _EXACT)):
            raise Contradiction
        self._low = np.zeros(len(self._known.free))
        self._low[sums[sizes == 1].indices] = np.maximum(0, 1 - base[sizes == 1])
        wanted = (sizes > 1) & (np.asarray(sums @ self._low).ravel() + base < 1)
        self._at_most, self._limits = -sums[wanted], base[wanted] - 1

    def extreme(
        self, weights: Floats, slack: float | None = None, cap: float | None = None
    ) -> Floats | None:
        """Return the values of all numbers that make their weighted sum largest; None if it has no
        largest value.

        slack: how far above the true numbers a variable may go, to stay away from infinity. cap:
        the weighted sum need not get larger than this. Raises Contradiction if nothing fits, and
        RuntimeError if the solver gives up.
        """
        aim = np.asarray(self._sums.T @ weights).ravel()
        at_most, limits = self._at_most, self._limits
        if cap is not None:
            at_most = vstack([at_most, csr_matrix(aim)], format="csr")
            limits = np.append(limits, cap - float(weights @ self._base))
        high = self._most + (np.inf if slack is None else slack)
        found = self._solve(-aim, at_most, limits, np.column_stack([self._low, high]))
        return None if found is None else self._base + np.asarray(self._sums @ found).ravel()

    def _solve(self, aim: Floats, at_most: Any, limits: Floats, bounds: Floats) -> Floats | None:
        if not len(aim):
            if np.any(limits < -_EXACT):
                raise Contradiction
            return np.zeros(0)
        known = self._known
        for presolve in (True, False):
            result = linprog(
                aim,
                A_ub=at_most if at_most.shape[0] else None,
                b_ub=limits if at_most.shape[0] else None,
                A_eq=known.matrix if known.matrix.shape[0] else None,
                b_eq=known.right if known.matrix.shape[0] else None,
                bounds=bounds,
                method="highs",
                options={"presolve": presolve},
            )
            # With its own presolve the solver may not tell "no largest value" from "nothing fits".
            if result.status != _TROUBLE:
                break
        if result.status == _INFEASIBLE:
            raise Contradiction
        if result.status not in (_OPTIMAL, _UNBOUNDED):
            raise RuntimeError(f"the solver gave up: {result.message}")
        return np.asarray(result.x, dtype=float) if result.status == _OPTIMAL else None


def ranges(
    system: System, hidden: frozenset[Key], keys: Iterable[Key]
) -> dict[Key, tuple[float, float]]:
    """Return the smallest and the largest value that can be computed of each of these cells when
    exactly ``hidden`` is hidden and every other cell is shown; infinity where there is no largest.

    Raises ValueError if the published cells contradict each other.
    """
    cells = tuple(replace(cell, hidden=cell.key in hidden) for cell in system.cells)
    numbers = gather(replace(system, cells=cells))
    attack = Attack(numbers, {n for n, number in enumerate(numbers.all) if number.hidden})
    found: dict[int, tuple[float, float]] = {}
    for key in (keys := tuple(keys)):
        number = numbers.index.get(key)
        if number is not None and number not in found:
            weights = np.zeros(len(numbers.all))
            weights[number] = 1
            low, high = attack.extreme(-weights), attack.extreme(weights)
            found[number] = (
                -np.inf if low is None else float(low[number]),
                np.inf if high is None else float(high[number]),
            )
    # A cell that is no number of its own is a zero everybody sees.
    return {key: found[numbers.index[key]] if key in numbers.index else (0.0, 0.0) for key in keys}
