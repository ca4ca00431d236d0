"""Opening the chat page and beginning a conversation on it."""

from __future__ import annotations

import asyncio
from typing import Any

from playwright.async_api import BrowserContext, expect

from tests.connectors.web.assistant import Assistant, echo
from tests.connectors.web.browser import ChatPage
from tests.connectors.web.serving import Site


async def opened(context: BrowserContext, site: Site, query: str = "") -> ChatPage:
    page = ChatPage(await context.new_page())
    await page.page.goto(f"{site.url}/chat{query}")
    return page


async def started(context: BrowserContext, site: Site, assistant: Assistant) -> ChatPage:
    """A page on which the conversation has begun; the assistant repeats what it hears."""
    assistant.turn = assistant.turn or echo
    page = await opened(context, site)
    await page.start_button("de").click()
    await expect(page.bubbles).to_have_count(1)
    return page


async def texts(page: ChatPage) -> list[str]:
    return await page.bubbles.all_inner_texts()


async def until(condition: Any, seconds: float = 10) -> None:
    """Wait for something that no page shows."""
    for _ in range(int(seconds / 0.05)):
        if condition():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it did not happen")
