"""A resident on Telegram, against a server that speaks the Bot API."""

from __future__ import annotations

import asyncio

import pytest

from tests.botapi.api import BotApi
from tests.fixtures.servers import Launch, RunningServer


async def _started(launch: Launch, bot_api: BotApi, **settings: str) -> RunningServer:
    return await asyncio.to_thread(
        launch,
        LOTSE_TELEGRAM_TOKEN=bot_api.token,
        LOTSE_TELEGRAM_API_URL=bot_api.url,
        **settings,
    )


@pytest.mark.asyncio
async def test_from_the_first_word_to_the_answer_by_buttons(
    launch: Launch, bot_api: BotApi
) -> None:
    await _started(launch, bot_api)
    amira = bot_api.person(language_code="ar")
    await amira.sends("أنا حامل وأبحث عن قابلة تساعدني بعد الولادة")
    asked = await amira.reads(lambda m: bool(m.titles), timeout=30)
    await amira.presses(asked.titles[0])
    answer = await amira.reads(lambda m: "القابلة" in m.text and "1." in m.text, timeout=30)
    assert "\u2068" in answer.text
    assert amira.typing_seen
    assert len(answer.titles) == 5
    await amira.presses(answer.titles[1])
    await amira.reads(lambda m: "Guten Tag" in m.text, timeout=30)


@pytest.mark.asyncio
async def test_what_is_not_text_is_answered_sensibly(launch: Launch, bot_api: BotApi) -> None:
    await _started(launch, bot_api)
    ivan = bot_api.person(language_code="de")
    await ivan.sends("/start de")
    asked = await ivan.reads(lambda m: bool(m.titles), timeout=30)
    await ivan.presses(asked.titles[0])
    await ivan.reads(lambda m: "Danke" in m.text, timeout=30)
    await ivan.sends_voice()
    await ivan.reads(lambda m: "Sprachnachrichten" in m.text, timeout=30)
    await ivan.sends_sticker()
    await ivan.reads(lambda m: "in Worten" in m.text, timeout=30)
    await ivan.sends_photo()
    await ivan.reads(lambda m: "Bilder" in m.text, timeout=30)
    await ivan.sends_location(53.119, 8.757)
    await ivan.reads(lambda m: "Praxis" in m.text, timeout=30)


@pytest.mark.asyncio
async def test_a_message_sent_while_lotse_was_away_is_answered_after_the_start(
    launch: Launch, bot_api: BotApi
) -> None:
    server = await _started(launch, bot_api)
    eva = bot_api.person(language_code="de")
    await eva.sends("/start de")
    await eva.reads(lambda m: bool(m.titles), timeout=30)
    await asyncio.to_thread(server.kill)
    await eva.sends("Mein Mann atmet nicht mehr")
    await asyncio.to_thread(server.start)
    await eva.reads(lambda m: m.text.startswith("112"), timeout=40)
    await asyncio.sleep(1)
    assert sum(m.text.startswith("112") for m in eva.messages) == 1


@pytest.mark.asyncio
async def test_replies_arrive_once_and_in_order_although_telegram_stumbles(
    launch: Launch, bot_api: BotApi
) -> None:
    await _started(launch, bot_api)
    olga = bot_api.person(language_code="ru")
    await olga.sends("/start ru")
    asked = await olga.reads(lambda m: bool(m.titles), timeout=30)
    bot_api.fail("sendMessage", 500, times=2)
    await olga.presses(asked.titles[0])
    await olga.sends("/midwife")
    await olga.reads(lambda m: "акушер" in m.text.lower() and "1." in m.text, timeout=60)
    texts = [m.text for m in olga.messages]
    assert len(texts) == len(set(texts))
    assert "акушер" in texts[-1].lower()
