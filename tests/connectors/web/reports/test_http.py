"""The pages of reports without a browser: signing in, roles, choices, files, faults."""

from __future__ import annotations

import html
import re

import pytest

from bot.statistics.publication import Release
from tests.connectors.web.inbox.accounts import PASSWORD, FakeAccounts
from tests.connectors.web.inbox.conftest import Client

pytestmark = pytest.mark.asyncio(loop_scope="session")

SIGN_IN = "/inbox/sign-in"
FORMS = ("topics", "people", "months", "languages", "unmet", "cases")


async def test_a_coordinator_who_signs_in_lands_on_the_reports(stranger: Client) -> None:
    response = await stranger.sign_in("carla")
    assert response.headers["location"] == "/reports"
    assert "Themen in den Beratungen" in (await stranger.get("/reports")).text
    again = await stranger.get(SIGN_IN)
    assert (again.status_code, again.headers["location"]) == (303, "/reports")


async def test_who_is_not_signed_in_comes_back_to_the_report_that_was_asked_for(
    stranger: Client,
) -> None:
    asked = "/reports/unmet?from=2026-Q2&place=%C3%96stliche+Vorstadt"
    address = (await stranger.get(asked)).headers["location"]
    assert address.startswith(f"{SIGN_IN}?next=")
    kept = re.search(r'name="next" value="([^"]*)"', (await stranger.get(address)).text)
    assert kept is not None
    goes_to = html.unescape(kept[1])
    signed_in = await stranger.form(
        SIGN_IN, SIGN_IN, login="carla", password=PASSWORD, next=goes_to
    )
    assert signed_in.headers["location"] == goes_to
    assert '<option value="Östliche Vorstadt" selected>' in (await stranger.get(goes_to)).text


@pytest.mark.parametrize(
    "path", ["//evil.example", "/reports/../chat", "/reports\\evil", "/reportsx"]
)
async def test_signing_in_leads_nowhere_else(stranger: Client, path: str) -> None:
    response = await stranger.form(SIGN_IN, SIGN_IN, login="carla", password=PASSWORD, next=path)
    assert response.headers["location"] == "/reports"


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "nicht für die Berichte freigeschaltet"), ("en", "may not see reports")],
)
async def test_a_counsellor_is_told_that_reports_are_for_others(
    stranger: Client, language: str, said: str
) -> None:
    assert (await stranger.sign_in("anna")).headers["location"] == "/inbox"
    for path in ("/reports", "/reports/topics/download/csv", "/reports/topics/chart/0"):
        response = await stranger.get(f"{path}?lang={language}")
        assert response.status_code == 403
        assert said in response.text
        assert "Arztsuche" not in response.text


async def test_an_admin_sees_cases_and_reports(stranger: Client) -> None:
    await stranger.sign_in("admin")
    assert 'href="/inbox"' in (await stranger.get("/reports")).text
    assert (await stranger.get("/inbox")).status_code == 200


async def test_a_coordinator_in_the_inbox_is_shown_the_way_to_the_reports(carla: Client) -> None:
    response = await carla.get("/inbox")
    assert response.status_code == 403
    assert 'href="/reports"' in response.text


async def test_signing_out_ends_the_reports_too(carla: Client, accounts: FakeAccounts) -> None:
    response = await carla.form("/reports", "/inbox/sign-out")
    assert response.headers["location"].startswith(SIGN_IN)
    assert not accounts.sessions
    assert (await carla.get("/reports")).status_code == 303


@pytest.mark.parametrize("form", FORMS)
async def test_pages_are_kept_nowhere_and_bear_the_policy(carla: Client, form: str) -> None:
    for path in (f"/reports/{form}", f"/reports/{form}/chart/0", f"/reports/{form}/download/csv"):
        response = await carla.get(path)
        assert response.status_code == 200
        assert response.headers["cache-control"] == "no-store"
        assert "default-src 'none'" in response.headers["content-security-policy"]
        assert " style=" not in response.text
        assert "<script" not in response.text
        assert "<style" not in response.text


async def test_the_language_is_changed_without_losing_the_choice(carla: Client) -> None:
    page = (await carla.get("/reports/topics?from=2026-Q2&place=Huchting")).text
    other = re.search(r'href="([^"]*lang=en)"', page)
    assert other is not None
    english = (await carla.get(html.unescape(other[1]))).text
    assert "Topics of consultations" in english
    assert '<option value="2026-Q2" selected>' in english
    assert '<option value="Huchting" selected>' in english
    assert "People seeking advice" in (await carla.get("/reports/people")).text


