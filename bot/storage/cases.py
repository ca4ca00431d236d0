"""Cases and their events: rows and nothing else. The rules are in `bot/cases/`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage import corrections
from bot.storage.tables import blocks, case_events, cases, remarks

OPEN = ("waiting", "claimed")


@dataclass(frozen=True)
class Row:
    """A row of `cases`; see `connectors.desk.Case` for what the fields mean."""

    id: int
    conversation_id: str
    state: str
    language: str
    channel: str
    topic: str | None
    topics: list[str]
    district: str | None
    wants: str
    wants_german: str | None
    wants_pending: bool
    opened_at: datetime
    claimed_at: datetime | None
    claimed_by: str | None
    claimed_name: str | None
    closed_at: datetime | None
    outcome: str | None
    closing_topics: list[str]
    reminded_at: datetime | None
    escalated_at: datetime | None
    thread: int | None
    card: int | None
    version: int


_COLUMNS = [cases.c[name] for name in Row.__dataclass_fields__]
_EVENT = [case_events.c.at, case_events.c.kind, case_events.c.who, case_events.c.detail]


def insert(connection: Connection, **values: Any) -> int:
    """A new case; its number."""
    result = connection.execute(sa.insert(cases).values(version=1, closing_topics=[], **values))
    return int(result.inserted_primary_key[0])


def get(connection: Connection, number: int, lock: bool = False) -> Row | None:
    """A case. lock: nobody else can change it until this transaction ends."""
    statement = sa.select(*_COLUMNS).where(cases.c.id == number)
    row = connection.execute(statement.with_for_update() if lock else statement).first()
    return None if row is None else Row(*row)


def open_for(connection: Connection, conversation_id: str, lock: bool = False) -> Row | None:
    """The open case of a conversation."""
    statement = sa.select(*_COLUMNS).where(
        cases.c.conversation_id == conversation_id, cases.c.state.in_(OPEN)
    )
    row = connection.execute(statement.with_for_update() if lock else statement).first()
    return None if row is None else Row(*row)


def in_states(connection: Connection, states: Sequence[str], limit: int) -> list[Row]:
    """Cases in these states: the open ones longest waiting first, then the newest."""
    is_open = sa.case((cases.c.state.in_(OPEN), 0), else_=1)
    rows = connection.execute(
        sa.select(*_COLUMNS)
        .where(cases.c.state.in_(states))
        .order_by(is_open, sa.case((is_open == 0, cases.c.id), else_=-cases.c.id))
        .limit(limit)
    )
    return [Row(*row) for row in rows]


def change(connection: Connection, number: int, **values: Any) -> None:
    """Set columns of a case and let its version grow."""
    connection.execute(
        sa.update(cases).where(cases.c.id == number).values(version=cases.c.version + 1, **values)
    )


def note_posts(connection: Connection, number: int, thread: int | None, card: int | None) -> bool:
    """Keep where the group has the case; None leaves what is known. False: there is no case."""
    known = {"thread": thread, "card": card}
    values = {name: value for name, value in known.items() if value is not None}
    if not values:
        return get(connection, number) is not None
    changed = connection.execute(sa.update(cases).where(cases.c.id == number).values(**values))
    return bool(changed.rowcount)


def number_of_thread(connection: Connection, thread: int) -> int | None:
    """The case that a forum topic of the group belongs to."""
    found = connection.execute(sa.select(cases.c.id).where(cases.c.thread == thread)).scalar()
    return None if found is None else int(found)


def posts_after(connection: Connection, message_id: int) -> set[int]:
    """Ids above `message_id` of everything the group was told that is still known."""
    columns = (cases.c.thread, cases.c.card, remarks.c.post)
    found: set[int] = set()
    for column in columns:
        rows = connection.execute(sa.select(column).where(column > message_id))
        found.update(rows.scalars())
    return found


def stamp(connection: Connection) -> int:
    """A number that is another one after every change of any case, 0 without cases.

    Every change adds one to its own row, so that no two transactions can reach the same number, as
    they could with one counter read before it is written.
    """
    return int(connection.execute(sa.select(sa.func.sum(cases.c.version))).scalar() or 0)


def note_event(
    connection: Connection, number: int, at: datetime, kind: str, who: str | None, detail: str = ""
) -> None:
    """Add an event to a case."""
    connection.execute(
        sa.insert(case_events).values(
            case_id=number, at=at, kind=kind, who=who, detail=detail[:256]
        )
    )


def has_event(connection: Connection, number: int, kind: str, detail: str) -> bool:
    """Whether such an event of a case was noted before."""
    found = sa.select(case_events.c.id).where(
        case_events.c.case_id == number,
        case_events.c.kind == kind,
        case_events.c.detail == detail[:256],
    )
    return connection.execute(found.limit(1)).first() is not None


def has_ended(connection: Connection, number: int) -> bool:
    """Whether a case ended before, even if it was reopened."""
    ends = case_events.c.kind.in_(["closed", "expired", "blocked"])
    found = sa.select(case_events.c.id).where(case_events.c.case_id == number, ends).limit(1)
    return connection.execute(found).first() is not None


def events_of(connection: Connection, number: int) -> list[tuple[datetime, str, str | None, str]]:
    """Time, kind, who and detail of everything that happened to a case, in order."""
    rows = connection.execute(
        sa.select(*_EVENT).where(case_events.c.case_id == number).order_by(case_events.c.id)
    )
    return [(row.at, row.kind, row.who, row.detail) for row in rows]


def last_claims(connection: Connection, limit: int) -> list[tuple[datetime, datetime]]:
    """When the last cases that were claimed had been opened and were claimed."""
    rows = connection.execute(
        sa.select(cases.c.opened_at, cases.c.claimed_at)
        .where(cases.c.claimed_at.is_not(None))
        .order_by(cases.c.claimed_at.desc())
        .limit(limit)
    )
    return [(row.opened_at, row.claimed_at) for row in rows]


def counsellors(connection: Connection) -> list[tuple[str, str]]:
    """Key and name of everybody who has or had a case."""
    rows = connection.execute(
        sa.select(cases.c.claimed_by, cases.c.claimed_name)
        .where(cases.c.claimed_by.is_not(None))
        .distinct()
    )
    return [(row.claimed_by, row.claimed_name or "") for row in rows]


def of_conversation(connection: Connection, conversation_id: str) -> list[Row]:
    """All cases of a conversation, oldest first."""
    rows = connection.execute(
        sa.select(*_COLUMNS).where(cases.c.conversation_id == conversation_id).order_by(cases.c.id)
    )
    return [Row(*row) for row in rows]


def ended_before(connection: Connection, moment: datetime) -> list[Row]:
    """Cases that ended before a moment."""
    rows = connection.execute(
        sa.select(*_COLUMNS).where(cases.c.state.not_in(OPEN), cases.c.closed_at < moment)
    )
    return [Row(*row) for row in rows]


def erase(connection: Connection, numbers: Sequence[int]) -> dict[str, int]:
    """Delete cases with everything said and done in them; how many rows of which table went."""
    if not numbers:
        return {}
    gone = {"corrections": corrections.erase_of_cases(connection, list(numbers))}
    for table, column in (
        (remarks, remarks.c.case_id),
        (case_events, case_events.c.case_id),
        (cases, cases.c.id),
    ):
        gone[table.name] = connection.execute(sa.delete(table).where(column.in_(numbers))).rowcount
    return gone


def block_of(connection: Connection, conversation_id: str) -> Any | None:
    """`reason`, `until` and `who` of a block, None without one."""
    return connection.execute(
        sa.select(blocks).where(blocks.c.conversation_id == conversation_id)
    ).first()


def set_block(connection: Connection, conversation_id: str, **values: Any) -> None:
    """Block a resident (reason, until, who), instead of a block there may be."""
    connection.execute(sa.delete(blocks).where(blocks.c.conversation_id == conversation_id))
    connection.execute(sa.insert(blocks).values(conversation_id=conversation_id, **values))


def forget_reason(connection: Connection, conversation_id: str) -> None:
    """Keep of a block only that there is one and until when."""
    connection.execute(
        sa.update(blocks).where(blocks.c.conversation_id == conversation_id).values(reason="")
    )


def erase_blocks(connection: Connection, today: date) -> int:
    """Delete blocks that are over; how many."""
    return int(connection.execute(sa.delete(blocks).where(blocks.c.until < today)).rowcount)
