"""Better translations that counsellors wrote: rows and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage.tables import corrections

PENDING, ACCEPTED = "pending", "accepted"


@dataclass(frozen=True)
class Row:
    """A row of `corrections`. source, target: ISO 639-1. better: what `text` should have become."""

    id: int
    source: str
    target: str
    text: str
    better: str
    who: str
    created_at: datetime
    decided_by: str | None


_COLUMNS = [corrections.c[name] for name in Row.__dataclass_fields__]


def add(
    connection: Connection,
    case_id: int,
    pair: tuple[str, str],
    text: str,
    better: str,
    who: str,
    now: datetime,
) -> None:
    """Keep a correction; the same again changes nothing."""
    same = sa.select(corrections.c.id).where(
        corrections.c.case_id == case_id,
        corrections.c.text == text,
        corrections.c.better == better,
    )
    if connection.execute(same).first() is not None:
        return
    connection.execute(
        sa.insert(corrections).values(
            case_id=case_id,
            source=pair[0],
            target=pair[1],
            text=text,
            better=better,
            state=PENDING,
            who=who,
            created_at=now,
        )
    )


def in_state(connection: Connection, state: str) -> list[Row]:
    """Corrections that wait (PENDING) or were accepted, oldest first."""
    rows = connection.execute(
        sa.select(*_COLUMNS).where(corrections.c.state == state).order_by(corrections.c.id)
    )
    return [Row(*row) for row in rows]


def accept(connection: Connection, number: int, who: str, now: datetime) -> bool:
    """A curator says yes: it loses its case and stays. False when none waits by this number."""
    changed = connection.execute(
        sa.update(corrections)
        .where(corrections.c.id == number, corrections.c.state == PENDING)
        .values(state=ACCEPTED, case_id=None, decided_by=who, decided_at=now)
    )
    return bool(changed.rowcount)


def remove(connection: Connection, number: int) -> bool:
    """Delete a correction, accepted or not. False when there is none."""
    gone = connection.execute(sa.delete(corrections).where(corrections.c.id == number))
    return bool(gone.rowcount)


def erase_of_cases(connection: Connection, numbers: list[int]) -> int:
    """Delete what still belongs to cases; how many."""
    if not numbers:
        return 0
    gone = connection.execute(sa.delete(corrections).where(corrections.c.case_id.in_(numbers)))
    return int(gone.rowcount)