async def test_a_hidden_cell_is_a_sign_without_a_link(carla: Client) -> None:
    page = (await carla.get("/reports/topics?place=Huchting")).text
    assert "<td>•</td>" in page
    assert "unter 5 oder zum Schutz anderer Zellen nicht veröffentlicht" in page
    assert "category=arztsuche" in page
    assert "category=chronisch" not in page
    by_hand = (await carla.get("/reports/topics?place=Huchting&category=chronisch")).text
    assert "Diese Zahl ist nicht veröffentlicht." in by_hand
    assert "<table" not in by_hand


async def test_a_category_leads_to_its_topics_and_back(carla: Client) -> None:
    page = (await carla.get("/reports/topics?category=arztsuche&from=2026-Q2")).text
    assert "[find_doctor]" in page
    assert 'href="/reports/topics?from=2026-Q2"' in page


@pytest.mark.parametrize(
    ("format", "media_type", "begins"),
    [
        ("csv", "text/csv; charset=utf-8", b"\xef\xbb\xbf"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
        ("pdf", "application/pdf", b"%PDF"),
    ],
)
async def test_a_report_is_downloaded_as_it_is_shown(
    carla: Client, format: str, media_type: str, begins: bytes
) -> None:
    page = (await carla.get("/reports/languages?from=2026-Q2")).text
    link = re.search(rf'href="([^"]*/download/{format}[^"]*)"', page)
    assert link is not None
    response = await carla.get(html.unescape(link[1]))
    assert response.headers["content-type"] == media_type
    assert f'filename="lotse-languages-2026-Q2.{format}"' in response.headers["content-disposition"]
    assert response.content.startswith(begins)


async def test_who_saw_and_took_which_report_is_recorded(
    carla: Client, reports_seen: list[str]
) -> None:
    await carla.get("/reports/languages?from=2026-Q2")
    await carla.get("/reports/languages/download/csv?from=2026-Q2")
    who, what = zip(*(line.split(": ") for line in reports_seen), strict=True)
    assert what == ("languages page", "languages csv")
    assert len(set(who)) == 1


async def test_a_chart_is_a_picture_with_words_beside_it(carla: Client) -> None:
    page = (await carla.get("/reports/topics")).text
    picture = re.search(r'<img src="([^"]*)" alt="([^"]*)"', page)
    assert picture is not None
    assert "Arztsuche" in picture[2]
    response = await carla.get(html.unescape(picture[1]))
    assert response.headers["content-type"] == "image/svg+xml"
    assert "<title" in response.text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/reports/salaries", "Diese Seite gibt es nicht."),
        ("/reports/topics/chart/99", "Diese Seite gibt es nicht."),
        ("/reports/topics/download/docx", "Diese Seite gibt es nicht."),
        ("/reports/topics?from=1999-Q1", "Dazu gibt es keinen Bericht."),
        ("/reports/topics?place=%3Cb%3E", "Dazu gibt es keinen Bericht."),
        ("/reports/topics?language=../x", "Dazu gibt es keinen Bericht."),
    ],
)
async def test_what_is_not_there_is_said_in_words(carla: Client, path: str, said: str) -> None:
    response = await carla.get(path)
    assert response.status_code == 404
    assert said in response.text
    assert "<b>" not in response.text


async def test_before_anything_is_published_the_page_says_when(
    carla: Client, published: list[Release]
) -> None:
    published.clear()
    for form in FORMS:
        page = (await carla.get(f"/reports/{form}")).text
        assert "Noch sind keine Zahlen veröffentlicht." in page
        assert "/download/" not in page


async def test_a_database_that_is_away_is_a_page_and_nothing_is_logged_but_the_place(
    carla: Client, accounts: FakeAccounts, caplog: pytest.LogCaptureFixture
) -> None:
    async def away(token: str) -> None:
        raise OSError("secret of the database")

    accounts.who = away  # type: ignore[assignment]
    response = await carla.get("/reports")
    assert response.status_code == 503
    assert response.headers["retry-after"]
    assert "gerade nicht" in response.text
    assert "secret" not in caplog.text
