"""What is said, as server-sent events, without the page's script."""

from __future__ import annotations

import asyncio
import logging

import httpx
import pytest

from connectors.messages import Button
from tests.connectors.web.assistant import Assistant
from tests.connectors.web.reading import listening
from tests.connectors.web.serving import Site
from tests.connectors.web.speaking import begin

pytestmark = pytest.mark.asyncio(loop_scope="session")

AN_ID = "6f0a0f7e-6a44-4d0b-9f0b-000000000000"


async def test_events_need_a_session_and_a_sensible_cursor(client: httpx.AsyncClient) -> None:
    assert (await client.get("/chat/events")).status_code == 401
    await begin(client)
    for after in ("x", "-1", "1.5", "9" * 25, "²"):
        assert (await client.get("/chat/events", params={"after": after})).status_code == 400
    bad = await client.get("/chat/events", headers={"Last-Event-ID": "abc"})
    assert bad.status_code == 400


async def test_what_is_on_the_screen_is_noted(
    client: httpx.AsyncClient, assistant: Assistant
) -> None:
    assert (await client.post("/chat/seen", json={"seen": 3})).status_code == 401
    address = await begin(client)
    assert (await client.post("/chat/seen", json={"seen": 3})).status_code == 204
    assert assistant.seen_calls == [(address, 3)]
    for body in ({"seen": -1}, {"seen": "x"}):
        assert (await client.post("/chat/seen", json=body)).status_code == 400
    assert (await client.post("/chat/seen", content=b"seen=3")).status_code == 415


async def test_what_is_said_arrives_as_events(
    client: httpx.AsyncClient, assistant: Assistant
) -> None:
    address = await begin(client)
    await assistant.say(
        address, "Zeile 1\nZeile 2\u2028 \u2068112\u2069", "ar", [Button("Ja", "/affirm")], "m1"
    )
    async with listening(client) as events:
        name, data = await events.next()
        assert name == "message"
        assert data == {
            "id": 1,
            "text": "Zeile 1\nZeile 2\u2028 \u2068112\u2069",
            "language": "ar",
            "buttons": [{"title": "Ja", "payload": "/affirm"}],
            "reply_to": "m1",
            "changes": None,
            "recall": False,
            "file": False,
        }
        assert (await events.next())[0] == "ready"
        await assistant.say(address, "neu")
        await assistant.say("another address", "nicht für mich")
        await assistant.say(address, "noch neuer")
        assert await events.messages(2) == ["neu", "noch neuer"]
        assert events.ids == ["1", "2", "4"]


async def test_listening_goes_on_after_the_last_event(
    client: httpx.AsyncClient, assistant: Assistant
) -> None:
    address = await begin(client)
    for number in range(1, 6):
        await assistant.say(address, str(number))
    async with listening(client, after=2) as events:
        assert await events.messages(3) == ["3", "4", "5"]
    async with listening(client, after=0, headers={"Last-Event-ID": "4"}) as events:
        assert await events.messages(1) == ["5"]
    assert assistant.seen_calls == [(address, 2), (address, 4)]


async def test_a_silent_stream_gives_signs_of_life(client: httpx.AsyncClient) -> None:
    await begin(client)
    async with listening(client) as events:
        await events.next()
        with pytest.raises(asyncio.TimeoutError):
            await events.next(seconds=1)
        assert events.comments
        assert set(events.comments) == {": keep-alive"}


async def test_nothing_said_while_listening_is_lost_or_doubled(
    client: httpx.AsyncClient, assistant: Assistant
) -> None:
    address = await begin(client)

    async def talk() -> None:
        for number in range(200):
            await assistant.say(address, str(number))
            if number % 7 == 0:
                await asyncio.sleep(0.001)

    talking = asyncio.create_task(talk())
    received: list[str] = []
    while len(received) < 200:
        async with listening(client, after=len(received)) as events:
            received += await events.messages(min(23, 200 - len(received)))
    await talking
    assert received == [str(number) for number in range(200)]


async def test_a_stream_ends_by_itself_when_the_server_stops(
    site: Site, client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    await begin(client)
    async with listening(client) as events:
        await events.next()
        stopping = asyncio.create_task(site.stop())
        with pytest.raises(StopAsyncIteration):
            await events._next()
        await stopping
    assert [r for r in caplog.records if r.levelno >= logging.WARNING] == []


async def test_a_stream_ends_when_the_mailbox_fails_and_logs_no_text(
    client: httpx.AsyncClient, assistant: Assistant, caplog: pytest.LogCaptureFixture
) -> None:
    address = await begin(client)
    async with listening(client) as events:
        await events.next()
        assistant.broken = True
        await assistant.say(address, "geheim")
        with pytest.raises(StopAsyncIteration):
            await events._next()
    assert "ConnectionError" in caplog.text
    assert "here is what was said" not in caplog.text


async def test_a_listener_that_goes_away_leaves_nothing_behind(
    client: httpx.AsyncClient,
) -> None:
    await begin(client)
    before = len(asyncio.all_tasks())
    for _ in range(5):
        async with listening(client) as events:
            await events.next()
    for _ in range(50):
        if len(asyncio.all_tasks()) <= before + 1:
            break
        await asyncio.sleep(0.05)
    # One more: the library's watch for the server's end.
    assert len(asyncio.all_tasks()) <= before + 1
