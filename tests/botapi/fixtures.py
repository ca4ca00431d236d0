"""Fixtures; get them with `pytest_plugins = ["tests.botapi.fixtures"]` in tests/conftest.py."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.botapi.api import BotApi
from tests.botapi.server import Server


@pytest.fixture(scope="session")
def bot_api_server() -> Iterator[Server]:
    """The HTTP server, one for all tests."""
    server = Server()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def bot_api(bot_api_server: Server) -> Iterator[BotApi]:
    """A bot nobody has written to yet, with a token of its own."""
    api = BotApi(bot_api_server)
    yield api
    api.close()
