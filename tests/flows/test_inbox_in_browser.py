"""A resident on a phone and a counsellor at a desk, each in a browser, with the running server."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from tests.connectors.web.browser import ChatPage, running
from tests.connectors.web.test_accessibility import violations
from tests.fixtures.counsellors import PASSWORD, account
from tests.fixtures.servers import Launch, RunningServer

CHROMIUM = Path("/usr/bin/chromium")

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is missing"),
]

PHONE: dict[str, Any] = {
    "locale": "de-DE",
    "viewport": {"width": 360, "height": 640},
    "is_mobile": True,
    "has_touch": True,
}
DESKTOP: dict[str, Any] = {
    "locale": "de-DE",
    "timezone_id": "Europe/Berlin",
    "viewport": {"width": 1280, "height": 900},
}
AGREE = "نعم، أوافق"
AGREED = "شكرًا. كيف أستطيع مساعدتك؟"
QUESTION = "شركة التأمين لا تريد تسجيل عائلتي، ماذا أفعل؟"
ANSWERED = "التواصل مع التأمين الصحي"
PERSON = "التحدث مع شخص"
PASSED_ON = "أنقل سؤالك إلى أحد المستشارين"
ANSWER = "نحن عند AOK في Gröpelingen"
HOW_WAS_IT = "هل ساعدتك المحادثة؟"
HELPFUL = "هذا ساعدني"
NOT_HELPFUL = "هذا لم يساعدني"
THANKS = "شكرًا على رأيك!"
READY = "الرجاء إحضار بطاقة التأمين الصحي"
WRONG_TRAM = "Nehmen Sie bitte die Linie 3."
RIGHT_TRAM = "Nehmen Sie bitte die Linie 10."


@dataclass
class Phone:
    """A resident's chat page, in Arabic."""

    chat: ChatPage

    @property
    def page(self) -> Page:
        return self.chat.page

    def bubble(self, text: str) -> Locator:
        """What was said with these words in it."""
        return self.chat.bubbles.filter(has_text=text)

    def choice(self, title: str) -> Locator:
        """The newest button of this name."""
        return self.page.get_by_role("button", name=title, exact=True).last

    async def asks_for_a_person(self) -> None:
        """From the first page to the promise that a person will answer."""
        await self.chat.start_button("ar").click()
        await self.choice(AGREE).click()
        await expect(self.bubble(AGREED)).to_be_visible()
        await self.chat.say(QUESTION)
        await expect(self.bubble(ANSWERED)).to_be_visible()
        await self.choice(PERSON).click()
        await expect(self.bubble(PASSED_ON)).to_be_visible()

    async def hears(self, text: str) -> Locator:
        """A new message is shown, and not below the edge of the screen."""
        await expect(self.bubble(text)).to_have_count(1)
        await expect(self.bubble(text)).to_be_in_viewport(ratio=0.9)
        return self.bubble(text)


@dataclass
class Desk:
    """A counsellor's inbox; collects what goes wrong in its scripts."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    @property
    def waiting(self) -> Locator:
        return self.page.locator(".case.waiting")

    def said(self, text: str) -> Locator:
        """A remark with these words since the case was opened."""
        return self.page.locator("#lines > .remark").filter(has_text=text)

    async def takes_the_first(self) -> None:
        """With the keyboard alone."""
        await expect(self.waiting).to_have_count(1)
        for key in ("j", "Enter"):
            await self.page.keyboard.press(key)
        await self.page.wait_for_url(re.compile(r"/inbox/\d+"))
        await self.page.keyboard.press("c")
        await expect(self.page.locator("#head")).to_contain_text("Bei Ihnen")

    async def replies(self, text: str) -> Locator:
        """With the keyboard alone; the remark."""
        reply = self.page.locator("#reply")
        if not await reply.evaluate("e => e === document.activeElement"):
            await self.page.keyboard.press("r")
        await expect(reply).to_be_focused()
        await self.page.keyboard.type(text)
        await self.page.keyboard.press("Control+Enter")
        await expect(self.said(text)).to_be_in_viewport()
        return self.said(text)


@dataclass
class Case:
    """Both ends of a case that the counsellor has taken."""

    phone: Phone
    desk: Desk


async def stays(page: Page) -> None:
    """From here on the page must not be loaded again."""
    await page.evaluate("() => { window.stayed = true; }")


async def has_stayed(page: Page) -> bool:
    return bool(await page.evaluate("() => window.stayed === true"))


@pytest.fixture(scope="module")
def server(launch_for_module: Launch) -> RunningServer:
    """A server with a counsellor's account."""
    started = launch_for_module()
    account(started, "anna", "Anna Beispiel")
    return started


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Browser]:
    """Debian's browser, started once for this file."""
    async with running(CHROMIUM) as started:
        yield started


