"""Writes what is counted, in the transaction of what happened."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.statistics import visitors
from bot.statistics.counting import Counted, Counting, Visit
from bot.statistics.outcomes import COMPLEX
from bot.storage import cases, counts, sketches
from bot.storage.conversations import Conversation
from bot.storage.tables import counts as count_cells
from bot.turn import Turn
from connectors.desk import Outcome as CaseOutcome

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Statistics:
    """Counts turns. What cannot be counted is answered all the same."""

    counting: Counting

    def note(
        self, connection: Connection, turn: Turn, now: datetime, ended_case: int | None = None
    ) -> Conversation:
        """Count a turn; the conversation as it is to be kept.

        ended_case: the number of a case whose end this turn tells the resident of.
        """
        try:
            with connection.begin_nested():
                closing = _closing(connection, ended_case) if ended_case is not None else ()
                counted = self.counting.of(turn, now, closing)
                write(connection, counted)
        except SQLAlchemyError:
            # The database is away, or another turn made the same cell: all is tried again.
            raise
        except Exception as error:
            log.error("a turn could not be counted: %s", type(error).__name__)
            return turn.conversation
        return counted.conversation


def write(connection: Connection, counted: Counted) -> None:
    """Add what was counted."""
    cells = [
        {
            "day": count.day,
            "topic": count.topic,
            "language": count.language,
            "place": count.place,
            "channel": count.channel,
            "outcome": count.outcome,
            "number": count.by,
        }
        for count in counted.counts
    ]
    counts.add(connection, count_cells, cells)
    if counted.visit is not None:
        _visit(connection, counted.visit)


def _visit(connection: Connection, visit: Visit) -> None:
    hashed = visitors.pseudonym(sketches.key_of(connection, visit.quarter), visit.conversation_id)
    known = sketches.registers(connection, visit.quarter, visit.place)
    packed = visitors.with_one(known, hashed)
    if packed is not None:
        sketches.save(connection, visit.quarter, visit.place, packed, is_new=known is None)


def _closing(connection: Connection, number: int) -> Sequence[str]:
    row = cases.get(connection, number)
    if row is None:
        return ()
    topics = list(row.closing_topics)
    if row.outcome == CaseOutcome.COMPLEX.value:
        topics.append(COMPLEX)
    return topics
