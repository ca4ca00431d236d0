"""What people write and who they are is in no log, at any level."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixtures.servers import Launch

SECRETS = ("Quittenmarmelade", "kinderwunschgeheim", "0421 5550123")


@pytest.mark.parametrize("level", ["DEBUG", "INFO"])
def test_no_message_and_no_sender_is_logged(launch: Launch, level: str) -> None:
    server = launch(LOTSE_LOG_LEVEL=level)
    resident = server.resident()
    resident.says("/start de")
    resident.says(f"Ich suche einen Arzt, {SECRETS[0]} und {SECRETS[1]}, Telefon {SECRETS[2]}")
    resident.says("/give_consent")
    resident.says(f"{SECRETS[0]}?")
    resident.says('/choose{"specialty":"ent"}')
    server.stop()
    log = server.log.read_text()
    assert "ready" in log
    for secret in (*SECRETS, resident.name):
        assert secret not in log


def test_what_was_typed_before_consent_is_not_left_in_the_database(launch: Launch) -> None:
    server = launch()
    resident = server.resident()
    resident.says("/start de")
    resident.says(f"Ich suche eine Hebamme, {SECRETS[0]}")
    resident.says("/refuse_consent")
    resident.says(f"Hilft {SECRETS[1]} beim Arzt?")
    resident.says("/capabilities")
    server.stop()
    folder = server.environment["LOTSE_DATA"]
    stored = b"".join(path.read_bytes() for path in Path(folder).glob("lotse.db*"))
    for secret in (*SECRETS, resident.name):
        assert secret.encode() not in stored
