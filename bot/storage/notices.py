"""What the Telegram group still has to be told: rows and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage.tables import notices

PENDING, SENT, FAILED = "pending", "sent", "failed"


@dataclass(frozen=True)
class Row:
    """A row of `notices`; see `connectors.desk.Notice` for the kinds."""

    id: int
    case_id: int
    kind: str
    remark_id: int | None
    detail: dict[str, str]
    tried_after: int | None = None


def add(
    connection: Connection,
    case_id: int,
    kind: str,
    at: datetime,
    remark_id: int | None = None,
    **detail: str,
) -> None:
    """Append a notice."""
    connection.execute(
        sa.insert(notices).values(
            case_id=case_id,
            kind=kind,
            remark_id=remark_id,
            detail=detail,
            state=PENDING,
            created_at=at,
        )
    )


def pending(connection: Connection, case_id: int) -> list[Row]:
    """What is still to be told about a case, in order."""
    rows = connection.execute(
        sa.select(
            notices.c.id,
            notices.c.case_id,
            notices.c.kind,
            notices.c.remark_id,
            notices.c.detail,
            notices.c.tried_after,
        )
        .where(notices.c.case_id == case_id, notices.c.state == PENDING)
        .order_by(notices.c.id)
    )
    return [Row(*row) for row in rows]


def waiting_cases(connection: Connection) -> list[int]:
    """Cases about which something is still to be told."""
    rows = connection.execute(
        sa.select(notices.c.case_id).where(notices.c.state == PENDING).distinct()
    )
    return list(rows.scalars())


def mark(connection: Connection, ids: Sequence[int], state: str) -> None:
    """Set the state of notices: SENT or FAILED."""
    connection.execute(sa.update(notices).where(notices.c.id.in_(ids)).values(state=state))


def note_try(connection: Connection, notice_id: int, newest: int | None) -> None:
    """Note that a notice is about to be told. newest: the newest message id of the group."""
    connection.execute(
        sa.update(notices).where(notices.c.id == notice_id).values(tried_after=newest or 0)
    )


def drop_pending(connection: Connection, case_id: int) -> None:
    """Forget what was still to be told about a case."""
    connection.execute(
        sa.delete(notices).where(notices.c.case_id == case_id, notices.c.state == PENDING)
    )


def erase_told(connection: Connection, moment: datetime) -> int:
    """Delete notices that were told and made before a moment; how many."""
    return int(
        connection.execute(
            sa.delete(notices).where(notices.c.state != PENDING, notices.c.created_at < moment)
        ).rowcount
    )
