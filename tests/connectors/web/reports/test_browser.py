"""The reports in a browser: on a desk and a phone, in both colours, for everybody, on paper."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from typing import Any

import pypdf
import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from bot.statistics.publication import Release
from tests.connectors.web.inbox.accounts import PASSWORD
from tests.connectors.web.serving import Site
from tests.connectors.web.test_accessibility import violations

pytestmark = pytest.mark.asyncio(loop_scope="session")

PATHS = (
    "topics?from=2026-Q2&to=2026-Q3",
    "topics?place=Huchting",
    "topics?place=Huchting&category=chronisch",
    "people",
    "months?from=2026-Q2&to=2026-10",
    "cases",
    "cases?place=Huchting&language=ar",
)


def is_complaint(message: ConsoleMessage) -> bool:
    """A picture alone has no icon, and the browser looks for one."""
    return message.type == "error" and "favicon.ico" not in message.location["url"]


async def signed_in(context: BrowserContext, site: Site, complaints: list[str]) -> Page:
    """Carla's page, on the reports."""
    page = await context.new_page()
    page.on("console", lambda m: complaints.append(m.text) if is_complaint(m) else None)
    await page.goto(f"{site.url}/reports")
    await page.get_by_label("Anmeldename").fill("carla")
    await page.get_by_label("Passwort").fill(PASSWORD)
    await page.get_by_role("button", name="Anmelden").click()
    await page.wait_for_url(f"{site.url}/reports")
    return page


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, site: Site) -> AsyncIterator[Page]:
    """A coordinator's browser; what breaks the policy is a failure."""
    context = await browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 900})
    complaints: list[str] = []
    yield await signed_in(context, site, complaints)
    assert complaints == []
    await context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(360, 640), (1280, 900)])
async def test_nobody_is_shut_out_of_the_reports(
    browser: Browser, site: Site, scheme: Any, size: tuple[int, int]
) -> None:
    context = await browser.new_context(
        locale="de-DE", viewport={"width": size[0], "height": size[1]}, color_scheme=scheme
    )
    complaints: list[str] = []
    page = await signed_in(context, site, complaints)
    for path in PATHS:
        await page.goto(f"{site.url}/reports/{path}")
        assert await violations(page) == [], path
        # Wide tables move inside their frames; the page itself never does.
        assert await page.evaluate("document.documentElement.scrollWidth") == size[0], path
    assert complaints == []
    await context.close()


async def test_numbers_are_chosen_with_a_form_and_pictures_are_drawn(
    page: Page, site: Site
) -> None:
    await page.get_by_label("Von", exact=True).select_option("2026-Q2")
    await page.get_by_label("Bis", exact=True).select_option("2026-Q3")
    await page.get_by_label("Ort", exact=True).select_option("Gröpelingen")
    await page.get_by_role("button", name="Anzeigen").click()
    await expect(page.get_by_text("2. Quartal 2026 bis 3. Quartal 2026")).to_be_visible()
    pictures = page.locator("figure img")
    await expect(pictures).to_have_count(2)
    for picture in await pictures.all():
        assert await picture.evaluate("e => e.decode().then(() => e.naturalWidth)") > 300
    await page.get_by_role("link", name="Arztsuche").click()
    await expect(page.get_by_role("rowheader", name="[find_doctor]")).to_be_visible()
    await page.get_by_role("link", name="Zurück zu allen Themen").click()
    await expect(page.get_by_role("rowheader", name="Arztsuche")).to_be_visible()


async def test_a_picture_opened_alone_keeps_its_colours(page: Page, site: Site) -> None:
    await page.goto(f"{site.url}/reports/topics/chart/0")
    colours = await page.evaluate(
        "[...document.querySelectorAll('path')].map(e => getComputedStyle(e).fill)"
    )
    assert "rgb(0, 114, 178)" in colours


async def test_a_file_is_saved_by_its_name(page: Page) -> None:
    async with page.expect_download() as waiting:
        await page.get_by_role("link", name="XLSX").click()
    assert (await waiting.value).suggested_filename == "lotse-topics-2026-Q3.xlsx"


async def test_paper_has_the_numbers_and_not_the_form(page: Page, site: Site) -> None:
    await page.goto(f"{site.url}/reports/topics")
    printed = pypdf.PdfReader(io.BytesIO(await page.pdf(prefer_css_page_size=True)))
    text = "\n".join(each.extract_text() for each in printed.pages)
    assert "Arztsuche" in text
    assert "unter 5 oder zum Schutz" in text
    assert "Anzeigen" not in text
    assert "Herunterladen" not in text
    assert printed.pages[0].mediabox.width > printed.pages[0].mediabox.height


async def test_before_anything_is_published_nobody_is_shut_out(
    page: Page, site: Site, published: list[Release]
) -> None:
    published.clear()
    await page.goto(f"{site.url}/reports?lang=en")
    await expect(page.get_by_text("No numbers are published yet.")).to_be_visible()
    assert await violations(page) == []
