"""`lotse audit`: who of the staff saw or changed what."""

from __future__ import annotations

import csv
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from bot.privacy.command_line import console, operating, refuse, say

if TYPE_CHECKING:
    from bot.storage.audit import Row


def audit(
    who: Annotated[
        str | None, typer.Option(help="a login, or a key as the list shows it: staff:3")
    ] = None,
    action: Annotated[str | None, typer.Option(help="one kind only, as the list shows it")] = None,
    days: Annotated[int, typer.Option(min=1, max=365, help="how far back")] = 30,
    file: Annotated[
        Path | None, typer.Option("--csv", help="write the list to a file of this name")
    ] = None,
) -> None:
    """Show who of the staff saw or changed what; times are in UTC."""
    from bot.storage import audit as log
    from bot.storage import staff

    since = datetime.now(timezone.utc) - timedelta(days=days)
    with operating() as (_, database), database.read() as connection:
        logins = {f"staff:{row.id}": row.login for row in staff.everybody(connection)}
        keys = {login: key for key, login in logins.items()}
        wanted = None if who is None else keys.get(who.strip().casefold(), who)
        rows = log.entries(connection, since, wanted, action)
    if file is not None:
        _write(file, rows, logins)
    elif rows:
        table = Table("time", "who", "login", "action", "subject")
        for row in rows:
            login = escape(logins.get(row.who_key, ""))
            table.add_row(f"{row.at:%F %T}", row.who_key, login, row.action, escape(row.subject))
        console.print(table)
    else:
        say("nothing was recorded")


def _write(file: Path, rows: list[Row], logins: dict[str, str]) -> None:
    try:
        with file.open("w", encoding="utf-8", newline="") as target:
            writer = csv.writer(target)
            writer.writerow(["time", "who", "login", "action", "subject"])
            for row in rows:
                login = logins.get(row.who_key, "")
                time = row.at.isoformat(timespec="seconds")
                writer.writerow([time, row.who_key, login, row.action, row.subject])
    except OSError as error:
        refuse(f"{file} cannot be written: {error.strerror}", 1)
    say(f"{len(rows)} entries are in {file}")