@pytest_asyncio.fixture(loop_scope="module")
async def phone(chromium: Browser, server: RunningServer) -> AsyncIterator[Phone]:
    """Somebody who has just come."""
    context = await chromium.new_context(**PHONE)
    opened = Phone(ChatPage(await context.new_page()))
    await opened.page.goto(f"{server.url}/chat?lang=ar")
    yield opened
    assert opened.chat.errors == []
    await context.close()


@pytest_asyncio.fixture(loop_scope="module")
async def desk(chromium: Browser, server: RunningServer) -> AsyncIterator[Desk]:
    """Anna, signed in, before the open cases."""
    context = await chromium.new_context(**DESKTOP)
    opened = Desk(await context.new_page())
    await opened.page.goto(f"{server.url}/inbox")
    await opened.page.get_by_label("Anmeldename").fill("anna")
    await opened.page.get_by_label("Passwort").fill(PASSWORD)
    await opened.page.keyboard.press("Enter")
    await opened.page.wait_for_url("**/inbox")
    yield opened
    assert opened.complaints == []
    await context.close()


@pytest_asyncio.fixture(loop_scope="module")
async def case(phone: Phone, desk: Desk) -> Case:
    """Passed on and taken."""
    await phone.asks_for_a_person()
    await desk.takes_the_first()
    await stays(phone.page)
    await stays(desk.page)
    return Case(phone, desk)


async def test_a_question_passed_on_calls_a_counsellor_who_takes_it_by_keyboard(
    phone: Phone, desk: Desk
) -> None:
    await expect(desk.waiting).to_have_count(0)
    await expect(desk.page).to_have_title("Fälle · Lotse")
    await stays(desk.page)
    await desk.page.evaluate("document.hasFocus = () => false")
    await phone.asks_for_a_person()
    await expect(desk.waiting).to_have_count(1)
    await expect(desk.waiting).to_contain_text(QUESTION)
    await expect(desk.waiting.locator(".wants")).to_have_attribute("dir", "rtl")
    await expect(desk.page).to_have_title(re.compile(r"● Neuer Fall \d+"))
    await desk.page.evaluate("dispatchEvent(new Event('focus'))")
    await expect(desk.page).to_have_title("(1) Fälle · Lotse")
    assert await has_stayed(desk.page)
    await desk.takes_the_first()
    await expect(desk.page.locator("#summary")).to_contain_text(QUESTION)


async def test_both_read_what_the_other_writes_as_it_is_written(case: Case) -> None:
    phone, desk = case.phone, case.desk
    await desk.replies("Guten Tag! Bei welcher Kasse sind Sie?")
    await phone.hears("Bei welcher Kasse sind Sie?")
    # German words under an Arabic line which says that they are not translated.
    last = phone.chat.bubbles.last
    assert [await last.get_attribute(name) for name in ("lang", "dir")] == ["ar", "rtl"]
    await expect(last).to_contain_text("تعذّرت ترجمة هذه الرسالة")
    await expect(phone.page.locator("html")).to_have_attribute("dir", "rtl")
    await expect(phone.page.locator("html")).to_have_attribute("lang", "ar")
    await phone.chat.say(ANSWER)
    answer = desk.said(ANSWER)
    await expect(answer.locator(".original")).to_have_attribute("dir", "rtl")
    await expect(answer.locator(".original")).to_have_attribute("lang", "ar")
    await expect(answer).to_contain_text("nicht übersetzt")
    await expect(answer).to_be_in_viewport()
    for line in range(3):
        await desk.replies(f"Noch etwas dazu, Punkt {line}.")
        await phone.hears(f"Punkt {line}.")
    await expect(phone.page.locator("#typing")).to_be_empty()
    assert await has_stayed(phone.page)
    assert await has_stayed(desk.page)


