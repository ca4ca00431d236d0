"""What a resident goes through, in each language, over REST against the running process."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from tests.fixtures.servers import Resident, RunningServer

_RECEIPT = re.compile(r"L-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}")


@dataclass(frozen=True)
class Words:
    """What somebody types in a language, and a word only that language has."""

    language: str
    question: str
    own_word: str
    search: str
    unclear: str
    emergency: str
    change: str


WORDS = [
    Words(
        "de",
        "Ich bin schwanger und suche eine Hebamme für mich und mein Baby",
        "Hebamme",
        "Ich suche einen Kinderarzt in Gröpelingen der russisch spricht",
        "also das da von gestern mit dem anderen",
        "Mein Vater atmet nicht mehr",
        "Können wir bitte auf Türkisch schreiben",
    ),
    Words(
        "en",
        "I am pregnant and I am looking for a midwife for me and my baby",
        "midwife",
        "I am looking for a children's doctor in Gröpelingen who speaks Russian",
        "well that one from yesterday with the other",
        "my father is not breathing",
        "can we please write in turkish",
    ),
    Words(
        "tr",
        "Hamileyim ve kendim için bir ebe arıyorum nasıl bulabilirim",
        "ebe",
        "Gröpelingen'de rusça bilen bir çocuk doktoru arıyorum",
        "şey dünkü öteki olan hani",
        "babam nefes almıyor",
        "Almanca yazalım lütfen",
    ),
    Words(
        "ru",
        "Я беременна и ищу акушерку для себя и ребенка, как её найти",
        "акушерк",
        "Ищу детского врача в Грёпелингене который говорит по русски",
        "ну вот то самое вчерашнее с другим",
        "мой отец не дышит",
        "давайте по турецки",
    ),
    Words(
        "ar",
        "أنا حامل وأبحث عن قابلة تساعدني بعد الولادة كيف أجد واحدة",
        "القابلة",
        "أبحث عن طبيب أطفال في Gröpelingen يتكلم الروسية",
        "يعني هداك تبع مبارح مع التاني",
        "أبي لا يتنفس",
        "خلينا نحكي تركي لو سمحت",
    ),
]
each_language = pytest.mark.parametrize("words", WORDS, ids=lambda w: w.language)


def _texts(replies: list[dict[str, Any]]) -> str:
    return "\n".join(reply["text"] for reply in replies)


def _payloads(replies: list[dict[str, Any]]) -> list[str]:
    return [b["payload"] for reply in replies for b in reply.get("buttons", [])]


@pytest.fixture
def resident(lotse: RunningServer) -> Resident:
    return lotse.resident()


@each_language
def test_the_first_question_is_answered_right_after_the_consent(
    resident: Resident, words: Words
) -> None:
    asked = resident.says(words.question)
    assert {"/give_consent", "/refuse_consent"} <= set(_payloads(asked))
    assert "112" in _texts(asked)
    answered = resident.says("/give_consent")
    assert words.own_word.lower() in _texts(answered).lower()
    assert '/more{"topic":"midwife"}' in _payloads(answered)


def test_an_empty_greeting_gets_the_choice_of_five_languages(resident: Resident) -> None:
    replies = resident.says("/start")
    assert "Willkommen" in _texts(replies)
    assert "Hoş geldiniz".lower() in _texts(replies).lower()
    assert len([p for p in _payloads(replies) if p.startswith("/change_language")]) == 5


@each_language
def test_a_deep_link_carries_the_language_and_the_site(resident: Resident, words: Words) -> None:
    replies = resident.says(f"/start {words.language}-grohn")
    assert "/give_consent" in _payloads(replies)
    german = "einverstanden" in _texts(replies)
    assert german == (words.language == "de")


@each_language
def test_a_search_that_says_everything_shows_services_at_once(
    resident: Resident, words: Words
) -> None:
    resident.agrees(words.language)
    text = _texts(resident.says(words.search))
    assert "(erfunden)" in text.replace("\u2068", "").replace("\u2069", "")
    assert "Demo-" in text


@each_language
def test_a_search_asks_for_what_is_missing_and_each_question_can_be_skipped(
    resident: Resident, words: Words
) -> None:
    resident.agrees(words.language)
    first = resident.says("/find_doctor")
    assert '/choose{"specialty":"dentistry"}' in _payloads(first)
    second = resident.says('/choose{"specialty":"dentistry"}')
    assert '/choose{"spoken_language":"tr"}' in _payloads(second)
    third = resident.says("/skip")
    assert any(p.startswith('/choose{"district"') for p in _payloads(third))
    assert "Demo-" in _texts(resident.says("/skip"))


@each_language
def test_a_button_shows_more_and_a_german_sentence_for_the_desk(
    resident: Resident, words: Words
) -> None:
    resident.agrees(words.language)
    resident.says("/nursing_care")
    assert len(_texts(resident.says('/more{"topic":"nursing_care"}'))) > 300
    assert "Guten Tag" in _texts(resident.says('/desk{"topic":"nursing_care"}'))


@each_language
def test_after_two_messages_nobody_could_understand_a_person_is_offered(
    resident: Resident, words: Words
) -> None:
    resident.agrees(words.language)
    resident.says("xqzt vbrp klmw")
    assert "/talk_to_human" in _payloads(resident.says("wrtz ppl qqxv"))


@each_language
def test_danger_to_life_is_answered_first_before_consent(resident: Resident, words: Words) -> None:
    text = _texts(resident.says(words.emergency))
    assert "112" in text.splitlines()[0]


@each_language
def test_danger_is_answered_inside_a_search(resident: Resident, words: Words) -> None:
    resident.agrees(words.language)
    resident.says("/find_doctor")
    assert "112" in _texts(resident.says(words.emergency)).splitlines()[0]


@each_language
def test_the_language_changes_when_it_is_asked_for(resident: Resident, words: Words) -> None:
    resident.agrees(words.language)
    replies = _texts(resident.says(words.change))
    assert ("Türkçe" in replies) or (words.language == "tr" and "Deutsch" in replies)


def test_a_long_message_in_another_language_switches_and_a_short_one_does_not(
    resident: Resident,
) -> None:
    resident.agrees("de")
    assert "Guten" in _texts(resident.says("hi"))
    replies = resident.says("Мне нужна помощь с заполнением формуляра для больничной кассы")
    assert "Krankenkasse" not in _texts(replies)[:40]
    assert any("а" <= c <= "я" for c in _texts(replies))


def test_a_language_nobody_here_speaks_gets_english_and_german_and_a_person(
    resident: Resident,
) -> None:
    resident.agrees("de")
    replies = resident.says(
        "Dzień dobry, szukam lekarza dla mojego dziecka, czy może mi pani pomóc?"
    )
    assert "Arabic" in _texts(replies)
    assert "Arabisch" in _texts(replies)
    assert "/talk_to_human" in _payloads(replies)


def test_nobody_sets_slots_or_triggers_actions_by_typing(resident: Resident) -> None:
    resident.agrees("de")
    for text in ('/choose{"specialty":"ent"}', "/restart", "/action_find_services", "/emergency"):
        assert "Demo-" not in _texts(resident.says(text))


@pytest.mark.parametrize("text", ["", "   ", "???", "👍", "/", "\u200f"])
def test_a_message_without_words_is_answered_kindly(resident: Resident, text: str) -> None:
    resident.agrees("de")
    assert _texts(resident.says(text))


def test_a_message_too_long_is_answered_with_the_limit(resident: Resident) -> None:
    resident.agrees("de")
    assert "2000" in _texts(resident.says("Ich habe eine Frage. " * 200)).replace(".", "")


def test_who_refuses_consent_is_answered_and_nothing_is_kept(resident: Resident) -> None:
    resident.says("/start de")
    assert "speichere nichts" in _texts(resident.says("/refuse_consent"))
    answer = resident.says("Ich suche eine Hebamme")
    assert "Hebamme" in _texts(answer)
    assert "/give_consent" in _payloads(answer)
    resident.says("/capabilities")
    assert all("Hebammenzentrum" not in message["text"] for message in resident.heard())


def test_everything_is_deleted_when_the_button_is_pressed(resident: Resident) -> None:
    resident.agrees("de")
    resident.says("/midwife")
    asked = resident.says("Bitte alles löschen was ihr über mich gespeichert habt")
    assert "/delete_my_data" in _payloads(asked)
    confirmed = _texts(resident.says("/delete_my_data"))
    assert "gelöscht" in confirmed
    assert _RECEIPT.search(confirmed)
    assert all("Hebamme" not in message["text"] for message in resident.heard())
    assert "/give_consent" in _payloads(resident.says("/start de"))


def test_who_never_agreed_can_have_everything_deleted_at_once(resident: Resident) -> None:
    resident.says("/start de")
    assert "gelöscht" in _texts(resident.says("/delete"))


def test_consent_that_is_withdrawn_is_confirmed_with_a_receipt_too(resident: Resident) -> None:
    resident.agrees("de")
    resident.says("/midwife")
    first = _RECEIPT.search(_texts(resident.says("/refuse_consent")))
    again = _RECEIPT.search(_texts(resident.says("/delete")))
    assert first
    assert again
    assert first[0] != again[0]


def test_the_same_message_sent_twice_is_answered_once(resident: Resident) -> None:
    resident.agrees("de")
    first = resident.says("/midwife", message_id="m-1")
    again = resident.says("/midwife", message_id="m-1")
    assert first == again
    assert sum("Hebamme finden" in message["text"] for message in resident.heard()) == 1


def test_a_topic_that_is_not_written_says_so(resident: Resident) -> None:
    resident.agrees("de")
    replies = resident.says("/heat_protection")
    assert "noch keine geprüfte Antwort" in _texts(replies)
    assert "/talk_to_human" in _payloads(replies)


def test_a_symptom_is_led_to_people_who_may_judge_it(resident: Resident) -> None:
    resident.agrees("de")
    text = _texts(resident.says("Wie viel Ibuprofen darf ich am Tag nehmen?"))
    assert "116117" in text
    assert "112" in text


def test_the_parse_path_speaks_rasas_own_shape(lotse: RunningServer) -> None:
    parsed = httpx.post(f"{lotse.url}/model/parse", json={"text": "Ich suche eine Hebamme"}).json()
    assert parsed["intent"]["name"] == "midwife"
    assert 0 < parsed["intent"]["confidence"] <= 1
    assert {"name", "confidence"} <= set(parsed["intent_ranking"][1])
    assert isinstance(parsed["entities"], list)


@pytest.mark.parametrize(
    "body", [b"{", b"[]", b'{"sender": "a"}', b'{"sender": 1, "message": "x"}', b"\xff\xfe"]
)
def test_broken_requests_get_a_clear_error(lotse: RunningServer, body: bytes) -> None:
    answer = httpx.post(
        f"{lotse.url}/webhooks/rest/webhook",
        content=body,
        headers={"content-type": "application/json"},
    )
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_the_operators_pages_answer(lotse: RunningServer) -> None:
    assert httpx.get(f"{lotse.url}/health").json() == {"status": "ok"}
    assert httpx.get(f"{lotse.url}/ready").json()["ready"]
    assert "lotse_messages_received" in httpx.get(f"{lotse.url}/metrics").text
