"""The chat's HTTP interface, without the page's script."""

from __future__ import annotations

import json
import uuid

import httpx
import pytest

from connectors.messages import MessageKind
from connectors.web import chat
from tests.connectors.web.assistant import Assistant
from tests.connectors.web.serving import Site
from tests.connectors.web.speaking import a_message, begin
from tests.connectors.web.words import NAMES, TEXTS

pytestmark = pytest.mark.asyncio(loop_scope="session")

AN_ID = "6f0a0f7e-6a44-4d0b-9f0b-000000000000"


async def test_the_page_sets_no_cookie(client: httpx.AsyncClient) -> None:
    response = await client.get("/chat")
    assert response.status_code == 200
    assert "set-cookie" not in response.headers
    assert (await client.get("/chat/session")).json() == {"session": False}


@pytest.mark.parametrize(
    ("query", "accepted", "language"),
    [
        ("?lang=ar", "de", "ar"),
        ("?lang=xx", "tr-TR,tr;q=0.9,en;q=0.8", "tr"),
        ("", "pl,en;q=0.4,ru;q=0.7", "ru"),
        ("", "pl", "de"),
        ("", "de;q=0,en", "en"),
        ("", ";;,q=,de;q=x,*", "de"),
    ],
)
async def test_the_page_comes_in_the_language_asked_for(
    client: httpx.AsyncClient, query: str, accepted: str, language: str
) -> None:
    response = await client.get(f"/chat{query}", headers={"Accept-Language": accepted})
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in response.text
    assert TEXTS[language]["placeholder"] in response.text


async def test_a_site_that_is_no_name_is_left_out_of_the_page(client: httpx.AsyncClient) -> None:
    evil = '"</script><script>alert(1)</script>'
    response = await client.get("/chat", params={"site": evil, "lang": evil})
    assert "alert(1)" not in response.text
    assert '"site": ""' in response.text
    assert '"site": "grohn"' in (await client.get("/chat?site=grohn")).text


async def test_texts_cannot_break_out_of_the_page(assistant: Assistant) -> None:
    texts = {"de": TEXTS["de"] | {"title": "</script><b>&"}}
    site = Site(
        chat.routes(assistant.accept, assistant, assistant.export, texts, {"de": "<i>"}, True)
    )
    await site.start()
    async with httpx.AsyncClient(base_url=site.url, trust_env=False) as client:
        page = await client.get("/chat")
    await site.stop()
    assert "</script><b>" not in page.text
    assert "<i>" not in page.text


async def test_every_answer_is_locked_down(client: httpx.AsyncClient) -> None:
    await begin(client)
    answers = [
        await client.get("/chat"),
        await client.get("/chat/static/chat.js"),
        await client.post("/chat/messages", content="{"),
        await client.get("/chat/events?after=x"),
    ]
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert "unsafe-inline" not in policy
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "geolocation=(self)" in answer.headers["permissions-policy"]
    assert answers[0].headers["cache-control"] == "no-store"


async def test_scripts_are_kept_for_ever_under_their_version_only(
    client: httpx.AsyncClient,
) -> None:
    page = (await client.get("/chat")).text
    address = page.split('<script type="module" src="')[1].split('"')[0]
    versioned = await client.get(address)
    assert "immutable" in versioned.headers["cache-control"]
    plain = await client.get("/chat/static/chat.js")
    assert plain.content == versioned.content
    assert "no-cache" in plain.headers["cache-control"]
    tag = {"If-None-Match": f'"other", W/{plain.headers["etag"]}'}
    assert (await client.get("/chat/static/chat.js", headers=tag)).status_code == 304
    outdated = await client.get("/chat/static/0123456789ab/chat.js")
    assert "no-cache" in outdated.headers["cache-control"]


@pytest.mark.parametrize("name", ["none.js", "..%2Fchat.py", "%2e%2e/chat.py", "__init__.py"])
async def test_only_the_pages_own_files_are_served(client: httpx.AsyncClient, name: str) -> None:
    assert (await client.get(f"/chat/static/{name}")).status_code == 404


async def test_the_page_and_all_its_files_are_light(client: httpx.AsyncClient) -> None:
    names = ["chat.js", "links.js", "outbox.js", "session.js", "storage.js", "stream.js", "view.js"]
    addresses = ["/chat", *(f"/chat/static/{name}" for name in (*names, "chat.css", "icon.svg"))]
    sizes = [len((await client.get(address)).content) for address in addresses]
    assert sum(sizes) < 60_000


async def test_a_session_is_a_cookie_only_the_server_reads(client: httpx.AsyncClient) -> None:
    response = await client.post("/chat/session")
    cookie = response.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/chat" in cookie
    assert "secure" not in cookie
    assert len(client.cookies["lotse_chat"]) == 32
    assert (await client.get("/chat/session")).json() == {"session": True}


async def test_the_cookie_is_secure_behind_https(assistant: Assistant) -> None:
    site = Site(chat.routes(assistant.accept, assistant, assistant.export, TEXTS, NAMES, True))
    await site.start()
    async with httpx.AsyncClient(base_url=site.url, trust_env=False) as client:
        begun = await client.post("/chat/session")
        ended = await client.delete("/chat/session")
    await site.stop()
    assert "Secure" in begun.headers["set-cookie"]
    assert "Secure" in ended.headers["set-cookie"]


async def test_beginning_twice_keeps_the_session(client: httpx.AsyncClient) -> None:
    assert await begin(client) == await begin(client)


