"""What was published: written once, never changed."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.statistics.publication import Release
from bot.storage.tables import published, releases


def all_of(connection: Connection) -> list[Release]:
    """Every release, the oldest first."""
    cells: dict[int, dict[tuple[str, str, str], int | None]] = {}
    for row in connection.execute(sa.select(published)):
        cells.setdefault(row.release_id, {})[row.form, row.row, row.column] = row.number
    rows = connection.execute(sa.select(releases).order_by(releases.c.id))
    return [
        Release(row.kind, row.period, row.method, row.epsilon, row.made_at, cells.get(row.id, {}))
        for row in rows
    ]


def periods(connection: Connection) -> set[str]:
    """The names of the periods that were published."""
    return set(connection.execute(sa.select(releases.c.period)).scalars())


def add(connection: Connection, release: Release) -> None:
    """Publish. Raises Conflict (from `Database.begin`) when another process did meanwhile."""
    made = connection.execute(
        sa.insert(releases).values(
            kind=release.kind,
            period=release.period,
            method=release.method,
            epsilon=release.epsilon,
            made_at=release.made_at,
        )
    )
    (key,) = made.inserted_primary_key
    rows = [
        {"release_id": key, "form": form, "row": row, "column": column, "number": value}
        for (form, row, column), value in release.cells.items()
    ]
    if rows:
        connection.execute(sa.insert(published), rows)
