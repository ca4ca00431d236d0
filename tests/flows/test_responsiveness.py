"""The serving process answers at once while the workers are busy."""

from __future__ import annotations

import threading
import time

import httpx
import pytest

from tests.fixtures.servers import Launch

pytestmark = pytest.mark.alone


def test_health_answers_and_messages_are_accepted_while_workers_are_busy(launch: Launch) -> None:
    server = launch(LOTSE_WORKERS="1")
    residents = [server.resident() for _ in range(4)]
    for resident in residents:
        resident.agrees("de")
    busy = [
        threading.Thread(
            target=lambda r=r: [r.says(f"Frage {i}: wo finde ich Hilfe?") for i in range(8)]
        )
        for r in residents
    ]
    for thread in busy:
        thread.start()
    times = []
    with httpx.Client(base_url=server.url) as client:
        for _ in range(30):
            start = time.perf_counter()
            assert client.get("/health").status_code == 200
            times.append(time.perf_counter() - start)
            time.sleep(0.02)
    for thread in busy:
        thread.join()
    times.sort()
    assert times[len(times) // 2] < 0.05
