"""Proofs of erasure: rows and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage.tables import receipts


@dataclass(frozen=True)
class Row:
    """A row of `receipts`. rows: how many rows of other tables were removed."""

    number: str
    erased_at: datetime
    rows: int


def keep(connection: Connection, number: str, now: datetime, rows: int) -> None:
    """Write down that something was erased.

    Raises sqlalchemy.exc.IntegrityError (a Conflict, see `Database.begin`) for a number there is.
    """
    connection.execute(sa.insert(receipts).values(number=number, erased_at=now, rows=rows))


def get(connection: Connection, number: str) -> Row | None:
    """The receipt of a number as it is kept, None without one."""
    row = connection.execute(sa.select(receipts).where(receipts.c.number == number)).first()
    return None if row is None else Row(row.number, row.erased_at, row.rows)


def erase_before(connection: Connection, moment: datetime) -> int:
    """Delete the receipts of what was erased before a moment; how many."""
    return int(
        connection.execute(sa.delete(receipts).where(receipts.c.erased_at < moment)).rowcount
    )
