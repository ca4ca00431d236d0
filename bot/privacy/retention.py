"""Erases what was kept long enough."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from bot.cases.resident_side import erase_cases
from bot.privacy.removed import Removed
from bot.storage import audit, cases, conversations, notices, receipts
from bot.storage.database import Database

log = logging.getLogger(__name__)
#: Without consent nothing outlives the first contact; this is how long we wait for the answer.
WITHOUT_CONSENT = timedelta(hours=1)
#: What was said in a case is deleted so long after it ended.
AFTER_A_CASE = timedelta(days=7)
#: How long the audit log is kept: a year, so that a yearly review sees all of it.
AUDIT_KEPT = timedelta(days=365)
#: How long receipts are kept: claims lapse three years after the end of the year in which they
#: arose (sections 195 and 199 (1) of the German Civil Code), so four years at most.
RECEIPTS_KEPT = timedelta(days=4 * 366)


def erase_expired(
    database: Database, retention_days: int, now: datetime, group: bool = False
) -> Removed:
    """Delete what is past its time; returns how many rows of which table.

    group: a Telegram group has topics of their cases, which go too.
    retention_days: days after the last message, with consent. Without consent it is an hour.
    """
    limits = (
        (timedelta(days=retention_days), ("given",)),
        (WITHOUT_CONSENT, ("none", "asked", "refused")),
    )
    removed = Removed()
    with database.begin() as connection:
        for period, consent in limits:
            for conversation_id in conversations.last_heard_before(
                connection, now - period, consent
            ):
                gone = cases.of_conversation(connection, conversation_id)
                removed.add(erase_cases(connection, gone, group, now))
                removed.add(conversations.erase(connection, conversation_id))
        ended = cases.ended_before(connection, now - AFTER_A_CASE)
        removed.add(erase_cases(connection, ended, group, now))
        removed.add({"blocks": cases.erase_blocks(connection, now.date())})
        removed.add({"notices": notices.erase_told(connection, now - AFTER_A_CASE)})
        removed.add(conversations.erase_leftovers(connection, now - WITHOUT_CONSENT))
        removed.add({"audit": audit.erase_before(connection, now - AUDIT_KEPT)})
        removed.add({"receipts": receipts.erase_before(connection, now - RECEIPTS_KEPT)})
    if removed.rows:
        log.info("erased rows past their time: %s", removed)
    return removed
