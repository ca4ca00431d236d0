"""What was published: the only numbers that reports may show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

#: The row or column of totals.
TOTAL = "*"
#: The place of those whose place is not known.
UNKNOWN = "?"
#: Begins the row or column of a category; topics have none.
CATEGORY = "category:"


@dataclass(frozen=True)
class Release:
    """The tables of a period, published once and for all.

    kind: "month", "quarter" or "year". period: "2026-07", "2026-Q3" or "2026".
    method: "suppression" or "differential". epsilon: the privacy budget spent on it, with
    "differential". cells: (form, row, column) -> number; None: suppressed; a missing key means 0.
    """

    kind: str
    period: str
    method: str
    epsilon: float | None
    made_at: datetime
    cells: Mapping[tuple[str, str, str], int | None]
