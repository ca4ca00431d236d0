"""What the group sees of cases."""

from __future__ import annotations

import pytest

from connectors.desk import Attachment, Author, CaseState, Counsellor, Outcome, Remark
from connectors.messages import Undeliverable
from tests.connectors.telegram.group.conftest import Office
from tests.connectors.telegram.group.desk import AT, case

pytestmark = pytest.mark.asyncio

ANNA = Counsellor("telegram:1", "Anna")


def said(text: str = "مرحبا", **changes: object) -> Remark:
    values: dict[str, object] = {
        "id": 1,
        "at": AT,
        "author": Author.RESIDENT,
        "text": text,
        "language": "ar",
        "german": "Guten Tag",
        "translated": True,
    }
    return Remark(**(values | changes))  # type: ignore[arg-type]


async def test_a_case_gets_a_topic_with_a_pinned_card(office: Office):
    thread = await office.open()
    assert office.chat.topics == {thread: ("#12 · Arabisch · Hebamme", False)}
    card = office.card()
    assert office.chat.pinned == [card.id]
    assert card.thread == thread
    for words in ("12", "Arabisch", "Hebamme, Schwangerschaft", "Gröpelingen", "10.03. 14:05"):
        assert words in card.text
    assert card.text.index("Ich brauche eine Hebamme") < card.text.index("أحتاج قابلة")
    assert card.titles == ["Übernehmen", "Fertige Antwort", "Notiz", "Originale zeigen"]


async def test_a_title_has_at_most_128_characters(office: Office):
    await office.tell("open", case(topic="x" * 200))
    ((title, _),) = office.chat.topics.values()
    assert len(title) == 128


async def test_what_a_resident_wants_is_marked_when_it_is_not_translated(office: Office):
    await office.tell("open", case(wants_german=None))
    assert "nicht übersetzt, Arabisch" in office.card().text


async def test_a_very_long_wish_still_fits_on_the_card(office: Office):
    await office.tell("open", case(wants="я" * 9000, wants_german="w" * 9000))
    assert len(office.card().text) < 4096


@pytest.mark.parametrize(
    ("changes", "shown", "titles"),
    [
        (
            {"state": CaseState.CLAIMED, "claimed_by": ANNA},
            "bei Anna",
            [
                "Abschließen",
                "Weitergeben",
                "Fertige Antwort",
                "Freigeben",
                "Notiz",
                "Originale zeigen",
            ],
        ),
        (
            {"state": CaseState.CLOSED, "outcome": Outcome.REFERRED},
            "weitervermittelt",
            ["Wieder öffnen", "Originale zeigen"],
        ),
        ({"state": CaseState.EXPIRED}, "abgelaufen", ["Wieder öffnen", "Originale zeigen"]),
    ],
)
async def test_the_card_follows_the_case(
    office: Office, changes: dict[str, object], shown: str, titles: list[str]
):
    await office.open()
    before = office.card().id
    await office.tell("card", case(**changes))
    assert office.card().id == before
    assert shown in office.card().text
    assert office.card().titles == titles


async def test_a_card_that_did_not_change_is_fine(office: Office):
    await office.open()
    await office.tell("card")
    await office.tell("card")
    assert office.posts(office.places[12].thread) == []


async def test_the_title_follows_the_topic(office: Office):
    thread = await office.open()
    await office.tell("card", case(topic="find_doctor"))
    assert office.chat.topics[thread][0] == "#12 · Arabisch · Arzt finden"


@pytest.mark.parametrize(
    ("remark", "lines"),
    [
        (said(), ["💬 Guten Tag", "", "Original (Arabisch):", "مرحبا"]),
        (said(german=None, translated=False), ["💬 مرحبا", "", "(nicht übersetzt, Arabisch)"]),
        (said("Moin", language="de", german=None, translated=False), ["💬 Moin"]),
        (said("Hallo", author=Author.LOTSE, language="de"), ["🤖 Lotse schrieb: Guten Tag"]),
        (said("Ja", author=Author.COUNSELLOR, who="Bernd", language="de"), ["↩️ Bernd: Ja"]),
        (said("Hm", author=Author.NOTE, who="Bernd"), ["📝 Notiz von Bernd: Hm"]),
        (said("Moin", language="de", edited=True), ["✏️ geändert", "💬 Moin"]),
    ],
)
async def test_what_was_said_is_posted_with_its_author(
    office: Office, remark: Remark, lines: list[str]
):
    thread = await office.open()
    told = await office.tell("remark", remark=remark)
    (post,) = office.posts(thread)
    assert post.text.splitlines() == lines
    assert post.id == told.post


async def test_a_long_message_is_posted_in_parts_and_known_by_the_first(office: Office):
    thread = await office.open()
    told = await office.tell("remark", remark=said("слово " * 1500))
    posts = office.posts(thread)
    assert len(posts) == 3
    assert told.post == posts[0].id


@pytest.mark.parametrize("kind", ["photo", "voice", "video", "file"])
async def test_an_attachment_is_sent_on_by_its_file_id(office: Office, kind: str):
    thread = await office.open()
    folder = {"photo": "photos", "voice": "voice", "video": "videos", "file": "documents"}[kind]
    stored = office.api.on_server(office.api.state.add_file, folder, "x", b"abc")
    attachment = Attachment(kind, stored["file_id"])
    await office.tell("remark", remark=said("", attachment=attachment))
    await office.tell("remark", remark=said(attachment=attachment))
    bare, worded = office.posts(thread)
    assert bare.text == ""
    assert worded.text.startswith("💬 Guten Tag")
    assert {"photo", "voice", "video", "document"} & worded.raw.keys()


