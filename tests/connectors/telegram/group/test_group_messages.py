"""What counsellors write in the group, and where it goes."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from connectors.desk import Block, CaseState, Counsellor, Outcome
from tests.connectors.telegram.group.conftest import Office
from tests.connectors.telegram.group.desk import case

pytestmark = pytest.mark.asyncio

BERND = Counsellor("telegram:99", "Bernd")


async def test_a_reply_goes_to_the_desk_once_and_claims_the_case(office: Office):
    anna = office.person("Anna")
    thread = await office.open()
    sent = await anna.sends("Guten Tag", office.chat, thread)
    await office.settled()
    assert office.desk.texts == ["Guten Tag"]
    assert list(office.desk.said) == [f"tg:{sent.id}"]
    assert office.desk.all[12].claimed_by == Counsellor(f"telegram:{anna.id}", "Anna")
    assert office.posts(thread) == []


async def test_an_update_delivered_twice_does_nothing_twice(office: Office):
    anna = office.person()
    thread = await office.open()
    sent = await anna.sends("Guten Tag", office.chat, thread)
    office.api.update({"message": sent.raw})
    await office.settled()
    assert office.desk.texts == ["Guten Tag"]


async def test_while_the_desk_is_away_the_update_comes_again(office: Office):
    anna = office.person()
    thread = await office.open()
    office.desk.broken = True
    await anna.sends("Guten Tag", office.chat, thread)
    await office.api.until(lambda: len(office.desk.calls) >= 2)
    assert office.desk.texts == []
    office.desk.broken = False
    await office.api.until(lambda: office.desk.texts == ["Guten Tag"])


@pytest.mark.parametrize(
    ("text", "replies", "notes"),
    [
        ("// nur für uns", [], ["nur für uns"]),
        ("//nur für uns", [], ["nur für uns"]),
        ("// erste\nzweite", [], ["erste\nzweite"]),
        ("Hallo\n// unter uns\nTschüss", ["Hallo\nTschüss"], ["unter uns"]),
        ("https://bremen.de", ["https://bremen.de"], []),
    ],
)
async def test_a_line_that_begins_with_two_slashes_stays_internal(
    office: Office, text: str, replies: list[str], notes: list[str]
):
    thread = await office.open()
    await office.person().sends(text, office.chat, thread)
    await office.settled()
    assert (office.desk.texts, office.desk.notes) == (replies, notes)


async def test_edits_change_what_was_said(office: Office):
    anna = office.person()
    thread = await office.open()
    sent = await anna.sends("Guten Tg", office.chat, thread)
    await anna.edits(sent, "Guten Tag", office.chat)
    note = await anna.sends("// hm", office.chat, thread)
    await anna.edits(note, "// hmm", office.chat)
    await office.settled()
    assert (office.desk.texts, office.desk.notes) == (["Guten Tag"], ["hmm"])


async def test_a_note_that_loses_its_slashes_does_not_become_a_reply(office: Office):
    anna = office.person()
    thread = await office.open()
    note = await anna.sends("// geheim", office.chat, thread)
    await anna.edits(note, "geheim", office.chat)
    await office.settled()
    assert (office.desk.texts, office.desk.notes) == ([], ["geheim"])
    assert "bleibt eine" in office.posts(thread)[0].text


async def test_a_reply_that_gets_slashes_keeps_them_from_the_resident(office: Office):
    anna = office.person()
    thread = await office.open()
    sent = await anna.sends("Moin", office.chat, thread)
    await anna.edits(sent, "// doch intern", office.chat)
    await office.settled()
    assert (office.desk.texts, office.desk.notes) == (["Moin"], ["doch intern"])


@pytest.mark.parametrize("command", ["/zurück", "/zurueck", "/ZURÜCK", "/zuru\u0308ck"])
async def test_the_last_reply_can_be_taken_back(office: Office, command: str):
    anna = office.person()
    thread = await office.open()
    for text in ("eins", "zwei"):
        await anna.sends(text, office.chat, thread)
    await anna.sends(command, office.chat, thread)
    await office.settled()
    assert office.desk.texts == ["eins"]
    assert "„zwei“" in office.posts(thread)[0].text


async def test_a_certain_reply_can_be_taken_back(office: Office):
    anna = office.person()
    thread = await office.open()
    first = await anna.sends("eins", office.chat, thread)
    await anna.sends("zwei", office.chat, thread)
    await anna.sends("/zurück", office.chat, thread, reply_to=first.id)
    await office.settled()
    assert office.desk.texts == ["zwei"]


async def test_taking_back_somebody_elses_message_changes_nothing(office: Office):
    anna = office.person()
    thread = await office.open()
    await anna.sends("eins", office.chat, thread)
    await anna.sends("/zurück", office.chat, thread, reply_to=office.places[12].card)
    await office.settled()
    assert office.desk.texts == ["eins"]
    assert "nichts bekannt" in office.posts(thread)[0].text


async def test_photos_voice_and_files_are_passed_on_by_file_id(office: Office):
    anna = office.person()
    thread = await office.open()
    photo = await anna.sends_photo("Ihr Brief", chat=office.chat, thread=thread)
    await anna.sends_voice(chat=office.chat, thread=thread)
    await anna.sends_document("a.pdf", chat=office.chat, thread=thread)
    await office.settled()
    found = [remark.attachment for remark in office.desk.said.values()]
    assert [one.kind for one in found if one] == ["photo", "voice", "file"]
    assert found[0] is not None
    assert found[0].reference == photo.raw["photo"][-1]["file_id"]
    assert office.desk.texts == ["Ihr Brief", "", ""]


async def test_a_photo_with_an_internal_caption_stays_internal(office: Office):
    thread = await office.open()
    await office.person().sends_photo("// nur für uns", chat=office.chat, thread=thread)
    await office.settled()
    assert (office.desk.texts, office.desk.notes) == ([], ["nur für uns"])


async def test_stickers_places_and_huge_files_are_said_not_to_be_passed_on(office: Office):
    anna = office.person()
    thread = await office.open()
    await anna.sends_sticker(chat=office.chat, thread=thread)
    await anna.sends_raw({"location": {"latitude": 1.0, "longitude": 2.0}}, office.chat, thread)
    await anna.sends_document(chat=office.chat, thread=thread, size=20 * 1024**2 + 1)
    await office.settled()
    assert office.desk.said == {}
    sticker, place, file = (post.text for post in office.posts(thread))
    assert sticker == place
    assert "nicht weitergegeben" in sticker
    assert "20 MB" in file


async def test_a_colleagues_case_is_refused_and_says_whose_it_is(office: Office):
    office.desk.all[12] = case(state=CaseState.CLAIMED, claimed_by=BERND)
    thread = await office.open()
    sent = await office.person("Anna").sends("Guten Tag", office.chat, thread)
    await office.settled()
    (post,) = office.posts(thread)
    assert "Bernd" in post.text
    assert post.raw["reply_to_message"]["message_id"] == sent.id
    assert office.desk.texts == []


async def test_a_reply_to_a_closed_case_is_refused(office: Office):
    office.desk.all[12] = case(state=CaseState.CLOSED, outcome=Outcome.SOLVED)
    thread = await office.open()
    await office.person().sends("Guten Tag", office.chat, thread)
    await office.settled()
    assert "nicht offen" in office.posts(thread)[0].text


async def test_unknown_commands_are_not_passed_on(office: Office):
    thread = await office.open()
    anna = office.person()
    await anna.sends("/quatsch", office.chat, thread)
    await anna.sends("/hilfe", office.chat, thread)
    await office.settled()
    assert office.desk.said == {}
    unknown, known = (post.text for post in office.posts(thread))
    assert "gibt es nicht" in unknown
    assert "/zurück" in known


async def test_an_edited_command_is_not_done_again(office: Office):
    thread = await office.open()
    anna = office.person()
    await anna.sends("eins", office.chat, thread)
    command = await anna.sends("/zurück", office.chat, thread)
    await anna.sends("zwei", office.chat, thread)
    await anna.edits(command, "/zurueck", office.chat)
    await office.settled()
    assert office.desk.texts == ["zwei"]


async def test_a_ready_made_reply_takes_its_values_in_order(office: Office):
    thread = await office.open()
    anna = office.person()
    await anna.sends("/r termin 3. Mai | 9 Uhr", office.chat, thread)
    await anna.sends("/r karte", office.chat, thread)
    await office.settled()
    assert office.desk.texts == ["Termin am 3. Mai um 9 Uhr.", "Bitte bringen Sie Ihre Karte mit."]
    assert [post.text for post in office.posts(thread)] == [
        "↩️ Anna: Termin am 3. Mai um 9 Uhr.",
        "↩️ Anna: Bitte bringen Sie Ihre Karte mit.",
    ]


async def test_a_ready_made_reply_without_its_values_or_of_no_code_is_refused(office: Office):
    thread = await office.open()
    anna = office.person()
    await anna.sends("/r termin 3. Mai", office.chat, thread)
    await anna.sends("/r nix", office.chat, thread)
    await office.settled()
    missing, unknown = (post.text for post in office.posts(thread))
    assert "time" in missing
    assert "gibt es nicht" in unknown
    assert office.desk.said == {}


async def test_an_abusive_resident_can_be_blocked_with_reason_and_end(office: Office):
    thread = await office.open()
    anna = office.person()
    await anna.sends("/sperren Beleidigungen", office.chat, thread)
    await anna.sends("/sperren 31.12.2030 Beleidigungen", office.chat, thread)
    await office.settled()
    assert office.desk.blocks == [Block("Beleidigungen", date(2030, 12, 31))]
    assert ["31.12.2030" in post.text for post in office.posts(thread)] == [True, True]


async def test_an_anonymous_administrator_is_asked_to_show_a_name(office: Office):
    thread = await office.open()
    await office.person().sends_as_group("Guten Tag", office.chat, thread)
    await office.settled()
    assert office.desk.said == {}
    assert "anonym" in office.posts(thread)[0].text


async def test_somebody_who_left_the_group_is_not_heard(office: Office):
    thread = await office.open()
    await office.person(status="").sends("Guten Tag", office.chat, thread)
    await office.settled()
    assert office.desk.said == {}
    assert "Mitglieder" in office.posts(thread)[0].text


async def test_what_is_written_outside_of_a_case_is_nobodys_business(office: Office):
    anna = office.person()
    other = office.api.on_server(
        office.api.state.add_message, office.api.state.chats[office.chat.id], None
    )["message_id"]
    await anna.sends("Moin zusammen", office.chat)
    await anna.sends("/zurück", office.chat)
    await anna.sends("Kaffee?", office.chat, other)
    thread = await office.open()
    await anna.sends_raw({"forum_topic_closed": {}}, office.chat, thread)
    await office.settled()
    assert office.desk.calls == []
    assert office.posts(None) == office.posts(thread) == []


async def test_commands_from_other_groups_are_declined_and_talk_is_ignored(office: Office):
    stranger = office.person("Eva", status="")
    elsewhere = office.api.supergroup("Anderswo", forum=True)
    elsewhere.add_bot()
    await stranger.sends("/zurück", elsewhere)
    await stranger.sends("Hallo Bot", elsewhere)
    await office.settled()
    assert [m.text for m in elsewhere.messages if m.sender == "Lotse"] == [
        "Dieser Bot nimmt hier keine Befehle an."
    ]
    assert office.desk.calls == []


async def test_a_stranger_group_that_cannot_be_answered_blocks_nobody(office: Office):
    stranger = office.person("Eva", status="")
    elsewhere = office.api.supergroup("Anderswo")
    await stranger.sends("/zurück", elsewhere)
    await office.api.person().sends("Hallo")
    await office.api.until(lambda: office.inbox.texts == ["Hallo"])


async def test_residents_are_heard_although_the_group_cannot_be_answered(office: Office):
    thread = await office.open()
    office.api.fail("sendMessage", 500, 4)
    await office.person().sends("/quatsch", office.chat, thread)
    await office.api.person().sends("Hallo")
    await office.api.until(lambda: office.inbox.texts == ["Hallo"])
    await asyncio.sleep(0)


async def test_what_telegram_cannot_say_about_a_member_is_asked_again(office: Office):
    thread = await office.open()
    office.api.fail("getChatMember", 500, 1)
    await office.person().sends("Guten Tag", office.chat, thread)
    await office.api.until(lambda: office.desk.texts == ["Guten Tag"])
