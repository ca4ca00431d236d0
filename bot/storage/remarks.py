"""What was said in cases: rows and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage.tables import cases, outbox, remarks


@dataclass(frozen=True)
class Row:
    """A row of `remarks` and the state of what was sent of it (None: nothing to send)."""

    id: int
    case_id: int
    key: str
    at: datetime
    author: str
    who: str | None
    who_key: str | None
    text: str
    language: str
    german: str | None
    for_resident: str | None
    translated: bool
    pending: bool
    held: bool
    untranslated: str | None
    back: str | None
    edited: bool
    recalled: bool
    attachment: dict[str, Any] | None
    outbox_id: int | None
    post: int | None
    delivery: str | None = None


_NAMES = [name for name in Row.__dataclass_fields__ if name != "delivery"]
_JOINED = sa.select(*(remarks.c[name] for name in _NAMES), outbox.c.state).select_from(
    remarks.outerjoin(outbox, outbox.c.id == remarks.c.outbox_id)
)


def insert(connection: Connection, **values: Any) -> int:
    """A new remark; its id. `key` must be new in the case."""
    defaults = {
        "who": None,
        "who_key": None,
        "german": None,
        "for_resident": None,
        "translated": False,
        "pending": False,
        "held": False,
        "edited": False,
        "recalled": False,
        "attachment": None,
        "outbox_id": None,
    }
    result = connection.execute(sa.insert(remarks).values({**defaults, **values}))
    return int(result.inserted_primary_key[0])


def get(connection: Connection, remark_id: int) -> Row | None:
    """A remark by its id."""
    row = connection.execute(_JOINED.where(remarks.c.id == remark_id)).first()
    return None if row is None else Row(*row)


def by_key(connection: Connection, case_id: int, key: str) -> Row | None:
    """A remark by the key it was made with."""
    row = connection.execute(
        _JOINED.where(remarks.c.case_id == case_id, remarks.c.key == key)
    ).first()
    return None if row is None else Row(*row)


def of_case(connection: Connection, case_id: int) -> list[Row]:
    """Everything said in a case, in order."""
    rows = connection.execute(_JOINED.where(remarks.c.case_id == case_id).order_by(remarks.c.id))
    return [Row(*row) for row in rows]


def pending(connection: Connection, case_id: int) -> list[Row]:
    """What waits for its translation in a case, in order."""
    rows = connection.execute(
        _JOINED.where(remarks.c.case_id == case_id, remarks.c.pending).order_by(remarks.c.id)
    )
    return [Row(*row) for row in rows]


def cases_pending(connection: Connection) -> list[int]:
    """Cases in which something waits for its translation."""
    waiting = sa.select(remarks.c.case_id).where(remarks.c.pending)
    wishes = sa.select(cases.c.id).where(cases.c.wants_pending)
    return list(connection.execute(waiting.union(wishes)).scalars())


def has_reply(
    connection: Connection, case_id: int, *, pending: bool = False, held: bool = False
) -> bool:
    """Whether a counsellor's reply of this case waits for its translation, or is held."""
    waits = [remarks.c.pending.is_(True)] if pending else []
    waits += [remarks.c.held.is_(True)] if held else []
    found = connection.execute(
        sa.select(remarks.c.id)
        .where(
            remarks.c.case_id == case_id,
            remarks.c.author == "counsellor",
            remarks.c.recalled.is_(False),
            sa.or_(*waits),
        )
        .limit(1)
    ).first()
    return found is not None


def untranslated_before(connection: Connection, case_id: int, remark_id: int) -> bool:
    """Whether an earlier reply of the case was sent untranslated."""
    found = connection.execute(
        sa.select(remarks.c.id)
        .where(
            remarks.c.case_id == case_id,
            remarks.c.author == "counsellor",
            remarks.c.untranslated.is_not(None),
            remarks.c.id < remark_id,
        )
        .limit(1)
    ).first()
    return found is not None


def by_post(connection: Connection, case_id: int, post: int) -> Row | None:
    """A remark by the message that shows it in the group."""
    row = connection.execute(
        _JOINED.where(remarks.c.case_id == case_id, remarks.c.post == post)
    ).first()
    return None if row is None else Row(*row)


def last_keys(connection: Connection, prefix: str, limit: int) -> list[str]:
    """The newest keys that begin with this."""
    statement = sa.select(remarks.c.key).where(remarks.c.key.startswith(prefix, autoescape=True))
    return list(connection.execute(statement.order_by(remarks.c.id.desc()).limit(limit)).scalars())


def last_reply(connection: Connection, case_id: int, who_key: str) -> Row | None:
    """The last thing a counsellor said to the resident that was not taken back."""
    return _last(connection, case_id, who_key, recalled=False)


def last_recalled(connection: Connection, case_id: int, who_key: str) -> Row | None:
    """The last thing a counsellor said to the resident that was taken back."""
    return _last(connection, case_id, who_key, recalled=True)


def _last(connection: Connection, case_id: int, who_key: str, recalled: bool) -> Row | None:
    row = connection.execute(
        _JOINED.where(
            remarks.c.case_id == case_id,
            remarks.c.author == "counsellor",
            remarks.c.who_key == who_key,
            remarks.c.recalled.is_(recalled),
        )
        .order_by(remarks.c.id.desc())
        .limit(1)
    ).first()
    return None if row is None else Row(*row)


def of_outbox(connection: Connection, outbox_id: int) -> Row | None:
    """The remark that an outbox row delivers."""
    row = connection.execute(_JOINED.where(remarks.c.outbox_id == outbox_id)).first()
    return None if row is None else Row(*row)


def change(connection: Connection, remark_id: int, **values: Any) -> None:
    """Set columns of a remark."""
    connection.execute(sa.update(remarks).where(remarks.c.id == remark_id).values(**values))
