"""Photos, voice and files to residents, and messages that are changed or taken back."""

from __future__ import annotations

from typing import Any

import pytest

from connectors.desk import Attachment
from connectors.messages import Button, OutboundMessage, Undeliverable
from connectors.telegram.connector import TelegramConnector
from connectors.telegram.limits import FloodLimits
from tests.botapi.api import BotApi
from tests.botapi.people import Person
from tests.connectors.telegram.conftest import Inbox, Start

pytestmark = pytest.mark.asyncio


@pytest.fixture
def amira(bot_api: BotApi) -> Person:
    bot_api.flood.on = False
    return bot_api.person()


async def ready(start: Start, amira: Person) -> TelegramConnector:
    await amira.opens_chat()
    return await start(limits=FloodLimits(overall=2000, per_chat=500))


def out(to: Person, text: str = "", **rest: Any) -> OutboundMessage:
    return OutboundMessage(rest.pop("outbox_id", 1), to.address, text, "de", **rest)


def stored(bot_api: BotApi, folder: str, kind: str, prefix: str = "") -> Attachment:
    file = bot_api.on_server(bot_api.state.add_file, folder, "x", b"abc")
    return Attachment(kind, f"{prefix}{file['file_id']}")


async def refused(connector: TelegramConnector, message: OutboundMessage) -> str:
    with pytest.raises(Undeliverable) as caught:
        await connector.deliver(message)
    return str(caught.value)


@pytest.mark.parametrize(
    ("kind", "prefix", "folder", "shown"),
    [
        ("photo", "", "photos", "photo"),
        ("voice", "", "voice", "voice"),
        ("video", "", "videos", "video"),
        ("file", "", "documents", "document"),
        ("voice", "audio:", "music", "audio"),
    ],
)
async def test_an_attachment_is_sent_again_as_what_it_was(
    start: Start, bot_api: BotApi, amira: Person, kind: str, prefix: str, folder: str, shown: str
):
    connector = await ready(start, amira)
    attachment = stored(bot_api, folder, kind, prefix)
    buttons = (Button("Ja", "/affirm"),)
    sent = await connector.deliver(out(amira, "Ihr Brief", attachment=attachment, buttons=buttons))
    (seen,) = amira.messages
    assert shown in seen.raw
    assert (seen.text, seen.titles, str(seen.id)) == ("Ihr Brief", ["Ja"], sent)


async def test_a_text_too_long_for_a_caption_goes_before_the_photo(
    start: Start, bot_api: BotApi, amira: Person
):
    connector = await ready(start, amira)
    photo = stored(bot_api, "photos", "photo")
    sent = await connector.deliver(out(amira, "я" * 1025, attachment=photo))
    words, picture = amira.messages
    assert len(words.text) == 1025
    assert "photo" in picture.raw
    assert sent == f"{words.id}+{picture.id}"
    await connector.deliver(out(amira, "kurz", changes=sent))
    assert amira.messages[0].text == "kurz"
    await connector.deliver(out(amira, changes=sent, recall=True))
    assert amira.messages == []


async def test_when_the_photo_fails_the_words_are_not_repeated(
    start: Start, bot_api: BotApi, amira: Person
):
    connector = await ready(start, amira)
    message = out(amira, "я" * 1025, attachment=stored(bot_api, "photos", "photo"))
    bot_api.fail("sendPhoto", 500, 1)
    with pytest.raises(Exception, match="NetworkError"):
        await connector.deliver(message)
    await connector.deliver(message)
    assert len(amira.messages) == 2


async def test_a_round_video_has_its_words_before_it(start: Start, bot_api: BotApi, amira: Person):
    connector = await ready(start, amira)
    video = stored(bot_api, "video_notes", "video", "video_note:")
    await connector.deliver(out(amira, "Bitte ansehen", attachment=video))
    words, picture = amira.messages
    assert words.text == "Bitte ansehen"
    assert "video_note" in picture.raw


async def test_a_file_telegram_does_not_know_and_an_unknown_kind_are_undeliverable(
    start: Start, amira: Person
):
    connector = await ready(start, amira)
    photo = Attachment("photo", "unbekannt")
    assert "file" in await refused(connector, out(amira, attachment=photo))
    contact = Attachment("contact", "x")
    assert "kind" in await refused(connector, out(amira, attachment=contact))


