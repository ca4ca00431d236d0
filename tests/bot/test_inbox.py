"""The inbox: nothing lost, nothing twice, in order."""

from __future__ import annotations

import itertools
from datetime import datetime, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.storage import inbox
from bot.storage.database import Database

_RUNS = itertools.count()
NOW = datetime(2026, 11, 22, 12, tzinfo=timezone.utc)


def _add(database: Database, conversation: str, message: str) -> int | None:
    with database.begin() as connection:
        return inbox.add(connection, conversation, message, "web", b"x", {"kind": "text"}, NOW)


def _next(database: Database, conversation: str) -> str | None:
    with database.begin() as connection:
        entry = inbox.next_pending(connection, conversation)
    return entry.message_id if entry else None


def _finish(database: Database, conversation: str, keep: bool = True) -> None:
    with database.begin() as connection:
        entry = inbox.next_pending(connection, conversation)
        assert entry is not None
        inbox.finish(connection, entry.id, keep)


def test_a_repeat_is_seen_and_dropped(database: Database) -> None:
    assert _add(database, "c", "m1") is not None
    assert _add(database, "c", "m1") is None
    _finish(database, "c")
    assert _add(database, "c", "m1") is None
    assert _next(database, "c") is None


def test_two_conversations_may_use_the_same_message_id(database: Database) -> None:
    assert _add(database, "a", "1") is not None
    assert _add(database, "b", "1") is not None


def test_the_conversation_that_waits_longest_comes_first(database: Database) -> None:
    for conversation in ("b", "a", "b"):
        _add(database, conversation, f"m{conversation}{datetime.now().timestamp()}")
    with database.begin() as connection:
        assert inbox.waiting_conversations(connection) == ["b", "a"]


def test_of_two_processes_that_finish_a_message_one_is_told_it_was_late(
    database: Database,
) -> None:
    row = _add(database, "c", "m1")
    assert row is not None
    with database.begin() as connection:
        inbox.finish(connection, row, keep_body=True)
    with pytest.raises(inbox.AlreadyDone), database.begin() as connection:
        inbox.finish(connection, row, keep_body=True)


def test_without_consent_the_words_are_erased_when_the_message_is_done(
    database: Database,
) -> None:
    _add(database, "c", "m1")
    _finish(database, "c", keep=False)
    with database.begin() as connection:
        assert connection.execute(inbox.inbox.select()).one().body is None


def test_a_held_message_waits_and_is_given_back_with_the_consent(database: Database) -> None:
    row = _add(database, "c", "m1")
    assert row is not None
    with database.begin() as connection:
        inbox.hold(connection, row)
    assert _next(database, "c") is None
    with database.begin() as connection:
        assert [e.message_id for e in inbox.held(connection, "c", 3)] == ["m1"]
        inbox.settle_held(connection, "c", keep=[row])
        assert inbox.held(connection, "c", 3) == []


def test_a_death_is_counted_on_the_message_that_was_being_done(database: Database) -> None:
    _add(database, "c", "m1")
    with database.begin() as connection:
        inbox.count_attempt(connection, "c")
        entry = inbox.next_pending(connection, "c")
    assert entry is not None
    assert entry.attempts == 1


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.lists(st.sampled_from("abc"), min_size=1, max_size=12))
def test_every_conversation_keeps_its_order(database: Database, order: list[str]) -> None:
    run = next(_RUNS)
    sent: dict[str, list[str]] = {}
    for number, name in enumerate(order):
        conversation = f"{name}{run}"
        _add(database, conversation, str(number))
        sent.setdefault(conversation, []).append(str(number))
    for conversation, messages in sent.items():
        done = []
        while (message := _next(database, conversation)) is not None:
            done.append(message)
            _finish(database, conversation)
        assert done == messages
