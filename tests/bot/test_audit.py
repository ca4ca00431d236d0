"""The audit log: who of the staff saw or changed what."""

from __future__ import annotations

import csv
from collections.abc import Awaitable, Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from typer.testing import CliRunner

from bot.__main__ import cli
from bot.privacy.retention import AUDIT_KEPT, erase_expired
from bot.records import Records
from bot.staff.accounts import StaffAccounts
from bot.staff.administration import Administration
from bot.staff.passwords import Passwords
from bot.storage import audit, cases, conversations
from bot.storage.database import Database
from connectors.desk import Block, DeskRefusal
from connectors.web.inbox import SignInRefused
from tests.bot.cases.stage import ANNA, BEN, SOLVED, START, Stage

PASSWORD = "ein gutes Passwort"
QUICK = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
Entry = tuple[str, str, str]


@pytest.fixture
def stage(database: Database) -> Iterator[Stage]:
    records = Records(database)
    yield Stage(database, records)
    records.close()


def recorded(database: Database) -> list[Entry]:
    with database.read() as connection:
        rows = audit.entries(connection, START - timedelta(days=365))
    return [(row.who_key, row.action, row.subject) for row in rows]


async def _everything(stage: Stage, number: int) -> None:
    desk = stage.desk
    await desk.viewed(number, ANNA)
    await desk.claim(number, ANNA)
    await desk.reply(number, ANNA, "Guten Tag", "tg:1")
    await desk.edit(number, ANNA, "tg:1", "Guten Abend")
    await desk.recall(number, ANNA, "tg:1")
    await desk.note(number, ANNA, "ruft morgen an", "tg:2")
    await desk.release(number, ANNA)
    await desk.reply(number, BEN, "Guten Tag", "tg:3")
    await desk.close(number, BEN, SOLVED)
    await desk.reopen(number, BEN)
    await desk.block(number, BEN, Block("droht", date(2026, 12, 1)))


@pytest.mark.asyncio
async def test_every_look_and_every_change_of_a_case_is_recorded(stage: Stage) -> None:
    number = stage.case()
    await _everything(stage, number)
    log = recorded(stage.database)
    assert {subject for _, _, subject in log} == {f"case {number}"}
    assert [(who[-1], action) for who, action, _ in log] == [
        ("1", "view"),
        ("1", "claim"),
        ("1", "reply"),
        ("1", "edit"),
        ("1", "recall"),
        ("1", "note"),
        ("1", "release"),
        # A reply takes a case that waits.
        ("2", "claim"),
        ("2", "reply"),
        ("2", "close"),
        ("2", "reopen"),
        ("2", "block"),
    ]


@pytest.mark.asyncio
async def test_handing_over_and_correcting_are_recorded(stage: Stage) -> None:
    number, other = stage.case(language="tr"), stage.case("b" * 32)
    await stage.desk.claim(other, BEN)
    await stage.desk.reply(number, ANNA, "Guten Tag", "tg:1")
    await stage.renderings.settled(number, 10)
    await stage.desk.correct(number, ANNA, "tg:1", "Iyi günler")
    await stage.desk.move(number, ANNA, BEN)
    actions = [action for _, action, subject in recorded(stage.database) if subject[-1] == "1"]
    assert actions == ["claim", "reply", "correct", "move"]


@pytest.mark.asyncio
async def test_what_telegram_delivers_twice_is_recorded_once(stage: Stage) -> None:
    number = stage.case()
    for _ in range(2):
        await stage.desk.claim(number, ANNA)
        await stage.desk.reply(number, ANNA, "Guten Tag", "tg:1")
        await stage.desk.note(number, ANNA, "ruft an", "tg:2")
    assert [action for _, action, _ in recorded(stage.database)] == ["claim", "reply", "note"]


@pytest.mark.asyncio
async def test_what_was_refused_is_not_recorded(stage: Stage) -> None:
    number = stage.case()
    await stage.desk.claim(number, ANNA)
    refused: list[Callable[[], Awaitable[object]]] = [
        lambda: stage.desk.claim(number, BEN),
        lambda: stage.desk.reply(number, BEN, "Guten Tag", "tg:9"),
        lambda: stage.desk.close(number, BEN, SOLVED),
        lambda: stage.desk.claim(4711, BEN),
    ]
    for call in refused:
        with pytest.raises(DeskRefusal):
            await call()
    assert [who for who, _, _ in recorded(stage.database)] == [ANNA.key]


@pytest.mark.asyncio
async def test_a_case_left_open_on_the_screen_is_one_look_an_hour_for_each(stage: Stage) -> None:
    number, other = stage.case(), stage.case("b" * 32)
    for _ in range(3):
        await stage.desk.viewed(number, ANNA)
        stage.at += timedelta(minutes=19)
    assert len(recorded(stage.database)) == 1
    await stage.desk.viewed(number, BEN)
    await stage.desk.viewed(other, ANNA)
    assert len(recorded(stage.database)) == 3
    stage.at += timedelta(minutes=4)
    await stage.desk.viewed(number, ANNA)
    assert recorded(stage.database)[-1] == (ANNA.key, "view", f"case {number}")
    assert len(recorded(stage.database)) == 4


