"""Accounts: signing in, guessing, and what an operator does with them."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher
from typer.testing import CliRunner

from bot.__main__ import cli
from bot.records import Records
from bot.staff.accounts import SESSION, StaffAccounts
from bot.staff.administration import Administration, StaffError
from bot.staff.passwords import LONGEST, Passwords
from bot.staff.throttle import Throttle
from bot.storage import staff
from bot.storage.database import Database
from bot.storage.tables import staff_sessions
from connectors.web.inbox import SignInRefused

NOON = datetime(2026, 11, 22, 12, tzinfo=timezone.utc)
PASSWORD = "ein gutes Passwort"
#: As weak as allowed: these tests are about everything else.
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class Clock:
    """A clock the test sets."""

    def __init__(self) -> None:
        self.moment = NOON

    def __call__(self) -> datetime:
        return self.moment

    def seconds(self) -> float:
        return self.moment.timestamp()

    def pass_by(self, **time: float) -> None:
        self.moment += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(database: Database) -> Administration:
    """An operator, and Anna's account."""
    office = Administration(database, Passwords(QUICK))
    office.add("Anna", "Anna Beck", "counsellor", PASSWORD)
    return office


@pytest.fixture
def records(database: Database) -> Iterator[Records]:
    records = Records(database)
    yield records
    records.close()


@pytest.fixture
def accounts(records: Records, office: Administration, clock: Clock) -> StaffAccounts:
    return StaffAccounts(
        records,
        Passwords(QUICK),
        clock,
        by_login=Throttle(3, 60, clock=clock.seconds),
        by_address=Throttle(6, 900, clock=clock.seconds),
    )


async def refused(
    accounts: StaffAccounts, login: str = "anna", password: str = "wrong", address: str = "1.2.3.4"
) -> int:
    """Try to sign in in vain; the seconds to wait."""
    with pytest.raises(SignInRefused) as told:
        await accounts.sign_in(login, password, address)
    return told.value.seconds_to_wait


@pytest.mark.asyncio
async def test_whoever_signs_in_is_known_until_signing_out(accounts: StaffAccounts) -> None:
    token, who = await accounts.sign_in(" ANNA ", PASSWORD, "1.2.3.4")
    assert (who.name, who.role) == ("Anna Beck", "counsellor")
    assert who.key.startswith("staff:")
    assert await accounts.who(token) == who
    assert await accounts.who(token + "x") is None
    await accounts.sign_out(token)
    assert await accounts.who(token) is None


@pytest.mark.asyncio
async def test_a_session_ends_with_the_working_day(accounts: StaffAccounts, clock: Clock) -> None:
    token, _ = await accounts.sign_in("anna", PASSWORD, "")
    clock.moment += SESSION - timedelta(seconds=1)
    assert await accounts.who(token) is not None
    clock.pass_by(seconds=1)
    assert await accounts.who(token) is None


@pytest.mark.asyncio
async def test_the_database_holds_neither_password_nor_token(
    accounts: StaffAccounts, database: Database, clock: Clock
) -> None:
    first, _ = await accounts.sign_in("anna", PASSWORD, "")
    clock.pass_by(days=1)
    second, _ = await accounts.sign_in("anna", PASSWORD, "")
    with database.read() as connection:
        row = staff.by_login(connection, "anna")
        kept = list(connection.execute(sa.select(staff_sessions.c.token)).scalars())
    assert row is not None
    assert row.password.startswith("$argon2id$")
    # The one that is over was swept away.
    assert len(kept) == 1
    assert not {first, second} & set(kept)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("login", "password"),
    [
        ("anna", "wrong"),
        ("anna", ""),
        ("anna", PASSWORD + " "),
        ("anna", "x" * (LONGEST + 1)),
        ("nobody", PASSWORD),
        ("", ""),
        ("ä" * 5000, PASSWORD),
    ],
)
async def test_what_does_not_fit_is_refused(
    accounts: StaffAccounts, login: str, password: str
) -> None:
    assert await refused(accounts, login, password) == 0


