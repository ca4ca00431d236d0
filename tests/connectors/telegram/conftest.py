"""A connector on the test server, and an inbox that can be taken away."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
import pytest_asyncio

from connectors.messages import InboundMessage
from connectors.telegram.connector import TelegramConnector
from tests.botapi.api import BotApi


class Inbox:
    """Keeps messages in memory as the real one does, repeats only once; can be broken."""

    def __init__(self) -> None:
        self.messages: list[InboundMessage] = []
        self.attempts: list[str] = []
        self.broken = False
        self.before: Callable[[], Awaitable[None]] | None = None

    async def accept(self, message: InboundMessage) -> bool:
        self.attempts.append(message.message_id)
        if self.before is not None:
            await self.before()
        if self.broken:
            raise ConnectionError("database down, and here is what was said: " + message.text)
        key = (message.address, message.message_id)
        if key in {(known.address, known.message_id) for known in self.messages}:
            return False
        self.messages.append(message)
        return True

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.messages]


Start = Callable[..., Awaitable[TelegramConnector]]


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest_asyncio.fixture
async def start(bot_api: BotApi, inbox: Inbox) -> AsyncIterator[Start]:
    """Starts connectors with short pauses and stops them after the test."""
    running: list[TelegramConnector] = []

    async def begin(**options: Any) -> TelegramConnector:
        connector = build(bot_api, inbox, **options)
        running.append(connector)
        await connector.start()
        return connector

    yield begin
    for connector in running:
        await connector.stop()


@pytest.fixture
def make(bot_api: BotApi, inbox: Inbox) -> Callable[..., TelegramConnector]:
    """Builds connectors without starting them."""
    return lambda **options: build(bot_api, inbox, **options)


def build(bot_api: BotApi, inbox: Inbox, **options: Any) -> TelegramConnector:
    defaults: dict[str, Any] = {
        "token": bot_api.token,
        "accept": inbox.accept,
        "api_url": bot_api.url,
        "patience": 2.0,
        "poll_timeout": 5,
        "first_pause": 0.02,
        "longest_pause": 0.1,
    }
    return TelegramConnector(**(defaults | options))
