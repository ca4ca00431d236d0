"""What an erasure took away, as numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping


class Removed:
    """Numbers of rows by the table they were in. They say nothing about anybody."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._rows: Counter[str] = Counter()

    def add(self, rows: Mapping[str, int]) -> None:
        """So many rows of these tables went."""
        self._rows.update(rows)

    def __getitem__(self, table: str) -> int:
        """How many rows of a table went."""
        return self._rows[table]

    def __iter__(self) -> Iterator[tuple[str, int]]:
        """Tables of which something went, by name, with how many rows."""
        return ((table, rows) for table, rows in sorted(self._rows.items()) if rows)

    @property
    def rows(self) -> int:
        """How many rows went altogether."""
        return sum(self._rows.values())

    def __str__(self) -> str:
        """As a log tells it: "conversations 1, inbox 3"."""
        return ", ".join(f"{table} {rows}" for table, rows in self) or "nothing"