async def test_an_invented_session_is_none(client: httpx.AsyncClient) -> None:
    client.cookies.set("lotse_chat", "somebody-else", path="/chat")
    assert (await client.post("/chat/messages", json=a_message())).status_code == 401
    client.cookies.clear()
    assert await begin(client) != "somebody-else"


@pytest.mark.parametrize(("method", "path"), [("DELETE", ""), ("POST", "/leave")])
async def test_an_ended_session_is_gone(client: httpx.AsyncClient, method: str, path: str) -> None:
    await begin(client)
    assert (await client.request(method, f"/chat/session{path}")).status_code == 204
    assert "lotse_chat" not in client.cookies
    assert (await client.get("/chat/events")).status_code == 401


async def test_a_message_is_handed_over_as_it_was_said(
    client: httpx.AsyncClient, assistant: Assistant
) -> None:
    address = await begin(client)
    given = a_message(text="مرحبا 👩🏽‍⚕️\nzwei", language="ar", seen=7)
    response = await client.post("/chat/messages", json=given)
    assert (response.status_code, response.json()) == (202, {"accepted": True})
    message = assistant.heard[0]
    assert (message.channel, message.address, message.message_id) == ("web", address, given["id"])
    assert (message.kind, message.text) == (MessageKind.TEXT, given["text"])
    assert message.language == "ar"
    assert assistant.seen_calls == [(address, 7)]


async def test_a_repeat_is_said_to_be_one(client: httpx.AsyncClient, assistant: Assistant) -> None:
    await begin(client)
    given = a_message()
    await client.post("/chat/messages", json=given)
    response = await client.post("/chat/messages", json=given)
    assert (response.status_code, response.json()) == (202, {"accepted": False})
    assert len(assistant.heard) == 1


async def test_buttons_and_places_are_handed_over(
    client: httpx.AsyncClient, assistant: Assistant
) -> None:
    await begin(client)
    place = {"id": str(uuid.uuid4()), "kind": "location", "latitude": 53.17, "longitude": -8}
    await client.post("/chat/messages", json=a_message(kind="button", text="/capabilities"))
    assert (await client.post("/chat/messages", json=place)).status_code == 202
    assert assistant.heard[0].kind is MessageKind.BUTTON
    assert (assistant.heard[1].latitude, assistant.heard[1].longitude) == (53.17, -8.0)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"text"',
        b"[" * 60_000,
        json.dumps(a_message(id=AN_ID, text="Gruß"), ensure_ascii=False).encode("latin-1"),
        json.dumps(a_message(id=AN_ID)).encode("utf-16"),
        b'{"id": NaN}',
        *(
            json.dumps(a_message(id=AN_ID) | fields).encode()
            for fields in (
                {"id": 5},
                {"id": "not-a-uuid"},
                {"id": None},
                {"kind": "voice"},
                {"kind": 1},
                {"text": None},
                {"text": ["a"]},
                {"text": "\ud83d"},
                {"text": "a\0b"},
                {"kind": "button", "text": ""},
                {"seen": -1},
                {"seen": True},
                {"seen": 1.5},
                {"seen": 10**30},
                {"language": 3},
                {"kind": "location"},
                {"kind": "location", "latitude": "53", "longitude": 8},
                {"kind": "location", "latitude": True, "longitude": 8},
                {"kind": "location", "latitude": 91, "longitude": 8},
                {"kind": "location", "latitude": 53, "longitude": 10**400},
            )
        ),
        f'{{"id": "{AN_ID}", "kind": "location", "latitude": 1e999, "longitude": 0}}'.encode(),
    ],
    ids=lambda body: repr(body[-60:]),
)
async def test_what_is_no_message_is_refused(
    client: httpx.AsyncClient, assistant: Assistant, body: bytes
) -> None:
    await begin(client)
    headers = {"Content-Type": "application/json"}
    response = await client.post("/chat/messages", content=body, headers=headers)
    assert response.status_code == 400
    assert isinstance(response.json()["error"], str)
    assert not assistant.attempts


async def test_a_long_text_is_taken_and_a_huge_one_is_not(
    client: httpx.AsyncClient, assistant: Assistant
) -> None:
    await begin(client)
    assert (await client.post("/chat/messages", json=a_message(text="x" * 60_000))).is_success
    response = await client.post("/chat/messages", json=a_message(text="x" * 70_000))
    assert response.status_code == 413
    assert len(assistant.heard) == 1


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", ""])
async def test_a_form_of_another_site_cannot_speak(
    client: httpx.AsyncClient, content_type: str
) -> None:
    await begin(client)
    response = await client.post(
        "/chat/messages", content=json.dumps(a_message()), headers={"Content-Type": content_type}
    )
    assert response.status_code == 415


async def test_json_with_a_charset_is_json(client: httpx.AsyncClient) -> None:
    await begin(client)
    headers = {"Content-Type": "Application/JSON; charset=utf-8"}
    body = json.dumps(a_message())
    response = await client.post("/chat/messages", content=body, headers=headers)
    assert response.status_code == 202


async def test_a_message_that_cannot_be_kept_is_to_be_sent_again_and_not_logged(
    client: httpx.AsyncClient, assistant: Assistant, caplog: pytest.LogCaptureFixture
) -> None:
    await begin(client)
    assistant.broken = True
    response = await client.post("/chat/messages", json=a_message(text="geheim"))
    assert response.status_code == 503
    assert int(response.headers["retry-after"]) > 0
    assert "ConnectionError" in caplog.text
    assert "geheim" not in caplog.text
