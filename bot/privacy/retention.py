"""Erases what was kept long enough."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from bot.cases.resident_side import erase_cases
from bot.storage import cases, conversations, notices
from bot.storage.database import Database

log = logging.getLogger(__name__)
#: Without consent nothing outlives the first contact; this is how long we wait for the answer.
WITHOUT_CONSENT = timedelta(hours=1)
#: What was said in a case is deleted so long after it ended.
AFTER_A_CASE = timedelta(days=7)


def erase_expired(
    database: Database, retention_days: int, now: datetime, group: bool = False
) -> int:
    """Delete conversations past the retention period; returns how many.

    group: a Telegram group has topics of their cases, which go too.
    retention_days: days after the last message, with consent. Without consent it is an hour.
    """
    limits = (
        (timedelta(days=retention_days), ("given",)),
        (WITHOUT_CONSENT, ("none", "asked", "refused")),
    )
    erased = 0
    with database.begin() as connection:
        for period, consent in limits:
            for conversation_id in conversations.last_heard_before(
                connection, now - period, consent
            ):
                gone = cases.of_conversation(connection, conversation_id)
                erase_cases(connection, gone, group, now)
                conversations.erase(connection, conversation_id)
                erased += 1
        ended = cases.ended_before(connection, now - AFTER_A_CASE)
        erase_cases(connection, ended, group, now)
        cases.erase_blocks(connection, now.date())
        notices.erase_told(connection, now - AFTER_A_CASE)
        conversations.erase_leftovers(connection, now - WITHOUT_CONSENT)
    if erased:
        log.info("erased %s conversations past their time", erased)
    return erased
