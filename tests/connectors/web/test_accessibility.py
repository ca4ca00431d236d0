"""axe-core's rules on the page, in both colour schemes and writing directions."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from connectors.messages import Button, InboundMessage
from tests.connectors.web.assistant import Assistant
from tests.connectors.web.browser import ChatPage
from tests.connectors.web.serving import Site

axe = pytest.importorskip(
    "axe_playwright_python.base", reason="axe-playwright-python is not installed"
)

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def violations(page: Page) -> list[str]:
    """What breaks a rule seriously, as "rule: where"."""
    await page.evaluate(axe.AXE_SCRIPT)
    result: dict[str, Any] = await page.evaluate("axe.run({resultTypes: ['violations']})")
    return [
        f"{found['id']}: {node['html']} {node['any'] and node['any'][0]['message']}"
        for found in result["violations"]
        for node in found["nodes"]
        if found["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["de", "ar"])
@pytest.mark.parametrize("size", [(360, 640), (360, 300), (1200, 800)])
async def test_nobody_is_shut_out(
    browser: Browser,
    site: Site,
    assistant: Assistant,
    scheme: Any,
    language: str,
    size: tuple[int, int],
) -> None:
    async def turn(assistant: Assistant, message: InboundMessage) -> None:
        if "warte" not in message.text:
            text = "Rufen Sie 116 117 an oder lesen Sie https://example.org."
            await assistant.say(message.address, text, language, [Button("Ja", "/affirm")])

    assistant.turn = turn
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme
    )
    page = ChatPage(await context.new_page())
    await page.page.goto(f"{site.url}/chat?lang={language}")
    await expect(page.start_button(language)).to_be_visible()
    assert await violations(page.page) == []
    await page.start_button(language).click()
    await expect(page.bubbles).to_have_count(1)
    await page.say("warte")
    await expect(page.page.locator("#typing i")).to_have_count(3)
    assert await violations(page.page) == []
    await context.set_offline(True)
    await page.say("noch eine warte")
    await expect(page.page.locator(".waiting")).to_have_count(1)
    assert await violations(page.page) == []
    await context.close()
