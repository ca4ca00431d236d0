"""The audit log: who of the staff saw or changed what. Ids, never texts, and nothing of residents.

A case is named by its number and never by its conversation, so that the log can stay when the
resident's data go.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage.tables import audit

#: Whoever uses the command line, who needs no account for it.
OPERATOR = "operator"
#: Stands for nobody we know.
NOBODY = "-"

VIEWED, SIGNED_IN, SIGN_IN_FAILED, SIGNED_OUT = "view", "sign_in", "sign_in_failed", "sign_out"
CLAIMED, CLOSED, MOVED, RELEASED = "claim", "close", "move", "release"
REOPENED, BLOCKED, NOTED, REPLIED = "reopen", "block", "note", "reply"
EDITED, RECALLED, SENT_ANYWAY, CORRECTED = "edit", "recall", "send_anyway", "correct"
ACCOUNT_ADDED, ACCOUNT_DISABLED = "account_add", "account_disable"
ACCOUNT_ENABLED, PASSWORD_SET = "account_enable", "account_password"
KEYS_ROTATED = "keys_rotate"
REPORT = "report"

#: One look at a case in so long a time is recorded.
ONE_VIEW = timedelta(hours=1)


@dataclass(frozen=True)
class Row:
    """A row of `audit`.

    who_key: "staff:<id>", "telegram:<user id>", OPERATOR or NOBODY. action: one of the words above.
    subject: "case <number>", "staff:<id>", a login, "key <number>", "<report> <format>" or NOBODY.
    """

    id: int
    at: datetime
    who_key: str
    action: str
    subject: str


_COLUMNS = [audit.c[name] for name in Row.__dataclass_fields__]


def record(connection: Connection, who_key: str, action: str, subject: str, now: datetime) -> None:
    """Write down that somebody did something; in the transaction of what was done.

    who_key, subject: at most 64 characters, action: at most 32.
    """
    connection.execute(
        sa.insert(audit).values(
            at=now, who_key=who_key[:64], action=action[:32], subject=subject[:64]
        )
    )


def subject_of_case(number: int) -> str:
    """How the log names a case."""
    return f"case {number}"


def has_viewed(connection: Connection, who_key: str, number: int, now: datetime) -> bool:
    """Whether it was recorded within the last hour that somebody looked at a case."""
    found = connection.execute(
        sa.select(audit.c.id)
        .where(
            audit.c.at > now - ONE_VIEW,
            audit.c.who_key == who_key,
            audit.c.action == VIEWED,
            audit.c.subject == subject_of_case(number),
        )
        .limit(1)
    )
    return found.first() is not None


def entries(
    connection: Connection, since: datetime, who_key: str | None = None, action: str | None = None
) -> list[Row]:
    """What was recorded since a moment, the oldest first; of one person, of one kind."""
    statement = sa.select(*_COLUMNS).where(audit.c.at >= since).order_by(audit.c.at, audit.c.id)
    if who_key is not None:
        statement = statement.where(audit.c.who_key == who_key)
    if action is not None:
        statement = statement.where(audit.c.action == action)
    return [Row(*row) for row in connection.execute(statement)]


def erase_before(connection: Connection, moment: datetime) -> int:
    """Delete what was recorded before a moment; how many rows went."""
    return int(connection.execute(sa.delete(audit).where(audit.c.at < moment)).rowcount)
