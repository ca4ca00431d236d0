"""Adds to the statistics and sums them up. Cells only ever hold a number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from bot.storage.tables import case_counts, counts


def add(connection: Connection, table: sa.Table, cells: Iterable[Mapping[str, Any]]) -> None:
    """Add to cells of `counts` or `case_counts`. cells: every key column, and `number` to add."""
    keys = [column.name for column in table.primary_key]
    # Always in the same order: two transactions that wait for each other's cells would never end.
    rows = sorted(cells, key=lambda cell: [str(cell[key]) for key in keys])
    for row in rows:
        insert = postgresql.insert(table) if _is_postgresql(connection) else sqlite.insert(table)
        statement = insert.values(**row)
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=keys,
                set_={"number": table.c.number + statement.excluded.number},
            )
        )


def summed(
    connection: Connection, table: sa.Table, by: Sequence[str], first: date, last: date
) -> dict[tuple[str, ...], int]:
    """The sums of a span of days (both included), by some of the key columns; none are zero."""
    columns = [table.c[name] for name in by]
    total = sa.func.sum(table.c.number)
    rows = connection.execute(
        sa.select(*columns, total)
        .where(table.c.day.between(first, last))
        .group_by(*columns)
        .having(total != 0)
    )
    return {tuple(key): int(number) for *key, number in rows}


def by_month(connection: Connection, first: date, last: date) -> dict[tuple[str, str], int]:
    """Consultations of a span of days by month ("2026-07") and topic."""
    month = _month(connection)
    total = sa.func.sum(counts.c.number)
    rows = connection.execute(
        sa.select(month, counts.c.topic, total)
        .where(counts.c.day.between(first, last))
        .group_by(month, counts.c.topic)
        .having(total != 0)
    )
    return {(name, topic): int(number) for name, topic, number in rows}


def first_day(connection: Connection) -> date | None:
    """The first day anything was counted on."""
    days = [
        connection.execute(sa.select(sa.func.min(table.c.day))).scalar()
        for table in (counts, case_counts)
    ]
    return min((day for day in days if day is not None), default=None)


def _month(connection: Connection) -> Any:
    if _is_postgresql(connection):
        return sa.func.to_char(counts.c.day, "YYYY-MM")
    return sa.func.strftime("%Y-%m", counts.c.day)


def _is_postgresql(connection: Connection) -> bool:
    return bool(connection.dialect.name == "postgresql")
