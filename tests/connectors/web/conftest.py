"""The web routes on a real server, with an assistant in memory behind them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext

from connectors.web import chat
from tests.connectors.web.assistant import Assistant
from tests.connectors.web.browser import running
from tests.connectors.web.serving import Site
from tests.connectors.web.words import NAMES, TEXTS

CHROMIUM = Path("/usr/bin/chromium")


@pytest_asyncio.fixture(loop_scope="session")
async def assistant() -> Assistant:
    return Assistant()


@pytest_asyncio.fixture(loop_scope="session")
async def site(assistant: Assistant) -> AsyncIterator[Site]:
    """The chat page's routes, served."""
    routes = chat.routes(
        assistant.accept, assistant, assistant.export, TEXTS, NAMES, False, keep_alive=0.3
    )
    serving = Site(routes)
    await serving.start()
    yield serving
    await serving.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def client(site: Site) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody's browser, cookies and all, without the page."""
    async with httpx.AsyncClient(base_url=site.url, trust_env=False) as browser:
        yield browser


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Debian's browser; tests that need it are skipped where it is missing."""
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is missing: apt-get install chromium")
    return CHROMIUM


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: Path) -> AsyncIterator[Browser]:
    """Chromium, started once for all tests."""
    async with running(chromium) as started:
        yield started


@pytest_asyncio.fixture(loop_scope="session")
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    """A browser of somebody who reads German."""
    opened = await browser.new_context(locale="de-DE")
    yield opened
    await opened.close()
