"""What the web inbox shows of translations, over HTTP."""

from __future__ import annotations

import pytest

from connectors.desk import Author, CaseState, Delivery
from tests.connectors.web.inbox.conftest import Client
from tests.connectors.web.inbox.desk import ANNA, FakeDesk

pytestmark = pytest.mark.asyncio(loop_scope="session")
MINE = {"state": CaseState.CLAIMED, "claimed_by": ANNA}
REPLY = {"language": "de", "who": ANNA.name, "key": "web:1"}


async def test_a_reply_shows_faintly_what_it_says_in_german_again(
    anna: Client, desk: FakeDesk
) -> None:
    await desk.opened(**MINE)
    await desk.said(
        1,
        Author.COUNSELLOR,
        "Kommen Sie nüchtern",
        for_resident="تعال صائما",
        translated=True,
        back="Kommen Sie fastend",
        delivery=Delivery.SENT,
        **REPLY,
    )
    text = (await anna.get("/inbox/1")).text
    assert "↩︎ Kommen Sie fastend" in text
    assert "Trotzdem senden" not in text


async def test_a_held_reply_is_sent_by_a_button(anna: Client, desk: FakeDesk) -> None:
    await desk.opened(**MINE)
    values = {"for_resident": "x", "translated": True, "back": "Kommen Sie ohne Geld", **REPLY}
    await desk.said(1, Author.COUNSELLOR, "Kommen Sie", delivery=Delivery.HELD, **values)
    text = (await anna.get("/inbox/1")).text
    assert "Noch nicht gesendet" in text
    await anna.form("/inbox/1", "/inbox/1/send-anyway", remark="1")
    assert desk.files[1].remarks[0].delivery is Delivery.SENT


async def test_what_is_not_translated_says_why(anna: Client, desk: FakeDesk) -> None:
    await desk.opened("أحتاج طبيبًا", wants_german="Ich brauche einen Arzt", **MINE)
    await desk.said(1, Author.RESIDENT, "مرحبا", untranslated="placeholder")
    await desk.said(1, Author.RESIDENT, "أهلا", pending=True)
    text = (await anna.get("/inbox/1")).text
    assert "eine Zahl, ein Name oder ein Datum wäre verändert worden" in text
    assert "wird übersetzt" in text
    assert text.count("nicht übersetzt") == 1


async def test_a_better_translation_is_written_into_the_case(anna: Client, desk: FakeDesk) -> None:
    await desk.opened(**MINE)
    await desk.said(1, Author.RESIDENT, "مرحبا", german="Halo", translated=True, key="said:1")
    assert "Bessere Übersetzung" in (await anna.get("/inbox/1")).text
    await anna.form("/inbox/1", "/inbox/1/correct", remark="1", text="Hallo")
    assert desk.files[1].remarks[0].german == "Hallo"


async def test_languages_without_a_package_are_named(anna: Client, desk: FakeDesk) -> None:
    desk.lacking = ["ar", "tr"]
    await desk.opened(**MINE)
    assert "Nicht übersetzt wird: Arabisch, Türkisch" in (await anna.get("/inbox")).text
    assert "Nicht übersetzt wird: Arabisch." in (await anna.get("/inbox/1")).text


async def test_translating_back_is_switched_off_for_oneself(anna: Client, desk: FakeDesk) -> None:
    await desk.opened(**MINE)
    assert "Antworten nicht mehr zurückübersetzen" in (await anna.get("/inbox/1")).text
    await anna.form("/inbox/1", "/inbox/1/back", wanted="no")
    assert desk.backs == {ANNA.key: False}
    assert "Antworten zurückübersetzt zeigen" in (await anna.get("/inbox/1")).text
