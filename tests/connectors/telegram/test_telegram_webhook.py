"""Receiving by webhook: the test server posts to a real port."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable

import httpx
import pytest
import pytest_asyncio
import uvicorn
from starlette.applications import Starlette

from connectors.telegram.connector import Misconfigured, TelegramConnector
from tests.botapi.api import BotApi
from tests.connectors.telegram.conftest import Inbox, Start

pytestmark = pytest.mark.asyncio

SECRET = "a-Secret_1"
UPDATE = {
    "update_id": 5,
    "message": {
        "message_id": 1,
        "date": 1700000000,
        "chat": {"id": 712345678, "type": "private", "first_name": "A"},
        "text": "hallo",
    },
}


class Edge:
    """Our HTTP edge with the webhook's route and a client that pretends to be Telegram."""

    def __init__(self, connector: TelegramConnector, url: str, client: httpx.AsyncClient) -> None:
        self.connector = connector
        self.url = url
        self._client = client

    async def post(self, body: object, secret: bytes | None = SECRET.encode()) -> int:
        headers = {} if secret is None else {b"X-Telegram-Bot-Api-Secret-Token": secret}
        sent = {"content": body} if isinstance(body, bytes) else {"json": body}
        return (await self._client.post(self.url, headers=headers, **sent)).status_code  # type: ignore[arg-type]

    async def get(self) -> int:
        return (await self._client.get(self.url)).status_code


@pytest_asyncio.fixture
async def edge(start: Start) -> AsyncIterator[Edge]:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listening.getsockname()[1]}/telegram/hook"
    connector = await start(webhook_url=url, secret=SECRET, max_connections=7)
    config = uvicorn.Config(
        Starlette(routes=connector.routes()), log_config=None, ws="none", lifespan="off"
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    async with httpx.AsyncClient(trust_env=False) as client:
        yield Edge(connector, url, client)
    server.should_exit = True
    await serving


async def test_messages_arrive_and_are_acknowledged(edge: Edge, bot_api: BotApi, inbox: Inbox):
    amira = bot_api.person()
    await amira.sends("eins")
    await amira.sends("zwei")
    await bot_api.until(lambda: bot_api.pending == 0)
    assert inbox.texts == ["eins", "zwei"]
    assert edge.connector.describe()["mode"] == "webhook"
    assert edge.connector.describe()["state"] == "ok"


async def test_telegram_is_told_the_secret_the_kinds_and_the_connections(
    edge: Edge, bot_api: BotApi
):
    (call,) = bot_api.calls("setWebhook")
    assert call.params["url"] == edge.url
    assert call.params["secret_token"] == SECRET
    assert call.params["max_connections"] == "7"
    assert bot_api.state.allowed == {"message", "edited_message", "callback_query"}


async def test_the_webhook_stays_when_we_stop(edge: Edge, bot_api: BotApi):
    await edge.connector.stop()
    assert bot_api.calls("deleteWebhook") == []
    assert bot_api.state.webhook.url == edge.url


async def test_telegram_repeats_what_the_inbox_did_not_take(
    edge: Edge, bot_api: BotApi, inbox: Inbox
):
    inbox.broken = True
    await bot_api.person().sends("wichtig")
    await bot_api.until(lambda: len(inbox.attempts) >= 2)
    assert bot_api.pending == 1
    assert edge.connector.describe()["state"] == "away"
    inbox.broken = False
    await bot_api.until(lambda: bot_api.pending == 0)
    assert inbox.texts == ["wichtig"]


async def test_an_update_is_acknowledged_only_after_it_is_in_the_inbox(edge: Edge, inbox: Inbox):
    inbox.broken = True
    assert await edge.post(UPDATE) == 503
    inbox.broken = False
    assert await edge.post(UPDATE) == 200
    assert await edge.post(UPDATE) == 200
    assert inbox.texts == ["hallo"]


@pytest.mark.parametrize("secret", [None, b"", b"wrong", b"a-Secret_1x", b"\xfc"])
async def test_a_wrong_secret_is_turned_away(edge: Edge, inbox: Inbox, secret: bytes | None):
    assert await edge.post(UPDATE, secret=secret) == 401
    assert inbox.attempts == []


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"\xff", b"[]", b"7", b'{"update_id":"5"}', b"[" * 100_000],
    ids=["empty", "cut", "no UTF-8", "list", "number", "number as text", "deep"],
)
async def test_what_is_no_update_is_a_bad_request(edge: Edge, body: bytes):
    assert await edge.post(body) == 400


async def test_a_body_over_a_mebibyte_is_too_large(edge: Edge):
    assert await edge.post(b" " * (1024 * 1024 + 1)) == 413
    assert await edge.post(b" " * 1024 * 1024) == 400


async def test_only_post_is_answered(edge: Edge):
    assert await edge.get() == 405


async def test_a_broken_update_is_not_asked_for_again(edge: Edge, inbox: Inbox):
    assert await edge.post({"update_id": 6, "message": {"date": "gestern"}}) == 200
    assert inbox.attempts == []


async def test_a_button_press_is_answered(edge: Edge, bot_api: BotApi, inbox: Inbox):
    query = {"id": "77", "chat_instance": "1", "data": "/x", "message": UPDATE["message"]}
    query["from"] = {"id": 712345678, "is_bot": False, "first_name": "A"}
    assert await edge.post({"update_id": 7, "callback_query": query}) == 200
    await bot_api.until(lambda: bot_api.calls("answerCallbackQuery"))
    assert inbox.texts == ["/x"]


@pytest.mark.parametrize("secret", [None, "", "mit leer", "x" * 257])
async def test_a_secret_telegram_would_refuse_is_refused_at_once(
    make: Callable[..., TelegramConnector], secret: str | None
):
    with pytest.raises(ValueError, match="secret"):
        make(webhook_url="https://lotse.example/tg", secret=secret)


async def test_an_address_telegram_refuses_stops_the_start(start: Start):
    with pytest.raises(Misconfigured, match="webhook address"):
        await start(webhook_url="lotse", secret=SECRET)


async def test_the_path_may_differ_behind_a_proxy(make: Callable[..., TelegramConnector]):
    connector = make(webhook_url="https://lotse.example/outside/tg", secret=SECRET)
    assert [route.path for route in connector.routes()] == ["/outside/tg"]
    assert [route.path for route in connector.routes("/tg")] == ["/tg"]
    assert make().routes() == []
