"""Killed at the worst moment, it loses nothing and says nothing twice."""

from __future__ import annotations

import threading
import time

import httpx
import psutil
import pytest

from tests.fixtures.servers import Launch, Resident

#: Seconds after sending at which everything is killed: before, while and after it is answered.
MOMENTS = (0.008, 0.03)

pytestmark = pytest.mark.alone


def _send_and_forget(resident: Resident, text: str, message_id: str) -> threading.Thread:
    def send() -> None:
        try:
            resident.says(text, message_id=message_id)
        except (httpx.HTTPError, AssertionError):
            return

    thread = threading.Thread(target=send)
    thread.start()
    return thread


def test_messages_that_were_being_answered_are_answered_once_after_a_kill(
    launch: Launch, database_url: str
) -> None:
    server = launch(LOTSE_DATABASE_URL=database_url)
    resident = server.resident()
    resident.agrees("de")
    for number, seconds in enumerate(MOMENTS):
        question = f"Ich suche eine Hebamme in Walle, Frage {number}"
        sent = _send_and_forget(resident, question, f"m-{number}")
        time.sleep(seconds)
        server.kill()
        sent.join()
        server.start()
        resident.says(question, message_id=f"m-{number}")
        answers = [m for m in resident.heard() if "Hebamme finden" in m["text"]]
        assert len(answers) == number + 1


def test_a_worker_that_dies_is_replaced_and_its_messages_are_answered(launch: Launch) -> None:
    server = launch(LOTSE_WORKERS="1")
    resident = server.resident()
    resident.agrees("de")
    assert server.process is not None
    (worker,) = psutil.Process(server.process.pid).children()
    worker.kill()
    assert "Hebamme" in resident.says("/midwife")[0]["text"]
