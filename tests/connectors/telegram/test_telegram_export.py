"""A file made for a resident is uploaded, once, whatever happens to the answer."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable

import pytest

from connectors.desk import Attachment
from connectors.messages import EXPORT, Button, File, OutboundMessage, TryLater, Undeliverable
from connectors.telegram.connector import TelegramConnector
from connectors.telegram.limits import FloodLimits
from tests.botapi.api import BotApi
from tests.botapi.people import Person
from tests.connectors.telegram.conftest import Inbox, Start

pytestmark = pytest.mark.asyncio


def out(
    to: Person, content: bytes = b"<p>alles</p>", text: str = "Hier ist alles"
) -> OutboundMessage:
    buttons = (Button("Ja", "/affirm"),)
    file = File("lotse-2026-11-22.html", content)
    kept = Attachment(EXPORT, "")
    return OutboundMessage(1, to.address, text, "de", buttons, attachment=kept, file=file)


async def greeted(start: Start, bot_api: BotApi, inbox: Inbox) -> tuple[TelegramConnector, Person]:
    """Somebody who wrote something that was received."""
    connector = await start(limits=FloodLimits(overall=2000, per_chat=500))
    bot_api.flood.on = False
    amira = bot_api.person()
    await amira.sends("/mydata")
    await bot_api.until(lambda: inbox.messages)
    return connector, amira


async def insist(connector: TelegramConnector, make: Callable[[], OutboundMessage]) -> str:
    """Deliver as the application does: again after every TryLater, with a file made anew."""
    while True:
        try:
            return await connector.deliver(make())
        except TryLater:
            await asyncio.sleep(0)


async def test_the_file_arrives_with_its_name_its_words_and_its_buttons(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    connector, amira = await greeted(start, bot_api, inbox)
    sent = await connector.deliver(out(amira, "<p>Grüße, مرحبا</p>".encode()))
    (seen,) = amira.messages
    assert (seen.text, seen.titles, str(seen.id)) == ("Hier ist alles", ["Ja"], sent)
    assert amira.opens(seen) == ("lotse-2026-11-22.html", "<p>Grüße, مرحبا</p>".encode())
    assert seen.raw["document"]["mime_type"] == "text/html"


@pytest.mark.parametrize(
    ("trouble", "tries"),
    [
        (lambda api: api.drop("sendDocument", after=True), 1),
        (lambda api: api.garble("sendDocument"), 1),
        (lambda api: api.drop("sendDocument"), 2),
        (lambda api: api.fail("sendDocument", 502), 2),
        (lambda api: api.fail("sendDocument", 429, 1, "Too Many", {"retry_after": 1}), 2),
    ],
    ids=["answer cut", "answer garbled", "call cut", "bad gateway", "flood"],
)
async def test_the_file_arrives_once_although_it_is_made_anew_for_each_try(
    start: Start,
    bot_api: BotApi,
    inbox: Inbox,
    trouble: Callable[[BotApi], None],
    tries: int,
):
    connector, amira = await greeted(start, bot_api, inbox)
    trouble(bot_api)
    made = itertools.count()
    sent = await insist(connector, lambda: out(amira, f"<p>{next(made)}</p>".encode()))
    (seen,) = amira.messages
    assert sent == str(seen.id)
    assert len(bot_api.calls("sendDocument")) == tries
    assert "edit_date" not in seen.raw


async def test_after_a_restart_the_file_that_arrived_is_found_by_its_words(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    connector, amira = await greeted(start, bot_api, inbox)
    known = inbox.messages[0].message_id
    sent = await connector.deliver(out(amira))
    await connector.stop()
    again = await start(limits=FloodLimits(overall=2000, per_chat=500))
    kept = Attachment(EXPORT, "")
    promised = OutboundMessage(
        1, amira.address, "Hier ist alles", "de", (Button("Ja", "/affirm"),), attachment=kept
    )
    assert await again.arrived(promised, known) == sent
    assert await again.arrived(out(amira, text="Etwas anderes"), sent) is None


async def test_a_promise_without_a_file_is_not_sent_as_something_else(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    connector, amira = await greeted(start, bot_api, inbox)
    kept = Attachment(EXPORT, "")
    with pytest.raises(Undeliverable):
        await connector.deliver(OutboundMessage(1, amira.address, "?", "de", attachment=kept))
    assert amira.messages == []


async def test_words_too_long_for_a_caption_go_before_the_file(
    start: Start, bot_api: BotApi, inbox: Inbox
):
    connector, amira = await greeted(start, bot_api, inbox)
    sent = await connector.deliver(out(amira, text="я" * 1025))
    words, file = amira.messages
    assert (len(words.text), amira.opens(file)[1]) == (1025, b"<p>alles</p>")
    assert sent == f"{words.id}+{file.id}"
