"""Everything that is kept about one conversation besides its cases: rows and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage.tables import corrections, inbox, outbox


@dataclass(frozen=True)
class Heard:
    """What a resident sent. body: the message as JSON, None where its words were not kept."""

    message_id: str
    received_at: datetime
    state: str
    body: dict[str, Any] | None


@dataclass(frozen=True)
class Told:
    """What a resident was told, or is about to be. changes, recall: see `outbox.Entry`."""

    id: int
    created_at: datetime
    text: str
    language: str
    buttons: list[dict[str, str]]
    state: str
    attachment: dict[str, Any] | None
    changes: int | None
    recall: bool


@dataclass(frozen=True)
class Correction:
    """A better translation of something said in a case. source, target: ISO 639-1."""

    case_id: int
    source: str
    target: str
    text: str
    better: str
    created_at: datetime


def heard(connection: Connection, conversation_id: str) -> list[Heard]:
    """All that a resident sent, in order, whatever became of it."""
    columns = [inbox.c[name] for name in Heard.__dataclass_fields__]
    rows = connection.execute(
        sa.select(*columns).where(inbox.c.conversation_id == conversation_id).order_by(inbox.c.id)
    )
    return [Heard(*row) for row in rows]


def told(connection: Connection, conversation_id: str) -> list[Told]:
    """All that a resident was told, in order, with changes and recalls."""
    columns = [outbox.c[name] for name in Told.__dataclass_fields__]
    rows = connection.execute(
        sa.select(*columns).where(outbox.c.conversation_id == conversation_id).order_by(outbox.c.id)
    )
    return [Told(*row) for row in rows]


def corrections_of(connection: Connection, cases: Sequence[int]) -> list[Correction]:
    """Corrections that still belong to one of these cases, oldest first."""
    if not cases:
        return []
    columns = [corrections.c[name] for name in Correction.__dataclass_fields__]
    rows = connection.execute(
        sa.select(*columns).where(corrections.c.case_id.in_(cases)).order_by(corrections.c.id)
    )
    return [Correction(*row) for row in rows]