async def test_a_ready_made_reply_arrives_in_arabic(case: Case) -> None:
    phone, desk = case.phone, case.desk
    await desk.page.keyboard.press("/")
    await desk.page.keyboard.type("karte")
    await desk.page.get_by_role("button", name="Antwort „karte“ senden").click()
    arrived = await phone.hears(READY)
    await expect(arrived).to_have_attribute("dir", "rtl")
    remark = desk.said("Bitte bringen Sie Ihre Gesundheitskarte")
    await expect(remark).to_contain_text(READY)
    await expect(remark).not_to_contain_text("nicht übersetzt")


@pytest.mark.parametrize("answered", [True, False], ids=["answered", "only-read"])
async def test_a_reply_is_corrected_and_another_taken_back_on_the_residents_page(
    case: Case, answered: bool
) -> None:
    phone, desk = case.phone, case.desk
    wrong = await desk.replies(WRONG_TRAM)
    mistaken = await desk.replies("Das war für jemand anderen.")
    await phone.hears("für jemand anderen")
    if answered:
        await phone.chat.say(ANSWER)
        await expect(desk.said(ANSWER)).to_be_visible()
    before = await phone.chat.bubbles.count()
    await wrong.get_by_text("Ändern").click()
    await wrong.get_by_label("Neuer Text").fill(RIGHT_TRAM)
    await wrong.get_by_role("button", name="Speichern").click()
    await expect(desk.said(RIGHT_TRAM)).to_contain_text("bearbeitet")
    await expect(phone.bubble(RIGHT_TRAM)).to_have_count(1)
    await expect(phone.bubble(WRONG_TRAM)).to_have_count(0)
    assert await phone.chat.bubbles.count() == before
    await mistaken.get_by_text("Ändern").click()
    await mistaken.get_by_role("button", name="Zurückrufen").click()
    await expect(mistaken).to_contain_text("zurückgerufen")
    await expect(phone.bubble("für jemand anderen")).to_have_count(0)
    assert await phone.chat.bubbles.count() == before - 1
    assert await has_stayed(phone.page)


async def test_closing_asks_how_it_was_and_the_answer_is_thanked_for(case: Case) -> None:
    phone, desk = case.phone, case.desk
    number = desk.page.url.partition("#")[0].rpartition("/")[2]
    await desk.replies("Ich habe einen Termin für Sie gemacht.")
    await phone.hears("einen Termin für Sie gemacht")
    await desk.page.locator("summary", has_text="Abschließen").click()
    await desk.page.get_by_label("Themen filtern").fill("hebam")
    await desk.page.get_by_label("Hebamme", exact=True).check()
    await desk.page.get_by_label("Termin vereinbart").check()
    await desk.page.get_by_role("button", name="Fall abschließen").click()
    await expect(desk.page.locator(".notice")).to_contain_text("ist abgeschlossen.")
    await expect(desk.page.locator(f"#case-{number}")).to_have_count(0)
    await phone.hears(HOW_WAS_IT)
    asked = phone.page.locator(".message").filter(has_text=HOW_WAS_IT)
    await expect(asked.locator(".choices button")).to_have_text([HELPFUL, NOT_HELPFUL])
    await phone.choice(HELPFUL).click()
    await phone.hears(THANKS)
    await expect(phone.page.locator("html")).to_have_attribute("dir", "rtl")


async def test_nobody_is_shut_out_of_an_open_case(case: Case) -> None:
    phone, desk = case.phone, case.desk
    await desk.replies("Rufen Sie bitte an: 0421 361-0")
    await phone.hears("Rufen Sie bitte an")
    await phone.chat.say(ANSWER)
    await expect(desk.said(ANSWER)).to_be_visible()
    assert await violations(phone.page) == []
    for panel in await desk.page.locator("details").all():
        await panel.evaluate("e => { e.open = true; }")
    assert await violations(desk.page) == []
    assert await phone.page.evaluate("document.documentElement.scrollWidth") == 360
