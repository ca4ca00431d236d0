"""`lotse report`, on numbers that are stored."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from typer.testing import CliRunner

from bot.__main__ import cli
from bot.statistics.publication import Release
from bot.storage import releases as rows
from bot.storage.database import Database
from bot.storage.tables import published, releases
from tests.bot.statistics.reports.made_up import city


def store(database: Database, release: Release) -> None:
    """As the publishing engine would."""
    with database.begin() as connection:
        key = connection.execute(
            sa.insert(releases).values(
                kind=release.kind,
                period=release.period,
                method=release.method,
                epsilon=release.epsilon,
                made_at=release.made_at,
            )
        ).inserted_primary_key[0]
        cells = [
            {"release_id": key, "form": form, "row": row, "column": column, "number": number}
            for (form, row, column), number in release.cells.items()
        ]
        connection.execute(sa.insert(published), cells)


@pytest.fixture
def runner(tmp_path: Path, database: Database, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """A terminal wide enough for every table, with two quarters and a month published."""
    for release in city():
        store(database, release)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOTSE_DATABASE_URL", database.url)
    monkeypatch.setenv("COLUMNS", "250")
    return CliRunner()


def test_stored_releases_come_back_as_they_were_published(database: Database) -> None:
    for release in city():
        store(database, release)
    with database.read() as connection:
        assert rows.all_of(connection) == city()


def test_every_report_is_printed_with_hidden_cells_as_signs(runner: CliRunner) -> None:
    done = runner.invoke(cli, ["report"])
    assert done.exit_code == 0, done.output
    for expected in ("Themen in den Beratungen", "Offener Bedarf", "Ort nicht bekannt", "•"):
        assert expected in done.output
    assert done.output.count("unter 5 oder zum Schutz") == 1


def test_on_a_narrow_terminal_no_number_is_cut(
    runner: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = runner.invoke(cli, ["report", "topics"]).output
    monkeypatch.setenv("COLUMNS", "80")
    narrow = runner.invoke(cli, ["report", "topics"]).output
    assert "…" not in narrow
    for number in ("422", "1.300", "100,0 %"):
        assert number in narrow
        assert number in wide
    assert narrow.count("┏") > wide.count("┏")


def test_a_place_and_a_language_narrow_it_down(runner: CliRunner) -> None:
    options = ["--period", "2026-Q3", "--place", "Huchting", "--language", "ar", "--english"]
    done = runner.invoke(cli, ["report", "topics", *options])
    assert done.exit_code == 0
    assert "would point to persons" in done.output


@pytest.mark.parametrize("format", ["csv", "xlsx", "pdf"])
def test_a_file_is_written_where_it_was_asked_for(
    runner: CliRunner, tmp_path: Path, format: str
) -> None:
    wanted = tmp_path / f"report.{format}"
    done = runner.invoke(cli, ["report", "--format", format, "--output", str(wanted)])
    assert done.exit_code == 0, done.output
    assert str(wanted) in done.output
    assert wanted.stat().st_size > 500
    runner.invoke(cli, ["report", "people", "--format", format])
    assert (tmp_path / f"lotse-people-2026-Q3.{format}").exists()


def test_an_unknown_period_names_those_there_are(runner: CliRunner) -> None:
    done = runner.invoke(cli, ["report", "--period", "2019-Q1"])
    assert done.exit_code == 2
    assert "unknown period '2019-Q1'; known: 2026-10, 2026-Q2, 2026-Q3" in done.output


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "docx"], "known: table, csv, xlsx, pdf"),
        (["salaries"], "known: topics, people"),
        (["--place", "Atlantis"], "Gröpelingen"),
        (["--format", "csv", "--output", "no/such/folder/x.csv"], "cannot write"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    runner: CliRunner, options: list[str], said: str
) -> None:
    done = runner.invoke(cli, ["report", *options])
    assert done.exit_code == 2
    assert said in done.output
    assert "Traceback" not in done.output
