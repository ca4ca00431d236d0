"""What the clock erases is told in numbers, and about nobody."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.metrics import Metrics
from bot.privacy.removed import Removed
from bot.privacy.retention import erase_expired
from bot.settings import SETTINGS
from bot.storage import inbox
from bot.storage.database import Database
from tests.bot.sealed_rows import NOON, write


def test_fourteen_days_are_the_default() -> None:
    assert [s.default for s in SETTINGS if s.variable == "LOTSE_RETENTION_DAYS"] == ["14"]


def test_what_was_erased_is_logged_once_in_numbers(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    names = [write(database, b"sealed") for _ in range(2)]
    with caplog.at_level(logging.INFO, "bot.privacy.retention"):
        removed = erase_expired(database, 14, NOON + timedelta(minutes=59))
        assert caplog.text == ""
        assert removed.rows == 0
        # Without consent, and with a message that waits: that one is answered first.
        erase_expired(database, 14, NOON + timedelta(days=20))
        assert caplog.text == ""
        _answer(database)
        removed = erase_expired(database, 14, NOON + timedelta(days=20))
    (record,) = caplog.records
    expected = "erased rows past their time: conversations 2, inbox 2, outbox 2"
    assert record.getMessage() == expected
    assert not any(name in caplog.text for name in names)
    assert removed.rows == 6


def _answer(database: Database) -> None:
    with database.begin() as connection:
        for name in inbox.waiting_conversations(connection):
            entry = inbox.next_pending(connection, name)
            assert entry is not None
            inbox.finish(connection, entry.id, keep_body=False)


def test_what_was_erased_is_on_the_metrics_page() -> None:
    metrics = Metrics()
    metrics.erased("inbox", 3)
    metrics.erased("inbox", 4)
    assert b'lotse_rows_erased_total{table="inbox"} 7.0' in metrics.page()


@given(st.lists(st.dictionaries(st.sampled_from("abc"), st.integers(0, 9))))
def test_the_sum_is_the_sum_of_its_parts(parts: list[dict[str, int]]) -> None:
    removed = Removed()
    for part in parts:
        removed.add(part)
    assert removed.rows == sum(rows for _, rows in removed) == sum(sum(p.values()) for p in parts)
    assert all(rows > 0 for _, rows in removed)
