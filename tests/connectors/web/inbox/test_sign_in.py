"""Signing in and out, roles, and forms that come from elsewhere."""

from __future__ import annotations

import pytest

from connectors.desk import CaseState
from tests.connectors.web.inbox.accounts import FakeAccounts
from tests.connectors.web.inbox.conftest import Client
from tests.connectors.web.inbox.desk import FakeDesk

pytestmark = pytest.mark.asyncio(loop_scope="session")

SIGN_IN = "/inbox/sign-in"


@pytest.mark.parametrize("path", ["/inbox", "/inbox/1", "/inbox/1/reply"])
async def test_who_is_not_signed_in_is_led_to_the_form(stranger: Client, path: str) -> None:
    response = await stranger.get(path)
    assert response.status_code == 303
    assert response.headers["location"].startswith(SIGN_IN)


async def test_after_signing_in_one_sees_what_was_asked_for(
    stranger: Client, desk: FakeDesk
) -> None:
    await desk.opened()
    address = (await stranger.get("/inbox/1")).headers["location"]
    assert 'name="next" value="/inbox/1"' in (await stranger.get(address)).text
    response = await stranger.form(
        SIGN_IN, SIGN_IN, login="anna", password="ein gutes Passwort", next="/inbox/1"
    )
    assert (response.status_code, response.headers["location"]) == (303, "/inbox/1")
    assert (await stranger.get("/inbox/1")).status_code == 200


@pytest.mark.parametrize("target", ["//evil.example", "https://evil.example", "/chat", "/inbox/x"])
async def test_signing_in_leads_nowhere_else(stranger: Client, target: str) -> None:
    response = await stranger.form(
        SIGN_IN, SIGN_IN, login="anna", password="ein gutes Passwort", next=target
    )
    assert response.headers["location"] == "/inbox"


async def test_a_wrong_password_is_told_and_the_login_stays(
    stranger: Client, accounts: FakeAccounts
) -> None:
    response = await stranger.sign_in(password="falsch")
    assert response.status_code == 403
    assert "Anmeldename oder Passwort stimmt nicht." in response.text
    assert 'value="anna"' in response.text
    assert "falsch" not in response.text
    accounts.pause = 8
    response = await stranger.sign_in(password="falsch")
    assert (response.status_code, response.headers["retry-after"]) == (429, "8")
    assert "8 Sekunden" in response.text
    assert accounts.addresses == ["127.0.0.1"] * 2


async def test_the_session_is_kept_from_scripts_and_other_sites(stranger: Client) -> None:
    response = await stranger.sign_in()
    cookie = next(
        each for each in response.headers.get_list("set-cookie") if "lotse_inbox=" in each
    )
    for part in ("HttpOnly", "SameSite=strict", "Path=/; ", "Max-Age=43200"):
        assert part in cookie
    assert "Secure" not in cookie


async def test_pages_are_kept_nowhere_and_bear_the_policy(anna: Client, desk: FakeDesk) -> None:
    await desk.opened()
    for path in ("/inbox", "/inbox/1", "/inbox/99", SIGN_IN):
        response = await anna.get(path)
        assert response.headers["cache-control"] == "no-store"
        assert "default-src 'none'" in response.headers["content-security-policy"]
        assert " style=" not in response.text
        assert " onclick" not in response.text


async def test_signing_out_ends_the_session(anna: Client, accounts: FakeAccounts) -> None:
    response = await anna.form("/inbox", "/inbox/sign-out")
    assert response.headers["location"].startswith(SIGN_IN)
    assert not accounts.sessions
    assert (await anna.get("/inbox")).status_code == 303
    assert "Sie sind abgemeldet." in (await anna.get(f"{SIGN_IN}?signed-out")).text


async def test_who_counts_but_does_not_counsel_is_told_so(stranger: Client) -> None:
    await stranger.sign_in("carla")
    for path in ("/inbox", "/inbox/1"):
        response = await stranger.get(path)
        assert response.status_code == 403
        assert "nicht für die Beratung freigeschaltet" in response.text
    assert (await stranger.form("/inbox", "/inbox/sign-out")).status_code == 303


async def test_an_admin_works_on_cases_too(stranger: Client) -> None:
    await stranger.sign_in("admin")
    assert (await stranger.get("/inbox")).status_code == 200


@pytest.mark.parametrize("token", ["", "0" * 64, "ä"])
async def test_a_form_from_elsewhere_is_refused(anna: Client, desk: FakeDesk, token: str) -> None:
    await desk.opened()
    response = await anna.http.post("/inbox/1/claim", data={"csrf": token})
    assert response.status_code == 403
    assert desk.files[1].case.state is CaseState.WAITING
    assert (await anna.http.post("/inbox/sign-out", data={"csrf": token})).status_code == 403
    assert (await anna.get("/inbox")).status_code == 200


async def test_signing_in_from_elsewhere_is_refused(
    stranger: Client, accounts: FakeAccounts
) -> None:
    response = await stranger.http.post(
        SIGN_IN, data={"csrf": "0" * 64, "login": "anna", "password": "ein gutes Passwort"}
    )
    assert response.status_code == 403
    assert not accounts.sessions


@pytest.mark.parametrize(
    ("login", "address"), [("anna", "/inbox"), ("admin", "/inbox"), ("carla", "/reports")]
)
async def test_everybody_lands_where_they_work(stranger: Client, login: str, address: str) -> None:
    assert (await stranger.sign_in(login)).headers["location"] == address
    assert (await stranger.get(SIGN_IN)).headers["location"] == address


async def test_who_was_on_the_way_to_a_report_gets_there(stranger: Client) -> None:
    target = "/reports/people?place=Gr%C3%B6pelingen&from=2026-Q2"
    response = await stranger.form(
        SIGN_IN, SIGN_IN, login="carla", password="ein gutes Passwort", next=target
    )
    assert response.headers["location"] == target
