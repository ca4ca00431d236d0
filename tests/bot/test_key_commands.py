"""`lotse keys`: what an operator sees of the keys, and what goes wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import cli
from bot.privacy.key_ring import stored_ring
from bot.privacy.pseudonyms import Pseudonyms
from bot.storage.database import Database
from tests.bot.sealed_rows import addresses, write

SECRET = "a secret of some length"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    """The database of an operator who just came from the version without a ring of keys."""
    url = f"sqlite:///{tmp_path / 'cli.db'}"
    for name, value in (("DATA", str(tmp_path)), ("DATABASE_URL", url), ("SECRET_KEY", SECRET)):
        monkeypatch.setenv(f"LOTSE_{name}", value)
    database = Database(url)
    database.migrate()
    write(database, Pseudonyms(SECRET).seal("4242"))
    return database


def test_an_operator_rotates_and_sees_which_key_seals(database: Database) -> None:
    run = CliRunner().invoke
    rotated = run(cli, ["keys", "rotate"])
    assert rotated.exit_code == 0, rotated.output
    assert "key 3 seals from now on" in rotated.output
    assert "3 addresses were encrypted anew" in rotated.output
    listed = run(cli, ["keys", "list"]).output
    states = re.findall(r"(\d) .*(seals|retired)", listed)
    assert states == [("3", "seals"), ("2", "retired"), ("1", "retired")]
    ring = stored_ring(SECRET, database)
    assert {ring.open(sealed) for sealed in addresses(database)} == {"4242"}
    assert "keys_rotate" in run(cli, ["audit"]).output
    database.close()


@pytest.mark.parametrize("command", ["list", "rotate"])
def test_another_secret_is_told_by_the_name_of_its_variable(
    database: Database, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("LOTSE_SECRET_KEY", "another secret of ours")
    refused = CliRunner().invoke(cli, ["keys", command])
    assert refused.exit_code == 2
    assert refused.output.startswith("LOTSE_SECRET_KEY is not the one")
    assert "Traceback" not in refused.output
    database.close()


@pytest.mark.parametrize("arguments", [["keys", "rotate"], ["audit"], ["receipt", "L-7F3K-9QWX"]])
def test_a_database_that_is_away_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: list[str]
) -> None:
    monkeypatch.setenv("LOTSE_DATA", str(tmp_path))
    monkeypatch.setenv("LOTSE_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    refused = CliRunner().invoke(cli, arguments)
    assert refused.exit_code == 1
    assert refused.output.startswith("the database does not answer")
