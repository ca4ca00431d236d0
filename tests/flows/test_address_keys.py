"""Keys of addresses change under a running server, and another secret is refused."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from bot.privacy.key_ring import stored_ring
from bot.settings import ROOT
from bot.storage import address_keys
from bot.storage.database import Database
from tests.bot.sealed_rows import addresses
from tests.fixtures.servers import Launch, RunningServer

SECRET = "only for these tests"


def _rotate(server: RunningServer) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "keys", "rotate"],
        cwd=ROOT,
        env={**os.environ, **server.environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_a_conversation_goes_on_while_keys_change(launch: Launch) -> None:
    server = launch()
    resident = server.resident()
    resident.agrees("de")
    assert "seals from now on" in _rotate(server)
    assert "Hebamme" in str(resident.says("/midwife"))
    _rotate(server)
    assert "Hebamme" in str(resident.says("/midwife"))
    # The same conversation, not a new one that asks for consent.
    assert len(resident.heard()) > 3
    database = Database(f"sqlite:///{server.environment['LOTSE_DATA']}/lotse.db")
    ring = stored_ring(SECRET, database)
    assert {ring.open(sealed) for sealed in addresses(database)} == {resident.name}
    with database.read() as connection:
        rows = address_keys.everything(connection)
    assert [row.retired_at is None for row in rows] == [True, False, False, False]
    database.close()


def test_a_server_with_another_secret_does_not_start_and_says_why(launch: Launch) -> None:
    server = launch()
    server.stop()
    with pytest.raises(AssertionError, match="LOTSE_SECRET_KEY is not the one"):
        launch(LOTSE_SECRET_KEY="another secret of ours")
