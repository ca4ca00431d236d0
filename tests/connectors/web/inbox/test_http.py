"""The inbox without scripts: pages and forms."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest

from connectors.desk import Attachment, Author, CaseState, Delivery, Outcome
from tests.connectors.web.inbox.accounts import FakeAccounts
from tests.connectors.web.inbox.conftest import Client
from tests.connectors.web.inbox.desk import ANNA, BORIS, FakeDesk, now

pytestmark = pytest.mark.asyncio(loop_scope="session")

SIGN_IN = "/inbox/sign-in"


async def test_what_is_no_form_is_refused(anna: Client, desk: FakeDesk) -> None:
    await desk.opened()
    post = anna.http.post
    assert (await post("/inbox/1/note", json={"text": "x"})).status_code == 415
    assert (await post("/inbox/1/note", data={"text": "x" * 70_000})).status_code == 413
    head = {"Content-Type": "application/x-www-form-urlencoded"}
    assert (await post("/inbox/1/note", content=b"a=%ff", headers=head)).status_code == 400
    assert (await post("/inbox/1/note", content=b"a=%00", headers=head)).status_code == 400
    assert (await anna.form("/inbox/1", "/inbox/1/note", text="x", key="1")).status_code == 400
    assert (await anna.form("/inbox/1", "/inbox/1/edit", text="x", remark="-1")).status_code == 400
    assert (await anna.form("/inbox/1", "/inbox/1/close", outcome="x")).status_code == 400
    assert (await anna.form("/inbox/1", "/inbox/1/explode")).status_code == 404


async def test_the_list_tells_what_waits(anna: Client, desk: FakeDesk) -> None:
    await desk.opened(waiting_since=now() - timedelta(minutes=12))
    await desk.opened(language="tr", topic=None, district=None, waiting_since=now())
    await desk.opened(state=CaseState.CLAIMED, claimed_by=BORIS)
    text = (await anna.get("/inbox")).text
    for said in ("Arabisch", "Arzt finden", "Gröpelingen", "12 Min.", "Türkisch", "Ohne Thema"):
        assert said in text
    assert "gerade eben" in text
    assert "Bei Boris Öz" in text
    assert "2 warten" in text


async def test_ended_cases_are_listed_with_their_outcome(anna: Client, desk: FakeDesk) -> None:
    await desk.opened(state=CaseState.CLOSED, outcome=Outcome.APPOINTMENT, closed_at=now())
    assert 'id="case-1"' not in (await anna.get("/inbox")).text
    text = (await anna.get("/inbox?show=ended")).text
    assert 'id="case-1"' in text
    assert "Termin vereinbart" in text


async def test_the_pages_come_in_english_and_stay_so(anna: Client, desk: FakeDesk) -> None:
    await desk.opened()
    text = (await anna.get("/inbox?lang=en")).text
    assert '<html lang="en"' in text
    assert "Finding a doctor" in text
    assert "Waiting for a counsellor" in (await anna.get("/inbox")).text
    assert "Fälle" in (await anna.get("/inbox?lang=de")).text


@pytest.mark.parametrize(("accepted", "language"), [("en-GB,de;q=0.5", "en"), ("fr", "de")])
async def test_a_new_browser_gets_the_language_it_prefers(
    stranger: Client, accepted: str, language: str
) -> None:
    text = (await stranger.get(SIGN_IN, **{"Accept-Language": accepted})).text
    assert f'<html lang="{language}"' in text


async def test_a_case_shows_both_languages_in_their_direction(anna: Client, desk: FakeDesk) -> None:
    await desk.opened("أحتاج طبيبًا", wants_german="Ich brauche einen Arzt")
    await desk.said(1, Author.RESIDENT, "مرحبا", german="Hallo", translated=True)
    await desk.said(1, Author.RESIDENT, "شكرا")
    text = (await anna.get("/inbox/1")).text
    assert '<p class="text original" lang="ar" dir="rtl">مرحبا</p>' in text
    assert '<p class="text german" lang="de" dir="ltr">Hallo</p>' in text
    assert "automatisch übersetzt" in text
    assert text.count("nicht übersetzt") == 1


async def test_german_needs_no_translation(anna: Client, desk: FakeDesk) -> None:
    await desk.opened("Ich suche Hilfe", language="de")
    await desk.said(1, Author.RESIDENT, "Guten Tag", german="Guten Tag")
    assert "nicht übersetzt" not in (await anna.get("/inbox/1")).text


async def test_a_reply_shows_what_the_resident_got_and_whether_it_arrived(
    anna: Client, desk: FakeDesk
) -> None:
    await desk.opened(state=CaseState.CLAIMED, claimed_by=ANNA)
    values = {"language": "de", "who": "Anna Beck"}
    await desk.said(
        1,
        Author.COUNSELLOR,
        "Guten Tag",
        for_resident="طاب يومك",
        translated=True,
        delivery=Delivery.SENT,
        **values,
    )
    await desk.said(1, Author.COUNSELLOR, "Und?", delivery=Delivery.FAILED, **values)
    text = (await anna.get("/inbox/1")).text
    assert '<p class="text original" lang="ar" dir="rtl">طاب يومك</p>' in text
    assert '<p class="text original" lang="de" dir="ltr">Und?</p>' in text
    assert "✓" not in text
    assert "zugestellt</span>" in text
    assert "nicht zugestellt" in text
    assert "nicht übersetzt" in text


@pytest.mark.parametrize(
    ("kind", "channel", "said"),
    [
        ("photo", "telegram", "Foto, in Telegram ansehen"),
        ("voice", "telegram", "Sprachnachricht, in Telegram ansehen"),
        ("file", "web", "Datei, wird hier nicht gespeichert"),
        ("hologram", "telegram", "Anhang, in Telegram ansehen"),
    ],
)
async def test_an_attachment_is_named_and_not_shown(
    anna: Client, desk: FakeDesk, kind: str, channel: str, said: str
) -> None:
    await desk.opened(channel=channel)
    attachment = Attachment(kind, "secret-reference", "brief.pdf", 2_500_000)
    await desk.said(1, Author.RESIDENT, "", attachment=attachment)
    text = (await anna.get("/inbox/1")).text
    assert said in text
    assert "brief.pdf" in text
    assert "2.4 MB" in text
    assert "secret-reference" not in text


async def test_what_was_said_before_the_case_stands_apart(anna: Client, desk: FakeDesk) -> None:
    await desk.opened()
    before = now() - timedelta(hours=1)
    await desk.said(1, Author.LOTSE, "Wie kann ich helfen?", at=before, german="Hilfe?")
    await desk.said(1, Author.RESIDENT, "später")
    text = (await anna.get("/inbox/1")).text
    assert "Vorher mit Lotse (1 Nachricht)" in text
    assert text.index("Wie kann ich helfen?") < text.index('id="lines"') < text.index("später")


async def test_claiming_replying_and_noting(anna: Client, desk: FakeDesk) -> None:
    await desk.opened()
    response = await anna.form("/inbox/1", "/inbox/1/claim")
    assert (response.status_code, response.headers["location"]) == (303, "/inbox/1")
    assert desk.files[1].case.claimed_by == ANNA
    await anna.form("/inbox/1", "/inbox/1/reply", text=" Guten Tag\r\nund  willkommen \r\n")
    await anna.form("/inbox/1", "/inbox/1/note", text="Bitte <b>beachten</b>")
    said = [(remark.author, remark.text) for remark in desk.files[1].remarks]
    assert said == [
        (Author.COUNSELLOR, "Guten Tag\nund  willkommen"),
        (Author.NOTE, "Bitte <b>beachten</b>"),
    ]
    text = (await anna.get("/inbox/1")).text
    assert "Interne Notiz, nur für das Team" in text
    assert "Bitte &lt;b&gt;beachten&lt;/b&gt;" in text


async def test_the_same_form_sent_twice_says_it_once(anna: Client, desk: FakeDesk) -> None:
    await desk.opened()
    key = "6f0a0f7e-6a44-4d0b-9f0b-000000000000"
    for _ in range(2):
        response = await anna.form("/inbox/1", "/inbox/1/reply", text="Einmal", key=key)
        assert response.status_code == 303
    assert [remark.text for remark in desk.files[1].remarks] == ["Einmal"]


async def test_who_comes_second_hears_who_has_it_and_keeps_the_text(
    anna: Client, desk: FakeDesk
) -> None:
    await desk.opened()
    page = await anna.get("/inbox/1")
    await desk.claim(1, BORIS)
    assert page.status_code == 200
    response = await anna.form("/inbox/1", "/inbox/1/claim")
    assert response.status_code == 409
    assert "Boris Öz hat diesen Fall gerade übernommen." in response.text


async def test_what_was_refused_is_given_back(anna: Client, desk: FakeDesk) -> None:
    await desk.opened(state=CaseState.CLAIMED, claimed_by=ANNA)
    response = await anna.form("/inbox/1", "/inbox/1/block", reason="Drohungen", until="2020-01-01")
    assert response.status_code == 409
    assert "Bitte wählen Sie einen Tag in der Zukunft." in response.text
    assert 'value="Drohungen"' in response.text
    response = await anna.form("/inbox/1", "/inbox/1/block", reason="Drohungen", until="morgen")
    assert response.status_code == 409


async def test_a_reply_is_edited_and_recalled(anna: Client, desk: FakeDesk) -> None:
    await desk.opened()
    await anna.form("/inbox/1", "/inbox/1/reply", text="Falsch")
    await anna.form("/inbox/1", "/inbox/1/edit", remark="1", text="Richtig")
    assert desk.files[1].remarks[0].text == "Richtig"
    assert "bearbeitet" in (await anna.get("/inbox/1")).text
    await anna.form("/inbox/1", "/inbox/1/recall", remark="1")
    text = (await anna.get("/inbox/1")).text
    assert "zurückgerufen" in text
    assert "/inbox/1/edit" not in text
    assert (await anna.form("/inbox/1", "/inbox/1/edit", remark="7", text="x")).status_code == 409


async def test_only_who_has_the_case_is_offered_to_change_replies(
    anna: Client, desk: FakeDesk
) -> None:
    await desk.opened()
    await desk.reply(1, BORIS, "Von Boris", "web:x")
    text = (await anna.get("/inbox/1")).text
    assert "/inbox/1/edit" not in text
    assert "/inbox/1/reply" not in text
    assert "/inbox/1/note" in text


async def test_what_a_colleague_said_is_not_offered_to_be_changed(
    anna: Client, desk: FakeDesk
) -> None:
    await desk.opened()
    await desk.reply(1, BORIS, "Von Boris", "web:x")
    await desk.move(1, BORIS, ANNA)
    text = (await anna.get("/inbox/1")).text
    assert "/inbox/1/reply" in text
    assert "/inbox/1/edit" not in text


async def test_a_ready_made_reply_is_found_filled_in_and_sent(anna: Client, desk: FakeDesk) -> None:
    german = "Ich suche einen Arzt"
    await desk.opened("أحتاج طبيبًا", wants_german=german, claimed_by=ANNA, state=CaseState.CLAIMED)
    text = (await anna.get("/inbox/1?search=termin")).text
    assert 'name="value-date"' in text
    assert "Gesundheitskarte" not in text
    values = {"value-date": "3. Mai", "value-time": "9", "value-name": "Dr. Ay"}
    response = await anna.form("/inbox/1", "/inbox/1/ready", code="termin", **values)
    assert response.status_code == 303
    assert "am 3. Mai um 9 Uhr bei Dr. Ay" in desk.files[1].remarks[0].text
    # Written by people: neither translated by a machine nor missing a translation.
    page = (await anna.get("/inbox/1")).text
    assert "nicht übersetzt" not in page
    assert "automatisch übersetzt" not in page
    values["value-name"] = " "
    response = await anna.form("/inbox/1", "/inbox/1/ready", code="termin", **values)
    assert response.status_code == 409
    assert "3 weitere" in (await anna.get("/inbox/1")).text


async def test_closing_needs_topic_and_outcome(anna: Client, desk: FakeDesk) -> None:
    await desk.opened(state=CaseState.CLAIMED, claimed_by=ANNA)
    page, close = "/inbox/1", "/inbox/1/close"
    assert (await anna.form(page, close, outcome="solved")).status_code == 409
    response = await anna.form(page, close, outcome="referred", topic=["midwife", "find_doctor"])
    assert response.headers["location"] == "/inbox?done=closed-1"
    assert "Fall 1 ist abgeschlossen." in (await anna.get("/inbox?done=closed-1")).text
    case = desk.files[1].case
    assert (case.outcome, case.closing_topics) == (Outcome.REFERRED, ("midwife", "find_doctor"))
    text = (await anna.get(page)).text
    assert "Abgeschlossen von Anna Beck" in text
    assert "Weitervermittelt" in text
    assert (await anna.form(page, "/inbox/1/reopen")).status_code == 303
    assert desk.files[1].case.state is CaseState.CLAIMED


async def test_moving_releasing_and_blocking(anna: Client, desk: FakeDesk) -> None:
    for _ in range(3):
        await desk.opened(state=CaseState.CLAIMED, claimed_by=ANNA)
    moved = await anna.form("/inbox/1", "/inbox/1/move", to="staff:2")
    assert moved.headers["location"] == "/inbox?done=moved-1"
    assert desk.files[1].case.claimed_by == BORIS
    assert (await anna.form("/inbox/2", "/inbox/2/move", to="staff:9")).status_code == 409
    await anna.form("/inbox/2", "/inbox/2/release")
    assert desk.files[2].case.state is CaseState.WAITING
    day = (now() + timedelta(days=3)).date()
    await anna.form("/inbox/3", "/inbox/3/block", reason="Drohungen", until=day.isoformat())
    assert (desk.blocks[3].reason, desk.blocks[3].until) == ("Drohungen", day)


@pytest.mark.parametrize("number", ["7", "9" * 30])
async def test_a_case_that_is_not_there_is_told(anna: Client, number: str) -> None:
    response = await anna.get(f"/inbox/{number}")
    assert response.status_code == 404
    assert "Diesen Fall gibt es nicht (mehr)." in response.text


async def test_a_desk_that_fails_is_told_and_nothing_is_logged(
    anna: Client, desk: FakeDesk, caplog: pytest.LogCaptureFixture
) -> None:
    await desk.opened()
    page = (await anna.get("/inbox/1")).text
    desk.broken = True
    csrf = page.split('name="csrf" value="')[1][:64]
    key = page.split('name="key" value="')[1][:36]
    with caplog.at_level(logging.DEBUG):
        response = await anna.http.post(
            "/inbox/1/reply", data={"csrf": csrf, "key": key, "text": "mein Text"}
        )
        assert (await anna.get("/inbox")).status_code == 503
    assert response.status_code == 503
    assert "mein Text</textarea>" in response.text
    assert "retry-after" in response.headers
    assert "geheim" not in caplog.text
    assert "mein Text" not in caplog.text


async def test_changes_are_told_as_they_happen(
    anna: Client, desk: FakeDesk, accounts: FakeAccounts
) -> None:
    async with anna.http.stream("GET", f"/inbox/events?after={desk.version}") as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        lines = response.aiter_lines()
        assert await _next(lines) == "ready"
        await desk.opened()
        assert await _next(lines) == "changed"
        accounts.sessions.clear()
        assert await _next(lines) == "gone"


async def test_a_stranger_hears_nothing(stranger: Client) -> None:
    assert (await stranger.get("/inbox/events")).status_code == 401


async def _next(lines: object) -> str:
    async for line in lines:  # type: ignore[attr-defined]
        if line.startswith("event: "):
            return str(line.removeprefix("event: "))
    raise AssertionError("the stream ended")
