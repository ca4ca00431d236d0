"""Receiving by getUpdates."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Any

import pytest

from connectors.messages import MessageKind
from tests.botapi.api import BotApi
from tests.connectors.telegram.conftest import Inbox, Start

pytestmark = pytest.mark.asyncio

BROKEN: dict[str, Any] = {"message": {"message_id": 1, "date": "gestern", "text": "Geheimnis"}}


async def test_a_message_reaches_the_inbox(start: Start, bot_api: BotApi, inbox: Inbox):
    amira = bot_api.person(first_name="Amira", language_code="ar")
    await start()
    await amira.sends("Guten Tag")
    await bot_api.until(lambda: inbox.messages)
    assert inbox.messages[0].address == amira.address
    assert (inbox.texts, inbox.messages[0].language) == (["Guten Tag"], "ar")


async def test_messages_sent_while_we_were_away_arrive_in_order(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    amira = bot_api.person()
    for number in range(5):
        await amira.sends(str(number))
    await start()
    await bot_api.until(lambda: len(inbox.messages) == 5)
    assert inbox.texts == ["0", "1", "2", "3", "4"]


async def test_every_kind_arrives(start: Start, bot_api: BotApi, inbox: Inbox):
    amira = bot_api.person()
    await start()
    first = await amira.sends("Hallo")
    await amira.sends_photo("Brief")
    await amira.sends_voice()
    await amira.sends_sticker()
    await amira.sends_location()
    await amira.sends_contact()
    await amira.sends_document()
    await amira.edits(first, "Hallo!")
    await bot_api.until(lambda: len(inbox.messages) == 8)
    assert [message.kind for message in inbox.messages] == [
        MessageKind.TEXT,
        MessageKind.PHOTO,
        MessageKind.VOICE,
        MessageKind.STICKER,
        MessageKind.LOCATION,
        MessageKind.CONTACT,
        MessageKind.FILE,
        MessageKind.TEXT,
    ]
    assert inbox.messages[-1].edited


async def test_an_update_is_acknowledged_only_after_it_is_in_the_inbox(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    gate = asyncio.Event()

    async def wait() -> None:
        await gate.wait()

    inbox.before = wait
    await bot_api.person().sends("Hallo")
    await start()
    await bot_api.until(lambda: inbox.attempts)
    await asyncio.sleep(0.2)
    assert bot_api.pending == 1
    gate.set()
    await bot_api.until(lambda: bot_api.pending == 0)
    assert inbox.texts == ["Hallo"]


async def test_while_the_inbox_is_down_the_same_update_is_tried_again_before_the_next(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    amira = bot_api.person()
    inbox.broken = True
    await amira.sends("eins")
    await amira.sends("zwei")
    connector = await start()
    await bot_api.until(lambda: len(inbox.attempts) >= 3)
    assert set(inbox.attempts) == {"m1"}
    assert bot_api.pending == 2
    assert connector.describe()["error"] == "receiving: inbox ConnectionError"
    inbox.broken = False
    await bot_api.until(lambda: bot_api.pending == 0)
    assert inbox.texts == ["eins", "zwei"]
    assert connector.describe()["state"] == "ok"


async def test_a_process_that_died_before_acknowledging_sees_the_update_again(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    inbox.broken = True
    await bot_api.person().sends("Hallo")
    first = await start()
    await bot_api.until(lambda: inbox.attempts)
    await first.stop()
    inbox.broken = False
    await start()
    await bot_api.until(lambda: inbox.messages)
    assert inbox.texts == ["Hallo"]


async def test_a_broken_update_is_logged_by_its_number_and_skipped(
    start: Start, bot_api: BotApi, inbox: Inbox, caplog: pytest.LogCaptureFixture
):
    update_id = bot_api.update(BROKEN)
    await bot_api.person().sends("danach")
    await start()
    await bot_api.until(lambda: inbox.messages)
    assert inbox.texts == ["danach"]
    assert f"update {update_id} cannot be read" in caplog.text
    assert "Geheimnis" not in caplog.text


async def test_updates_that_are_not_for_us_are_acknowledged_and_dropped(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    team = bot_api.supergroup()
    await bot_api.person().sends("in der Gruppe", chat=team)
    bot_api.update({"poll": {"id": "1"}})
    await start()
    await bot_api.until(lambda: bot_api.pending == 0)
    assert not inbox.attempts


async def test_updates_of_groups_go_to_whoever_asked_for_them(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    texts: list[str] = []

    async def others(update: Any) -> None:
        texts.append(update.message.text)
        if len(texts) == 1:
            raise ConnectionError("not yet")

    await start(others=others)
    await bot_api.person().sends("in der Gruppe", chat=bot_api.supergroup())
    await bot_api.until(lambda: len(texts) == 2 and bot_api.pending == 0)
    assert texts == ["in der Gruppe"] * 2
    assert not inbox.attempts


async def test_only_the_updates_we_want_are_asked_for(start: Start, bot_api: BotApi):
    amira = bot_api.person()
    await start(allowed_updates=("message",))
    await bot_api.until(lambda: bot_api.calls("getUpdates"))
    first = await amira.sends("Hallo")
    await bot_api.until(lambda: bot_api.pending == 0)
    await amira.edits(first, "Hallo!")
    await amira.blocks_bot()
    assert bot_api.state.allowed == {"message"}
    assert bot_api.pending == 0


async def test_network_errors_pass(start: Start, bot_api: BotApi, inbox: Inbox):
    bot_api.drop("getUpdates", 2)
    bot_api.fail("getUpdates", 502, 1, "Bad Gateway")
    bot_api.garble("getUpdates", b"<html>")
    bot_api.garble("getUpdates", b'{"ok":true,"result":true}')
    bot_api.garble("getUpdates", b"[]")
    await bot_api.person().sends("trotzdem")
    connector = await start()
    await bot_api.until(lambda: inbox.messages)
    assert inbox.texts == ["trotzdem"]
    await bot_api.until(lambda: connector.describe()["state"] == "ok")
    assert connector.describe()["last_error"] is not None


async def test_pauses_between_tries_grow(start: Start, bot_api: BotApi):
    bot_api.fail("getUpdates", 500, 6)
    await start(first_pause=0.02, longest_pause=0.16)
    await bot_api.until(lambda: len(bot_api.calls("getUpdates")) >= 7)
    at = [call.at for call in bot_api.calls("getUpdates")]
    gaps = [later - earlier for earlier, later in zip(at, at[1:6], strict=False)]
    assert gaps[0] < gaps[2] < gaps[3]
    assert gaps[4] < 0.4


async def test_after_a_success_pauses_are_short_again(start: Start, bot_api: BotApi):
    bot_api.fail("getUpdates", 500, 6)
    await start(first_pause=0.02, longest_pause=1.0, poll_timeout=1)
    await bot_api.until(lambda: len(bot_api.calls("getUpdates")) >= 8)
    bot_api.fail("getUpdates", 500)
    await bot_api.until(lambda: len(bot_api.calls("getUpdates")) >= 10)
    failed, tried_again = bot_api.calls("getUpdates")[8:10]
    assert tried_again.at - failed.at < 0.5


async def test_a_pause_telegram_asks_for_is_kept(start: Start, bot_api: BotApi, inbox: Inbox):
    bot_api.fail("getUpdates", 429, 1, "Too Many Requests", {"retry_after": 1})
    await bot_api.person().sends("Hallo")
    began = time.monotonic()
    await start()
    await bot_api.until(lambda: inbox.messages)
    assert time.monotonic() - began >= 1.0


async def test_a_webhook_left_behind_is_removed_with_nothing_lost(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    bot_api.sets_webhook_elsewhere("http://127.0.0.1:9/nobody")
    await bot_api.person().sends("wartet")
    await start()
    await bot_api.until(lambda: inbox.messages)
    assert inbox.texts == ["wartet"]


async def test_a_second_program_with_our_token_is_named_in_the_log(
    start: Start, bot_api: BotApi, caplog: pytest.LogCaptureFixture
):
    connector = await start()
    bot_api.fail(
        "getUpdates", 409, 2, "Conflict: terminated by other getUpdates request; make sure ..."
    )
    await bot_api.person().sends("weckt")
    await bot_api.until(lambda: "another program fetches" in caplog.text)
    await bot_api.until(lambda: connector.describe()["state"] == "ok")
    assert len(bot_api.calls("deleteWebhook")) == 1


async def test_a_webhook_set_meanwhile_is_named_in_the_log(
    start: Start, bot_api: BotApi, caplog: pytest.LogCaptureFixture
):
    await start()
    bot_api.sets_webhook_elsewhere("http://127.0.0.1:9/nobody")
    await bot_api.until(lambda: "a webhook was set for this bot" in caplog.text)
    assert len(bot_api.calls("deleteWebhook")) == 1


async def test_what_has_no_number_does_not_make_us_spin(
    start: Start, bot_api: BotApi, caplog: pytest.LogCaptureFixture
):
    bot_api.garble("getUpdates", b'{"ok":true,"result":[{"message":{}}]}', 3)
    await start(poll_timeout=0)
    await bot_api.until(lambda: len(bot_api.calls("getUpdates")) >= 4)
    assert caplog.text.count("something that is no update") == 3


async def test_stopping_ends_the_long_poll_at_once(start: Start, bot_api: BotApi):
    connector = await start()
    await bot_api.until(lambda: bot_api.calls("getUpdates"))
    began = time.monotonic()
    await connector.stop()
    assert time.monotonic() - began < 1.0
    assert [task for task in asyncio.all_tasks() if task.get_name() == "telegram"] == []
    await connector.stop()


async def test_a_failing_answer_never_reaches_the_log_with_what_was_said(
    start: Start, bot_api: BotApi, inbox: Inbox, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    inbox.broken = True
    await bot_api.person().sends("Geheimnis")
    await start()
    await bot_api.until(lambda: len(inbox.attempts) >= 2)
    ours = [r.getMessage() for r in caplog.records if r.name.startswith("connectors")]
    assert any("ConnectionError" in line for line in ours)
    assert not any("Geheimnis" in line for line in ours)
