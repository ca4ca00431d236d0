"""Night, Christmas, and nobody comes: whole processes that run on another day.

The desk of `knowledge/places/bremen/desk.yml` is open from nine to five, Monday to Friday, and not
on Bremen's holidays; it is reminded after 10 opening minutes, told with urgency after 30, and a
case ends after 72 hours of the clock.
"""

from __future__ import annotations

import asyncio
import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import expect

from dialogues.answers import Answers
from dialogues.people import PEOPLE
from dialogues.phrasebook import Phrasebook
from knowledge.library import Library
from tests.botapi.api import BotApi
from tests.botapi.people import Person, Seen
from tests.connectors.web.browser import ChatPage, running
from tests.fixtures import clock
from tests.fixtures.counsellors import PASSWORD, WebCounsellor, account
from tests.fixtures.servers import Launch, RunningServer
from tests.flows.test_counsellor_group import RIGHTS, Office
from tests.flows.test_inbox_in_browser import CHROMIUM, DESKTOP, PHONE, Desk, Phone

#: Several starts of the whole process each.
pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(400)]

QUESTION = "شركة التأمين لا تريد تسجيل عائلتي، ماذا أفعل؟"
REMINDER, ALARM = "⏰ Fall 1 wartet", "🚨 Fall 1 ("
_MARKS = re.compile("[\u2066-\u2069]")


def _bremen(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZoneInfo("Europe/Berlin"))


async def _office(launch: Launch, bot_api: BotApi, moment: datetime) -> Office:
    group = bot_api.supergroup("Beratung", forum=True)
    group.add_bot(*RIGHTS)
    server = await asyncio.to_thread(
        launch,
        LOTSE_TELEGRAM_TOKEN=bot_api.token,
        LOTSE_TELEGRAM_API_URL=bot_api.url,
        LOTSE_COUNSELLOR_CHAT_ID=str(group.id),
        **clock.at(moment),
    )
    await asyncio.to_thread(clock.check, server, moment)
    return Office(server, bot_api, group)


def _plain(text: str) -> str:
    """Without the marks that keep numbers readable in a right-to-left text, spaces all alike."""
    return re.sub(r"[^\S\n]", " ", _MARKS.sub("", text))


def _heard(person: Person) -> list[str]:
    return [_plain(message.text) for message in person.messages]


def _in_group(office: Office, words: str) -> list[Seen]:
    return [message for message in office.group.messages if words in message.text]


def _promise(phrasebook: Phrasebook, language: str, when: str) -> str:
    """What is said outside the opening hours."""
    back = phrasebook.say("case-back", language, when=when)
    return _plain(phrasebook.say("case-opened", language, when=back))


def _farewell(phrasebook: Phrasebook, library: Library, language: str) -> str:
    """What is said when nobody came: sorry, and who helps in person."""
    answers = Answers(phrasebook, library, lambda: date(2026, 12, 28))
    offices = answers.contacts([library.contacts[name] for name in PEOPLE], language)
    return _plain(f"{phrasebook.say('case-expired', language)}\n\n{offices}")


async def test_a_question_of_saturday_night_is_reminded_of_on_monday_whatever_is_killed(
    launch: Launch, bot_api: BotApi, phrasebook: Phrasebook
) -> None:
    office = await _office(launch, bot_api, _bremen(11, 28, 22))
    anna = office.counsellor("Anna")
    # Of a group in which nobody ever wrote nothing is known that a lost message could come after.
    await anna.sends("Schönes Wochenende!", office.group)
    amira = await office.resident("ar")
    thread = await office.opens(amira, QUESTION)
    assert _heard(amira)[-1] == _promise(phrasebook, "ar", "الاثنين، 30 نوفمبر 2026، 09:00")
    card = await office.in_topic(thread, QUESTION)
    assert "⏳ wartet seit 28.11. 22:" in card.text
    said = len(amira.messages)
    await asyncio.to_thread(office.server.kill)

    # Thirty-five hours later, two minutes after nine.
    await clock.run_briefly(office.server, _bremen(11, 30, 9, 2), _looks_at_cases(office))
    assert _in_group(office, REMINDER) == []

    await _dies_saying(office, _bremen(11, 30, 9, 20), REMINDER, thread)
    assert _in_group(office, ALARM) == []
    assert len(amira.messages) == said

    # In General the alarm is given last.
    await _dies_saying(office, _bremen(11, 30, 9, 40), ALARM, None)
    honest = _plain(phrasebook.say("case-reminded", "ar"))

    async def all_is_said() -> None:
        # What comes after everything that was to be said before.
        await anna.presses("Übernehmen", office.group)
        await office.in_topic(thread, "👤 bei Anna")
        await anna.sends("Guten Tag, hier ist Anna.", office.group, thread)
        await office.until(lambda: "hier ist Anna" in _heard(amira)[-1])

    await clock.run_briefly(office.server, _bremen(11, 30, 9, 45), all_is_said())
    (reminder,) = _in_group(office, REMINDER)
    in_topic, in_general = _in_group(office, ALARM)
    assert [m.thread for m in (reminder, in_topic, in_general)] == [thread, thread, None]
    assert "seit 35 Stunden" in reminder.text
    assert "Arabisch" in in_topic.text
    assert "Wer kann übernehmen?" in in_topic.text
    assert f"/{thread}" in in_general.text
    assert _heard(amira)[said:-1] == [honest]


