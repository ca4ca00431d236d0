"""Which messages to coordinators were sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage.tables import digests

TRYING, SENT = "trying", "sent"


@dataclass(frozen=True)
class Row:
    """tried_after: the newest message id known when it was tried, None before that."""

    state: str
    tried_after: int | None


def get(connection: Connection, kind: str, period: str, way: str) -> Row | None:
    """What became of a message; None when it was never tried."""
    found = connection.execute(
        sa.select(digests.c.state, digests.c.tried_after).where(*_is(kind, period, way))
    ).first()
    return None if found is None else Row(*found)


def note(
    connection: Connection,
    kind: str,
    period: str,
    way: str,
    state: str,
    now: datetime,
    tried_after: int | None = None,
) -> None:
    """Keep what became of a message."""
    values = {"state": state, "tried_after": tried_after}
    changed = connection.execute(sa.update(digests).where(*_is(kind, period, way)).values(**values))
    if not changed.rowcount:
        connection.execute(
            sa.insert(digests).values(kind=kind, period=period, way=way, created_at=now, **values)
        )


def _is(kind: str, period: str, way: str) -> tuple[sa.sql.ColumnElement[bool], ...]:
    return digests.c.kind == kind, digests.c.period == period, digests.c.way == way
