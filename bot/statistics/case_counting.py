"""Counts a case when it ends for the first time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import Connection

from bot.statistics.counting import Counting
from bot.statistics.outcomes import LASTED, NEVER, UNCLEAR, WAITED, span
from bot.storage import cases, conversations, counts
from bot.storage.tables import case_counts


@dataclass(frozen=True)
class CaseCounting:
    """Knows a place's sites and districts, and its clock."""

    counting: Counting

    def ended(
        self,
        connection: Connection,
        row: cases.Row,
        outcome: str,
        now: datetime,
        topics: tuple[str, ...] = (),
    ) -> None:
        """Count a case, unless it had ended before and was reopened.

        row: as it was while it was open. outcome: the counsellor's, or "withdrawn", "expired",
        "blocked". topics: those a counsellor closed it with.
        """
        if cases.has_ended(connection, row.id):
            return
        conversation = conversations.get(connection, row.conversation_id)
        place = self.counting.place_of(conversation) if conversation is not None else ""
        waited = lasted = NEVER
        if row.claimed_at is not None:
            waited = span((row.claimed_at - row.opened_at).total_seconds() / 60, WAITED)
            lasted = span((now - row.claimed_at).total_seconds() / 60, LASTED)
        cell = {
            "day": self.counting.day(now),
            "topic": (topics or (row.topic or UNCLEAR,))[0],
            "language": row.language,
            "place": place,
            "channel": row.channel,
            "outcome": outcome,
            "waited": waited,
            "lasted": lasted,
            "number": 1,
        }
        counts.add(connection, case_counts, [cell])