async def test_somebody_who_takes_no_voice_messages(start: Start, bot_api: BotApi, amira: Person):
    connector = await ready(start, amira)
    bot_api.fail("sendVoice", 400, 1, "Bad Request: VOICE_MESSAGES_FORBIDDEN")
    voice = stored(bot_api, "voice", "voice")
    assert "no voice" in await refused(connector, out(amira, attachment=voice))


# Changing


async def test_a_message_becomes_another_one(start: Start, amira: Person):
    connector = await ready(start, amira)
    sent = await connector.deliver(out(amira, "Guten Tg", buttons=(Button("Ja", "/affirm"),)))
    again = await connector.deliver(out(amira, "Guten Tag", changes=sent, outbox_id=2))
    (seen,) = amira.messages
    assert (seen.text, seen.titles, again) == ("Guten Tag", [], sent)


async def test_a_change_done_already_is_fine(start: Start, amira: Person):
    connector = await ready(start, amira)
    sent = await connector.deliver(out(amira, "Guten Tag"))
    assert await connector.deliver(out(amira, "Guten Tag", changes=sent)) == sent
    assert await connector.deliver(out(amira, "Guten Tag", changes=f"m{sent}")) == f"m{sent}"


async def test_words_below_a_photo_are_changed_with_and_without_naming_the_photo(
    start: Start, bot_api: BotApi, amira: Person
):
    connector = await ready(start, amira)
    photo = stored(bot_api, "photos", "photo")
    sent = await connector.deliver(out(amira, "eins", attachment=photo))
    await connector.deliver(out(amira, "zwei", attachment=photo, changes=sent))
    assert amira.messages[0].text == "zwei"
    await connector.deliver(out(amira, "drei", changes=sent))
    assert amira.messages[0].text == "drei"


@pytest.mark.parametrize("changes", ["999", "keine Zahl", ""])
async def test_a_message_that_is_not_there_cannot_be_changed(
    start: Start, amira: Person, changes: str
):
    connector = await ready(start, amira)
    await refused(connector, out(amira, "neu", changes=changes))


async def test_a_message_of_the_resident_cannot_be_changed(start: Start, amira: Person):
    connector = await ready(start, amira)
    theirs = await amira.sends("meins")
    assert "changed" in await refused(connector, out(amira, "neu", changes=str(theirs.id)))


# Taking back


async def test_a_message_is_taken_back_and_twice_is_fine(start: Start, amira: Person):
    connector = await ready(start, amira)
    sent = await connector.deliver(out(amira, "Versehen"))
    for _ in range(2):
        assert await connector.deliver(out(amira, changes=sent, recall=True)) == sent
    assert amira.messages == []


async def test_a_message_of_three_days_ago_stays(start: Start, bot_api: BotApi, amira: Person):
    connector = await ready(start, amira)
    sent = await connector.deliver(out(amira, "Versehen"))
    bot_api.state.chats[amira.id].messages[int(sent)]["date"] -= 3 * 24 * 3600
    assert "too old" in await refused(connector, out(amira, changes=sent, recall=True))
    assert len(amira.messages) == 1


async def test_taking_back_needs_a_message_and_a_chat(start: Start, amira: Person):
    connector = await ready(start, amira)
    await refused(connector, out(amira, recall=True))
    nobody = OutboundMessage(1, "999999999", "", "de", changes="1", recall=True)
    assert await refused(connector, nobody) == "the chat does not exist"


# Receiving


async def test_what_residents_attach_can_be_sent_on(
    start: Start, bot_api: BotApi, inbox: Inbox, amira: Person
):
    connector = await ready(start, amira)
    await amira.sends_photo("Mein Brief")
    await amira.sends_voice()
    await amira.sends_document("brief.pdf")
    await bot_api.until(lambda: len(inbox.messages) == 3)
    for number, message in enumerate(inbox.messages):
        sent = out(amira, message.text, attachment=message.attachment, outbox_id=number)
        await connector.deliver(sent)
    assert [
        sorted(seen.raw.keys() & {"photo", "voice", "document"}) for seen in amira.messages
    ] == [
        ["photo"],
        ["voice"],
        ["document"],
    ]
