"""Better translations that counsellors wrote, and the curator who says yes or no."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from bot.__main__ import cli
from bot.storage import corrections
from bot.storage.database import Database

NOON = datetime(2026, 11, 22, 12, tzinfo=timezone.utc)


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """Two better translations wait."""
    monkeypatch.setenv("LOTSE_DATA", str(tmp_path))
    monkeypatch.setenv("LOTSE_DATABASE_URL", "")
    monkeypatch.setenv("COLUMNS", "200")
    database = Database(f"sqlite:///{tmp_path / 'lotse.db'}")
    database.migrate()
    with database.begin() as connection:
        for text, better in (("Guten Tag", "Добрый день"), ("Bis [b]morgen", "До завтра\x1b[2J")):
            corrections.add(connection, 7, ("de", "ru"), text, better, "Anna", NOON)
    yield database
    database.close()


def lotse(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(cli, ["translate", "corrections", *arguments], input=typed)


def _in_state(database: Database, state: str) -> list[tuple[int, str, str | None]]:
    with database.read() as connection:
        found = corrections.in_state(connection, state)
    return [(row.id, row.better, row.decided_by) for row in found]


@pytest.mark.usefixtures("database")
def test_the_list_shows_what_waits() -> None:
    said = lotse()
    assert said.exit_code == 0, said.output
    for word in ("1", "de-ru", "Guten Tag", "Добрый день", "Anna", "Bis [b]morgen", "До завтра"):
        assert word in said.output


@pytest.mark.usefixtures("database")
def test_a_text_cannot_play_with_the_terminal() -> None:
    assert "\x1b[2J" not in lotse().output
    assert "\x1b" not in lotse("accept", "2", "--by", "Cem", typed="n\n").output


def test_nothing_is_accepted_before_the_curator_has_seen_it(database: Database) -> None:
    said = lotse("accept", "1", "--by", "Cem", typed="n\n")
    assert said.exit_code == 1
    assert "must hold no personal data" in said.output
    assert said.output.index("personal data") < said.output.index("Добрый день")
    assert "nothing was changed" in said.output
    assert _in_state(database, corrections.ACCEPTED) == []


def test_an_accepted_one_says_who_accepted_it_and_waits_no_more(database: Database) -> None:
    said = lotse("accept", "1", "--by", "Cem", typed="y\n")
    assert said.exit_code == 0, said.output
    assert "a running server uses it within a minute" in said.output
    assert _in_state(database, corrections.ACCEPTED) == [(1, "Добрый день", "Cem")]
    assert "Guten Tag" not in lotse().output
    listed = lotse("--accepted").output
    assert "Guten Tag" in listed
    assert "Cem" in listed


def test_several_are_accepted_without_a_question_when_asked_to(database: Database) -> None:
    said = lotse("accept", "2", "1", "2", "--by", "Cem", "--yes")
    assert said.exit_code == 0, said.output
    assert "must hold no personal data" in said.output
    assert len(_in_state(database, corrections.ACCEPTED)) == 2
    assert lotse().output == "no better translation waits\n"


def test_a_rejected_one_is_deleted(database: Database) -> None:
    assert lotse("reject", "2").exit_code == 0
    assert [number for number, _, _ in _in_state(database, corrections.PENDING)] == [1]


def test_an_accepted_one_can_be_taken_back(database: Database) -> None:
    lotse("accept", "1", "--by", "Cem", "--yes")
    assert lotse("reject", "1").exit_code == 0
    assert _in_state(database, corrections.ACCEPTED) == []
    assert lotse("--accepted").output == "none was accepted\n"


@pytest.mark.parametrize(
    "arguments", [("accept", "1", "9", "--by", "Cem", "--yes"), ("reject", "1", "9")]
)
def test_with_a_wrong_number_nothing_changes_at_all(
    database: Database, arguments: tuple[str, ...]
) -> None:
    said = lotse(*arguments)
    assert said.exit_code == 1
    assert "by number 9" in said.stderr
    assert len(_in_state(database, corrections.PENDING)) == 2


@pytest.mark.usefixtures("database")
def test_whoever_accepts_has_a_name() -> None:
    assert lotse("accept", "1").exit_code == 2
    assert lotse("accept", "1", "--by", " ").stderr == "--by must be a name of 1 to 80 letters\n"
    assert lotse("accept", "--by", "Cem").exit_code == 2


def test_a_database_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTSE_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    said = lotse()
    assert said.exit_code == 1
    assert "the database does not answer" in said.stderr


def test_a_setting_that_cannot_be_used_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTSE_PORT", "x")
    said = lotse()
    assert said.exit_code == 2
    assert "LOTSE_PORT" in said.stderr
