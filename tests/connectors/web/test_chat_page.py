"""The chat page in a browser: how it looks, how it is used."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext, expect

from connectors.messages import Button, InboundMessage, MessageKind
from tests.connectors.web.assistant import Assistant, echo
from tests.connectors.web.conversing import opened, started, texts, until
from tests.connectors.web.serving import Site
from tests.connectors.web.words import TEXTS

pytestmark = pytest.mark.asyncio(loop_scope="session")

PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 640},
    "is_mobile": True,
    "has_touch": True,
}
NOWHERE = "https://www.google.com/search?q=wetter"


async def test_nothing_is_set_or_said_before_the_resident_does(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = await opened(context, site, "?lang=ar&site=grohn")
    await expect(page.start_button("ar")).to_be_visible()
    for language, words in TEXTS.items():
        await expect(page.start_button(language)).to_contain_text(words["start"])
    assert await context.cookies() == []
    kept = "Object.keys(localStorage).length + Object.keys(sessionStorage).length"
    assert await page.page.evaluate(kept) == 0
    assert not assistant.attempts


@pytest.mark.parametrize(
    ("query", "language", "said"),
    [
        ("?lang=ar&site=grohn", "ar", "/start ar-grohn"),
        ("?site=grohn", "tr", "/start tr-grohn"),
        ("", "ru", "/start ru"),
    ],
)
async def test_start_says_where_the_resident_comes_from(
    context: BrowserContext,
    site: Site,
    assistant: Assistant,
    query: str,
    language: str,
    said: str,
) -> None:
    page = await opened(context, site, query)
    await page.start_button(language).click()
    await until(lambda: assistant.heard)
    assert (assistant.heard[0].text, assistant.heard[0].kind) == (said, MessageKind.TEXT)
    assert assistant.heard[0].language == language
    await expect(page.start_button(language)).to_be_hidden()
    await expect(page.bubbles).to_have_count(0)


async def test_who_types_at_once_is_heard_without_start(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = await opened(context, site)
    await page.say("Hallo")
    await until(lambda: assistant.heard)
    assert assistant.texts == ["Hallo"]


async def test_who_types_at_once_still_brings_the_deep_link(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = await opened(context, site, "?lang=de&site=grohn")
    await page.say("Hallo")
    await until(lambda: len(assistant.heard) == 2)
    assert assistant.texts == ["/start de-grohn", "Hallo"]


async def test_an_arabic_conversation_reads_from_right_to_left(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    async def turn(assistant: Assistant, message: InboundMessage) -> None:
        address, asked = message.address, message.message_id
        await assistant.say(address, "مرحبًا", "ar", [Button("نعم", "/affirm")], asked)
        await assistant.say(address, "Guten Tag", "de")
        await assistant.say(address, "اتصل بالرقم \u2068116117\u2069", "ar", reply_to=asked)

    assistant.turn = turn
    page = await opened(context, site)
    await page.say("Ich brauche Hilfe")
    await expect(page.bubbles).to_have_count(4)
    await expect(page.page.locator("html")).to_have_attribute("dir", "rtl")
    await expect(page.page.locator("html")).to_have_attribute("lang", "ar")
    await expect(page.page).to_have_title(TEXTS["ar"]["title"])
    await expect(page.input).to_have_attribute("placeholder", TEXTS["ar"]["placeholder"])
    await expect(page.page.locator("#language")).to_have_value("ar")
    attributes = await page.bubbles.evaluate_all("all => all.map(b => [b.lang, b.dir])")
    assert attributes == [["de", "auto"], ["ar", "rtl"], ["de", "ltr"], ["ar", "rtl"]]
    own, said = await page.bubbles.nth(0).bounding_box(), await page.bubbles.nth(1).bounding_box()
    assert own is not None
    assert said is not None
    assert own["x"] < said["x"]


async def test_the_language_can_be_chosen_at_any_time(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = await opened(context, site)
    await page.page.locator("#language").select_option("tr")
    await expect(page.input).to_have_attribute("placeholder", TEXTS["tr"]["placeholder"])
    assert not assistant.heard
    await page.start_button("tr").click()
    await page.page.locator("#language").select_option("ar")
    await until(lambda: len(assistant.heard) == 2)
    assert assistant.heard[1].kind is MessageKind.BUTTON
    assert assistant.heard[1].text == '/change_language{"language":"ar"}'
    await expect(page.page.locator("html")).to_have_attribute("dir", "rtl")
    assert await texts(page) == ["العربية"]


@pytest.mark.parametrize("language", sorted(TEXTS))
async def test_a_narrow_phone_needs_no_sideways_scrolling(
    browser: Browser, site: Site, assistant: Assistant, language: str
) -> None:
    async def turn(assistant: Assistant, message: InboundMessage) -> None:
        word = "Krankenversicherungsbescheinigung" * 3
        buttons = [Button(word, "/a"), Button("Ja", "/b"), Button("Nein", "/c")]
        long = f"{word} https://example.org/{'a' * 80} 0421 / 361 - 15115"
        await assistant.say(message.address, long, language, buttons)

    assistant.turn = turn
    context = await browser.new_context(**PHONE)
    page = await opened(context, site, f"?lang={language}")
    await page.start_button(language).click()
    await expect(page.bubbles).to_have_count(1)
    await page.say("W" * 300)
    await expect(page.bubbles).to_have_count(3)
    fits = """() => Array.from(document.querySelectorAll("html, #scroll, #scroll *, header *"))
        .filter(e => e.clientWidth > 1 && e.scrollWidth > e.clientWidth)
        .map(e => e.outerHTML.slice(0, 200))"""
    assert await page.page.evaluate(fits) == []
    assert await page.page.evaluate("document.documentElement.scrollWidth") == 360
    sizes = """() => Array.from(document.querySelectorAll("button, select, textarea, .leave"))
        .filter(e => e.offsetParent).map(e => e.getBoundingClientRect())
        .map(r => Math.min(r.width, r.height))"""
    assert min(await page.page.evaluate(sizes)) >= 44
    letters = """() => Array.from(document.querySelectorAll("body *"))
        .filter(e => e.offsetParent && e.textContent.trim())
        .map(e => parseFloat(getComputedStyle(e).fontSize))"""
    assert min(await page.page.evaluate(letters)) >= 16
    await context.close()


async def test_a_whole_conversation_works_by_keyboard(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    async def turn(assistant: Assistant, message: InboundMessage) -> None:
        buttons = [Button("Ja", "/give_consent"), Button("Nein", "/refuse_consent")]
        await assistant.say(message.address, "Einverstanden?", buttons=buttons)

    assistant.turn = turn
    page = await opened(context, site)
    await expect(page.start_button("de")).to_be_visible()
    keyboard = page.page.keyboard
    for _ in range(10):
        await keyboard.press("Tab")
        if await page.start_button("de").evaluate("e => e === document.activeElement"):
            break
    outline = "e => getComputedStyle(e).outlineStyle"
    assert await page.start_button("de").evaluate(outline) == "solid"
    await keyboard.press("Enter")
    await expect(page.input).to_be_focused()
    await expect(page.bubbles).to_have_count(1)
    await keyboard.type("erste Zeile")
    await keyboard.press("Shift+Enter")
    await keyboard.type("zweite Zeile")
    await keyboard.press("Enter")
    await expect(page.bubbles).to_have_count(3)
    assert assistant.texts[1] == "erste Zeile\nzweite Zeile"
    await expect(page.input).to_have_value("")
    await expect(page.input).to_be_focused()
    for _ in range(6):
        await keyboard.press("Shift+Tab")
        if await page.page.evaluate("document.activeElement.textContent") == "Ja":
            break
    await keyboard.press("Space")
    await until(lambda: len(assistant.heard) == 3)
    assert (assistant.heard[2].kind, assistant.heard[2].text) == (
        MessageKind.BUTTON,
        "/give_consent",
    )
    await expect(page.input).to_be_focused()


async def test_used_buttons_stay_pressable(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = await started(context, site, assistant)
    address = assistant.heard[0].address
    await assistant.say(address, "Noch etwas?", buttons=[Button("Ja", "/affirm")])
    choice = page.page.get_by_role("button", name="Ja", exact=True)
    await choice.click()
    await choice.click()
    await until(lambda: assistant.texts[1:] == ["/affirm", "/affirm"])


async def test_enter_does_not_send_while_a_word_is_composed_or_nothing_is_written(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = await started(context, site, assistant)
    await page.say("   ")
    await page.input.fill("あ")
    composing = "new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true})"
    await page.input.evaluate(f"e => e.dispatchEvent({composing})")
    await page.input.press("Enter")
    await until(lambda: len(assistant.heard) == 2)
    assert assistant.texts[1] == "あ"


async def test_typing_is_shown_until_the_reply(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = await started(context, site, assistant)
    assistant.turn = None
    typing = page.page.locator("#typing")
    await expect(typing).to_have_text("")
    await page.say("Hallo")
    await expect(typing).to_have_text(TEXTS["de"]["typing"])
    await expect(typing).to_have_attribute("role", "status")
    await echo(assistant, assistant.heard[-1])
    await expect(page.bubbles).to_have_count(3)
    await expect(typing).to_have_text("")


EVIL = '<img src=x onerror="document.title=1"><script>document.title=2</script>&amp;<b>fett</b>'


async def test_markup_is_shown_as_it_was_written(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    async def turn(assistant: Assistant, message: InboundMessage) -> None:
        await assistant.say(message.address, EVIL, 'de" onclick="x', [Button(EVIL, "/a")])

    assistant.turn = turn
    page = await opened(context, site)
    await page.say(EVIL)
    await expect(page.bubbles).to_have_count(2)
    assert await texts(page) == [EVIL, EVIL]
    await expect(page.page.locator(".choices button")).to_have_text(EVIL)
    await expect(page.page).to_have_title(TEXTS["de"]["title"])
    assert await page.page.locator("#scroll img, #scroll b:visible, #scroll script").count() == 0


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (
            "Rufen Sie 116117 oder 116 117 an.",
            [("116117", "tel:116117"), ("116 117", "tel:116117")],
        ),
        ("Notruf: \u2068112\u2069, Polizei 110!", [("112", "tel:112"), ("110", "tel:110")]),
        ("+49 (0)421 361-15115", [("+49 (0)421 361-15115", "tel:+4942136115115")]),
        ("Tel.:0421/361 15 115 (Mo)", [("0421/361 15 115", "tel:042136115115")]),
        ("(0421 36115)", [("0421 36115", "tel:042136115")]),
        ("(0421) 36115", [("(0421) 36115", "tel:042136115")]),
        ("08000 116 016 hilft", [("08000 116 016", "tel:08000116016")]),
        ("110/112", [("110", "tel:110"), ("112", "tel:112")]),
        (
            "Siehe https://www.kvhb.de/a_(b)?c=1&d=2#e.",
            [("https://www.kvhb.de/a_(b)?c=1&d=2#e", "https://www.kvhb.de/a_(b)?c=1&d=2#e")],
        ),
        ("\u2068https://116117.de\u2069،", [("https://116117.de", "https://116117.de/")]),
        ("(https://a.de/x)", [("https://a.de/x", "https://a.de/x")]),
        ("https://bremen.de@evil.example/ javascript:alert(1) http://a.de/0421123456", []),
        ("Am 01.02.2026, 01/02/2026, 08:00-18:00, 28195 Bremen, 112 €, 112,50, 1112, A0421123", []),
    ],
)
async def test_numbers_and_addresses_become_links(
    context: BrowserContext,
    site: Site,
    assistant: Assistant,
    text: str,
    links: list[tuple[str, str]],
) -> None:
    page = await started(context, site, assistant)
    await assistant.say(assistant.heard[0].address, text)
    await expect(page.bubbles).to_have_count(2)
    bubble = page.bubbles.nth(1)
    assert await bubble.evaluate("e => e.textContent") == text
    found = await bubble.locator("a").evaluate_all("all => all.map(a => [a.textContent, a.href])")
    assert [tuple(link) for link in found] == links
    rels = await bubble.locator("a[href^=https]").evaluate_all("all => all.map(a => a.rel)")
    assert set(rels) <= {"noopener noreferrer"}
