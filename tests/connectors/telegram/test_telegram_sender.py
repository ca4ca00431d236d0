"""What residents see, and what happens when Telegram does not want it."""

from __future__ import annotations

import asyncio
import time

import pytest

from connectors.messages import Button, OutboundMessage, TryLater, Undeliverable
from connectors.telegram.connector import TelegramConnector
from connectors.telegram.limits import FloodLimits
from tests.botapi.api import BotApi
from tests.botapi.people import Person
from tests.connectors.telegram.conftest import Inbox, Start

pytestmark = pytest.mark.asyncio


def message(to: Person | str, text: str = "Hallo", *titles: str) -> OutboundMessage:
    address = to if isinstance(to, str) else to.address
    buttons = tuple(Button(title, f"/{number}") for number, title in enumerate(titles))
    return OutboundMessage(1, address, text, "de", buttons)


async def later(connector: TelegramConnector, out: OutboundMessage) -> float:
    with pytest.raises(TryLater) as caught:
        await connector.deliver(out)
    assert out.text not in str(caught.value)
    return caught.value.seconds


async def refused(connector: TelegramConnector, out: OutboundMessage) -> str:
    with pytest.raises(Undeliverable) as caught:
        await connector.deliver(out)
    return str(caught.value)


async def test_a_message_is_one_call_without_formatting_and_without_preview(
    start: Start, bot_api: BotApi
):
    amira = bot_api.person()
    await amira.opens_chat()
    connector = await start()
    await connector.deliver(message(amira, "*Nicht fett* <b>x</b> https://bremen.de"))
    seen = await amira.reads()
    assert seen.text == "*Nicht fett* <b>x</b> https://bremen.de"
    (call,) = bot_api.calls("sendMessage")
    assert "parse_mode" not in call.params
    assert call.params["link_preview_options"] == '{"is_disabled": true}'


async def test_short_buttons_share_a_row_and_long_ones_do_not(start: Start, bot_api: BotApi):
    amira = bot_api.person()
    await amira.opens_chat()
    connector = await start()
    titles = ("Ja", "Nein", "Standort senden", "Mit einem Menschen sprechen", "Zurück")
    await connector.deliver(message(amira, "?", *titles))
    seen = await amira.reads()
    assert seen.buttons == (
        ("Ja", "Nein"),
        ("Standort senden",),
        ("Mit einem Menschen sprechen",),
        ("Zurück",),
    )


async def test_share_location_is_a_button_like_any_other(start: Start, bot_api: BotApi):
    amira = bot_api.person()
    await amira.opens_chat()
    connector = await start()
    out = OutboundMessage(1, amira.address, "Wo?", "de", (Button("Standort", "/share_location"),))
    await connector.deliver(out)
    (button,) = (await amira.reads()).raw["reply_markup"]["inline_keyboard"][0]
    assert button == {"text": "Standort", "callback_data": "/share_location"}


