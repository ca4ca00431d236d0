"""Rasa's REST interface."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import pytest_asyncio

from connectors.messages import Button, InboundMessage, MessageKind
from connectors.web import rest
from tests.connectors.web.assistant import Assistant, echo
from tests.connectors.web.serving import Site

pytestmark = pytest.mark.asyncio(loop_scope="session")

TOKEN = "schlüssel"


async def parse(text: str) -> dict[str, Any]:
    if text == "break":
        raise RuntimeError("here is what was said: " + text)
    return {"intent": {"name": "greet", "confidence": 1.0}, "text": text}


@pytest_asyncio.fixture(loop_scope="session")
async def client(assistant: Assistant) -> AsyncIterator[httpx.AsyncClient]:
    """A program that talks to an open interface."""
    site = Site(
        rest.routes(assistant.accept, assistant, assistant.export, parse, "", turn_timeout=0.5)
    )
    await site.start()
    async with httpx.AsyncClient(base_url=site.url, trust_env=False) as program:
        yield program
    await site.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def locked(assistant: Assistant) -> AsyncIterator[httpx.AsyncClient]:
    """A program that talks to an interface with a token."""
    assistant.turn = echo
    site = Site(rest.routes(assistant.accept, assistant, assistant.export, parse, TOKEN))
    await site.start()
    async with httpx.AsyncClient(base_url=site.url, trust_env=False) as program:
        yield program
    await site.stop()


WEBHOOK = "/webhooks/rest/webhook"


async def test_a_message_is_answered_as_rasa_does(
    client: httpx.AsyncClient, assistant: Assistant
) -> None:
    async def turn(assistant: Assistant, message: InboundMessage) -> None:
        key = message.message_id
        await assistant.say(message.address, "Hallo", reply_to=key)
        await assistant.say(message.address, "?", buttons=[Button("Ja", "/affirm")], reply_to=key)

    assistant.turn = turn
    response = await client.post(WEBHOOK, json={"sender": "anna", "message": "Guten Tag"})
    assert response.status_code == 200
    assert response.json() == [
        {"recipient_id": "anna", "text": "Hallo"},
        {
            "recipient_id": "anna",
            "text": "?",
            "buttons": [{"title": "Ja", "payload": "/affirm"}],
        },
    ]
    message = assistant.heard[0]
    assert (message.channel, message.address, message.text) == ("rest", "anna", "Guten Tag")
    assert message.kind is MessageKind.TEXT


async def test_an_empty_message_and_a_turn_without_words_are_fine(
    client: httpx.AsyncClient, assistant: Assistant
) -> None:
    async def silence(assistant: Assistant, message: InboundMessage) -> None:
        return

    assistant.turn = silence
    response = await client.post(WEBHOOK, json={"sender": "anna", "message": ""})
    assert (response.status_code, response.json()) == (200, [])


async def test_a_repeat_gets_the_same_answer(
    client: httpx.AsyncClient, assistant: Assistant
) -> None:
    assistant.turn = echo
    body = {"sender": "anna", "message": "eins", "message_id": "m-1"}
    first = await client.post(WEBHOOK, json=body)
    second = await client.post(WEBHOOK, json=body)
    assert first.json() == second.json() == [{"recipient_id": "anna", "text": "echo eins"}]
    assert assistant.texts == ["eins"]


async def test_messages_without_an_id_are_all_different(
    client: httpx.AsyncClient, assistant: Assistant
) -> None:
    assistant.turn = echo
    for _ in range(2):
        await client.post(WEBHOOK, json={"sender": "a", "message": "ja", "message_id": None})
    assert assistant.texts == ["ja", "ja"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{'sender'",
        b"[]",
        b'{"message": "x"}',
        b'{"sender": "", "message": "x"}',
        b'{"sender": "  ", "message": "x"}',
        b'{"sender": 5, "message": "x"}',
        b'{"sender": "a"}',
        b'{"sender": "a", "message": null}',
        b'{"sender": "a", "message": ["x"]}',
        b'{"sender": "a", "message": "\\ud83d"}',
        b'{"sender": "a", "message": "x", "message_id": 7}',
        b'{"sender": "a", "message": "x", "message_id": ""}',
        b'{"sender": "a", "message": "\xfc"}',
        b'{"sender": "' + b"a" * 256 + b'", "message": "x"}',
        b'{"sender": "a", "message": "x", "message_id": "' + b"m" * 129 + b'"}',
    ],
    ids=lambda body: repr(body[:50]),
)
async def test_what_is_no_message_is_refused(
    client: httpx.AsyncClient, assistant: Assistant, body: bytes
) -> None:
    response = await client.post(WEBHOOK, content=body)
    assert response.status_code == 400
    assert isinstance(response.json()["error"], str)
    assert not assistant.attempts


async def test_a_long_message_is_left_to_the_assistant_but_not_a_flood(
    client: httpx.AsyncClient, assistant: Assistant
) -> None:
    assistant.turn = echo
    long = await client.post(WEBHOOK, json={"sender": "a" * 255, "message": "x" * 100_000})
    assert long.status_code == 200
    flood = await client.post(WEBHOOK, json={"sender": "a", "message": "x" * 2_000_000})
    assert flood.status_code == 413


async def test_a_turn_that_takes_too_long_is_told_and_can_be_fetched_later(
    client: httpx.AsyncClient, assistant: Assistant
) -> None:
    body = {"sender": "anna", "message": "langsam", "message_id": "m-1"}
    response = await client.post(WEBHOOK, json=body)
    assert response.status_code == 504
    assert "error" in response.json()
    await assistant.say("anna", "endlich", reply_to="m-1")
    later = await client.get("/conversations/anna/messages")
    assert later.json() == [
        {"id": 1, "recipient_id": "anna", "text": "endlich"},
    ]


async def test_a_message_that_cannot_be_kept_is_told_and_not_logged(
    client: httpx.AsyncClient, assistant: Assistant, caplog: pytest.LogCaptureFixture
) -> None:
    assistant.broken = True
    response = await client.post(WEBHOOK, json={"sender": "anna", "message": "geheim"})
    assert response.status_code == 503
    assert "retry-after" in response.headers
    assert "geheim" not in caplog.text
    assert (await client.get("/conversations/anna/messages")).status_code == 503


async def test_a_text_is_understood(client: httpx.AsyncClient) -> None:
    response = await client.post("/model/parse", json={"text": "hallo"})
    assert response.json() == {"intent": {"name": "greet", "confidence": 1.0}, "text": "hallo"}
    for body in (b"", b"{}", b'{"text": 1}', b"[]"):
        assert (await client.post("/model/parse", content=body)).status_code == 400
    assert (await client.post("/model/parse", json={"text": "break"})).status_code == 503


async def test_messages_are_fetched_after_a_cursor(
    client: httpx.AsyncClient, assistant: Assistant
) -> None:
    await assistant.say("a/ä", "eins", buttons=[Button("Ja", "/affirm")])
    await assistant.say("a/ä", "zwei")
    await assistant.say("other", "drei")
    everything = await client.get("/conversations/a%2F%C3%A4/messages")
    assert [each["id"] for each in everything.json()] == [1, 2]
    assert everything.json()[0]["buttons"] == [{"title": "Ja", "payload": "/affirm"}]
    rest_of_it = await client.get("/conversations/a%2F%C3%A4/messages?after=1")
    assert rest_of_it.json() == [{"id": 2, "recipient_id": "a/ä", "text": "zwei"}]
    assert assistant.seen_calls == [("a/ä", 1)]


@pytest.mark.parametrize(
    "path", ["a/messages?after=x", "a/messages?after=-1", f"{'a' * 256}/messages"]
)
async def test_a_fetch_that_makes_no_sense_is_refused(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(f"/conversations/{path}")).status_code == 400


@pytest.mark.parametrize(
    ("headers", "params", "status"),
    [
        ({}, {}, 401),
        ({"Authorization": "Bearer wrong"}, {}, 401),
        ({"Authorization": f"Basic {TOKEN}".encode()}, {}, 401),
        ({"Authorization": b"Bearer \xff\xfe"}, {}, 401),
        ({}, {"token": "wrong"}, 401),
        ({"Authorization": f"Bearer {TOKEN}".encode()}, {}, 200),
        ({"Authorization": f"bearer {TOKEN}".encode()}, {}, 200),
        ({}, {"token": TOKEN}, 200),
    ],
)
async def test_a_locked_interface_opens_to_the_token_only(
    locked: httpx.AsyncClient,
    headers: dict[str, str],
    params: dict[str, str],
    status: int,
) -> None:
    calls = [
        locked.post(WEBHOOK, json={"sender": "a", "message": "x"}, headers=headers, params=params),
        locked.post("/model/parse", json={"text": "x"}, headers=headers, params=params),
        locked.get("/conversations/a/messages", headers=headers, params=params),
    ]
    for call in calls:
        response = await call
        assert response.status_code == status
        if status == 401:
            assert set(response.json()) == {"error"}
