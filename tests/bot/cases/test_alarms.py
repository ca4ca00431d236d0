"""What time does to cases that wait."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
import sqlalchemy as sa

from bot.cases.alarms import Alarms
from bot.cases.changes import Changes
from bot.cases.hours import Opening
from bot.cases.words import CaseWords
from bot.storage import cases, conversations, notices, outbox
from bot.storage.conversations import Conversation
from bot.storage.database import Database
from bot.storage.tables import case_events
from connectors.desk import Counsellor
from knowledge.model import DeskHours, Hours
from tests.fixtures.counting import case_counting
from tests.fixtures.texts import phrases_with_small_numbers

#: A Monday, nine o'clock in Bremen.
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=timezone.utc)
WEEKDAYS = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), ("09:00-17:00",))
DESK = DeskHours(
    hours=Hours(by_day=WEEKDAYS),
    country=None,
    subdivision=None,
    closures=(),
    remind_after_minutes=10,
    escalate_after_minutes=30,
    expire_after_hours=72,
)
ANNA = Counsellor("staff:1", "Anna")


@pytest.fixture
def alarms() -> Alarms:
    """The clock of a desk that is open from nine to five."""
    opening = Opening(DESK, "Europe/Berlin", lambda day: False)
    words = CaseWords(phrases_with_small_numbers(), opening, lambda language: "LIGA")
    return Alarms(Changes(words, True, case_counting()), opening, DESK, group=True)


@pytest.fixture
def number(database: Database) -> int:
    """A case that waits since Monday at nine."""
    return _case(database, "c" * 32, MONDAY)


def _case(database: Database, conversation_id: str, opened_at: datetime) -> int:
    conversation = Conversation(
        conversation_id, "web", b"sealed", opened_at, language="de", consent="given"
    )
    with database.begin() as connection:
        conversations.save(connection, conversation, is_new=True)
        return cases.insert(
            connection,
            conversation_id=conversation_id,
            state="waiting",
            language="de",
            channel="web",
            topics=[],
            wants="",
            opened_at=opened_at,
        )


def _look(database: Database, alarms: Alarms, at: datetime) -> dict[int, str]:
    changed = {}
    with database.begin() as connection:
        for number in alarms.waiting(connection):
            conversation_id = alarms.look_at(connection, number, at)
            if conversation_id is not None:
                changed[number] = conversation_id
    return changed


def _told(database: Database, number: int) -> list[str]:
    with database.read() as connection:
        return [row.kind for row in notices.pending(connection, number)]


def _said(database: Database, conversation_id: str = "c" * 32) -> list[str]:
    with database.read() as connection:
        return [row.text for row in outbox.after(connection, conversation_id, 0)]


def _minutes(minutes: float) -> datetime:
    return MONDAY + timedelta(minutes=minutes)


def test_nothing_happens_in_the_first_ten_minutes(
    database: Database, alarms: Alarms, number: int
) -> None:
    assert _look(database, alarms, _minutes(9.9)) == {}
    assert _told(database, number) == []


def test_the_group_is_reminded_once_after_ten_minutes(
    database: Database, alarms: Alarms, number: int
) -> None:
    for minutes in (10, 11, 20):
        _look(database, alarms, _minutes(minutes))
    assert _told(database, number) == ["remind"]
    assert _said(database) == []


def test_after_half_an_hour_it_is_escalated_and_the_resident_told_honestly(
    database: Database, alarms: Alarms, number: int
) -> None:
    for minutes in (10, 30, 31, 60):
        _look(database, alarms, _minutes(minutes))
    assert _told(database, number) == ["remind", "escalate"]
    assert len(_said(database)) == 1
    assert "niemand" in _said(database)[0]
    assert "116117" in _said(database)[0]


def test_a_night_does_not_count(database: Database, alarms: Alarms) -> None:
    evening = datetime(2026, 11, 23, 15, 55, tzinfo=timezone.utc)  # five to five in Bremen
    number = _case(database, "d" * 32, evening)
    assert _look(database, alarms, evening + timedelta(hours=12)) == {}
    _look(database, alarms, datetime(2026, 11, 24, 8, 6, tzinfo=timezone.utc))
    assert _told(database, number) == ["remind"]


def test_a_case_nobody_takes_expires_and_the_resident_hears_who_else_helps(
    database: Database, alarms: Alarms, number: int
) -> None:
    _look(database, alarms, MONDAY + timedelta(hours=72))
    assert _told(database, number) == ["expired"]
    assert "LIGA" in _said(database)[0]
    with database.read() as connection:
        row = cases.get(connection, number)
    assert row is not None
    assert row.state == "expired"
    assert _look(database, alarms, MONDAY + timedelta(hours=73)) == {}


def test_a_case_never_expires_before_the_promised_opening(
    database: Database, alarms: Alarms
) -> None:
    friday_evening = MONDAY - timedelta(days=2, hours=15)
    number = _case(database, "f" * 32, friday_evening - timedelta(hours=24))
    _look(database, alarms, MONDAY - timedelta(minutes=1))
    assert "expired" not in _told(database, number)
    _look(database, alarms, _minutes(29))
    assert "expired" not in _told(database, number)
    _look(database, alarms, _minutes(30))
    assert _told(database, number)[-1] == "expired"


def test_a_case_of_a_desk_that_stays_closed_expires_all_the_same(
    database: Database, alarms: Alarms, number: int
) -> None:
    never = replace(alarms, opening=Opening(DESK, "Europe/Berlin", lambda day: True))
    _look(database, never, MONDAY + timedelta(hours=71))
    assert _told(database, number) == []
    _look(database, never, MONDAY + timedelta(hours=72))
    assert _told(database, number) == ["expired"]


def test_a_reminder_notes_how_long_the_case_had_waited_then(
    database: Database, alarms: Alarms, number: int
) -> None:
    _look(database, alarms, _minutes(10.5))
    with database.read() as connection:
        (reminder,) = notices.pending(connection, number)
    assert reminder.detail["minutes"] == "10"


def test_a_claimed_case_is_left_alone(database: Database, alarms: Alarms, number: int) -> None:
    with database.begin() as connection:
        alarms.changes.claim(connection, number, ANNA, MONDAY)
    assert _look(database, alarms, MONDAY + timedelta(hours=100)) == {}


def test_a_case_given_back_waits_anew(database: Database, alarms: Alarms, number: int) -> None:
    _look(database, alarms, _minutes(10))
    with database.begin() as connection:
        alarms.changes.claim(connection, number, ANNA, _minutes(11))
        alarms.changes.release(connection, number, ANNA, _minutes(12))
    _look(database, alarms, _minutes(21))
    assert _told(database, number) == ["remind", "card", "card"]
    _look(database, alarms, _minutes(22))
    assert _told(database, number) == ["remind", "card", "card", "remind"]


def test_every_change_is_an_event_with_its_time_and_who(
    database: Database, alarms: Alarms, number: int
) -> None:
    with database.begin() as connection:
        alarms.changes.claim(connection, number, ANNA, _minutes(1))
    with database.read() as connection:
        row: Any = connection.execute(sa.select(case_events)).mappings().one()
    assert (row["kind"], row["who"], row["at"]) == ("claimed", "Anna", _minutes(1))
