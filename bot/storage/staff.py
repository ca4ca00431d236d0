"""Staff accounts and their sessions: rows and nothing else. The rules are in `bot/staff/`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage.tables import staff, staff_sessions


@dataclass(frozen=True)
class Row:
    """A row of `staff`. password: its argon2 hash."""

    id: int
    login: str
    name: str
    role: str
    password: str
    active: bool
    created_at: datetime


_COLUMNS = [staff.c[name] for name in Row.__dataclass_fields__]


def insert(connection: Connection, **values: Any) -> int:
    """A new account; its id. Raises sqlalchemy.exc.IntegrityError when the login is taken."""
    result = connection.execute(sa.insert(staff).values(active=True, **values))
    return int(result.inserted_primary_key[0])


def by_login(connection: Connection, login: str) -> Row | None:
    """The account with this login, active or not."""
    row = connection.execute(sa.select(*_COLUMNS).where(staff.c.login == login)).first()
    return None if row is None else Row(*row)


def everybody(connection: Connection) -> list[Row]:
    """Every account, by login."""
    return [Row(*row) for row in connection.execute(sa.select(*_COLUMNS).order_by(staff.c.login))]


def change(connection: Connection, staff_id: int, **values: Any) -> None:
    """Set columns of an account."""
    connection.execute(sa.update(staff).where(staff.c.id == staff_id).values(**values))


def begin_session(connection: Connection, token: str, staff_id: int, expires_at: datetime) -> None:
    """Keep a session. token: the hash of what the cookie holds."""
    connection.execute(
        sa.insert(staff_sessions).values(token=token, staff_id=staff_id, expires_at=expires_at)
    )


def session_owner(connection: Connection, token: str, now: datetime) -> Row | None:
    """Whose session this is; None when it is over or the account is not active."""
    row = connection.execute(
        sa.select(*_COLUMNS)
        .join(staff_sessions, staff_sessions.c.staff_id == staff.c.id)
        .where(
            staff_sessions.c.token == token,
            staff_sessions.c.expires_at > now,
            staff.c.active.is_(True),
        )
    ).first()
    return None if row is None else Row(*row)


def end_session(connection: Connection, token: str) -> None:
    """Forget a session, if there is one."""
    connection.execute(sa.delete(staff_sessions).where(staff_sessions.c.token == token))


def end_sessions_of(connection: Connection, staff_id: int) -> None:
    """Forget every session of an account."""
    connection.execute(sa.delete(staff_sessions).where(staff_sessions.c.staff_id == staff_id))


def forget_expired(connection: Connection, now: datetime) -> None:
    """Delete the sessions that are over."""
    connection.execute(sa.delete(staff_sessions).where(staff_sessions.c.expires_at <= now))
