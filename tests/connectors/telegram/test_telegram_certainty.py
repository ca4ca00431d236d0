"""A message whose answer was lost is neither lost nor said twice."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from connectors.desk import Attachment
from connectors.messages import Button, OutboundMessage, TryLater, Undeliverable
from connectors.telegram.certainty import MOST_TRIED
from connectors.telegram.connector import TelegramConnector
from connectors.telegram.limits import FloodLimits
from connectors.telegram.numbers import Numbers
from tests.botapi.api import BotApi
from tests.botapi.people import Person
from tests.connectors.telegram.conftest import Inbox, Start

pytestmark = pytest.mark.asyncio


def message(
    to: Person, text: str = "Hallo", outbox_id: int = 1, reply_to: str | None = None
) -> OutboundMessage:
    buttons = (Button("Ja", "/affirm"),)
    return OutboundMessage(outbox_id, to.address, text, "de", buttons, reply_to)


def quick() -> FloodLimits:
    return FloodLimits(overall=2000, per_chat=500)


async def greeted(bot_api: BotApi, inbox: Inbox, *names: str) -> list[Person]:
    """People who wrote something that was received."""
    bot_api.flood.on = False
    people = [bot_api.person(first_name=name) for name in names]
    for person in people:
        await person.sends("Moin")
    await bot_api.until(lambda: len(inbox.messages) == len(people))
    return people


async def insist(connector: TelegramConnector, out: OutboundMessage) -> str:
    """Deliver as the application does: again after every TryLater, only sooner."""
    while True:
        try:
            return await connector.deliver(out)
        except TryLater:
            await asyncio.sleep(0)


@pytest.mark.parametrize(
    ("trouble", "tries"),
    [
        (lambda api: api.drop("sendMessage", after=True), 1),
        (lambda api: api.garble("sendMessage"), 1),
        (lambda api: api.drop("sendMessage"), 2),
        (lambda api: api.fail("sendMessage", 502), 2),
        (lambda api: api.fail("sendMessage", 429, 1, "Too Many", {"retry_after": 1}), 2),
    ],
    ids=["answer cut", "answer garbled", "call cut", "bad gateway", "flood"],
)
async def test_a_message_arrives_once_whatever_happens_to_the_answer(
    start: Start, bot_api: BotApi, inbox: Inbox, trouble: Callable[[BotApi], None], tries: int
):
    connector = await start(limits=quick())
    (amira,) = await greeted(bot_api, inbox, "Amira")
    trouble(bot_api)
    sent = await insist(connector, message(amira))
    (seen,) = amira.messages
    assert sent == str(seen.id)
    assert seen.titles == ["Ja"]
    assert len(bot_api.calls("sendMessage")) == tries
    assert "edit_date" not in seen.raw


async def test_an_answer_lost_over_and_over_still_means_one_message(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    connector = await start(limits=quick())
    (amira,) = await greeted(bot_api, inbox, "Amira")
    bot_api.drop("sendMessage", 2)
    bot_api.drop("editMessageText", 2)
    bot_api.drop("sendMessage", 1, after=True)
    await insist(connector, message(amira))
    assert [seen.text for seen in amira.messages] == ["Hallo"]


async def test_others_who_write_and_are_written_to_meanwhile_do_not_matter(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    connector = await start(limits=quick())
    amira, omar = await greeted(bot_api, inbox, "Amira", "Omar")
    bot_api.drop("sendMessage", after=True)
    with pytest.raises(TryLater):
        await connector.deliver(message(amira))
    for number in range(5):
        await omar.sends("noch etwas")
        await connector.deliver(message(omar, f"Antwort {number}", number))
    await amira.sends("Hallo?")
    await bot_api.until(lambda: len(inbox.messages) == 8)
    await insist(connector, message(amira))
    assert [seen.text for seen in amira.messages] == ["Hallo"]
    assert [seen.text for seen in omar.messages] == [f"Antwort {n}" for n in range(5)]


async def test_earlier_messages_with_the_same_words_are_not_taken_for_it(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    connector = await start(limits=quick())
    (amira,) = await greeted(bot_api, inbox, "Amira")
    await connector.deliver(message(amira, "Hallo", 1))
    bot_api.drop("sendMessage")
    await insist(connector, message(amira, "Hallo", 2))
    assert [seen.text for seen in amira.messages] == ["Hallo", "Hallo"]


async def test_nothing_is_tried_when_nothing_is_known(start: Start, bot_api: BotApi):
    amira = bot_api.person()
    await amira.opens_chat()
    connector = await start(limits=quick())
    bot_api.drop("sendMessage")
    await insist(connector, message(amira))
    assert bot_api.calls("editMessageText") == []


async def test_only_ids_after_the_last_known_one_are_tried_and_not_many(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    connector = await start(limits=quick())
    (amira,) = await greeted(bot_api, inbox, "Amira")
    last = int(await connector.deliver(message(amira)))
    assert await connector.arrived(message(amira, "nie gesagt", 2), str(last)) is None
    tried = [int(call.params["message_id"]) for call in bot_api.calls("editMessageText")]
    assert tried == list(range(last + 1, last + 1 + MOST_TRIED))


async def test_when_nothing_could_be_sent_nothing_is_doubted(start: Start, bot_api: BotApi):
    amira = bot_api.person()
    connector = await start(api_url="http://127.0.0.1:9", patience=0.1)
    with pytest.raises(TryLater) as caught:
        await connector.deliver(message(amira))
    assert type(caught.value) is TryLater


# After a restart


async def test_after_a_restart_a_message_that_arrived_is_found(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    first = await start(limits=quick())
    (amira,) = await greeted(bot_api, inbox, "Amira")
    older = first.newest(amira.address)
    sent = await first.deliver(message(amira))
    await first.stop()
    second = await start(limits=quick())
    assert await second.arrived(message(amira), older) == sent
    assert await second.arrived(message(amira, "etwas anderes"), sent) is None


async def test_the_message_it_answers_is_enough_to_know(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    first = await start(limits=quick())
    (amira,) = await greeted(bot_api, inbox, "Amira")
    out = message(amira, reply_to=inbox.messages[0].message_id)
    sent = await first.deliver(out)
    second = await start(limits=quick())
    assert await second.arrived(out, None) == sent
    assert await second.arrived(message(amira), None) is None
    assert await second.arrived(message(amira, reply_to="c4200000000000001"), None) is None


async def test_trouble_while_looking_is_passed_on(start: Start, bot_api: BotApi, inbox: Inbox):
    connector = await start(limits=quick())
    (amira,) = await greeted(bot_api, inbox, "Amira")
    older = connector.newest(amira.address)
    bot_api.drop("editMessageText")
    with pytest.raises(TryLater):
        await connector.arrived(message(amira), older)
    await amira.blocks_bot()
    with pytest.raises(Undeliverable):
        await connector.arrived(message(amira), older)


async def test_changes_can_simply_be_repeated(start: Start, bot_api: BotApi, inbox: Inbox):
    connector = await start(limits=quick())
    (amira,) = await greeted(bot_api, inbox, "Amira")
    change = OutboundMessage(2, amira.address, "neu", "de", changes="1")
    assert await connector.arrived(change, "1") is None


async def test_an_address_that_is_no_chat_has_no_newest_message(start: Start):
    connector = await start()
    assert connector.newest("keine Zahl") is None
    assert connector.newest("712345678") is None


@pytest.mark.parametrize("after", [False, True])
async def test_a_photo_whose_answer_is_lost_arrives_once(
    start: Start, bot_api: BotApi, inbox: Inbox, after: bool
):
    connector = await start(limits=quick())
    (amira,) = await greeted(bot_api, inbox, "Amira")
    stored = bot_api.on_server(bot_api.state.add_file, "photos", "x", b"abc")
    photo = Attachment("photo", stored["file_id"])
    out = OutboundMessage(1, amira.address, "Ihr Brief", "de", attachment=photo)
    bot_api.drop("sendPhoto", after=after)
    await insist(connector, out)
    assert [seen.text for seen in amira.messages] == ["Ihr Brief"]


async def test_a_sticker_whose_answer_is_lost_arrives_once(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    connector = await start(limits=quick())
    (amira,) = await greeted(bot_api, inbox, "Amira")
    stored = bot_api.on_server(bot_api.state.add_file, "stickers", "x", b"abc")
    sticker = Attachment("sticker", stored["file_id"])
    bot_api.drop("sendSticker", after=True)
    await insist(connector, OutboundMessage(1, amira.address, "", "de", attachment=sticker))
    assert len(amira.messages) == 1


async def test_numbers_count_supergroups_apart_and_forget_nothing_soon():
    numbers = Numbers()
    numbers.note(712345678, 50)
    numbers.note(-987654321, 40)
    numbers.note(-1001234567890, 7)
    assert numbers.newest(712345679) == 50
    assert numbers.newest(-1001234567890) == 7
    assert numbers.newest(-1009999999999) == 0
    assert numbers.knows(1, 40)
    assert not numbers.knows(-1001234567890, 40)
    for number in range(25_000):
        numbers.note(1, number)
    assert not numbers.knows(1, 40)
    assert numbers.newest(1) == 24_999
