"""What the buttons in the group do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from connectors.desk import CaseState, Closing, Counsellor, Outcome
from tests.botapi.people import Person, Seen
from tests.connectors.telegram.group.conftest import Office
from tests.connectors.telegram.group.desk import case

pytestmark = pytest.mark.asyncio

BERND = Counsellor("telegram:99", "Bernd")


async def press(office: Office, person: Person, title: str) -> str:
    """Press a button and return what the person was told."""
    query = await person.presses(title, office.chat)
    await office.api.until(lambda: query in office.api.answered)
    return office.api.told[query]


async def claimed(office: Office, anna: Person) -> int:
    office.desk.all[12] = case(
        state=CaseState.CLAIMED, claimed_by=Counsellor(f"telegram:{anna.id}", "Anna")
    )
    return await office.open()


def menu(office: Office, thread: int) -> Seen:
    return office.posts(thread)[-1]


async def test_of_two_who_take_a_case_one_gets_it_and_the_other_hears_who(office: Office):
    await office.open()
    anna, bernd = office.person("Anna"), office.person("Bernd")
    assert "Sie haben Fall 12" in await press(office, anna, "Übernehmen")
    assert "Anna" in await press(office, bernd, "Übernehmen")
    assert office.desk.all[12].claimed_by == Counsellor(f"telegram:{anna.id}", "Anna")


async def test_a_press_delivered_twice_says_the_same(office: Office):
    await office.open()
    anna = office.person("Anna")
    await press(office, anna, "Übernehmen")
    assert "Sie haben Fall 12" in await press(office, anna, "Übernehmen")


async def test_a_case_is_closed_with_topics_and_an_outcome(office: Office):
    anna = office.person("Anna")
    thread = await claimed(office, anna)
    await press(office, anna, "Abschließen")
    assert menu(office, thread).titles == [
        "Arzt finden",
        "✓ Hebamme",
        "✓ Schwangerschaft",
        "Weiter",
        "Abbrechen",
    ]
    await press(office, anna, "✓ Schwangerschaft")
    await press(office, anna, "Arzt finden")
    await press(office, anna, "Weiter")
    assert "Arzt finden, Hebamme" in menu(office, thread).text
    await press(office, anna, "Termin vereinbart")
    assert office.desk.closings == [Closing(("find_doctor", "midwife"), Outcome.APPOINTMENT)]
    assert menu(office, thread).titles == []
    assert "Termin vereinbart" in menu(office, thread).text


async def test_one_can_go_back_from_the_outcomes_and_cancel(office: Office):
    anna = office.person("Anna")
    thread = await claimed(office, anna)
    await press(office, anna, "Abschließen")
    await press(office, anna, "Weiter")
    await press(office, anna, "Zurück zur Auswahl")
    assert "✓ Hebamme" in menu(office, thread).titles
    await press(office, anna, "Abbrechen")
    assert office.posts(thread) == []
    assert office.desk.closings == []


async def test_a_case_is_not_closed_without_a_topic(office: Office):
    anna = office.person("Anna")
    await claimed(office, anna)
    await press(office, anna, "Abschließen")
    await press(office, anna, "✓ Hebamme")
    await press(office, anna, "✓ Schwangerschaft")
    assert "mindestens ein Thema" in await press(office, anna, "Weiter")


async def test_closing_begins_again_when_the_list_of_topics_changed(office: Office):
    anna = office.person("Anna")
    thread = await claimed(office, anna)
    await press(office, anna, "Abschließen")
    raw = menu(office, thread).raw
    for row in raw["reply_markup"]["inline_keyboard"]:
        for button in row:
            button["callback_data"] = button["callback_data"].replace("12|", "12|f", 1)
    assert "noch einmal" in await press(office, anna, "Weiter")
    assert office.desk.closings == []


async def test_closing_a_closed_case_is_refused_in_words(office: Office):
    anna = office.person("Anna")
    await claimed(office, anna)
    await press(office, anna, "Abschließen")
    await press(office, anna, "Weiter")
    del office.desk.all[12]
    assert "gibt es nicht mehr" in await press(office, anna, "gelöst")


async def test_a_case_is_handed_to_a_colleague(office: Office):
    anna = office.person("Anna")
    thread = await claimed(office, anna)
    assert "noch niemand" in await press(office, anna, "Weitergeben")
    office.desk.people[BERND.key] = BERND
    await press(office, anna, "Weitergeben")
    assert menu(office, thread).titles == ["Bernd", "Abbrechen"]
    await press(office, anna, "Bernd")
    assert office.desk.all[12].claimed_by == BERND
    assert "ist jetzt bei Bernd" in menu(office, thread).text


async def test_a_colleague_who_is_gone_is_refused(office: Office):
    anna = office.person("Anna")
    await claimed(office, anna)
    office.desk.people[BERND.key] = BERND
    await press(office, anna, "Weitergeben")
    del office.desk.people[BERND.key]
    assert "kenne ich nicht" in await press(office, anna, "Bernd")


async def test_a_case_is_given_back_and_reopened(office: Office):
    anna = office.person("Anna")
    await claimed(office, anna)
    assert "wartet wieder" in await press(office, anna, "Freigeben")
    assert office.desk.all[12].state is CaseState.WAITING
    office.desk.all[12] = replace(office.desk.all[12], state=CaseState.CLOSED)
    await office.tell("closed")
    await press(office, anna, "Wieder öffnen")
    assert office.desk.all[12].state is CaseState.CLAIMED


async def test_the_note_button_explains_how(office: Office):
    await office.open()
    assert "//" in await press(office, office.person(), "Notiz")


async def test_originals_are_shown_with_who_and_when(office: Office):
    thread = await office.open()
    anna = office.person("Anna")
    await press(office, anna, "Originale zeigen")
    assert "noch nichts" in menu(office, thread).text
    await anna.sends("wörtlich " * 600, office.chat, thread)
    await office.settled()
    await press(office, anna, "Originale zeigen")
    first, second = office.posts(thread)[-2:]
    assert first.text.startswith("10.03. 14:05 Anna: wörtlich")
    assert second.text.endswith("wörtlich")


async def test_ready_made_replies_are_found_by_subject_and_sent_with_a_press(office: Office):
    anna = office.person("Anna")
    thread = await claimed(office, anna)
    await press(office, anna, "Fertige Antwort")
    assert menu(office, thread).titles == ["Höflich", "Termin", "Abbrechen"]
    await press(office, anna, "Termin")
    assert "karte: Bitte bringen Sie Ihre Karte mit." in menu(office, thread).text
    await press(office, anna, "Zurück zur Auswahl")
    await press(office, anna, "Termin")
    assert await press(office, anna, "karte") == "Gesendet."
    assert office.desk.texts == ["Bitte bringen Sie Ihre Karte mit."]
    assert [post.text for post in office.posts(thread)] == [
        "↩️ Anna: Bitte bringen Sie Ihre Karte mit."
    ]


async def test_a_ready_made_reply_that_needs_values_says_how_to_give_them(office: Office):
    anna = office.person("Anna")
    thread = await claimed(office, anna)
    await anna.sends("/r", office.chat, thread)
    await office.settled()
    await press(office, anna, "Termin")
    await press(office, anna, "termin")
    assert "/r termin date | time" in menu(office, thread).text
    assert office.desk.said == {}


async def test_a_subject_that_is_gone_and_a_desk_without_replies(office: Office):
    anna = office.person("Anna")
    thread = await claimed(office, anna)
    await press(office, anna, "Fertige Antwort")
    office.desk.replies = ()
    assert "gilt nicht mehr" in await press(office, anna, "Termin")
    await press(office, anna, "Fertige Antwort")
    assert "keine fertigen" in menu(office, thread).text


async def test_while_the_desk_is_away_a_press_comes_again(office: Office):
    await office.open()
    anna = office.person("Anna")
    office.desk.broken = True
    query = await anna.presses("Übernehmen", office.chat)
    await office.api.until(lambda: len(office.desk.calls) >= 2)
    assert office.api.answered == []
    office.desk.broken = False
    await office.api.until(lambda: query in office.api.answered)
    assert office.desk.all[12].claimed_by is not None


async def test_a_stranger_who_presses_is_refused(office: Office):
    await office.open()
    stranger = office.person("Eva", status="")
    assert "nur in der Gruppe" in await press(office, stranger, "Übernehmen")
    assert office.desk.calls == []


async def test_a_press_in_another_group_is_refused(office: Office):
    await office.open()
    anna = office.person("Anna")
    elsewhere = office.api.supergroup("Anderswo")
    state = office.api.state
    button = {"inline_keyboard": [[{"text": "x", "callback_data": "take|12|"}]]}
    office.api.on_server(
        lambda: state.add_message(
            state.chats[elsewhere.id], state.me, text="?", reply_markup=button
        )
    )
    query = await anna.presses("x", elsewhere)
    await office.api.until(lambda: query in office.api.answered)
    assert "nur in der Gruppe" in office.api.told[query]
    assert office.desk.calls == []


@pytest.mark.parametrize("data", ["", "|", "take", "take|x|", "take|²|", "sing|12|"])
async def test_a_button_of_another_time_is_said_to_be_old(office: Office, data: str):
    thread = await office.open()
    anna = office.person("Anna")
    state = office.api.state
    button = {"inline_keyboard": [[{"text": "alt", "callback_data": data}]]}
    office.api.on_server(
        lambda: state.add_message(
            state.chats[office.chat.id],
            state.me,
            text="?",
            reply_markup=button,
            message_thread_id=thread,
            is_topic_message=True,
        )
    )
    assert "gilt nicht mehr" in await press(office, anna, "alt")


async def test_an_answer_that_comes_too_late_stops_nothing(office: Office):
    await office.open()
    anna = office.person("Anna")
    office.api.fail("answerCallbackQuery", 400, 1, "Bad Request: query is too old")
    await anna.presses("Übernehmen", office.chat)
    await office.settled()
    assert office.desk.all[12].claimed_by is not None