async def test_an_attachment_telegram_no_longer_knows_is_said_to_be_lost(office: Office):
    thread = await office.open()
    remark = said(attachment=Attachment("photo", "unknown"))
    told = await office.tell("remark", remark=remark)
    (post,) = office.posts(thread)
    assert post.id == told.post
    assert "Guten Tag" in post.text
    assert "Anhang konnte nicht" in post.text


async def test_an_edit_changes_the_post(office: Office):
    thread = await office.open()
    told = await office.tell("remark", remark=said())
    changed = said("مساء", german="Guten Abend", edited=True)
    again = await office.tell("edited", remark=changed, post=str(told.post))
    (post,) = office.posts(thread)
    assert again.post == told.post
    assert post.text.startswith("✏️ geändert\n💬 Guten Abend")


async def test_an_edit_of_a_post_that_is_gone_is_posted_anew(office: Office):
    thread = await office.open()
    told = await office.tell("edited", remark=said(edited=True), post="9999")
    assert [post.id for post in office.posts(thread)] == [told.post]


async def test_a_recalled_reply_loses_its_words(office: Office):
    thread = await office.open()
    colleague = said("geheim", author=Author.COUNSELLOR, who="Bernd", language="de")
    told = await office.tell("remark", remark=colleague)
    await office.tell("recalled", remark=colleague, post=str(told.post))
    await office.tell("recalled", remark=colleague)
    posts = office.posts(thread)
    assert len(posts) == 2
    assert all("Zurückgenommen" in post.text for post in posts)


async def test_what_could_not_be_delivered_is_said(office: Office):
    thread = await office.open()
    await office.tell("failed", remark=said("Bringen Sie die Karte mit"), reason="blocked")
    await office.tell("failed", remark=said("x" * 500))
    first, second = office.posts(thread)
    assert "„Bringen Sie die Karte mit“" in first.text
    assert "blockiert" in first.text
    assert len(second.text) < 150


async def test_waiting_cases_are_recalled_to_mind_and_then_to_everybody(office: Office):
    thread = await office.open()
    await office.tell("remind", minutes="10")
    await office.tell("escalate", minutes="30")
    remind, escalate = office.posts(thread)
    assert remind.text == "⏰ Fall 12 wartet seit 10 Minuten."
    assert "30 Minuten" in escalate.text
    (general,) = office.posts(None)
    assert f"/{thread}" in general.text
    assert "Hebamme" in general.text


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        ("1", "einer Minute"),
        ("119", "119 Minuten"),
        ("120", "2 Stunden"),
        ("2119", "35 Stunden"),
        ("2880", "2 Tagen"),
        ("4350", "3 Tagen"),
    ],
)
async def test_a_long_wait_is_told_in_hours_and_days(office: Office, minutes: str, said: str):
    thread = await office.open()
    await office.tell("remind", minutes=minutes)
    (remind,) = office.posts(thread)
    assert remind.text == f"⏰ Fall 12 wartet seit {said}."


async def test_without_a_number_the_wait_is_counted(office: Office):
    thread = await office.open()
    await office.tell("remind")
    assert "wartet seit" in office.posts(thread)[0].text


async def test_a_closed_case_closes_its_topic_and_a_reopened_one_opens_it(office: Office):
    thread = await office.open()
    ended = case(state=CaseState.CLOSED, outcome=Outcome.SOLVED, closing_topics=("midwife",))
    await office.tell("closed", ended, who="Anna")
    assert office.chat.topics[thread][1] is True
    assert "gelöst" in office.card().text
    assert office.posts(thread)[0].text == "✅ Anna hat Fall 12 abgeschlossen: gelöst."
    await office.tell("closed", ended)
    await office.tell("reopened", case(state=CaseState.CLAIMED, claimed_by=ANNA), who="Anna")
    assert office.chat.topics[thread][1] is False
    assert "bei Anna" in office.card().text


async def test_an_expired_case_says_so(office: Office):
    thread = await office.open()
    await office.tell("expired", case(state=CaseState.EXPIRED))
    assert "abgelaufen" in office.posts(thread)[0].text
    assert "abgelaufen" in office.card().text


async def test_erasing_removes_the_topic_and_leaves_one_line_without_content(office: Office):
    await office.open()
    await office.tell("remark", remark=said())
    told = await office.tell("deleted")
    assert office.chat.topics == {}
    (line,) = [seen for seen in office.chat.messages if seen.text]
    assert line.id == told.post
    assert line.thread is None
    assert "12" in line.text
    assert "Hebamme" not in line.text
    assert told.thread is None


async def test_erasing_a_case_without_a_topic_says_it_all_the_same(office: Office):
    await office.tell("deleted")
    assert len(office.posts(None)) == 1


async def test_nothing_unheard_of_is_told(office: Office):
    with pytest.raises(Undeliverable):
        await office.tell("sung")
    with pytest.raises(Undeliverable):
        await office.group.tell(office.notice("remark", number=99))
