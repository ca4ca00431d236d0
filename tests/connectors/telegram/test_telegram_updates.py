"""What becomes of the updates Telegram delivers."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Update

from connectors.desk import Attachment
from connectors.messages import InboundMessage, MessageKind
from connectors.telegram.updates import inbound

CHAT = {"id": 712345678, "type": "private", "first_name": "Amira"}
USER = {"id": 712345678, "is_bot": False, "first_name": "Amira", "language_code": "ar"}
FILE = {"file_id": "f", "file_unique_id": "u"}
SIZED = FILE | {"width": 9, "height": 9}
PLACE = {"latitude": 53.1, "longitude": 8.7}


def message(**content: Any) -> dict[str, Any]:
    return {"message_id": 7, "date": 1700000000, "chat": CHAT, "from": USER} | content


def read(kind: str = "message", **content: Any) -> InboundMessage | None:
    return inbound(Update.de_json({"update_id": 1, kind: message(**content)}, None))


def got(kind: str = "message", **content: Any) -> InboundMessage:
    found = read(kind, **content)
    assert found is not None
    return found


def pressed(chat: dict[str, Any], **changes: Any) -> InboundMessage | None:
    query = {"id": "99", "from": USER, "chat_instance": "1", "data": "/midwife"}
    query |= {"message": message(text="?", chat=chat)} | changes
    return inbound(Update.de_json({"update_id": 1, "callback_query": query}, None))


def test_a_text_keeps_its_words_its_chat_and_its_number():
    found = got(text="أحتاج طبيبًا")
    assert (found.channel, found.address, found.message_id) == ("telegram", "712345678", "m7")
    assert (found.kind, found.text, found.edited) == (MessageKind.TEXT, "أحتاج طبيبًا", False)
    assert found.language == "ar"
    assert found.received_at.tzinfo is not None


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"voice": FILE | {"duration": 1}}, MessageKind.VOICE),
        ({"audio": FILE | {"duration": 1}}, MessageKind.VOICE),
        ({"video": SIZED | {"duration": 1}}, MessageKind.VIDEO),
        ({"video_note": FILE | {"duration": 1, "length": 9}}, MessageKind.VIDEO),
        ({"animation": SIZED | {"duration": 1}, "document": FILE}, MessageKind.VIDEO),
        ({"photo": [SIZED, SIZED]}, MessageKind.PHOTO),
        (
            {"sticker": SIZED | {"type": "regular", "is_animated": False, "is_video": False}},
            MessageKind.STICKER,
        ),
        ({"document": FILE}, MessageKind.FILE),
        ({"contact": {"phone_number": "+49421", "first_name": "B"}}, MessageKind.CONTACT),
        ({"location": PLACE}, MessageKind.LOCATION),
        ({"venue": {"location": PLACE, "title": "t", "address": "a"}}, MessageKind.LOCATION),
        ({"dice": {"emoji": "🎲", "value": 3}}, MessageKind.OTHER),
        ({"something_of_next_year": {"a": 1}}, MessageKind.OTHER),
    ],
)
def test_every_kind_of_content_is_named(content: dict[str, Any], kind: MessageKind):
    assert got(**content).kind is kind


def test_a_caption_is_the_text_of_a_photo():
    found = got(photo=[SIZED], caption="Was ist das für ein Brief?")
    assert (found.kind, found.text) == (MessageKind.PHOTO, "Was ist das für ein Brief?")


NAMED = FILE | {"file_name": "brief.pdf", "file_size": 77}


@pytest.mark.parametrize(
    ("content", "attachment"),
    [
        (
            {"photo": [SIZED | {"file_id": "small"}, SIZED | {"file_size": 9}]},
            Attachment("photo", "f", "", 9),
        ),
        ({"voice": FILE | {"duration": 1}}, Attachment("voice", "f")),
        ({"audio": NAMED | {"duration": 1}}, Attachment("voice", "audio:f", "brief.pdf", 77)),
        ({"video": SIZED | {"duration": 1}}, Attachment("video", "f")),
        (
            {"video_note": FILE | {"duration": 1, "length": 9}},
            Attachment("video", "video_note:f"),
        ),
        (
            {"animation": SIZED | {"duration": 1}, "document": FILE},
            Attachment("video", "animation:f"),
        ),
        ({"document": NAMED}, Attachment("file", "f", "brief.pdf", 77)),
        (
            {"sticker": SIZED | {"type": "regular", "is_animated": False, "is_video": False}},
            Attachment("sticker", "f"),
        ),
        ({"text": "x"}, None),
        ({"location": PLACE}, None),
        ({"contact": {"phone_number": "1", "first_name": "A"}}, None),
    ],
)
def test_an_attachment_is_named_by_what_telegram_finds_it_by(
    content: dict[str, Any], attachment: Attachment | None
):
    assert got(**content).attachment == attachment


def test_an_edit_names_the_message_it_changes():
    assert got("edited_message", text="neu", edit_date=1700000060).edits == "m7"
    assert got(text="alt").edits is None


@pytest.mark.parametrize(
    "content", [{"location": PLACE}, {"venue": {"location": PLACE, "title": "t", "address": "a"}}]
)
def test_a_location_has_degrees(content: dict[str, Any]):
    found = got(**content)
    assert (found.latitude, found.longitude) == (53.1, 8.7)


def test_an_edit_has_an_id_of_its_own():
    found = got("edited_message", text="neu", edit_date=1700000060)
    assert (found.message_id, found.edited, found.text) == ("e7.1700000060", True, "neu")


def test_a_live_location_that_moves_on_says_nothing_new():
    assert read("edited_message", location=PLACE, edit_date=1700000060) is None


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("/start", "/start"),
        ("/start@lotse_bot", "/start"),
        ("/start@lotse_bot de-grohn", "/start de-grohn"),
        ("/start de-grohn", "/start de-grohn"),
        ("/delete@Lotse_Bot\nbitte", "/delete\nbitte"),
        ("/help me@example.org", "/help me@example.org"),
        ("schreib an /x@example.org", "schreib an /x@example.org"),
        ("/x@example.org", "/x@example.org"),
    ],
)
def test_a_command_loses_only_the_name_of_the_bot(typed: str, read_as: str):
    assert got(text=typed).text == read_as


@pytest.mark.parametrize(
    ("code", "language"),
    [("de", "de"), ("pt-br", "pt"), ("DE-at", "de"), ("fil", None), ("", None), (None, None)],
)
def test_the_language_has_two_letters_or_is_unknown(code: str | None, language: str | None):
    user = {"id": 1, "is_bot": False, "first_name": "A", "language_code": code}
    assert got(text="x", **{"from": user}).language == language


def test_a_button_press_carries_its_payload():
    found = pressed(CHAT)
    assert found is not None
    assert (found.kind, found.text, found.message_id) == (MessageKind.BUTTON, "/midwife", "c99")
    assert (found.address, found.language) == ("712345678", "ar")


def test_a_press_below_a_very_old_message_still_counts():
    old = {"chat": CHAT, "message_id": 3, "date": 0}
    assert pressed(CHAT, message=old) is not None


@pytest.mark.parametrize("changes", [{"message": None}, {"data": None, "game_short_name": "g"}])
def test_a_press_without_chat_or_payload_is_not_for_us(changes: dict[str, Any]):
    assert pressed(CHAT, **changes) is None


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
def test_only_private_chats_are_for_us(kind: str):
    chat = {"id": -100, "type": kind, "title": "T"}
    assert read(text="hallo", chat=chat) is None
    assert pressed(chat) is None
    assert read("channel_post", text="hallo", chat=chat) is None


def test_notices_that_nobody_wrote_are_not_for_us():
    assert read(pinned_message=message(text="x")) is None
    assert read(write_access_allowed={"from_request": True}) is None


def test_membership_changes_are_not_for_us():
    assert inbound(Update(update_id=1)) is None


def test_what_no_database_can_store_is_left_out():
    assert got(text="a\x00b\ud83dc").text == "abc"
