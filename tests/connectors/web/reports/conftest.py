"""The routes of reports and inbox on a real server; what was published is made up."""

from __future__ import annotations

from collections.abc import AsyncIterator
from zoneinfo import ZoneInfo

import httpx
import pytest
import pytest_asyncio

from bot.report_pages import PHRASES
from bot.statistics.publication import Release
from connectors.desk import Counsellor
from connectors.web import inbox, reports
from dialogues.phrasebook import Phrasebook, load
from tests.bot.statistics.reports.made_up import city
from tests.bot.statistics.reports.published import stored
from tests.connectors.web.inbox.accounts import FakeAccounts
from tests.connectors.web.inbox.conftest import PHRASES as INBOX_PHRASES
from tests.connectors.web.inbox.conftest import TITLES, Client
from tests.connectors.web.inbox.desk import FakeDesk
from tests.connectors.web.serving import Site
from tests.connectors.web.words import NAMES


@pytest.fixture(scope="session")
def words() -> Phrasebook:
    return load(PHRASES)


@pytest.fixture(scope="session")
def inbox_words() -> Phrasebook:
    return load(INBOX_PHRASES)


@pytest.fixture
def published() -> list[Release]:
    """What was published; a test may add to it or take everything away."""
    return city()


@pytest_asyncio.fixture(loop_scope="session")
async def accounts() -> FakeAccounts:
    return FakeAccounts()


@pytest.fixture
def reports_seen() -> list[str]:
    """Who saw which report."""
    return []


@pytest_asyncio.fixture(loop_scope="session")
async def site(
    published: list[Release],
    accounts: FakeAccounts,
    words: Phrasebook,
    inbox_words: Phrasebook,
    reports_seen: list[str],
) -> AsyncIterator[Site]:
    """Both sets of routes, served."""

    async def seen(who: Counsellor, report: str) -> None:
        reports_seen.append(f"{who.key}: {report}")

    serving = Site(
        [
            *inbox.routes(
                FakeDesk(),
                accounts,
                inbox_words.say,
                TITLES,
                NAMES,
                secure_cookie=False,
                zone=ZoneInfo("Europe/Berlin"),
                keep_alive=0.3,
                viewed=FakeDesk().viewed,
            ),
            *reports.routes(
                stored(published), accounts, words.say, NAMES, secure_cookie=False, seen=seen
            ),
        ]
    )
    await serving.start()
    yield serving
    await serving.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def stranger(site: Site) -> AsyncIterator[Client]:
    """Nobody signed in."""
    async with httpx.AsyncClient(base_url=site.url, trust_env=False) as http:
        yield Client(http)


@pytest_asyncio.fixture(loop_scope="session")
async def carla(stranger: Client) -> Client:
    """A coordinator, signed in."""
    assert (await stranger.sign_in("carla")).status_code == 303
    return stranger
