"""What is in a resident's file, and what is not, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import pytest

from bot.privacy.export import Exports
from bot.privacy.export_page import ExportPage
from bot.privacy.pseudonyms import Pseudonyms
from bot.records import Records
from bot.storage import inbox
from bot.storage.database import Database
from connectors.messages import File
from dialogues.phrasebook import Phrasebook
from knowledge.model import Place
from tests.bot.privacy.reading import Document
from tests.bot.privacy.residents import AMIRA, START, a_conversation, amira, ivan, was_told, wrote

NOW = datetime(2026, 11, 22, 23, 30, tzinfo=timezone.utc)
PSEUDONYMS = Pseudonyms("a secret of some length")

pytestmark = pytest.mark.asyncio


@pytest.fixture
def exports(database: Database, phrasebook: Phrasebook, place: Place) -> Iterator[Exports]:
    """Files as they are made on an evening in November."""
    records = Records(database)
    page = ExportPage(phrasebook, place, timedelta(days=14))
    yield Exports(records, PSEUDONYMS, page, lambda: NOW)
    records.close()


async def _file(exports: Exports, who: str = AMIRA) -> File:
    file = await exports.of(who)
    assert file is not None
    return file


async def _document(exports: Exports, who: str = AMIRA) -> Document:
    return Document((await _file(exports, who)).content)


async def test_the_file_has_the_day_of_the_place_in_its_name(
    database: Database, exports: Exports
) -> None:
    a_conversation(database)
    file = await _file(exports)
    assert file.name == "lotse-2026-11-23.html"
    assert "23. November 2026, 00:30" in Document(file.content).text


async def test_what_is_known_of_a_conversation_is_told_in_words(
    database: Database, exports: Exports
) -> None:
    amira(database, "de")
    text = (await _document(exports)).text
    for words in (
        "Telegram",
        "Deutsch",
        "Grohn",
        "Ja, seit: 20. November 2026, 10:01",
        "20. November 2026, 10:00",
        "4. Dezember 2026, 11:00, wenn Sie bis dahin nicht mehr schreiben",
        "gesperrt bis 24. Dezember 2026",
        "Hebamme, Arzt finden",
        "Gröpelingen",
        "Kinderarzt",
        "Arabisch",
    ):
        assert words in text, words


async def test_what_both_sides_said_stands_in_the_order_of_time(
    database: Database, exports: Exports
) -> None:
    amira(database)
    words = (await _document(exports)).words
    expected = [
        "/give_consent",
        "شكرًا. كيف أستطيع مساعدتك؟",
        "أبحث عن طبيب أطفال في Gröpelingen\nوشكرًا",
        "هذه العيادة مناسبة: \u2068Praxis Dr. Beispiel, 0421 123456\u2069",
        "التحدث مع شخص",
        "53.119, 8.757",
        "bescheid.pdf",
        "هذه الرسالة",
        "أهلًا، من أرسل الرسالة؟",
        "Hier ist alles",
    ]
    assert words[: len(expected)] == expected


async def test_a_case_is_told_with_originals_and_translations(
    database: Database, exports: Exports
) -> None:
    amira(database, "de")
    document = await _document(exports)
    for words in (
        "Gespräch Nummer 1",
        "beendet",
        "gelöst",
        "Ich brauche Hilfe mit einem Brief",
        "Wird gelöscht",
        "27. November 2026, 10:20",
        "Bessere Übersetzung aus der Beratung",
    ):
        assert words in document.text, words
    said = ["وصلتني رسالة", "Ich habe einen Brief", "Guten Tag, von wem ist der Brief?"]
    assert [words for words in document.words if words in said] == [*said, said[-1]]
    (case,) = document.machine["cases"]
    assert [remark["author"] for remark in case["said"]] == ["resident", "counsellor"]
    assert case["said"][1]["as_you_got_it"] == "أهلًا، من أرسل الرسالة؟"
    told = {each["text"]: each["by"] for each in document.machine["told_to_you"]}
    assert (told["أهلًا، من أرسل الرسالة؟"], told["Hier ist alles"]) == ("counsellor", "lotse")


async def test_internal_notes_names_and_words_meant_for_others_are_nowhere(
    database: Database, exports: Exports
) -> None:
    amira(database)
    ivan(database)
    content = (await _file(exports)).content.decode()
    for secret in (
        "erschöpft",
        "Anna",
        "Herr Fremd",
        "noch nicht hinaus",
        "Grund für uns",
        "noted",
    ):
        assert secret not in content, secret
    for of_ivan in ("Иван", "Ивану", "b" * 32):
        assert of_ivan not in content, of_ivan


async def test_a_message_stays_out_when_it_was_taken_back_and_its_case_is_gone(
    database: Database, exports: Exports
) -> None:
    a_conversation(database)
    with database.begin() as connection:
        wrong = was_told(connection, AMIRA, 1, "Herr Fremd")
        was_told(connection, AMIRA, 2, "Herr Fremd!", changes=wrong)
        was_told(connection, AMIRA, 3, "", changes=wrong, recall=True)
        still = was_told(connection, AMIRA, 4, "Guten Tg")
        was_told(connection, AMIRA, 5, "Guten Tag", changes=still)
        was_told(connection, AMIRA, 6, "", "failed", changes=still, recall=True)
    assert (await _document(exports)).words == ["Guten Tg", "Guten Tag"]


async def test_the_machines_part_holds_what_the_tables_hold(
    database: Database, exports: Exports
) -> None:
    amira(database)
    machine = (await _document(exports)).machine
    assert machine["version"] == 1
    conversation = machine["conversation"]
    assert (conversation["pseudonym"], conversation["site"]) == (AMIRA, "grohn")
    assert conversation["erased_at"] == "2026-12-04T10:00:00+00:00"
    assert conversation["state"]["offered"] == ["/more"]
    assert conversation["dialogue_events"][0]["value"] == "Gröpelingen"
    bodies = [each["message"] for each in machine["written_by_you"]]
    assert bodies[0] is None
    assert bodies[4]["attachment"]["name"] == "bescheid.pdf"
    assert machine["cases"][0]["changes"] == [{"at": "2026-11-20T09:00:00+00:00", "kind": "opened"}]


@pytest.mark.parametrize(
    ("consent", "words"),
    [("none", "Noch nicht gefragt"), ("asked", "Gefragt"), ("refused", "Nein")],
)
async def test_without_consent_the_file_says_that_there_is_almost_nothing(
    database: Database, exports: Exports, consent: str, words: str
) -> None:
    a_conversation(database, consent=consent, channel="web")
    with database.begin() as connection:
        wrote(connection, AMIRA, 1)
        wrote(connection, AMIRA, 2, inbox.HELD, text="Wo ist ein Arzt?")
    document = await _document(exports)
    for expected in (
        "Deshalb steht hier fast nichts",
        words,
        "20. November 2026, 12:00, wenn Sie",
        "Chat auf der Internetseite",
        "wartet auf Ihre Zustimmung",
    ):
        assert expected in document.text, expected
    assert document.words == ["Wo ist ein Arzt?"]


async def test_who_agreed_is_not_told_that_there_is_almost_nothing(
    database: Database, exports: Exports
) -> None:
    a_conversation(database)
    text = (await _document(exports)).text
    assert "fast nichts" not in text
    assert text.count("Hier ist nichts gespeichert.") == 3


@pytest.mark.parametrize(
    ("language", "direction", "title"),
    [
        ("de", "ltr", "Alles, was Lotse über Sie gespeichert hat"),
        ("en", "ltr", "Everything Lotse has stored about you"),
        ("tr", "ltr", "Lotse’nin sizinle ilgili sakladığı her şey"),
        ("ru", "ltr", "Всё, что Lotse хранит о вас"),
        ("ar", "rtl", "كل ما يحفظه \u2068Lotse\u2069 عنك"),
    ],
)
async def test_the_file_speaks_the_residents_language_in_its_direction(
    database: Database, exports: Exports, language: str, direction: str, title: str
) -> None:
    amira(database, language)
    document = await _document(exports)
    assert document.html == {"lang": language, "dir": direction}
    assert title in document.text
    assert "mydata-" not in document.text


async def test_ids_that_nobody_knows_any_more_are_shown_as_they_are(
    database: Database, exports: Exports
) -> None:
    slots = [{"event": "slot", "name": "specialty", "value": "magic"}]
    state = {"topics": ["gone_topic"]}
    a_conversation(database, site="gone-site", state=state, events=slots, channel="fax")
    text = (await _document(exports)).text
    for known in ("gone_topic", "gone-site", "magic", "fax"):
        assert known in text


async def test_nobody_gets_a_file_of_a_conversation_that_is_not_there(exports: Exports) -> None:
    assert await exports.of(AMIRA) is None
    assert await exports.of_channel("web")("nobody") is None


async def test_an_address_gets_its_own_file_and_only_on_its_channel(
    database: Database, exports: Exports
) -> None:
    mine = PSEUDONYMS.conversation_id("web", "me")
    a_conversation(database, mine, channel="web")
    file = await exports.of_channel("web")("me")
    assert file is not None
    assert Document(file.content).machine["conversation"]["pseudonym"] == mine
    assert await exports.of_channel("rest")("me") is None


async def test_a_conversation_without_a_message_began_when_it_was_last_heard_of(
    database: Database, exports: Exports
) -> None:
    a_conversation(database, last_message_at=START)
    machine = (await _document(exports)).machine
    assert machine["conversation"]["began_at"] == START.isoformat()
