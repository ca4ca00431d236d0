"""What the group shows of translations, and what counsellors can do about them."""

from __future__ import annotations

import pytest

from connectors.desk import Author, Delivery, Remark
from tests.connectors.telegram.group.conftest import Office
from tests.connectors.telegram.group.desk import AT
from tests.connectors.telegram.group.test_group_buttons import press

pytestmark = pytest.mark.asyncio


def reply(**changes: object) -> Remark:
    values: dict[str, object] = {
        "id": 5,
        "at": AT,
        "author": Author.COUNSELLOR,
        "text": "Kommen Sie nüchtern.",
        "language": "de",
        "who": "Anna",
        "key": "tg:1",
    }
    return Remark(**(values | changes))  # type: ignore[arg-type]


async def test_below_a_reply_stands_faintly_what_it_says_in_german_again(office: Office):
    thread = await office.open()
    anna = office.person()
    written = await anna.sends("Kommen Sie nüchtern.", office.chat, thread)
    told = reply(back="Kommen Sie ohne Frühstück.", key=f"tg:{written.id}")
    await office.tell("rendered", remark=told)
    shown = office.posts(thread)[-1]
    assert shown.text == "↩︎ Zurückübersetzt: Kommen Sie ohne Frühstück."
    assert [entity["type"] for entity in shown.raw["entities"]] == ["italic"]
    assert shown.raw["reply_to_message"]["message_id"] == written.id


async def test_nothing_is_shown_when_it_says_the_same(office: Office):
    thread = await office.open()
    await office.tell("rendered", remark=reply(back="kommen Sie nüchtern"))
    assert office.posts(thread) == []


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("no_package", "kein Übersetzungspaket"),
        ("placeholder", "Eine Zahl, ein Name oder ein Datum"),
        ("repetition", "nicht gut genug"),
    ],
)
async def test_that_a_reply_stayed_german_is_said_with_the_reason(
    office: Office, reason: str, words: str
):
    thread = await office.open()
    await office.tell("rendered", remark=reply(untranslated=reason))
    shown = office.posts(thread)[-1].text
    assert "Nicht übersetzt" in shown
    assert words in shown


async def test_a_held_reply_is_sent_anyway_or_discarded_by_a_button(office: Office):
    thread = await office.open()
    anna = office.person()
    written = await anna.sends("Kommen Sie nüchtern.", office.chat, thread)
    await office.settled()
    held = reply(back="Kommen Sie ohne Geld.", delivery=Delivery.HELD, key=f"tg:{written.id}")
    await office.tell("held", remark=held)
    shown = office.posts(thread)[-1]
    assert "Noch nicht gesendet" in shown.text
    assert "Kommen Sie ohne Geld." in shown.text
    assert shown.titles == ["Trotzdem senden", "Verwerfen"]
    assert await press(office, anna, "Trotzdem senden") == "Gesendet."
    assert "send_anyway" in office.desk.calls
    await office.tell("held", remark=held)
    await press(office, anna, "Verwerfen")
    assert office.desk.texts == []


async def test_what_is_decided_already_is_not_asked_again(office: Office):
    thread = await office.open()
    await office.tell("held", remark=reply(back="x", delivery=Delivery.SENT))
    assert office.posts(thread) == []


async def test_a_reply_from_the_web_inbox_shows_both_in_one_post(office: Office):
    thread = await office.open()
    told = reply(key="web:1", back="Kommen Sie ohne Frühstück.")
    await office.tell("remark", remark=told)
    assert office.posts(thread)[-1].text == (
        "↩️ Anna: Kommen Sie nüchtern.\n↩︎ Zurückübersetzt: Kommen Sie ohne Frühstück."
    )


async def test_a_resident_s_words_say_why_they_are_not_translated(office: Office):
    thread = await office.open()
    heard = reply(author=Author.RESIDENT, text="مرحبا", language="ar", untranslated="script")
    await office.tell("remark", remark=heard)
    assert "(nicht übersetzt, Arabisch) Die Übersetzung war nicht gut genug." in (
        office.posts(thread)[-1].text
    )


async def test_a_better_translation_is_an_answer_to_the_message(office: Office):
    thread = await office.open()
    anna = office.person()
    heard = reply(author=Author.RESIDENT, text="مرحبا", language="ar", german="Halo")
    await office.tell("remark", remark=heard)
    post = office.posts(thread)[-1]
    mine = await anna.sends("Guten Tag", office.chat, thread)
    await anna.sends("/besser Hallo", office.chat, thread, reply_to=post.id)
    await anna.sends("/besser طاب يومك", office.chat, thread, reply_to=mine.id)
    await anna.sends("/besser", office.chat, thread)
    await office.settled()
    assert office.desk.corrections == [(f"post:{post.id}", "Hallo"), (f"tg:{mine.id}", "طاب يومك")]
    assert "So geht es" in office.posts(thread)[-1].text


async def test_translating_back_is_switched_off_by_each_for_themselves(office: Office):
    thread = await office.open()
    anna = office.person()
    for asked, wanted in (("/rück aus", False), ("/rueck an", True)):
        await anna.sends(asked, office.chat, thread)
        await office.settled()
        assert office.desk.backs == {f"telegram:{anna.id}": wanted}
    await anna.sends("/rück vielleicht", office.chat, thread)
    await office.settled()
    assert "/rück an oder /rück aus" in office.posts(thread)[-1].text
