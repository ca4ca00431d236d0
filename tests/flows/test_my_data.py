"""A resident asks for everything that is kept about them, in every state and on every channel."""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.bot.privacy.reading import Document
from tests.botapi.api import BotApi
from tests.botapi.people import Person
from tests.fixtures.counsellors import WebCounsellor, account
from tests.fixtures.servers import Launch, Resident, RunningServer


@pytest.fixture(scope="module")
def staffed(launch_for_module: Launch) -> RunningServer:
    """A server with a counsellor's account."""
    server = launch_for_module()
    account(server, "anna", "Anna Beispiel")
    return server


@pytest.fixture
def resident(staffed: RunningServer) -> Resident:
    return staffed.resident()


def _texts(replies: list[dict[str, Any]]) -> str:
    return "\n".join(reply["text"] for reply in replies)


def _payloads(replies: list[dict[str, Any]]) -> list[str]:
    return [b["payload"] for reply in replies for b in reply.get("buttons", [])]


def _document(resident: Resident) -> Document:
    answer = resident.fetches_their_data()
    assert answer.status_code == 200, answer.text
    return Document(answer.content)


# In every state


@pytest.mark.parametrize("command", ["/mydata", "/my_data", " /mydata "])
def test_before_anything_else_the_file_says_that_there_is_almost_nothing(
    resident: Resident, command: str
) -> None:
    assert "/conversations/{sender}/mydata" in _texts(resident.says(command))
    text = _document(resident).text
    assert "fast nichts" in text
    assert "Noch nicht gefragt" in text


def test_while_the_question_for_consent_is_open_it_stays_open(resident: Resident) -> None:
    resident.says("/start de")
    resident.says("Ich bin schwanger und suche eine Hebamme für mich und mein Baby")
    assert "/mydata" in _texts(resident.says("/mydata"))
    document = _document(resident)
    assert "Gefragt, noch keine Antwort" in document.text
    assert "Ich bin schwanger und suche eine Hebamme für mich und mein Baby" in document.words
    assert "wartet auf Ihre Zustimmung" in document.text
    assert "Hebamme" in _texts(resident.says("/give_consent"))


def test_who_refused_sees_that_their_words_are_not_kept(resident: Resident) -> None:
    resident.says("/start de")
    resident.says("/refuse_consent")
    resident.says("Ich suche eine Hebamme")
    resident.says("/mydata")
    document = _document(resident)
    assert "fast nichts" in document.text
    assert "Ich suche eine Hebamme" not in document.text


def test_who_agreed_gets_the_whole_conversation_in_their_language(resident: Resident) -> None:
    resident.agrees("ar")
    resident.says("أبحث عن طبيب أطفال في Gröpelingen يتكلم الروسية")
    resident.says("/mydata")
    document = _document(resident)
    assert document.html == {"lang": "ar", "dir": "rtl"}
    assert "أبحث عن طبيب أطفال في Gröpelingen يتكلم الروسية" in document.words
    assert "طب الأطفال" in document.text
    assert document.machine["conversation"]["consent"] == "given"
    assert any("Demo-" in told["text"] for told in document.machine["told_to_you"])


def test_the_conversation_goes_on_where_it_was(resident: Resident) -> None:
    resident.agrees("de")
    resident.says("/find_doctor")
    resident.says("/mydata")
    assert "Demo-" in _texts(
        [
            *resident.says('/choose{"specialty":"dentistry"}'),
            *resident.says("/skip"),
            *resident.says("/skip"),
        ]
    )


def test_the_text_about_privacy_offers_the_file(resident: Resident) -> None:
    resident.agrees("de")
    replies = resident.says("Was speichert ihr über mich und wie lange?")
    assert "/my_data" in _payloads(replies)


def test_with_a_counsellor_the_file_holds_what_was_said_but_no_note(
    resident: Resident, staffed: RunningServer
) -> None:
    resident.agrees("de")
    with WebCounsellor(staffed, "anna").signs_in() as anna:
        before = set(anna.waiting())
        resident.says("Die Krankenkasse will meine Familie nicht aufnehmen")
        resident.says("/talk_to_human")
        (number,) = set(anna.waiting()) - before
        anna.does(number, "claim")
        anna.does(number, "reply", text="Guten Tag, welche Kasse ist es?")
        anna.does(number, "note", text="Wirkt sehr erschöpft")
        until = time.monotonic() + 10
        while "welche Kasse" not in _texts(resident.heard()) and time.monotonic() < until:
            time.sleep(0.1)
        assert "/mydata" in _texts(resident.says("/mydata"))
        assert "Wirkt sehr erschöpft" in anna.sees(number)
        assert "/mydata" not in anna.sees(number)
    answer = resident.fetches_their_data()
    document = Document(answer.content)
    assert document.words.count("Guten Tag, welche Kasse ist es?") == 2
    assert f"Gespräch Nummer {number}" in document.text
    assert "wird gerade bearbeitet" in document.text
    assert "erschöpft" not in answer.text
    assert "Anna" not in answer.text