@pytest.mark.asyncio
async def test_a_look_at_no_case_is_no_look(stage: Stage) -> None:
    await stage.desk.viewed(4711, ANNA)
    assert recorded(stage.database) == []


@pytest.mark.asyncio
async def test_the_log_outlives_the_resident_s_data_and_leads_nowhere(stage: Stage) -> None:
    number = stage.case()
    await _everything(stage, number)
    before = recorded(stage.database)
    with stage.database.begin() as connection:
        cases.erase(connection, [number])
        conversations.erase(connection, "a" * 32)
    assert recorded(stage.database) == before
    assert "aaaa" not in str(before)
    assert "Guten" not in str(before)


@pytest.mark.asyncio
async def test_the_log_is_kept_for_a_year(stage: Stage) -> None:
    await stage.desk.viewed(stage.case(), ANNA)
    erase_expired(stage.database, 14, START + AUDIT_KEPT)
    assert recorded(stage.database)
    removed = erase_expired(stage.database, 14, START + AUDIT_KEPT + timedelta(seconds=1))
    assert recorded(stage.database) == []
    assert removed["audit"] == 1


@pytest.mark.asyncio
async def test_signing_in_and_out_and_failing_to_are_recorded(stage: Stage) -> None:
    Administration(stage.database, QUICK).add("Anna", "Anna Beck", "counsellor", PASSWORD)
    accounts = StaffAccounts(stage.records, QUICK)
    for login in ("anna", "anna.beck@home.example"):
        with pytest.raises(SignInRefused):
            await accounts.sign_in(login, "wrong", "1.2.3.4")
    token, who = await accounts.sign_in("anna", PASSWORD, "1.2.3.4")
    await accounts.sign_out(token)
    await accounts.sign_out(token)
    assert recorded(stage.database) == [
        (audit.OPERATOR, "account_add", who.key),
        # What nobody is called may be a password typed into the wrong field.
        (audit.NOBODY, "sign_in_failed", "anna"),
        (audit.NOBODY, "sign_in_failed", "-"),
        (who.key, "sign_in", "-"),
        (who.key, "sign_out", "-"),
    ]


def test_changes_of_accounts_are_recorded(database: Database) -> None:
    office = Administration(database, QUICK)
    office.add("anna", "Anna Beck", "counsellor", PASSWORD)
    office.disable("anna")
    office.enable("anna")
    office.set_password("anna", "ein besseres Passwort")
    assert [action for _, action, _ in recorded(database)] == [
        "account_add",
        "account_disable",
        "account_enable",
        "account_password",
    ]
    assert {subject for _, _, subject in recorded(database)} == {"staff:1"}


@pytest.fixture
def known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own for the command line, with an account and a look at a case."""
    monkeypatch.setenv("LOTSE_DATA", str(tmp_path))
    monkeypatch.setenv("LOTSE_DATABASE_URL", f"sqlite:///{tmp_path / 'cli.db'}")
    added = CliRunner().invoke(
        cli,
        ["user", "add", "anna", "--name", "Anna", "--role", "counsellor", "--password-stdin"],
        input=PASSWORD,
    )
    assert added.exit_code == 0, added.output
    database = Database(f"sqlite:///{tmp_path / 'cli.db'}")
    with database.begin() as connection:
        for days in (1, 40):
            moment = datetime.now(timezone.utc) - timedelta(days=days)
            audit.record(connection, "staff:1", audit.VIEWED, f"case {days}", moment)
    database.close()
    return tmp_path


def test_the_command_line_shows_the_log_by_person_kind_and_time(known: Path) -> None:
    run = CliRunner().invoke
    everything = run(cli, ["audit"]).output
    assert "account_add" in everything
    assert "case 1" in everything
    assert "case 40" not in everything
    assert "case 40" in run(cli, ["audit", "--days", "60"]).output
    assert "account_add" not in run(cli, ["audit", "--who", "anna"]).output
    assert "case 1" in run(cli, ["audit", "--who", "ANNA", "--action", "view"]).output
    assert "nothing was recorded" in run(cli, ["audit", "--who", "staff:2"]).output
    assert run(cli, ["audit", "--days", "0"]).exit_code == 2


def test_the_log_goes_into_a_file(known: Path) -> None:
    run = CliRunner().invoke
    assert run(cli, ["audit", "--csv", str(known / "log.csv")]).exit_code == 0
    with (known / "log.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == ["time", "who", "login", "action", "subject"]
    assert [row[1:] for row in rows] == [
        ["staff:1", "anna", "view", "case 1"],
        ["operator", "", "account_add", "staff:1"],
    ]
    nowhere = run(cli, ["audit", "--csv", str(known / "no" / "log.csv")])
    assert nowhere.exit_code == 1
    assert "cannot be written" in nowhere.output
