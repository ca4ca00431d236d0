"""`lotse user ...`: the accounts for the web inbox and the reports."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

if TYPE_CHECKING:
    from bot.staff.administration import Administration

users = typer.Typer(no_args_is_help=True, help="Accounts for the web inbox and the reports.")
_console = Console()

Login = Annotated[str, typer.Argument(help="what the person signs in with")]
FromStdin = Annotated[
    bool, typer.Option("--password-stdin", help="read the password from the first line of stdin")
]


@users.command()
def add(
    login: Login,
    name: Annotated[str, typer.Option(help="as colleagues see it")],
    role: Annotated[str, typer.Option(help="counsellor, coordinator, curator or admin")],
    password_stdin: FromStdin = False,
) -> None:
    """Make an account; asks for its password twice."""
    with _administration() as accounts:
        made = accounts.add(login, name, role, _password(password_stdin))
    _console.print(f"{made} can sign in now", markup=False)


@users.command("list")
def show() -> None:
    """List every account."""
    with _administration() as accounts:
        rows = accounts.everybody()
    table = Table("login", "name", "role", "signs in", "since")
    for row in rows:
        since = row.created_at.date().isoformat()
        table.add_row(row.login, escape(row.name), row.role, "yes" if row.active else "no", since)
    _console.print(table)


@users.command()
def disable(login: Login) -> None:
    """Sign a person out and let nobody sign in with the account."""
    with _administration() as accounts:
        accounts.disable(login)
    _console.print(f"{login} cannot sign in any more", markup=False)


@users.command()
def enable(login: Login) -> None:
    """Let a person whose account was disabled sign in again."""
    with _administration() as accounts:
        accounts.enable(login)
    _console.print(f"{login} can sign in again", markup=False)


@users.command()
def password(login: Login, password_stdin: FromStdin = False) -> None:
    """Set another password and sign the person out."""
    with _administration() as accounts:
        accounts.set_password(login, _password(password_stdin))
    _console.print(f"{login} has a new password", markup=False)


@contextmanager
def _administration() -> Iterator[Administration]:
    # Only now: `lotse worker` reads this file too and needs neither argon2 nor the database.
    from bot import settings
    from bot.staff.administration import Administration, StaffError
    from bot.storage.database import Database, DatabaseUnavailable

    try:
        database = Database(settings.load().database_url)
        try:
            database.migrate()
            yield Administration(database)
        finally:
            database.close()
    except DatabaseUnavailable as error:
        _refuse(f"the database does not answer ({error})")
    except (settings.SettingError, StaffError) as error:
        _refuse(str(error))


def _refuse(reason: str) -> None:
    Console(stderr=True).print(reason, style="red", markup=False)
    raise typer.Exit(2)


def _password(from_stdin: bool) -> str:
    from bot.staff.administration import check

    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    first = str(typer.prompt("Password", hide_input=True))
    # Said before it is typed a second time.
    check(first)
    second = str(typer.prompt("The same once more", hide_input=True))
    if first != second:
        _refuse("these are two different passwords; nothing was changed")
    return first