async def test_a_pressed_button_arrives_is_answered_and_stays(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    amira = bot_api.person()
    await amira.opens_chat()
    connector = await start()
    await connector.deliver(message(amira, "?", "Ja", "Nein"))
    await amira.reads()
    query = await amira.presses("Nein")
    await bot_api.until(lambda: query in bot_api.answered)
    assert [(m.text, m.message_id) for m in inbox.messages] == [("/1", f"c{query}")]
    assert amira.messages[0].titles == ["Ja", "Nein"]


async def test_a_press_is_not_answered_before_it_is_in_the_inbox(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    amira = bot_api.person()
    await amira.opens_chat()
    connector = await start()
    await connector.deliver(message(amira, "?", "Ja"))
    inbox.broken = True
    query = await amira.presses("Ja")
    await bot_api.until(lambda: len(inbox.attempts) >= 2)
    assert bot_api.answered == []
    inbox.broken = False
    await bot_api.until(lambda: query in bot_api.answered)


async def test_a_press_that_cannot_be_answered_is_kept_all_the_same(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    amira = bot_api.person()
    await amira.opens_chat()
    connector = await start()
    await connector.deliver(message(amira, "?", "Ja"))
    bot_api.fail("answerCallbackQuery", 400, 1, "Bad Request: query is too old")
    await amira.presses("Ja")
    bot_api.fail("answerCallbackQuery", 429, 1, "Too Many Requests", {"retry_after": 9})
    await amira.presses("Ja")
    await bot_api.until(lambda: len(bot_api.calls("answerCallbackQuery")) == 2)
    await bot_api.until(lambda: connector.limits.held() > 8)
    await amira.presses("Ja")
    await bot_api.until(lambda: len(inbox.messages) == 3)
    await asyncio.sleep(0.1)
    assert len(bot_api.calls("answerCallbackQuery")) == 2


async def test_a_resident_who_blocked_the_bot_cannot_be_reached(start: Start, bot_api: BotApi):
    amira = bot_api.person()
    await amira.blocks_bot()
    connector = await start(limits=FloodLimits(per_chat=50))
    assert "blocked" in await refused(connector, message(amira))
    await amira.unblocks_bot()
    await connector.deliver(message(amira))


async def test_somebody_who_never_wrote_cannot_be_reached(start: Start, bot_api: BotApi):
    connector = await start()
    await refused(connector, message(bot_api.person()))
    assert await refused(connector, message("999999999")) == "the chat does not exist"
    assert "address" in await refused(connector, message("no number"))


@pytest.mark.parametrize(
    ("text", "titles", "reason"),
    [
        ("x" * 4097, (), "the text is too long"),
        ("😀" * 2049, (), "the text is too long"),
        ("  ", (), "the text is empty"),
        ("x", ("",), "Telegram refuses a button"),
    ],
    ids=["long", "long emoji", "blank", "untitled button"],
)
async def test_what_telegram_never_takes_is_undeliverable(
    start: Start, bot_api: BotApi, text: str, titles: tuple[str, ...], reason: str
):
    amira = bot_api.person()
    await amira.opens_chat()
    connector = await start()
    assert await refused(connector, message(amira, text, *titles)) == reason


async def test_a_refused_payload_or_anything_else_is_undeliverable(start: Start, bot_api: BotApi):
    amira = bot_api.person()
    await amira.opens_chat()
    connector = await start(limits=FloodLimits(per_chat=50))
    bot_api.fail("sendMessage", 400, 1, "Bad Request: BUTTON_DATA_INVALID")
    assert await refused(connector, message(amira)) == "Telegram refuses a button"
    bot_api.fail("sendMessage", 400, 1, "Bad Request: something new about 'Hallo'")
    assert await refused(connector, message(amira)) == "Telegram refuses the message"


async def test_after_a_flood_answer_nobody_is_written_to_until_the_pause_is_over(
    start: Start, bot_api: BotApi
):
    amira, omar = bot_api.person(), bot_api.person()
    await amira.opens_chat()
    await omar.opens_chat()
    connector = await start()
    bot_api.fail("sendMessage", 429, 1, "Too Many Requests", {"retry_after": 1})
    assert await later(connector, message(amira)) == 1
    assert 0 < await later(connector, message(omar)) <= 1
    await connector.typing(omar.address)
    assert len(bot_api.calls("sendMessage")) == 1
    assert bot_api.calls("sendChatAction") == []
    await asyncio.sleep(1.05)
    await connector.deliver(message(omar))


async def test_a_message_standing_in_line_obeys_a_pause_that_came_meanwhile(
    start: Start, bot_api: BotApi
):
    amira = bot_api.person()
    await amira.opens_chat()
    connector = await start()
    await connector.deliver(message(amira))
    waiting = asyncio.create_task(connector.deliver(message(amira)))
    await asyncio.sleep(0.1)
    connector.limits.hold(30)
    with pytest.raises(TryLater):
        await waiting
    assert len(bot_api.calls("sendMessage")) == 1


async def test_a_flood_answer_without_a_number_means_a_second(start: Start, bot_api: BotApi):
    amira = bot_api.person()
    await amira.opens_chat()
    connector = await start()
    bot_api.fail("sendMessage", 429, 1, "Too Many Requests")
    assert await later(connector, message(amira)) == 1


async def test_when_telegram_is_away_the_pause_is_small_and_grows(start: Start, bot_api: BotApi):
    people = [bot_api.person() for _ in range(5)]
    for person in people:
        await person.opens_chat()
    connector = await start()
    bot_api.drop("sendMessage", 2)
    bot_api.fail("sendMessage", 500, 1)
    bot_api.garble("sendMessage")
    pauses = [await later(connector, message(person)) for person in people[:4]]
    assert pauses == [1, 2, 4, 8]
    assert "sending" in str(connector.describe()["error"])
    await connector.deliver(message(people[4]))
    assert connector.describe()["state"] == "ok"
    bot_api.drop("sendMessage")
    assert await later(connector, message(bot_api.person())) == 1


async def test_a_silent_telegram_is_a_timeout(
    start: Start, bot_api: BotApi, monkeypatch: pytest.MonkeyPatch
):
    amira = bot_api.person()
    await amira.opens_chat()
    connector = await start()
    send = connector.client.send_message

    async def impatient(*arguments: object, **options: object) -> object:
        return await send(*arguments, **options, read_timeout=0.2)  # type: ignore[arg-type]

    monkeypatch.setattr(
        type(connector.client), "send_message", lambda _, *a, **k: impatient(*a, **k)
    )
    bot_api.goes_silent()
    assert await later(connector, message(amira)) == 1
    bot_api.recovers()


async def test_a_token_taken_back_loses_nothing(start: Start, bot_api: BotApi):
    amira = bot_api.person()
    await amira.opens_chat()
    connector = await start()
    bot_api.fail("sendMessage", 401, 1, "Unauthorized")
    assert await later(connector, message(amira)) == 60


async def test_a_chat_that_moved_is_followed_once(start: Start, bot_api: BotApi):
    old = bot_api.group()
    new = old.upgrades()
    new.add_bot()
    connector = await start(limits=FloodLimits(per_chat=50))
    await connector.deliver(message(str(old.id), "umgezogen"))
    assert [seen.text for seen in new.messages] == ["umgezogen"]
    bot_api.fail("sendMessage", 400, 2, "Bad Request: upgraded", {"migrate_to_chat_id": new.id})
    assert await later(connector, message(str(old.id))) == 1


async def test_two_messages_to_one_chat_are_a_second_apart(start: Start, bot_api: BotApi):
    amira = bot_api.person()
    await amira.opens_chat()
    connector = await start()
    bot_api.flood.burst = 1.0
    bot_api.flood.per_chat = 1.05
    began = time.monotonic()
    await connector.deliver(message(amira, "eins"))
    await connector.deliver(message(amira, "zwei"))
    assert time.monotonic() - began >= 0.95
    assert [seen.text for seen in await amira.reads(2)] == ["eins", "zwei"]


async def test_forty_chats_get_less_than_thirty_one_messages_a_second(
    start: Start, bot_api: BotApi
):
    people = [bot_api.person() for _ in range(40)]
    for person in people:
        await person.opens_chat()
    connector = await start()
    await asyncio.gather(*(connector.deliver(message(person)) for person in people))
    at = sorted(call.at for call in bot_api.calls("sendMessage"))
    assert max(sum(t <= other < t + 0.95 for other in at) for t in at) <= 30
    assert all(len(person.messages) == 1 for person in people)


async def test_typing_is_shown_once_in_a_while(start: Start, bot_api: BotApi):
    amira, omar = bot_api.person(), bot_api.person()
    await amira.opens_chat()
    await omar.opens_chat()
    connector = await start()
    for _ in range(3):
        await connector.typing(amira.address)
    await connector.typing(omar.address)
    assert (amira.typing_seen, omar.typing_seen) == (1, 1)
    assert bot_api.calls("sendChatAction")[0].params["action"] == "typing"


async def test_typing_never_raises(start: Start, bot_api: BotApi):
    amira = bot_api.person()
    await amira.opens_chat()
    connector = await start()
    bot_api.drop("sendChatAction")
    await connector.typing(amira.address)
    await connector.typing("no number")
    await connector.typing("999")
    bot_api.fail("sendChatAction", 429, 1, "Too Many Requests", {"retry_after": 7})
    await connector.typing("998")
    assert connector.limits.held() > 6


async def test_a_long_text_arrives_in_parts_that_telegram_takes(start: Start, bot_api: BotApi):
    amira = bot_api.person()
    await amira.opens_chat()
    connector = await start(limits=FloodLimits(per_chat=50))
    bot_api.flood.on = False
    text = "Ein Satz mit 😀. " * 400
    parts = connector.parts(text)
    for part in parts:
        await connector.deliver(message(amira, part))
    seen = await amira.reads(len(parts))
    assert " ".join(one.text for one in seen) == text.strip()