async def _looks_at_cases(office: Office) -> None:
    """The start does at once what fell due while nothing ran."""
    await office.until(lambda: clock.shows(office.server) is not None)
    await asyncio.sleep(2)


async def _dies_saying(office: Office, moment: datetime, words: str, thread: int | None) -> None:
    """Start it when it has become later, and kill it right after it said something in the group:
    that arrived, but Lotse does not get to know.
    """

    async def until_said() -> None:
        await office.until(lambda: any(m.thread == thread for m in _in_group(office, words)))
        office.api.goes_silent()

    office.api.drop("sendMessage", times=3, after=True)
    await clock.run_briefly(office.server, moment, until_said())
    office.api.recovers()


async def test_at_christmas_one_hears_of_the_next_working_day_and_in_the_end_that_nobody_came(
    launch: Launch, bot_api: BotApi, phrasebook: Phrasebook, library: Library
) -> None:
    # A Friday morning; the day after is a holiday and a Saturday.
    office = await _office(launch, bot_api, _bremen(12, 25, 10))
    olga = await office.resident("ru")
    thread = await office.opens(olga, "Касса не хочет страховать мою семью, что делать?")
    monday = "понедельник, 28 декабря 2026 г., 09:00"
    assert _heard(olga)[-1] == _promise(phrasebook, "ru", monday)
    await office.in_topic(thread, "Касса не хочет страховать")
    await asyncio.to_thread(account, office.server, "anna", "Anna Beispiel")

    # An hour after the desk has opened, the three days are over.
    await clock.restart(office.server, _bremen(12, 28, 10, 5))
    farewell = _farewell(phrasebook, library, "ru")
    await office.until(lambda: _heard(olga)[-1] == farewell)
    await office.in_topic(thread, "⌛ Der Fall ist abgelaufen.")
    card = await office.in_topic(thread, "Касса не хочет страховать")
    assert "⌛ abgelaufen, wartete seit 25.12. 10:" in card.text
    assert "Wieder öffnen" in card.titles
    waiting, ended = await asyncio.to_thread(_inbox, office.server)
    assert waiting == []
    assert re.search(r'id="case-1" class="case expired\b', ended)
    assert "Abgelaufen" in ended
    await olga.sends("Я ищу акушерку")
    await office.until(lambda: library.wording("midwife", "ru").title in _heard(olga)[-1])
    assert _heard(olga).count(farewell) == 1


def _inbox(server: RunningServer) -> tuple[list[int], str]:
    """What Anna sees: numbers of the open cases, and the page of those that ended."""
    with WebCounsellor(server, "anna").signs_in() as anna:
        page = anna.client.get(f"{server.url}/inbox", params={"show": "ended"})
        return anna.waiting(), page.text


@pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is missing")
async def test_in_the_browser_christmas_is_told_and_the_end_of_a_case_that_nobody_took(
    launch: Launch, phrasebook: Phrasebook, library: Library
) -> None:
    server = await asyncio.to_thread(launch, **clock.at(_bremen(12, 25, 10)))
    await asyncio.to_thread(account, server, "anna", "Anna Beispiel")
    async with running(CHROMIUM) as browser:
        phone = Phone(ChatPage(await (await browser.new_context(**PHONE)).new_page()))
        desk = Desk(await (await browser.new_context(**DESKTOP)).new_page())
        await phone.page.goto(f"{server.url}/chat?lang=ar")
        await phone.asks_for_a_person()
        promise = _promise(phrasebook, "ar", "الاثنين، 28 ديسمبر 2026، 09:00")
        assert _plain(await phone.chat.bubbles.last.inner_text()) == promise
        await _signs_in(desk, server)
        await expect(desk.waiting).to_contain_text(QUESTION)

        # The page was never closed.
        await clock.restart(server, _bremen(12, 28, 10, 5))
        farewell = phone.bubble("لذلك أُغلق طلبك")
        await expect(farewell).to_have_count(1, timeout=60_000)
        assert _plain(await farewell.inner_text()) == _farewell(phrasebook, library, "ar")
        await _signs_in(desk, server)
        await expect(desk.waiting).to_have_count(0)
        await desk.page.get_by_role("link", name="Beendet").click()
        await expect(desk.page.locator("#case-1.expired")).to_contain_text("Abgelaufen")
        await phone.chat.say("أبحث عن قابلة")
        await expect(phone.bubble(library.wording("midwife", "ar").title)).to_be_visible()
        assert phone.chat.errors == desk.complaints == []


async def _signs_in(desk: Desk, server: RunningServer) -> None:
    """Anna opens her inbox in the morning."""
    await desk.page.goto(f"{server.url}/inbox")
    await desk.page.get_by_label("Anmeldename").fill("anna")
    await desk.page.get_by_label("Passwort").fill(PASSWORD)
    await desk.page.keyboard.press("Enter")
    await desk.page.wait_for_url("**/inbox")
