"""The chat page in a browser: restarts, lost connections, several tabs, leaving."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext, Page, Route, expect

from connectors.messages import Button, MessageKind
from tests.connectors.web.assistant import Assistant, echo
from tests.connectors.web.browser import ChatPage
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


async def test_after_a_restart_of_the_server_nothing_is_lost_or_doubled(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = await started(context, site, assistant)
    await site.stop()
    await page.say("eins")
    await page.say("zwei")
    await expect(page.banner).to_have_text(TEXTS["de"]["offline"])
    await expect(page.page.locator(".waiting")).to_have_count(2)
    address = assistant.heard[0].address
    await assistant.say(address, "inzwischen gesagt")
    await site.start()
    await expect(page.bubbles).to_have_count(6, timeout=20_000)
    assert assistant.texts == ["/start de", "eins", "zwei"]
    assert await texts(page) == [
        "echo /start de", "eins", "zwei", "inzwischen gesagt", "echo eins", "echo zwei",
    ]  # fmt: skip
    await expect(page.page.locator(".waiting")).to_have_count(0)
    await expect(page.banner).to_have_text(TEXTS["de"]["online"])
    await expect(page.banner).to_have_text("", timeout=8000)


async def test_what_could_not_be_sent_survives_closing_the_page(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = await started(context, site, assistant)
    assistant.broken = True
    await page.say("bleibt")
    await until(lambda: len(assistant.attempts) == 2)
    await page.page.close()
    assistant.broken = False
    again = await opened(context, site)
    await expect(again.bubbles).to_have_count(3)
    assert sorted(await texts(again)) == ["bleibt", "echo /start de", "echo bleibt"]
    assert assistant.attempts[1].message_id == assistant.heard[1].message_id


async def test_a_lost_answer_to_sending_doubles_nothing(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = await started(context, site, assistant)
    lost: list[str] = []

    async def lose(route: Route) -> None:
        if lost:
            await route.continue_()
            return
        lost.append("the answer")
        await route.fetch()
        await route.abort()

    await page.page.route("**/chat/messages", lose)
    await page.say("einmal")
    await until(lambda: len(assistant.attempts) == 3)
    await expect(page.page.locator(".waiting")).to_have_count(0)
    assert assistant.texts == ["/start de", "einmal"]
    await expect(page.bubbles).to_have_count(3)


async def test_what_the_server_will_never_take_is_marked_and_does_not_block_the_rest(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = await started(context, site, assistant)
    await page.say("x" * 70_000)
    await expect(page.page.locator(".failed")).to_have_text(TEXTS["de"]["not_sent"])
    await page.say("kurz \ud83d")
    await until(lambda: assistant.texts[1:] == ["kurz \ufffd"])


async def test_a_session_that_ran_out_is_begun_anew_by_speaking(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = await started(context, site, assistant)
    await context.clear_cookies()
    await page.say("noch da?")
    await expect(page.bubbles.last).to_have_text("echo noch da?")
    assert assistant.texts == ["/start de", "noch da?"]


async def test_reloading_shows_the_conversation_again_in_order(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = await started(context, site, assistant)
    await page.say("eins")
    await expect(page.bubbles).to_have_count(3)
    await page.say("zwei")
    await expect(page.bubbles).to_have_count(5)
    before = await texts(page)
    await page.page.reload()
    await expect(page.bubbles).to_have_count(5)
    assert await texts(page) == before
    await expect(page.log).to_have_attribute("aria-live", "polite")
    await expect(page.start_button("de")).to_be_hidden()
    assert len(assistant.heard) == 3


async def test_what_the_resident_said_vanishes_with_the_tab(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = await started(context, site, assistant)
    await page.say("geheim")
    await expect(page.bubbles).to_have_count(3)
    assert await page.page.evaluate("Object.keys(localStorage)") == []
    await page.page.close()
    again = await opened(context, site)
    await expect(again.bubbles).to_have_count(2)
    assert await texts(again) == ["echo /start de", "echo geheim"]


async def test_two_tabs_show_the_same_conversation(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    first, second = await opened(context, site), await opened(context, site)
    assistant.turn = echo
    await expect(second.start_button("de")).to_be_visible()
    await first.start_button("de").click()
    await expect(first.bubbles).to_have_count(1)
    await expect(second.bubbles).to_have_count(1)
    await first.say("aus eins")
    await expect(second.bubbles).to_have_count(3)
    await second.say("aus zwei")
    await expect(first.bubbles).to_have_count(5)
    await expect(second.bubbles).to_have_count(5)
    expected = ["echo /start de", "aus eins", "echo aus eins", "aus zwei", "echo aus zwei"]
    assert await texts(first) == expected
    assert await texts(second) == expected
    assert assistant.texts == ["/start de", "aus eins", "aus zwei"]
    assert len({message.address for message in assistant.heard}) == 1
    assert first.errors + second.errors == []


async def leaving(page: Page) -> None:
    """Answers for the page one flees to."""

    async def answer(route: Route) -> None:
        await route.fulfill(body="Wetter", content_type="text/plain")

    await page.route(re.compile(re.escape("https://www.google.com/")), answer)


async def test_leaving_quickly_leaves_nothing_behind(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = await started(context, site, assistant)
    other = await opened(context, site)
    await expect(other.bubbles).to_have_count(1)
    await page.say("er schlägt mich")
    await expect(other.bubbles).to_have_count(3)
    for tab in (page, other):
        await leaving(tab.page)
    await page.page.locator("#leave").click()
    for tab in (page, other):
        await tab.page.wait_for_url(NOWHERE)
    await until_no_cookie(context)
    again = await opened(context, site)
    await expect(again.start_button("de")).to_be_visible()
    assert await texts(again) == []
    for storage in ("localStorage", "sessionStorage"):
        assert await again.page.evaluate(f"Object.keys({storage})") == []
    await page.page.go_back()
    await expect(page.page.locator("body")).not_to_contain_text("schlägt")


async def test_leaving_quickly_waits_for_nothing(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = await started(context, site, assistant)

    pending: list[Route] = []
    shown: list[str] = []

    def hold(route: Route) -> None:
        pending.append(route)

    await page.page.route("**/chat/session**", hold)
    await page.page.route(re.compile(re.escape("https://www.google.com/")), hold)
    await page.page.expose_function("note", lambda text: shown.append(text))
    await page.page.evaluate(
        """() => addEventListener("click", () => setTimeout(
            () => note(document.title + document.body.textContent)))"""
    )
    await page.page.locator("#leave").click(no_wait_after=True)
    await until(lambda: shown)
    assert shown == [""]
    for route in pending:
        await route.abort()


async def until_no_cookie(context: BrowserContext) -> None:
    for _ in range(100):
        if not await context.cookies():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("the cookie stayed")


async def test_a_new_conversation_forgets_the_old_one_in_every_tab(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = await started(context, site, assistant)
    other = await opened(context, site)
    await expect(other.bubbles).to_have_count(1)
    page.page.on("dialog", lambda dialog: asyncio.ensure_future(dialog.accept()))
    await page.page.locator("#new").click()
    for tab in (page, other):
        await expect(tab.start_button("de")).to_be_visible()
        assert await texts(tab) == []
    await page.start_button("de").click()
    await expect(page.bubbles).to_have_count(1)
    assert len({message.address for message in assistant.heard}) == 2


async def test_a_new_conversation_is_not_begun_by_mistake(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = await started(context, site, assistant)
    page.page.on("dialog", lambda dialog: asyncio.ensure_future(dialog.dismiss()))
    await page.page.locator("#new").click()
    await expect(page.bubbles).to_have_count(1)
    assert await context.cookies()


async def test_asking_for_erasure_empties_the_page_too(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = await started(context, site, assistant)
    await page.say("geheim")
    await expect(page.bubbles).to_have_count(3)
    await assistant.say(
        assistant.heard[0].address, "?", buttons=[Button("Alles löschen", "/delete_my_data")]
    )
    await page.page.get_by_role("button", name="Alles löschen").click()
    await expect(page.bubbles).to_have_count(2)
    assert "geheim" not in await page.page.evaluate("JSON.stringify(sessionStorage)")


async def test_a_place_is_sent_roughly_and_only_when_asked(
    browser: Browser, site: Site, assistant: Assistant
) -> None:
    context = await browser.new_context(
        geolocation={"latitude": 53.171234, "longitude": 8.611987}, permissions=["geolocation"]
    )
    page = await opened(context, site, "?lang=de")
    await page.page.get_by_role("button", name=TEXTS["de"]["share_location"]).click()
    await until(lambda: len(assistant.heard) == 2)
    message = assistant.heard[1]
    assert (message.kind, message.text) == (MessageKind.LOCATION, "")
    assert (message.latitude, message.longitude) == (53.171, 8.612)
    await expect(page.bubbles).to_have_text(TEXTS["de"]["share_location"])
    await context.close()


async def test_a_refused_place_is_told(context: BrowserContext, site: Site) -> None:
    page = await opened(context, site, "?lang=de")
    refuse = "() => { navigator.geolocation.getCurrentPosition = (ok, failed) => failed({}); }"
    await page.page.evaluate(refuse)
    await page.page.locator("#place").click()
    await expect(page.banner).to_have_text(TEXTS["de"]["not_sent"])


async def test_the_page_works_where_storage_is_forbidden(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    forbid = """for (const name of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, name, { get() { throw new Error("forbidden"); } });"""
    await context.add_init_script(forbid)
    page = await started(context, site, assistant)
    await page.say("eins")
    await expect(page.bubbles).to_have_count(3)
    assert assistant.texts == ["/start de", "eins"]
    assert page.errors == []


async def test_going_offline_is_shown(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = await started(context, site, assistant)
    await context.set_offline(True)
    await expect(page.banner).to_have_text(TEXTS["de"]["offline"])
    await context.set_offline(False)
    await expect(page.banner).to_have_text(TEXTS["de"]["online"])


async def test_the_page_opened_while_the_server_is_away_recovers(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = ChatPage(await context.new_page())
    failing = True

    async def away(route: Route) -> None:
        await (route.abort() if failing else route.continue_())

    await page.page.route("**/chat/session", away)
    await page.page.goto(f"{site.url}/chat")
    await expect(page.banner).to_have_text(TEXTS["de"]["offline"])
    failing = False
    await expect(page.start_button("de")).to_be_visible(timeout=8000)


async def test_nothing_moves_for_who_asked_for_calm(browser: Browser, site: Site) -> None:
    context = await browser.new_context(reduced_motion="reduce")
    page = await opened(context, site)
    await page.page.locator("#typing").evaluate("e => e.append(document.createElement('i'))")
    dot = page.page.locator("#typing i")
    assert await dot.evaluate("e => getComputedStyle(e).animationName") == "none"
    await context.close()


async def test_the_page_fetches_nothing_from_elsewhere_and_breaks_no_policy(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    page = ChatPage(await context.new_page())
    addresses: list[str] = []
    complaints: list[str] = []
    page.page.on("request", lambda request: addresses.append(request.url))
    page.page.on("console", lambda message: complaints.append(message.text))
    await page.page.goto(f"{site.url}/chat")
    assistant.turn = echo
    await page.say("Hallo")
    await expect(page.bubbles).to_have_count(2)
    assert all(address.startswith(site.url) for address in addresses)
    assert complaints + page.errors == []
