"""The inbox in a real browser, scripts and all."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from playwright.async_api import Browser, Route, expect

from connectors.desk import Author, CaseState, Delivery
from tests.connectors.web.inbox.accounts import FakeAccounts
from tests.connectors.web.inbox.conftest import Desktop, signed_in
from tests.connectors.web.inbox.desk import ANNA, BORIS, FakeDesk, now
from tests.connectors.web.serving import Site

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def until(condition: Any, seconds: float = 10) -> None:
    """Wait for something that no page shows."""
    for _ in range(int(seconds / 0.05)):
        if condition():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it did not happen")


async def test_a_new_case_appears_by_itself_and_calls(desktop: Desktop, desk: FakeDesk) -> None:
    page = desktop.page
    await expect(page.locator(".nothing").first).to_be_visible()
    await page.evaluate("document.hasFocus = () => false")
    await desk.opened()
    await expect(page.locator("#case-1")).to_contain_text("Arzt finden")
    await expect(page.locator("#count")).to_have_text("1 wartet")
    await expect(page).to_have_title("● Neuer Fall 1")
    await expect(page.locator("#told")).to_have_text("Neuer Fall 1")
    await page.evaluate("dispatchEvent(new Event('focus'))")
    await expect(page).to_have_title("(1) Fälle · Lotse")
    await desk.claim(1, BORIS)
    await expect(page.locator("#case-1")).to_contain_text("Bei Boris Öz")
    await expect(page).to_have_title("Fälle · Lotse")
    assert desktop.complaints == []


async def test_a_new_case_is_heard_unless_one_wants_quiet(desktop: Desktop, desk: FakeDesk) -> None:
    page = desktop.page
    await page.evaluate(
        """() => {
            window.tones = 0;
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (...when) {
                window.tones += 1;
                start.apply(this, when);
            };
        }"""
    )
    await page.locator("h1").click()
    await page.wait_for_timeout(200)
    await desk.opened()
    await expect(page.locator("#case-1")).to_be_visible()
    assert await page.evaluate("tones") == 2
    await page.get_by_role("button", name="Ton bei neuem Fall: an").click()
    await desk.opened()
    await expect(page.locator("#case-2")).to_be_visible()
    assert await page.evaluate("tones") == 2
    await page.reload()
    await expect(page.get_by_role("button", name="Ton bei neuem Fall: aus")).to_be_visible()


async def test_the_waiting_time_goes_on(desktop: Desktop, desk: FakeDesk) -> None:
    await desk.opened(waiting_since=now() - timedelta(minutes=9, seconds=20))
    row = desktop.page.locator("#case-1")
    await expect(row).to_contain_text("9 Min.")
    assert "late" not in (await row.get_attribute("class") or "")
    await desktop.page.clock.install()
    await desktop.page.reload()
    await desktop.page.clock.fast_forward(20 * 60 * 1000)
    await expect(row).to_contain_text("29 Min.")
    assert "late" in (await row.get_attribute("class") or "")


async def test_the_list_is_used_with_the_keyboard(desktop: Desktop, desk: FakeDesk) -> None:
    page = desktop.page
    for _ in range(3):
        await desk.opened()
    await expect(page.locator("#case-3")).to_be_visible()
    for key, number in (("j", 1), ("j", 2), ("ArrowDown", 3), ("j", 3), ("k", 2), ("ArrowUp", 1)):
        await page.keyboard.press(key)
        await expect(page.locator(f"#case-{number} .open")).to_be_focused()
    await desk.opened()
    await expect(page.locator("#case-4")).to_be_visible()
    await expect(page.locator("#case-1 .open")).to_be_focused()
    await page.keyboard.press("c")
    await page.wait_for_url("**/inbox/1")
    assert desk.files[1].case.claimed_by == ANNA
    await page.keyboard.press("u")
    await page.wait_for_url("**/inbox")
    await page.keyboard.press("k")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/inbox/1#latest")


async def test_a_case_is_used_with_the_keyboard(desktop: Desktop, desk: FakeDesk) -> None:
    page = desktop.page
    await desk.opened()
    await desktop.go("/inbox/1")
    await page.keyboard.press("c")
    await expect(page.locator("#head")).to_contain_text("Bei Ihnen")
    await page.keyboard.press("r")
    await expect(page.locator("#reply")).to_be_focused()
    await page.keyboard.type("nicht cr?")
    await page.keyboard.press("Control+Enter")
    await expect(page.locator("#remark-1")).to_contain_text("nicht cr?")
    await expect(page.locator("#reply")).to_have_value("")
    await page.locator("h1").click()
    await page.keyboard.press("n")
    await expect(page.locator("#note-text")).to_be_focused()
    await page.locator("h1").click()
    await page.keyboard.press("/")
    await expect(page.locator("#search")).to_be_focused()
    await page.locator("h1").click()
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog", name="Tastenkürzel")).to_be_visible()
    await page.get_by_label("Tastenkürzel verwenden").uncheck()
    await page.keyboard.press("Escape")
    await page.keyboard.press("u")
    await page.wait_for_timeout(200)
    assert page.url.endswith("/inbox/1")
    assert desktop.complaints == []


async def test_what_the_resident_writes_appears_while_a_reply_is_typed(
    desktop: Desktop, desk: FakeDesk
) -> None:
    page = desktop.page
    await desk.opened()
    await desk.claim(1, ANNA)
    await desktop.go("/inbox/1")
    await page.locator("#reply").fill("Ich schreibe gerade")
    await desk.said(1, Author.RESIDENT, "مرحبا", german="Hallo", translated=True)
    await expect(page.locator("#remark-1")).to_contain_text("Hallo")
    await expect(page.locator("#reply")).to_have_value("Ich schreibe gerade")
    await expect(page.locator("#reply")).to_be_focused()
    await page.get_by_role("button", name="Senden", exact=True).first.click()
    await expect(page.locator("#remark-2")).to_contain_text("wird zugestellt")
    await page.locator("#reply").fill("Noch etwas")
    await page.locator("#reply").press("Control+Enter")
    await expect(page.locator("#remark-3")).to_contain_text("Noch etwas")
    texts = [r.text for r in desk.files[1].remarks if r.author is Author.COUNSELLOR]
    assert texts == ["Ich schreibe gerade", "Noch etwas"]
    assert desktop.complaints == []


async def test_a_case_taken_by_somebody_else_says_so_and_keeps_what_was_typed(
    desktop: Desktop, desk: FakeDesk
) -> None:
    page = desktop.page
    await desk.opened()
    await desktop.go("/inbox/1")
    await page.locator("#reply").fill("Mein Entwurf")
    await desk.claim(1, BORIS)
    await expect(page.locator("#head")).to_contain_text("Bei Boris Öz")
    await page.get_by_role("button", name="Übernehmen und senden").click()
    alert = page.get_by_role("alert")
    await expect(alert).to_have_text("Boris Öz hat diesen Fall gerade übernommen.")
    await expect(page.locator("#reply")).to_have_value("Mein Entwurf")
    assert not desk.files[1].remarks


async def test_without_a_network_the_text_stays_and_is_said_once(
    desktop: Desktop, desk: FakeDesk
) -> None:
    page = desktop.page
    await desk.opened()
    await desk.claim(1, ANNA)
    await desktop.go("/inbox/1")
    lost = True

    async def after_it_was_kept(route: Route) -> None:
        if lost:
            await route.fetch(max_redirects=0)
            await route.abort()
        else:
            await route.continue_()

    await page.route("**/inbox/1/reply", after_it_was_kept)
    await page.locator("#reply").fill("Genau einmal")
    await page.locator("#reply").press("Control+Enter")
    await expect(page.locator("#banner")).to_contain_text("Nicht gesendet")
    await expect(page.locator("#reply")).to_have_value("Genau einmal")
    lost = False
    await page.locator("#reply").press("Control+Enter")
    await expect(page.locator("#reply")).to_have_value("")
    await expect(page.locator(".remark")).to_have_count(1)
    assert [remark.text for remark in desk.files[1].remarks] == ["Genau einmal"]


async def test_a_session_that_ended_is_told_and_the_text_survives_signing_in_again(
    desktop: Desktop, desk: FakeDesk, accounts: FakeAccounts
) -> None:
    page = desktop.page
    await desk.opened()
    await desk.claim(1, ANNA)
    await desktop.go("/inbox/1")
    await page.locator("#reply").fill("Ein langer Text")
    accounts.sessions.clear()
    await expect(page.locator("#banner")).to_contain_text("Sie sind nicht mehr angemeldet.")
    other = await page.context.new_page()
    await other.goto(f"{desktop.site.url}/inbox/sign-in")
    await other.get_by_label("Anmeldename").fill("anna")
    await other.get_by_label("Passwort").fill("ein gutes Passwort")
    await other.get_by_role("button", name="Anmelden").click()
    await other.wait_for_url("**/inbox")
    await page.bring_to_front()
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await expect(page.locator("#banner")).to_be_empty()
    await page.locator("#reply").press("Control+Enter")
    await expect(page.locator("#remark-1")).to_contain_text("Ein langer Text")


async def test_a_server_that_goes_away_and_comes_back(
    desktop: Desktop, desk: FakeDesk, site: Site
) -> None:
    await site.stop()
    await expect(desktop.page.locator("#banner")).to_contain_text("Keine Verbindung")
    await desk.opened()
    await site.start()
    await expect(desktop.page.locator("#case-1")).to_be_visible(timeout=10_000)
    await expect(desktop.page.locator("#banner")).to_be_empty(timeout=10_000)


async def test_what_a_resident_writes_is_text_whatever_it_looks_like(
    desktop: Desktop, desk: FakeDesk
) -> None:
    page = desktop.page
    evil = """<img src=x onerror="document.title='owned'"><script>alert(1)</script>{{ 7*7 }}"""
    await desk.opened(evil, district=evil, language="de")
    await expect(page.locator("#case-1")).to_contain_text("<script>alert(1)</script>")
    await desktop.go("/inbox/1")
    await desk.said(1, Author.RESIDENT, evil, language="de")
    await expect(page.locator("#remark-1 .text")).to_have_text(evil)
    await expect(page.locator("#summary .text")).to_have_text(evil)
    assert await page.locator("main img").count() == 0
    assert "owned" not in await page.title()
    assert desktop.complaints == []


async def test_arabic_is_written_from_right_to_left(desktop: Desktop, desk: FakeDesk) -> None:
    page = desktop.page
    await desk.opened("أحتاج طبيبًا", wants_german="Ich brauche einen Arzt")
    await desk.said(1, Author.RESIDENT, "مرحبا", german="Hallo", translated=True)
    await desktop.go("/inbox/1")
    original = page.locator("#remark-1 .original")
    assert await original.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert await original.get_attribute("lang") == "ar"
    german = page.locator("#remark-1 .german")
    assert await german.evaluate("e => getComputedStyle(e).direction") == "ltr"
    left, right = await original.bounding_box(), await german.bounding_box()
    assert left is not None
    assert right is not None
    assert left["x"] + left["width"] <= right["x"]
    assert abs(left["y"] - right["y"]) < 2


async def test_ready_made_replies_are_found_as_one_types(desktop: Desktop, desk: FakeDesk) -> None:
    page = desktop.page
    await desk.opened()
    await desk.claim(1, ANNA)
    await desktop.go("/inbox/1")
    await page.keyboard.press("/")
    await page.keyboard.type("termin gemacht")
    await expect(page.locator("#ready-list > li")).to_have_count(1)
    await page.get_by_label("Datum").fill("3. Mai")
    await page.get_by_label("Uhrzeit").fill("9")
    await page.get_by_label("Name").fill("Dr. Ay")
    await page.get_by_role("button", name="Antwort „termin“ senden").click()
    await expect(page.locator("#remark-1")).to_contain_text("am 3. Mai um 9 Uhr bei Dr. Ay")
    await page.locator("#search").fill("gibt es nicht")
    await expect(page.locator("#found")).to_contain_text("Keine fertige Antwort")


async def test_a_reply_is_changed_in_place(desktop: Desktop, desk: FakeDesk) -> None:
    page = desktop.page
    await desk.opened()
    await desk.reply(1, ANNA, "Falsch", "web:x")
    await desktop.go("/inbox/1")
    await page.get_by_text("Ändern").click()
    await page.get_by_label("Neuer Text").fill("Richtig")
    await desk.said(1, Author.RESIDENT, "dazwischen")
    await expect(page.locator("#remark-2")).to_be_visible()
    await expect(page.get_by_label("Neuer Text")).to_have_value("Richtig")
    await page.get_by_role("button", name="Speichern").click()
    await expect(page.locator("#remark-1 .text")).to_have_text("Richtig")
    await page.get_by_text("Ändern").click()
    await page.get_by_role("button", name="Zurückrufen").click()
    await expect(page.locator("#remark-1")).to_contain_text("zurückgerufen")
    assert desk.files[1].remarks[0].delivery is Delivery.RECALLED


async def test_closing_a_case(desktop: Desktop, desk: FakeDesk) -> None:
    page = desktop.page
    await desk.opened()
    await desk.claim(1, ANNA)
    await desktop.go("/inbox/1")
    await page.locator("summary", has_text="Abschließen").click()
    await expect(page.get_by_label("Arzt finden")).to_be_checked()
    await page.get_by_label("Themen filtern").fill("hebam")
    await expect(page.get_by_label("Anträge und Formulare")).to_be_hidden()
    await page.get_by_label("Hebamme").check()
    await page.get_by_label("Gelöst").check()
    await page.get_by_role("button", name="Fall abschließen").click()
    await expect(page.locator(".notice")).to_contain_text("Fall 1 ist abgeschlossen.")
    assert desk.files[1].case.closing_topics == ("find_doctor", "midwife")
    assert desk.files[1].case.state is CaseState.CLOSED


@pytest.mark.parametrize("path", ["/inbox", "/inbox/1", "/inbox/sign-in"])
async def test_a_phone_of_360_pixels_is_wide_enough(
    browser: Browser, site: Site, desk: FakeDesk, path: str
) -> None:
    await desk.opened("Wort" * 60, district="Obervieland-Habenhausen", language="tr")
    await desk.claim(1, ANNA)
    await desk.said(1, Author.RESIDENT, "https://example.org/" + "x" * 200, german="y" * 200)
    await desk.opened("أحتاج طبيبًا", wants_german="Ich brauche einen Arzt")
    context = await browser.new_context(
        locale="de-DE", viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True
    )
    phone = await signed_in(context, site)
    if path.endswith("sign-in"):
        await context.clear_cookies()
    await phone.go(path)
    for panel in await phone.page.locator("details").all():
        await panel.evaluate("e => { e.open = true; }")
    width = await phone.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 360
    small = await phone.page.evaluate(
        """() => [...document.querySelectorAll("button, select, textarea")]
            .filter((e) => e.checkVisibility())
            .filter((e) => e.getBoundingClientRect().height < 40).map((e) => e.outerHTML)"""
    )
    assert small == []
    await context.close()


async def test_what_a_reply_says_in_german_again_stands_below_it_on_one_line(
    desktop: Desktop, desk: FakeDesk, site: Site
) -> None:
    await desk.opened(state=CaseState.CLAIMED, claimed_by=ANNA)
    back = "Bringen Sie bitte den Brief mit, den Sie bekommen haben"
    reply = {"for_resident": "أحضر الرسالة", "translated": True, "back": back, "who": ANNA.name}
    await desk.said(1, Author.COUNSELLOR, "Bitte bringen Sie den Brief mit", key="web:1", **reply)
    await desktop.page.goto(f"{site.url}/inbox/1")
    below = desktop.page.get_by_text(back)
    box, texts = await below.bounding_box(), desktop.page.locator("#lines .texts").last
    above = await texts.bounding_box()
    assert box is not None
    assert above is not None
    assert box["height"] < 40
    assert box["y"] >= above["y"] + above["height"]
