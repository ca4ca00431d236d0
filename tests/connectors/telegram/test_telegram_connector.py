"""Starting, stopping and telling how it goes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import pytest

from connectors.messages import Connector, OutboundMessage
from connectors.telegram.connector import Misconfigured, TelegramConnector
from tests.botapi.api import BotApi
from tests.connectors.telegram.conftest import Inbox, Start

pytestmark = pytest.mark.asyncio

Make = Callable[..., TelegramConnector]


async def test_it_keeps_the_protocol(make: Make):
    connector: Connector = make()
    assert connector.channel == "telegram"
    assert connector.parts("Hallo") == ("Hallo",)


async def test_it_says_that_all_is_well(start: Start, bot_api: BotApi):
    connector = await start(poll_timeout=0)
    await bot_api.until(lambda: connector.describe()["state"] == "ok")
    told = connector.describe()
    assert (told["channel"], told["mode"], told["error"]) == ("telegram", "polling", None)
    assert bot_api.token not in str(told)


@pytest.mark.parametrize("token", ["123456:wrong", "nonsense"])
async def test_a_token_telegram_does_not_know_stops_the_start(start: Start, token: str):
    with pytest.raises(Misconfigured) as caught:
        await start(token=token)
    error: BaseException | None = caught.value
    while error is not None:
        assert token not in str(error)
        error = error.__context__


async def test_an_empty_token_is_a_mistake(make: Make):
    with pytest.raises(ValueError, match="empty"):
        make(token="")


async def test_when_telegram_is_silent_start_returns_and_receives_later(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    bot_api.goes_silent()
    await bot_api.person().sends("wartet")
    began = time.monotonic()
    connector = await start(patience=0.2)
    assert time.monotonic() - began < 1.0
    assert connector.describe()["state"] == "away"
    bot_api.recovers()
    await bot_api.until(lambda: inbox.messages, timeout=15)
    assert connector.describe()["state"] == "ok"


async def test_when_nothing_listens_start_returns_and_stops_cleanly(start: Start):
    connector = await start(api_url="http://127.0.0.1:9")
    await asyncio.sleep(0.1)
    assert connector.describe()["state"] == "away"
    await connector.stop()


async def test_errors_while_registering_are_tried_again(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    bot_api.fail("getMe", 500, 2)
    bot_api.drop("deleteWebhook", 2)
    await bot_api.person().sends("Hallo")
    await start()
    await bot_api.until(lambda: inbox.messages)
    assert len(bot_api.calls("getMe")) == 3


async def test_the_menu_is_set_for_each_language(start: Start, bot_api: BotApi):
    await start(commands={"": [("start", "Begin")], "de": [("start", "Anfangen"), ("help", "?")]})
    await bot_api.until(lambda: len(bot_api.commands) == 2)
    assert bot_api.commands[""] == [{"command": "start", "description": "Begin"}]
    assert [entry["command"] for entry in bot_api.commands["de"]] == ["start", "help"]


async def test_a_menu_that_cannot_be_set_is_logged_and_stops_nothing(
    start: Start, bot_api: BotApi, inbox: Inbox, caplog: pytest.LogCaptureFixture
):
    bot_api.fail("setMyCommands", 400, 1, "Bad Request: BOT_COMMAND_INVALID")
    await bot_api.person().sends("Hallo")
    await start(commands={"de": [("start", "x")], "tr": [("start", "x")]})
    await bot_api.until(lambda: inbox.messages and "tr" in bot_api.commands)
    assert "the command menu for 'de' could not be set" in caplog.text


async def test_a_slow_menu_keeps_nobody_waiting(start: Start, bot_api: BotApi, inbox: Inbox):
    bot_api.delay("setMyCommands", 2.0)
    await bot_api.person().sends("Hallo")
    await start(commands={"de": [("start", "x")]})
    await bot_api.until(lambda: inbox.messages, timeout=1.5)


async def test_it_can_be_stopped_without_a_start_and_started_again(
    make: Make, bot_api: BotApi, inbox: Inbox
):
    connector = make()
    await connector.stop()
    amira = bot_api.person()
    for text in ("eins", "zwei"):
        await connector.start()
        await amira.sends(text)
        await bot_api.until(lambda text=text: text in inbox.texts)
        await connector.deliver(OutboundMessage(1, amira.address, text, "de"))
        await connector.stop()
        assert connector.describe()["error"] == "receiving: stopped"
    assert [seen.text for seen in amira.messages] == ["eins", "zwei"]
