"""A conversation is handed to a counsellor in the web inbox, and nothing gets lost."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from tests.fixtures.counsellors import WebCounsellor, account
from tests.fixtures.servers import Launch, Resident, RunningServer


@pytest.fixture(scope="module")
def staffed(launch_for_module: Launch) -> RunningServer:
    """A server with two counsellors' accounts."""
    server = launch_for_module()
    account(server, "anna", "Anna Beispiel")
    account(server, "ben", "Ben Muster")
    return server


@pytest.fixture(scope="module")
def anna(staffed: RunningServer) -> Iterator[WebCounsellor]:
    """A counsellor, signed in."""
    with WebCounsellor(staffed, "anna").signs_in() as counsellor:
        yield counsellor


@pytest.fixture(scope="module")
def ben(staffed: RunningServer) -> Iterator[WebCounsellor]:
    """Another one."""
    with WebCounsellor(staffed, "ben").signs_in() as counsellor:
        yield counsellor


@pytest.fixture
def resident(staffed: RunningServer) -> Resident:
    """Somebody who agreed, in German."""
    somebody = staffed.resident()
    somebody.agrees("de")
    return somebody


def _texts(replies: list[dict[str, object]]) -> str:
    return "\n".join(str(reply["text"]) for reply in replies)


def _open(resident: Resident, anna: WebCounsellor, wish: str) -> int:
    before = set(anna.waiting())
    resident.says(wish)
    replies = resident.says("/talk_to_human")
    assert "weiter" in _texts(replies), replies
    new = set(anna.waiting()) - before
    assert len(new) == 1, new
    return new.pop()


def _hears(resident: Resident, words: str, seconds: float = 10) -> list[dict[str, object]]:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        heard = resident.heard()
        if words in _texts(heard):
            return heard
        time.sleep(0.1)
    raise AssertionError(f"not heard: {words!r} in {_texts(resident.heard())}")


def test_a_resident_is_handed_over_and_gets_the_counsellors_words(
    resident: Resident, anna: WebCounsellor
) -> None:
    number = _open(resident, anna, "Die Krankenkasse will meine Familie nicht aufnehmen")
    page = anna.sees(number)
    assert "Krankenkasse will meine Familie nicht aufnehmen" in page
    assert anna.does(number, "claim").status_code == 303
    assert anna.does(number, "reply", text="Guten Tag, welche Kasse ist es?").status_code == 303
    _hears(resident, "welche Kasse ist es?")
    assert resident.says("Die AOK in Gröpelingen") == []
    assert "Die AOK in Gröpelingen" in anna.sees(number)


def test_the_bot_is_silent_while_a_person_answers_but_not_about_danger(
    resident: Resident, anna: WebCounsellor
) -> None:
    number = _open(resident, anna, "Ich brauche Hilfe mit meinem Bescheid vom Amt")
    assert resident.says("Ich suche eine Hebamme") == []
    assert resident.says("/midwife") == []
    replies = resident.says("Mein Mann atmet nicht mehr")
    assert "112" in replies[0]["text"].splitlines()[0]
    assert "Mein Mann atmet nicht mehr" in anna.sees(number)
    assert resident.says("und noch eine Frage zum Bescheid") == []


def test_closing_gives_the_conversation_back_and_asks_how_it_was(
    resident: Resident, anna: WebCounsellor
) -> None:
    number = _open(resident, anna, "Wer hilft mir beim Antrag auf einen Pflegegrad?")
    anna.does(number, "reply", text="Ich habe Ihnen einen Termin gemacht.")
    closed = anna.does(number, "close", topic=["nursing_care"], outcome="appointment")
    assert closed.status_code == 303
    heard = _hears(resident, "Hat Ihnen das Gespräch geholfen?")
    payloads = [button["payload"] for button in heard[-1]["buttons"]]  # type: ignore[attr-defined]
    assert payloads == ["/helpful", "/not_helpful"]
    assert "Danke" in _texts(resident.says("/helpful"))
    assert "Hebamme" in _texts(resident.says("Ich suche eine Hebamme"))
    assert number not in anna.waiting()


def test_two_counsellors_take_a_case_at_once_and_one_is_told_who_has_it(
    resident: Resident, anna: WebCounsellor, ben: WebCounsellor
) -> None:
    number = _open(resident, anna, "Ich verstehe den Brief vom Jobcenter nicht")
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda who: who.does(number, "claim"), (anna, ben)))
    assert sorted(answer.status_code for answer in answers) == [303, 409]
    refused = next(answer for answer in answers if answer.status_code == 409)
    winner = "Anna Beispiel" if answers[0].status_code == 303 else "Ben Muster"
    assert f"{winner} hat diesen Fall gerade übernommen" in refused.text


def test_a_second_counsellor_cannot_write_in_a_claimed_case(
    resident: Resident, anna: WebCounsellor, ben: WebCounsellor
) -> None:
    number = _open(resident, anna, "Wie bekomme ich einen Dolmetscher für das Krankenhaus?")
    anna.does(number, "claim")
    assert ben.does(number, "reply", text="Ich bin auch da").status_code == 409
    assert "Ich bin auch da" not in _texts(resident.heard())