def test_after_everything_was_deleted_there_is_nothing_to_fetch(resident: Resident) -> None:
    resident.agrees("de")
    resident.says("/mydata")
    resident.says("/delete_my_data")
    assert resident.fetches_their_data().status_code == 404


def test_nobody_finds_anything_of_another_resident(
    resident: Resident, staffed: RunningServer
) -> None:
    other = staffed.resident()
    other.agrees("de")
    other.says("Quittenmarmelade und Hebamme")
    resident.agrees("de")
    answer = resident.fetches_their_data()
    assert "Quittenmarmelade" not in answer.text
    assert other.name not in answer.text


def test_the_file_is_nowhere_in_the_database_and_nor_is_who_asked(launch: Launch) -> None:
    server = launch()
    resident = server.resident()
    resident.agrees("de")
    resident.says("/mydata")
    assert resident.fetches_their_data().status_code == 200
    server.stop()
    folder = Path(server.environment["LOTSE_DATA"])
    stored = b"".join(path.read_bytes() for path in folder.glob("lotse.db*"))
    assert b"doctype" not in stored.lower()
    assert resident.name.encode() not in stored


# On every channel


async def _on_telegram(launch: Launch, bot_api: BotApi) -> Person:
    await asyncio.to_thread(
        launch, LOTSE_TELEGRAM_TOKEN=bot_api.token, LOTSE_TELEGRAM_API_URL=bot_api.url
    )
    return bot_api.person(language_code="ru")


@pytest.mark.asyncio
async def test_on_telegram_the_file_comes_as_a_document_once(
    launch: Launch, bot_api: BotApi
) -> None:
    olga = await _on_telegram(launch, bot_api)
    await olga.sends("/mydata")
    nothing = await olga.reads(lambda m: "document" in m.raw, timeout=30)
    name, content = olga.opens(nothing)
    assert name.startswith("lotse-20")
    assert "почти ничего нет" in Document(content).text
    await olga.sends("/start ru")
    asked = await olga.reads(lambda m: bool(m.titles), timeout=30)
    await olga.presses(asked.titles[0])
    await olga.reads(timeout=30)
    await olga.sends("/midwife")
    await olga.reads(lambda m: "акушер" in m.text.lower(), timeout=30)
    bot_api.drop("sendDocument", after=True)
    bot_api.fail("sendDocument", 502)
    await olga.sends("/mydata")
    everything = await olga.reads(lambda m: "document" in m.raw, timeout=60)
    assert "одним файлом" in everything.text
    document = Document(olga.opens(everything)[1])
    assert document.html == {"lang": "ru", "dir": "ltr"}
    assert "/midwife" in document.words
    await asyncio.sleep(2)
    assert len([m for m in olga.messages if "document" in m.raw]) == 2
    menus = {language: [c["command"] for c in menu] for language, menu in bot_api.commands.items()}
    assert all("mydata" in menu for menu in menus.values())
    assert set(menus) == {"", "de", "ar", "ru", "tr", "en"}


def test_on_the_web_page_the_file_needs_the_sessions_cookie(staffed: RunningServer) -> None:
    with httpx.Client(base_url=staffed.url, timeout=30) as browser:
        browser.post("/chat/session")
        for text in ("/start tr", "/give_consent", "/mydata"):
            said = {"id": str(uuid.uuid4()), "kind": "text", "text": text, "seen": 0}
            assert browser.post("/chat/messages", json=said).status_code == 202
        told = _events(browser, "indirebilirsiniz")
        assert told["file"] is True
        answer = browser.get("/chat/mydata")
    document = Document(answer.content)
    assert document.html["lang"] == "tr"
    assert "/give_consent" in document.words
    assert httpx.get(f"{staffed.url}/chat/mydata").status_code == 401


def _events(browser: httpx.Client, words: str) -> dict[str, Any]:
    """The first message with these words."""
    with browser.stream("GET", "/chat/events") as stream:
        for line in stream.iter_lines():
            found = json.loads(line.removeprefix("data: ")) if line.startswith("data: {") else {}
            if words in found.get("text", ""):
                return dict(found)
    raise AssertionError("the page was not told")
