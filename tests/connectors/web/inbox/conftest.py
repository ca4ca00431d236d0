"""The inbox's routes on a real server, with a desk and accounts in memory behind them."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page

from connectors.web import inbox
from dialogues.phrasebook import FOLDER, Phrasebook, load
from tests.connectors.web.inbox.accounts import PASSWORD, FakeAccounts
from tests.connectors.web.inbox.desk import FakeDesk
from tests.connectors.web.serving import Site
from tests.connectors.web.words import NAMES

PHRASES = Path(FOLDER) / "inbox"
TITLES = {
    "find_doctor": {"de": "Arzt finden", "en": "Finding a doctor"},
    "midwife": {"de": "Hebamme", "en": "Midwife"},
    "forms_help": {"de": "Anträge und Formulare", "en": "Forms"},
}
_CSRF = re.compile(r'name="csrf" value="([0-9a-f]{64})"')
_KEY = re.compile(r'name="key" value="([0-9a-f-]{36})"')


@pytest.fixture(scope="session")
def words() -> Phrasebook:
    return load(PHRASES)


@pytest_asyncio.fixture(loop_scope="session")
async def desk() -> FakeDesk:
    return FakeDesk()


@pytest_asyncio.fixture(loop_scope="session")
async def accounts() -> FakeAccounts:
    return FakeAccounts()


@pytest_asyncio.fixture(loop_scope="session")
async def site(desk: FakeDesk, accounts: FakeAccounts, words: Phrasebook) -> AsyncIterator[Site]:
    """The inbox's routes, served."""
    routes = inbox.routes(
        desk,
        accounts,
        words.say,
        TITLES,
        NAMES,
        secure_cookie=False,
        zone=ZoneInfo("Europe/Berlin"),
        viewed=desk.viewed,
        keep_alive=0.3,
    )
    serving = Site(routes)
    await serving.start()
    yield serving
    await serving.stop()


@dataclass
class Client:
    """A browser without scripts: cookies, pages and their forms."""

    http: httpx.AsyncClient

    async def get(self, path: str, **more: str) -> httpx.Response:
        return await self.http.get(path, headers=more)

    async def form(self, page: str, path: str, **fields: str | list[str]) -> httpx.Response:
        """Fill in and send a form of a page."""
        text = (await self.http.get(page)).text
        csrf, key = _CSRF.search(text), _KEY.search(text)
        assert csrf is not None
        hidden = {"csrf": csrf[1], "key": key[1] if key else ""}
        return await self.http.post(path, data={**hidden, **fields})

    async def sign_in(self, login: str = "anna", password: str = PASSWORD) -> httpx.Response:
        page = "/inbox/sign-in"
        return await self.form(page, page, login=login, password=password)


@pytest_asyncio.fixture(loop_scope="session")
async def stranger(site: Site) -> AsyncIterator[Client]:
    """Nobody signed in."""
    async with httpx.AsyncClient(base_url=site.url, trust_env=False) as http:
        yield Client(http)


@pytest_asyncio.fixture(loop_scope="session")
async def anna(stranger: Client) -> Client:
    """A counsellor, signed in."""
    assert (await stranger.sign_in()).status_code == 303
    return stranger


@dataclass
class Desktop:
    """A counsellor's browser; collects what goes wrong in the scripts and against the policy."""

    page: Page
    site: Site
    complaints: list[str]

    async def go(self, path: str) -> None:
        await self.page.goto(f"{self.site.url}{path}")


async def signed_in(context: BrowserContext, site: Site, login: str = "anna") -> Desktop:
    """Sign in with the page's own form."""
    page = await context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    await page.goto(f"{site.url}/inbox")
    await page.get_by_label("Anmeldename").fill(login)
    await page.get_by_label("Passwort").fill(PASSWORD)
    await page.get_by_role("button", name="Anmelden").click()
    await page.wait_for_url(f"{site.url}/inbox")
    return Desktop(page, site, complaints)


@pytest_asyncio.fixture(loop_scope="session")
async def desktop(browser: Browser, site: Site) -> AsyncIterator[Desktop]:
    """Anna's browser, on the list."""
    context = await browser.new_context(
        locale="de-DE", timezone_id="Europe/Berlin", viewport={"width": 1280, "height": 900}
    )
    yield await signed_in(context, site)
    await context.close()
