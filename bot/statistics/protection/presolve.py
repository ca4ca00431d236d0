"""Makes the attacker's equations smaller before they are solved many times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from bot.statistics.protection.system import Contradiction

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Known:
    """What equations say: ``fixed`` values of variables (0 for the others), the indices of the
    ``free`` ones, and the equations left for these."""

    fixed: Floats
    free: npt.NDArray[np.intp]
    matrix: Any
    right: Floats


def rows(sums: Sequence[Sequence[int]], size: int) -> Any:
    """Return a sparse matrix with a row for each sum: 1 for its variables."""
    starts = np.cumsum([0, *(len(parts) for parts in sums)])
    columns = np.array([variable for parts in sums for variable in parts], dtype=int)
    return csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(sums), size))


def reduce(matrix: Any, right: Floats) -> Known:
    """Solve what can be seen at once of ``matrix`` x = ``right``, x >= 0: sums that are 0, rows
    with one variable, rows that are empty or there twice. Coefficients are -1 or 1, values whole.

    Raises Contradiction if there is no such x and that can be seen at once.
    """
    fixed = np.zeros(matrix.shape[1])
    free = np.arange(matrix.shape[1])
    matrix = matrix.tocsr()
    matrix.eliminate_zeros()
    while True:
        sizes = np.diff(matrix.indptr)
        positive = np.asarray(matrix.sum(axis=1)).ravel() == sizes
        if np.any((positive & (right < 0)) | ((sizes == 0) & (right != 0))):
            raise Contradiction
        known: dict[int, float] = {}
        for row in np.flatnonzero((sizes > 0) & ((positive & (right == 0)) | (sizes == 1))):
            begin, end = matrix.indptr[row], matrix.indptr[row + 1]
            for column, sign in zip(matrix.indices[begin:end], matrix.data[begin:end], strict=True):
                value = float(right[row] * sign)
                if value < 0 or known.setdefault(int(column), value) != value:
                    raise Contradiction
        keep, right = _different(matrix, right)
        matrix = matrix[keep]
        if not known:
            return Known(fixed, free, matrix, right)
        columns = np.array(list(known))
        fixed[free[columns]] = list(known.values())
        right = right - np.asarray(matrix[:, columns] @ np.array(list(known.values()))).ravel()
        left = np.setdiff1d(np.arange(len(free)), columns)
        free, matrix = free[left], matrix[:, left]


def _different(matrix: Any, right: Floats) -> tuple[list[int], Floats]:
    first: dict[tuple[bytes, bytes], int] = {}
    for row in range(matrix.shape[0]):
        begin, end = matrix.indptr[row], matrix.indptr[row + 1]
        if begin < end:
            content = matrix.indices[begin:end].tobytes(), matrix.data[begin:end].tobytes()
            if right[first.setdefault(content, row)] != right[row]:
                raise Contradiction
    keep = sorted(first.values())
    return keep, right[keep]