def test_a_form_sent_twice_says_it_once(resident: Resident, anna: WebCounsellor) -> None:
    number = _open(resident, anna, "Ich habe eine Frage zu meiner Versicherung")
    key = "0b9d2a54-1111-4222-8333-444455556666"
    for _ in range(2):
        assert anna.does(number, "reply", text="Nur einmal bitte", key=key).status_code == 303
    heard = _hears(resident, "Nur einmal bitte")
    assert _texts(heard).count("Nur einmal bitte") == 1


def test_a_note_stays_with_the_counsellors(resident: Resident, anna: WebCounsellor) -> None:
    number = _open(resident, anna, "Ich habe eine Frage zu meiner Versicherung")
    anna.does(number, "note", text="ruft morgen die AOK an")
    anna.does(number, "reply", text="Ich melde mich morgen.")
    assert "ruft morgen" not in _texts(_hears(resident, "Ich melde mich morgen."))
    assert "ruft morgen die AOK an" in anna.sees(number)


def test_a_ready_made_reply_arrives_in_the_residents_language(
    staffed: RunningServer, anna: WebCounsellor
) -> None:
    resident = staffed.resident()
    resident.agrees("ar")
    before = set(anna.waiting())
    resident.says("/talk_to_human")
    number = (set(anna.waiting()) - before).pop()
    assert anna.does(number, "ready", code="karte").status_code == 303
    until = time.monotonic() + 10
    while len(resident.heard()) < 5 and time.monotonic() < until:
        time.sleep(0.1)
    last = resident.heard()[-1]["text"]
    assert any("\u0600" <= letter <= "\u06ff" for letter in last), last


def test_who_deletes_everything_leaves_no_case(resident: Resident, anna: WebCounsellor) -> None:
    number = _open(resident, anna, "Das soll später niemand mehr lesen können")
    resident.says("/delete_my_data")
    assert anna.client.get(f"{anna.server.url}/inbox/{number}").status_code == 404
    assert "niemand mehr lesen" not in anna.sees()


def test_the_resident_ends_the_conversation_with_the_counsellor(
    resident: Resident, anna: WebCounsellor
) -> None:
    number = _open(resident, anna, "Ich habe eine Frage zu meiner Versicherung")
    assert "beendet" in _texts(resident.says("/cancel"))
    assert "Hebamme" in _texts(resident.says("Ich suche eine Hebamme"))
    assert number not in anna.waiting()


def test_a_case_can_be_reopened_and_the_resident_is_told(
    resident: Resident, anna: WebCounsellor
) -> None:
    number = _open(resident, anna, "Ich habe eine Frage zu meiner Versicherung")
    anna.does(number, "close", topic=["insurance_contact"], outcome="solved")
    _hears(resident, "Hat Ihnen das Gespräch geholfen?")
    assert anna.does(number, "reopen").status_code == 303
    _hears(resident, "wieder aufgenommen")
    assert resident.says("Gut, dass Sie noch da sind") == []
    assert "Gut, dass Sie noch da sind" in anna.sees(number)


def test_a_blocked_resident_is_told_until_when_and_still_gets_answers(
    resident: Resident, anna: WebCounsellor
) -> None:
    number = _open(resident, anna, "Ich beleidige jetzt alle und höre nicht auf")
    until = date.today() + timedelta(days=300)
    too_long = date.today() + timedelta(days=400)
    refused = anna.does(number, "block", reason="Beleidigungen", until=too_long.isoformat())
    assert refused.status_code == 409
    blocked = anna.does(number, "block", reason="Beleidigungen", until=until.isoformat())
    assert blocked.status_code == 303
    assert str(until.year) in _texts(resident.says("/talk_to_human"))
    assert "Hebamme" in _texts(resident.says("Ich suche eine Hebamme"))


def test_a_reply_taken_back_before_it_was_fetched_never_arrives(
    resident: Resident, anna: WebCounsellor
) -> None:
    number = _open(resident, anna, "Ich habe eine Frage zu meiner Versicherung")
    anna.does(number, "reply", text="Das war für jemand anderen")
    page = anna.sees(number)
    remark = page.split('id="remark-')[-1].split('"')[0]
    assert anna.does(number, "recall", remark=remark).status_code == 303
    assert "jemand anderen" not in _texts(resident.heard())


def test_a_reply_counts_as_delivered_once_the_resident_has_fetched_it(
    resident: Resident, anna: WebCounsellor
) -> None:
    number = _open(resident, anna, "Ich habe eine Frage zu meiner Versicherung")
    anna.does(number, "reply", text="Bitte lesen Sie das.")
    heard = _hears(resident, "Bitte lesen Sie das.")
    assert "wird zugestellt" in anna.sees(number)
    resident.heard(after=int(str(heard[-1]["id"])))
    assert "wird zugestellt" not in anna.sees(number)
