"""Chromium as residents use it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, Locator, Page, async_playwright

_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
)


@asynccontextmanager
async def running(executable: Path) -> AsyncIterator[Browser]:
    """A browser that talks to nobody but the pages opened with it."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=executable, args=list(_QUIET))
        try:
            yield browser
        finally:
            await browser.close()


class ChatPage:
    """The chat page by what a resident sees on it; collects what goes wrong in its scripts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    @property
    def input(self) -> Locator:
        return self.page.locator("#text")

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log")

    @property
    def bubbles(self) -> Locator:
        return self.page.locator(".bubble")

    @property
    def banner(self) -> Locator:
        return self.page.locator("#banner")

    def start_button(self, language: str) -> Locator:
        return self.page.locator(f"[data-start={language}]")

    async def say(self, text: str) -> None:
        await self.input.fill(text)
        await self.input.press("Enter")
