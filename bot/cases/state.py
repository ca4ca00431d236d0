"""What the database knows about the counsellors' desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.cases.hours import Opening
from bot.cases.waiting import usual_minutes
from bot.storage import cases, staff
from bot.storage.database import Database

#: As many of the last waits decide what is said about the next one.
LAST_WAITS = 30
#: Roles that may take cases in the web inbox.
COUNSELLING = frozenset({"counsellor", "admin"})


@dataclass(frozen=True)
class StoredDeskState:
    """Keeps `bot.cases.hand_over.DeskState`. group: counsellors have a Telegram group."""

    database: Database
    opening: Opening
    group: bool

    def staffed(self) -> bool:
        """Whether there is a group, or an account that may use the web inbox."""
        if self.group:
            return True
        with self.database.read() as connection:
            everybody = staff.everybody(connection)
        return any(row.active and row.role in COUNSELLING for row in everybody)

    def usual_minutes(self) -> int | None:
        """From the last waits, in minutes of opening hours."""
        with self.database.read() as connection:
            claims = cases.last_claims(connection, LAST_WAITS)
        return usual_minutes([self.opening.open_minutes_between(*claim) for claim in claims])

    def blocked_until(self, conversation_id: str) -> date | None:
        """The last day of a block."""
        with self.database.read() as connection:
            row = cases.block_of(connection, conversation_id)
        return None if row is None else row.until
