"""Residents fetch everything that is kept about them: on the chat page, and over REST."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, expect

from connectors.messages import File, InboundMessage
from connectors.web import rest
from tests.connectors.web.assistant import Assistant
from tests.connectors.web.conversing import started
from tests.connectors.web.serving import Site
from tests.connectors.web.speaking import begin
from tests.connectors.web.test_rest import parse

pytestmark = pytest.mark.asyncio(loop_scope="session")

FILE = File("lotse-2026-11-22.html", "<!doctype html><p>Grüße</p>".encode())


def _is_the_file(answer: httpx.Response) -> bool:
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    disposition = answer.headers["content-disposition"]
    assert disposition == 'attachment; filename="lotse-2026-11-22.html"'
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    return answer.content == FILE.content


# The chat page


async def test_who_has_the_session_gets_the_file(
    client: httpx.AsyncClient, assistant: Assistant
) -> None:
    assistant.files[await begin(client)] = FILE
    answer = await client.get("/chat/mydata")
    assert _is_the_file(answer)
    assert "default-src 'none'" in answer.headers["content-security-policy"]


async def test_without_the_session_nobody_gets_it(
    client: httpx.AsyncClient, assistant: Assistant
) -> None:
    address = await begin(client)
    assistant.files[address] = FILE
    client.cookies.clear()
    assert (await client.get("/chat/mydata")).status_code == 401
    await begin(client)
    assert (await client.get("/chat/mydata")).status_code == 404


async def test_while_the_database_is_away_the_file_can_be_asked_for_again(
    client: httpx.AsyncClient, assistant: Assistant
) -> None:
    await begin(client)
    assistant.broken = True
    answer = await client.get("/chat/mydata")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert "here is what was said" not in answer.text


async def test_below_the_message_is_a_link_that_saves_the_file(
    context: BrowserContext, site: Site, assistant: Assistant, tmp_path: Path
) -> None:
    async def turn(assistant: Assistant, message: InboundMessage) -> None:
        assistant.files[message.address] = FILE
        wanted = message.text == "/mydata"
        text = "Hier ist alles" if wanted else f"echo {message.text}"
        await assistant.say(message.address, text, reply_to=message.message_id, exports=wanted)

    assistant.turn = turn
    page = await started(context, site, assistant)
    link = page.page.get_by_role("link", name="Datei herunterladen")
    await expect(link).to_have_count(0)
    await page.say("/mydata")
    await expect(link).to_be_visible()
    async with page.page.expect_download() as started_download:
        await link.click()
    download = await started_download.value
    assert download.suggested_filename == FILE.name
    await download.save_as(tmp_path / "saved.html")
    assert (tmp_path / "saved.html").read_bytes() == FILE.content
    await page.page.reload()
    await expect(link).to_be_visible()
    assert page.errors == []


async def test_the_link_speaks_the_language_of_the_message(
    context: BrowserContext, site: Site, assistant: Assistant
) -> None:
    async def turn(assistant: Assistant, message: InboundMessage) -> None:
        await assistant.say(message.address, "هنا", "ar", reply_to=message.message_id, exports=True)

    assistant.turn = turn
    page = await started(context, site, assistant)
    link = page.page.get_by_role("link", name="تنزيل الملف")
    await expect(link).to_have_attribute("dir", "rtl")


# REST


@pytest_asyncio.fixture(loop_scope="session")
async def program(assistant: Assistant) -> AsyncIterator[httpx.AsyncClient]:
    """A program with the token of a locked interface."""
    routes = rest.routes(assistant.accept, assistant, assistant.export, parse, "geheim")
    serving = Site(routes)
    await serving.start()
    async with httpx.AsyncClient(
        base_url=serving.url, trust_env=False, headers={"Authorization": "Bearer geheim"}
    ) as opened:
        yield opened
    await serving.stop()


@pytest.mark.parametrize(("sender", "path"), [("anna", "anna"), ("a/b c?ü", "a%2Fb%20c%3F%C3%BC")])
async def test_a_program_gets_the_file_of_a_sender(
    program: httpx.AsyncClient, assistant: Assistant, sender: str, path: str
) -> None:
    assistant.files[sender] = FILE
    assert _is_the_file(await program.get(f"/conversations/{path}/mydata"))


async def test_a_program_without_the_token_gets_no_file(
    program: httpx.AsyncClient, assistant: Assistant
) -> None:
    assistant.files["anna"] = FILE
    headers = {"Authorization": "Bearer geraten"}
    assert (await program.get("/conversations/anna/mydata", headers=headers)).status_code == 401


async def test_a_sender_nobody_knows_a_blank_one_and_a_lost_database_are_told_apart(
    program: httpx.AsyncClient, assistant: Assistant
) -> None:
    assert (await program.get("/conversations/nobody/mydata")).status_code == 404
    assert (await program.get("/conversations/%20/mydata")).status_code == 400
    assistant.broken = True
    assert (await program.get("/conversations/anna/mydata")).status_code == 503
