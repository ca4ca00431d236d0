"""What time does to cases: reminders, escalation, expiry."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.engine import Connection

from bot.cases.changes import Changes
from bot.cases.hours import Opening
from bot.storage import cases, notices
from knowledge.model import DeskHours

log = logging.getLogger(__name__)
#: More cases than this never wait at once; the rest is looked at a minute later.
MOST = 1000


@dataclass(frozen=True)
class Alarms:
    """Looks at the cases that wait. Minutes count while the desk is open, hours always."""

    changes: Changes
    opening: Opening
    desk: DeskHours
    group: bool

    def waiting(self, connection: Connection) -> list[int]:
        """Numbers of the cases that wait."""
        return [row.id for row in cases.in_states(connection, ["waiting"], MOST)]

    def look_at(self, connection: Connection, number: int, now: datetime) -> str | None:
        """Do what is due for a case; its conversation if anything was."""
        row = cases.get(connection, number, lock=True)
        if row is None or row.state != "waiting" or not self._due(connection, row, now):
            return None
        return row.conversation_id

    def _due(self, connection: Connection, row: cases.Row, now: datetime) -> bool:
        if self._is_over(row, now):
            return self._expire(connection, row, now)
        waited = self.opening.open_minutes_between(row.opened_at, now)
        if waited >= self.desk.escalate_after_minutes and row.escalated_at is None:
            cases.change(connection, row.id, escalated_at=now, reminded_at=row.reminded_at or now)
            cases.note_event(connection, row.id, now, "escalated", None)
            self._notice(connection, row, "escalate", now)
            words = self.changes.words.reminded(row.language)
            self.changes.tell_resident(connection, row, words, now)
            return True
        if waited >= self.desk.remind_after_minutes and row.reminded_at is None:
            cases.change(connection, row.id, reminded_at=now)
            cases.note_event(connection, row.id, now, "reminded", None)
            self._notice(connection, row, "remind", now)
            return True
        return False

    def _is_over(self, row: cases.Row, now: datetime) -> bool:
        """Whether nobody is waited for any longer.

        The time set may pass while the desk is closed: then those who come to open it still get
        the minutes in which they are told with urgency.
        """
        if now - row.opened_at < timedelta(hours=self.desk.expire_after_hours):
            return False
        lately = max(row.opened_at, now - timedelta(days=1))
        there = self.opening.open_minutes_between(lately, now)
        if there >= self.desk.escalate_after_minutes:
            return True
        return self.opening.next_opening(now) is None

    def _expire(self, connection: Connection, row: cases.Row, now: datetime) -> bool:
        self.changes.counting.ended(connection, row, "expired", now)
        cases.change(connection, row.id, state="expired", closed_at=now)
        cases.note_event(connection, row.id, now, "expired", None)
        self._notice(connection, row, "expired", now)
        words = self.changes.words.expired(row.language)
        self.changes.tell_resident(connection, row, words, now)
        log.warning("case %s expired: nobody took it", row.id)
        return True

    def _notice(self, connection: Connection, row: cases.Row, kind: str, now: datetime) -> None:
        if self.group:
            # Told twice after a crash, it has to read the same to be recognised.
            minutes = str(int((now - row.opened_at).total_seconds() // 60))
            notices.add(connection, row.id, kind, now, minutes=minutes)
