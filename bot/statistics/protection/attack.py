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
from heapq import heappop, heappush
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
        used = np.flatnonzero(vstack([sums, linked], format="csr").getnnz(axis=0))
        sums, linked = sums[:, used], linked[:, used]
        shown = [n for n in range(len(numbers.all)) if n not in hidden]
        self._known = reduce(
            vstack([sums[shown], linked], format="csr"),
            np.concatenate([values[shown], np.zeros(linked.shape[0])]),
        )
        self._sums = sums[:, self._known.free]
        self._base = np.asarray(sums @ self._known.fixed).ravel()
        self._size, self._used = numbers.size, used
        self._demand([n for n in sorted(hidden) if numbers.all[n].value])
        self._every = vstack([self._known.matrix, self._at_most], format="csr")
        self._columns = self._every.tocsc()
        self._lengths = np.diff(self._every.indptr)

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
        self,
        weights: Floats,
        near: Floats | None = None,
        reach: float = np.inf,
        cap: float | None = None,
    ) -> Floats | None:
        """Return variables that make the weighted sum of the numbers largest; None if it has no
        largest value.

        near, reach: look only where no variable is further than ``reach`` from these, which have to
        fit themselves. cap: the weighted sum need not get larger than this. Raises Contradiction if
        nothing fits, and RuntimeError if the solver gives up.
        """
        aim = np.asarray(self._sums.T @ weights).ravel()
        at_most, limits = self._at_most, self._limits
        if cap is not None:
            at_most = vstack([at_most, csr_matrix(aim)], format="csr")
            limits = np.append(limits, cap - float(weights @ self._base))
        free = self._used[self._known.free]
        low, high = self._low, np.full(len(free), np.inf)
        if near is not None:
            low, high = np.maximum(low, near[free] - reach), near[free] + reach
        known, bounds = self._known, np.column_stack([low, high])
        found = _largest(aim, at_most, limits, known.matrix, known.right, bounds)
        if found is None:
            return None
        variables = np.zeros(self._size)
        variables[self._used] = self._known.fixed
        variables[free] = found
        return variables

    def bound(self, weights: Floats, near: Floats, size: int, cap: float) -> float:
        """Return what the weighted sum of the numbers, at most ``cap``, cannot exceed, quickly.

        Only about ``size`` conditions are looked at, those closest to the numbers with a weight, so
        the largest sum there is may be smaller. near: variables that fit.
        """
        aim = np.asarray(self._sums.T @ weights).ravel()
        chosen = self._close(np.flatnonzero(aim), size)
        here = near[self._used[self._known.free]]
        now = float(weights @ self._base) + float(aim @ here)
        split = self._known.matrix.shape[0]
        equal, limited = chosen[chosen < split], chosen[chosen >= split] - split
        moved = np.flatnonzero((self._every[chosen].getnnz(axis=0) > 0) | (aim != 0))
        at_most = self._at_most[limited]
        room = np.append(self._limits[limited] - at_most @ here, cap - now)
        step = _largest(
            aim[moved],
            vstack([at_most[:, moved], csr_matrix(aim[moved])], format="csr"),
            np.maximum(0, room),
            self._known.matrix[equal][:, moved],
            np.zeros(len(equal)),
            np.column_stack([np.minimum(0, self._low - here)[moved], np.full(len(moved), np.inf)]),
        )
        return cap if step is None else now + float(aim[moved] @ step)

    def _close(self, start: npt.NDArray[np.intp], size: int) -> npt.NDArray[np.intp]:
        # Along short rows first: what shares a long one is hardly related.
        waiting: list[tuple[int, int]] = []
        seen: set[int] = set()

        def add(variables: Iterable[int], far: int) -> None:
            for variable in variables:
                if variable not in done:
                    done.add(variable)
                    begin, end = self._columns.indptr[variable : variable + 2]
                    for row in self._columns.indices[begin:end].tolist():
                        if row not in seen:
                            seen.add(row)
                            heappush(waiting, (far + int(self._lengths[row]), row))

        done: set[int] = set()
        add(start.tolist(), 0)
        taken: list[int] = []
        while waiting and len(taken) < size:
            far, row = heappop(waiting)
            taken.append(row)
            begin, end = self._every.indptr[row : row + 2]
            add(self._every.indices[begin:end].tolist(), far)
        return np.array(sorted(taken), dtype=np.intp)


def _largest(
    aim: Floats, at_most: Any, limits: Floats, equal: Any, right: Floats, bounds: Floats
) -> Floats | None:
    """Return what makes aim * x largest, where at_most * x <= limits and equal * x = right."""
    if not len(aim):
        if np.any(limits < -_EXACT):
            raise Contradiction
        return np.zeros(0)
    for presolve in (True, False):
        result = linprog(
            -aim,
            A_ub=at_most if at_most.shape[0] else None,
            b_ub=limits if at_most.shape[0] else None,
            A_eq=equal if equal.shape[0] else None,
            b_eq=right if equal.shape[0] else None,
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
            parts = list(numbers.all[number].parts)
            low, high = attack.extreme(-weights), attack.extreme(weights)
            found[number] = (
                -np.inf if low is None else float(low[parts].sum()),
                np.inf if high is None else float(high[parts].sum()),
            )
    # A cell that is no number of its own is a zero everybody sees.
    return {key: found[numbers.index[key]] if key in numbers.index else (0.0, 0.0) for key in keys}
