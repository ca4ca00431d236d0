"""Counting a turn in the transaction that writes it."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest

from bot.statistics import visitors
from bot.statistics.counting import Counting
from bot.statistics.outcomes import Outcome
from bot.statistics.writing import Statistics
from bot.storage import counts, sketches
from bot.storage.conversations import Conversation
from bot.storage.database import Database
from bot.storage.tables import counts as count_cells
from bot.turn import Met, Turn
from tests.fixtures.counting import PLACE, counting, office_hours

NOW = datetime(2026, 11, 23, 10, tzinfo=timezone.utc)
ASKED = Conversation("a" * 32, "web", b"", NOW, language="ar", consent="given", site="treff")
TURN = Turn(ASKED, (), met=(Met("midwife", Outcome.ANSWERED),))


def _cells(database: Database) -> dict[tuple[str, ...], int]:
    day = date(2026, 11, 23)
    with database.read() as connection:
        return counts.summed(connection, count_cells, ["topic", "outcome"], day, day)


def _note(database: Database, turn: Turn, statistics: Statistics) -> Conversation:
    with database.begin() as connection:
        return statistics.note(connection, turn, NOW)


def test_a_turn_adds_to_its_cell_and_the_conversation_remembers_it(database: Database) -> None:
    statistics = Statistics(counting())
    kept = _note(database, TURN, statistics)
    _note(database, Turn(kept, (), met=TURN.met), statistics)
    assert _cells(database) == {("midwife", "answered"): 1}
    _note(database, Turn(kept, (), met=(Met("midwife", Outcome.HELPFUL),)), statistics)
    assert _cells(database) == {("midwife", "helpful"): 1}


def test_many_conversations_meet_in_one_cell_and_are_estimated(database: Database) -> None:
    statistics = Statistics(counting())
    for number in range(30):
        _note(database, Turn(ASKED.with_(id=f"{number:032}"), (), met=TURN.met), statistics)
    assert _cells(database) == {("midwife", "answered"): 30}
    with database.read() as connection:
        (sketch,) = sketches.of_quarter(connection, "2026-Q4").values()
    assert visitors.estimate([sketch]) == pytest.approx(30, abs=1)


class Broken(Counting):
    """Fails as a bug would."""

    def of(self, *_: object) -> object:  # type: ignore[override]
        raise ValueError("Quittenmarmelade")


def test_what_cannot_be_counted_is_written_all_the_same_and_logged_without_words(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    assert _note(database, TURN, Statistics(Broken(PLACE, office_hours))) is ASKED
    assert "ValueError" in caplog.text
    assert "Quittenmarmelade" not in caplog.text