@pytest.mark.asyncio
async def test_a_login_nobody_has_takes_as_long_as_a_wrong_password(
    records: Records, office: Administration
) -> None:
    checked: list[str] = []

    class Counting(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> bool:  # type: ignore[override]
            checked.append(str(hash))
            return bool(super().verify(hash, password))

    accounts = StaffAccounts(records, Passwords(Counting(1, 8, 1)))
    office.add("off", "Off", "counsellor", PASSWORD)
    office.disable("off")
    for login in ("anna", "nobody", "off"):
        await refused(accounts, login)
    assert len(checked) == 3
    assert all(each.startswith("$argon2id$") for each in checked)


@pytest.mark.asyncio
async def test_guessing_at_a_login_meets_growing_pauses(
    accounts: StaffAccounts, clock: Clock
) -> None:
    assert [await refused(accounts) for _ in range(3)] == [0, 0, 1]
    # While it lasts not even the right password is looked at, from anywhere.
    assert await refused(accounts, password=PASSWORD, address="9.9.9.9") == 1
    pauses = []
    for _ in range(8):
        clock.pass_by(seconds=60)
        pauses.append(await refused(accounts, address=f"10.0.0.{len(pauses)}"))
    assert pauses == [2, 4, 8, 16, 32, 60, 60, 60]
    clock.pass_by(seconds=60)
    await accounts.sign_in("anna", PASSWORD, "1.2.3.4")
    assert await refused(accounts, address="5.5.5.5") == 0


@pytest.mark.asyncio
async def test_guessing_from_one_address_meets_pauses_whatever_the_login(
    accounts: StaffAccounts,
) -> None:
    waits = [await refused(accounts, f"guess{n}", address=f"2001:db8::{n}") for n in range(6)]
    assert waits == [0, 0, 0, 0, 0, 1]
    assert await refused(accounts, password=PASSWORD, address="2001:db8::ffff:1") == 1
    await accounts.sign_in("anna", PASSWORD, "2001:db8:1::1")


@pytest.mark.asyncio
async def test_guesses_made_at_once_do_not_slip_through(
    accounts: StaffAccounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []

    async def fits(_: Passwords, __: str | None, password: str) -> bool:
        checked.append(password)
        await asyncio.sleep(0.01)
        return False

    monkeypatch.setattr(Passwords, "fits", fits)
    await asyncio.gather(*(refused(accounts, password=f"guess {n}") for n in range(10)))
    assert len(checked) == 3


@pytest.mark.asyncio
async def test_a_database_that_fails_counts_against_nobody(
    accounts: StaffAccounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(staff, "by_login", lambda *_: 1 / 0)
        for _ in range(9):
            with pytest.raises(ZeroDivisionError):
                await accounts.sign_in("anna", PASSWORD, "1.2.3.4")
    await accounts.sign_in("anna", PASSWORD, "1.2.3.4")


@pytest.mark.asyncio
async def test_disabling_signs_out_and_keeps_out(
    accounts: StaffAccounts, office: Administration
) -> None:
    token, _ = await accounts.sign_in("anna", PASSWORD, "")
    office.disable("anna")
    assert await accounts.who(token) is None
    assert await refused(accounts, password=PASSWORD) == 0
    office.enable("Anna")
    assert await accounts.who(token) is None
    await accounts.sign_in("anna", PASSWORD, "")


@pytest.mark.asyncio
async def test_another_password_signs_out(accounts: StaffAccounts, office: Administration) -> None:
    token, _ = await accounts.sign_in("anna", PASSWORD, "")
    office.set_password("anna", "ein besseres Passwort")
    assert await accounts.who(token) is None
    assert await refused(accounts, password=PASSWORD) == 0
    await accounts.sign_in("anna", "ein besseres Passwort", "")


@pytest.mark.asyncio
async def test_a_hash_of_yesterday_is_renewed_when_its_owner_signs_in(
    records: Records, office: Administration, database: Database
) -> None:
    stronger = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    accounts = StaffAccounts(records, Passwords(stronger))
    await accounts.sign_in("anna", PASSWORD, "")
    with database.read() as connection:
        row = staff.by_login(connection, "anna")
    assert row is not None
    assert "m=16,t=2,p=1" in row.password
    await accounts.sign_in("anna", PASSWORD, "")


@pytest.mark.parametrize(
    ("login", "name", "role", "password", "reason"),
    [
        ("anna", "Other", "admin", PASSWORD, "has an account already"),
        ("", "Name", "admin", PASSWORD, "a login has"),
        ("a b", "Name", "admin", PASSWORD, "a login has"),
        ("a" * 65, "Name", "admin", PASSWORD, "a login has"),
        ("new", " ", "admin", PASSWORD, "a name has"),
        ("new", "Name", "boss", PASSWORD, "the role must be one of"),
        ("new", "Name", "admin", "elf Zeichen", "a password has 12"),
        ("new", "Name", "admin", "x" * (LONGEST + 1), "a password has 12"),
    ],
)
def test_an_account_that_makes_no_sense_is_refused(
    office: Administration, login: str, name: str, role: str, password: str, reason: str
) -> None:
    with pytest.raises(StaffError, match=reason):
        office.add(login, name, role, password)
    assert [row.login for row in office.everybody()] == ["anna"]


@pytest.mark.parametrize("act", ["disable", "enable"])
def test_an_account_that_is_not_there_is_told(office: Administration, act: str) -> None:
    with pytest.raises(StaffError, match="there is no account nobody"):
        getattr(office, act)("nobody")


def test_the_memory_of_failures_has_an_end(clock: Clock) -> None:
    throttle = Throttle(1, 60, keep=100, clock=clock.seconds)
    for number in range(1000):
        throttle.count(str(number))
    assert len(throttle._failures) == 100
    assert throttle.pause("999") == 1
    assert throttle.pause("1") == 0
    throttle.count("999")
    assert throttle.pause("999") == 2
    clock.pass_by(hours=2)
    throttle.count("999")
    assert throttle.pause("999") == 1


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A data folder of its own for the command line."""
    monkeypatch.setenv("LOTSE_DATA", str(tmp_path))
    monkeypatch.setenv("LOTSE_DATABASE_URL", f"sqlite:///{tmp_path / 'cli.db'}")


ADD = ["user", "add", "anna", "--name", "Anna [b]Beck", "--role", "counsellor"]


@pytest.mark.usefixtures("environment")
def test_the_command_line_makes_lists_and_disables() -> None:
    run = CliRunner().invoke
    added = run(cli, [*ADD, "--password-stdin"], input=f"{PASSWORD}\n")
    assert added.exit_code == 0, added.output
    listed = run(cli, ["user", "list"]).output
    assert "Anna [b]Beck" in listed
    assert "counsellor" in listed
    assert run(cli, ["user", "disable", "anna"]).exit_code == 0
    assert "no" in run(cli, ["user", "list"]).output
    assert run(cli, ["user", "enable", "anna"]).exit_code == 0
    changed = run(cli, ["user", "password", "anna", "--password-stdin"], input="noch ein Passwort")
    assert changed.exit_code == 0
    again = run(cli, [*ADD, "--password-stdin"], input=PASSWORD)
    assert again.exit_code == 2
    assert "has an account already" in again.output
    assert run(cli, ["user", "disable", "nobody"]).exit_code == 2


@pytest.mark.usefixtures("environment")
def test_the_command_line_asks_twice_and_shows_nothing() -> None:
    run = CliRunner().invoke
    short = run(cli, ADD, input="zu kurz\n")
    assert short.exit_code == 2
    assert "12 to" in short.output
    unlike = run(cli, ADD, input=f"{PASSWORD}\n{PASSWORD}x\n")
    assert unlike.exit_code == 2
    good = run(cli, ADD, input=f"{PASSWORD}\n{PASSWORD}\n")
    assert good.exit_code == 0, good.output
    assert PASSWORD not in good.output


def test_the_workers_do_without_argon2() -> None:

    code = (
        "import sys, bot.__main__; sys.exit('argon2' in sys.modules or 'starlette' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
