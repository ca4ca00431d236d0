"""axe-core's rules on the inbox's pages, in both colour schemes, on desktop and phone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from playwright.async_api import Browser

from connectors.desk import Author, CaseState, Delivery, Outcome
from tests.connectors.web.inbox.conftest import signed_in
from tests.connectors.web.inbox.desk import ANNA, BORIS, FakeDesk, now
from tests.connectors.web.serving import Site
from tests.connectors.web.test_accessibility import violations

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def filled(desk: FakeDesk) -> None:
    """Cases of every kind, the first with remarks of every kind."""
    await desk.opened("أحتاج طبيبًا", wants_german="Ich brauche einen Arzt")
    await desk.claim(1, ANNA)
    early = now() - timedelta(hours=2)
    await desk.said(1, Author.LOTSE, "مرحبا", german="Hallo", at=early)
    await desk.said(1, Author.RESIDENT, "مرحبا", german="Hallo", translated=True)
    await desk.said(1, Author.RESIDENT, "شكرا")
    for delivery in Delivery:
        await desk.said(
            1, Author.COUNSELLOR, "Hallo", language="de", who="Anna", delivery=delivery, key="k"
        )
    await desk.note(1, ANNA, "Nur für uns", "web:note")
    for minutes in (1, 12, 45):
        await desk.opened(waiting_since=now() - timedelta(minutes=minutes))
    await desk.opened(state=CaseState.CLAIMED, claimed_by=BORIS)
    await desk.opened(state=CaseState.CLOSED, outcome=Outcome.SOLVED, closed_at=now())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(360, 640), (1280, 900)])
async def test_nobody_is_shut_out_of_the_inbox(
    browser: Browser, site: Site, desk: FakeDesk, scheme: Any, size: tuple[int, int]
) -> None:
    await filled(desk)
    context = await browser.new_context(
        locale="de-DE", viewport={"width": size[0], "height": size[1]}, color_scheme=scheme
    )
    desktop = await signed_in(context, site)
    page = desktop.page
    for path in ("/inbox", "/inbox?show=ended", "/inbox/1", "/inbox/2", "/inbox/5", "/inbox/6"):
        await desktop.go(path)
        for panel in await page.locator("details").all():
            await panel.evaluate("e => { e.open = true; }")
        assert await violations(page) == [], path
    await page.keyboard.press("?")
    if size[0] > 400:
        assert await violations(page) == []
    await context.clear_cookies()
    await desktop.go("/inbox")
    assert await violations(page) == []
    await page.get_by_label("Anmeldename").fill("anna")
    await page.get_by_label("Passwort").fill("falsch")
    await page.get_by_role("button", name="Anmelden").click()
    await page.get_by_role("alert").wait_for()
    assert await violations(page) == []
    await context.close()
