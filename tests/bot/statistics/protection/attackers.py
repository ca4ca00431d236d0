"""Attackers who know nothing of the engine: only what is published, and how tables add up."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import numpy as np
from scipy.optimize import linprog

from bot.statistics.protection.system import Key, System


def by_equations(system: System, hidden: Iterable[Key]) -> dict[Key, tuple[float, float]]:
    """Return the range of each hidden cell, by a dense programme over all variables.

    The attacker's variables are the system's and one more for each hidden cell, which is at least 1
    because zeros would have been shown.
    """
    cells = {cell.key: cell for cell in system.cells}
    secret = sorted(hidden)
    width = system.size + len(secret)
    rows, right = [], []
    for cell in system.cells:
        row = np.zeros(width)
        row[list(cell.parts)] = 1
        if cell.key in cells and cell.key in secret:
            row[system.size + secret.index(cell.key)] = -1
        rows.append(row)
        right.append(0 if cell.key in secret else cell.value)
    for left, other in system.equal:
        row = np.zeros(width)
        row[list(left)] += 1
        row[list(other)] -= 1
        rows.append(row)
        right.append(0)
    bounds = [(0, None)] * system.size + [(1, None)] * len(secret)
    found = {}
    for place, where in enumerate(secret, start=system.size):
        ends = []
        for sign in (1, -1):
            aim = np.zeros(width)
            aim[place] = sign
            result = linprog(aim, A_eq=rows, b_eq=right, bounds=bounds, method="highs")
            if result.status == 4:
                options = {"presolve": False}
                result = linprog(
                    aim, A_eq=rows, b_eq=right, bounds=bounds, method="highs", options=options
                )
            assert result.status in (0, 3), result.message
            ends.append(sign * float(result.fun) if result.status == 0 else -sign * np.inf)
        found[where] = (ends[0], ends[1])
    return found


def by_trying(system: System, hidden: Iterable[Key], most: int) -> dict[Key, set[int]]:
    """Return all whole numbers each hidden cell can be, with every variable at most ``most``."""
    secret = set(hidden)
    tries = np.array(list(product(range(most + 1), repeat=system.size)))
    fits = np.ones(len(tries), dtype=bool)
    sums = {cell.key: tries[:, list(cell.parts)].sum(axis=1) for cell in system.cells}
    for cell in system.cells:
        fits &= sums[cell.key] >= 1 if cell.key in secret else sums[cell.key] == cell.value
    return {where: set(sums[where][fits].tolist()) for where in secret}
