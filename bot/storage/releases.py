"""What was published: rows and nothing else."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.statistics.publication import Release
from bot.storage.tables import published, releases


def all(connection: Connection) -> list[Release]:
    """Every release, oldest first."""
    cells: dict[int, dict[tuple[str, str, str], int | None]] = {}
    for release, form, row, column, number in connection.execute(
        sa.select(
            published.c.release_id,
            published.c.form,
            published.c.row,
            published.c.column,
            published.c.number,
        )
    ):
        cells.setdefault(release, {})[form, row, column] = number
    found = connection.execute(sa.select(releases).order_by(releases.c.id))
    return [
        Release(row.kind, row.period, row.method, row.epsilon, row.made_at, cells.get(row.id, {}))
        for row in found
    ]
