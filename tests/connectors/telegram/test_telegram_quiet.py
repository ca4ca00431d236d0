"""What the logs do not say, with every logger at DEBUG."""

from __future__ import annotations

import asyncio
import logging
import traceback

import pytest

from connectors.messages import Button, OutboundMessage, TryLater, Undeliverable
from connectors.telegram.connector import Misconfigured
from connectors.telegram.limits import FloodLimits
from connectors.telegram.quiet import keep_quiet
from tests.botapi.api import BotApi
from tests.connectors.telegram.conftest import Inbox, Start

pytestmark = pytest.mark.asyncio

LOGGERS = ("", "httpx", "httpcore", "telegram", "telegram.Bot", "connectors", "asyncio")
WRITTEN, ANSWERED, NAME, CHAT = "Bauchweh seit gestern", "Bitte 116117 anrufen", "Amira", 712345678


def everything(caplog: pytest.LogCaptureFixture) -> str:
    formatter = logging.Formatter("%(name)s %(message)s")
    return "\n".join(formatter.format(record) for record in caplog.records)


async def test_no_token_no_words_no_name_and_no_chat_in_any_log(
    start: Start, bot_api: BotApi, inbox: Inbox, caplog: pytest.LogCaptureFixture
):
    for name in LOGGERS:
        caplog.set_level(logging.DEBUG, name)
    amira = bot_api.person(CHAT, NAME)
    connector = await start(
        limits=FloodLimits(per_chat=50), commands={"de": [("start", "Anfangen")]}
    )
    first = await amira.sends(WRITTEN)
    await amira.edits(first, WRITTEN + "!")
    await bot_api.until(lambda: len(inbox.messages) == 2)
    out = OutboundMessage(1, amira.address, ANSWERED, "de", (Button("Ja", "/yes"),))
    await connector.typing(amira.address)
    await connector.deliver(out)
    await amira.presses("Ja")
    await bot_api.until(lambda: bot_api.answered)
    for status, description in ((500, ANSWERED), (400, ANSWERED), (403, ANSWERED), (409, "x")):
        bot_api.fail("sendMessage", status, 1, f"{description} {CHAT}")
        with pytest.raises((TryLater, Undeliverable)) as caught:
            await connector.deliver(out)
        shown = "".join(traceback.format_exception(caught.value))
        assert ANSWERED not in shown
        assert bot_api.token not in shown
    bot_api.garble("sendMessage", ANSWERED.encode())
    with pytest.raises(TryLater):
        await connector.deliver(out)
    bot_api.garble("getUpdates", f'{{"result": "{WRITTEN} {CHAT}"'.encode())
    bot_api.update({"message": {"text": WRITTEN, "chat": {"id": CHAT}}})
    inbox.broken = True
    await amira.sends(WRITTEN)
    await bot_api.until(lambda: len(inbox.attempts) >= 5)
    bot_api.drop("getUpdates")
    inbox.broken = False
    await bot_api.until(lambda: bot_api.pending == 0)
    await connector.stop()

    logs = everything(caplog)
    seen = {record.name.split(".")[0] for record in caplog.records}
    assert {"httpx", "httpcore", "telegram", "connectors"} <= seen
    for secret in (bot_api.token, bot_api.token.split(":")[1], WRITTEN, ANSWERED, NAME, str(CHAT)):
        assert secret not in logs


async def test_a_refused_token_is_not_logged_either(start: Start, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    with pytest.raises(Misconfigured):
        await start(token="123456:a-wrong-secret")
    assert "a-wrong-secret" not in everything(caplog)


async def test_a_call_is_still_visible_without_its_token(
    start: Start, bot_api: BotApi, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.INFO)
    await start()
    assert "/bot<token>/getMe" in everything(caplog)


async def test_other_peoples_records_pass_unchanged(caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    keep_quiet("123:abc")
    logging.getLogger("httpx").info("GET %s", "https://example.org")
    assert caplog.messages == ["GET https://example.org"]


async def test_a_second_connector_adds_no_second_filter():
    keep_quiet("123:abc")
    before = list(logging.getLogger("httpx").filters)
    keep_quiet("123:abc")
    keep_quiet("123:def")
    assert len(logging.getLogger("httpx").filters) == len(before) + 1


async def test_the_client_does_not_show_its_token(start: Start, bot_api: BotApi):
    connector = await start()
    assert bot_api.token not in repr(connector.client)
    assert bot_api.token not in repr(connector)
    tasks = "".join(repr(task) for task in asyncio.all_tasks())
    assert bot_api.token not in tasks
