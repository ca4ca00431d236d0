"""`lotse translate corrections ...`: better translations that counsellors wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from bot.translation.command_line import console, operating, refuse_if, say, shown

if TYPE_CHECKING:
    from bot.storage.corrections import Row
    from bot.storage.database import Database

corrections = typer.Typer(
    invoke_without_command=True, help="Better translations that counsellors wrote; lists them."
)
REMINDER = (
    "What is accepted is kept for good and shown to others. It must hold no personal data: no "
    "name, address, date of birth, number or story by which somebody could be known."
)

Numbers = Annotated[list[int], typer.Argument(metavar="NUMBER...", help="as the list shows them")]


@corrections.callback()
def show(
    context: typer.Context,
    accepted: Annotated[bool, typer.Option("--accepted", help="those that were accepted")] = False,
) -> None:
    """List the better translations that wait for a curator."""
    if context.invoked_subcommand is not None:
        return
    from bot.storage import corrections as rows

    with _database() as database, database.read() as connection:
        found = rows.in_state(connection, rows.ACCEPTED if accepted else rows.PENDING)
    if not found:
        say("none was accepted" if accepted else "no better translation waits")
        return
    table = Table("number", "pair", "text", "better", "accepted by" if accepted else "who")
    for row in found:
        who = row.decided_by if accepted else row.who
        pair = f"{row.source}-{row.target}"
        table.add_row(
            str(row.id), pair, *(Text(shown(x or "")) for x in (row.text, row.better, who))
        )
    console.print(table)


@corrections.command()
def accept(
    numbers: Numbers,
    by: Annotated[str, typer.Option("--by", help="who read them")],
    yes: Annotated[bool, typer.Option("--yes", help="do not ask")] = False,
) -> None:
    """Take better translations into the memory, after showing them."""
    from bot.storage import corrections as rows
    from bot.translation.confirming import checked_name

    with _database() as database:
        name = checked_name(by)
        with database.read() as connection:
            waiting = _chosen(rows.in_state(connection, rows.PENDING), numbers, "waits")
        say(REMINDER)
        for row in waiting:
            _show(row)
        if not yes and not typer.confirm("Is it free of personal data, and right?"):
            say("nothing was changed")
            raise typer.Exit(1)
        now = datetime.now(timezone.utc)
        with database.begin() as connection:
            gone = [row.id for row in waiting if not rows.accept(connection, row.id, name, now)]
    refuse_if([f"number {number} does not wait any more" for number in gone])
    say("accepted; a running server uses it within a minute")


@corrections.command()
def reject(numbers: Numbers) -> None:
    """Delete better translations, waiting or accepted."""
    from bot.storage import corrections as rows

    with _database() as database, database.begin() as connection:
        there = [
            *rows.in_state(connection, rows.PENDING),
            *rows.in_state(connection, rows.ACCEPTED),
        ]
        for row in _chosen(there, numbers, "is there"):
            rows.remove(connection, row.id)
    say("deleted; a running server forgets it within a minute")


@contextmanager
def _database() -> Iterator[Database]:
    from bot.storage.database import Database

    with operating() as settings:
        database = Database(settings.database_url)
        try:
            database.migrate()
            yield database
        finally:
            database.close()


def _chosen(rows: Sequence[Row], numbers: Sequence[int], what: str) -> list[Row]:
    """The rows by their numbers, each once; refuses all if one is not among them."""
    known = {row.id: row for row in rows}
    wanted = list(dict.fromkeys(numbers))
    refuse_if([f"none {what} by number {number}" for number in wanted if number not in known])
    return [known[number] for number in wanted]


def _show(row: Row) -> None:
    say(f"\n{row.id}, {row.source} to {row.target}, by {shown(row.who)}")
    say(f"  text:   {shown(row.text)}")
    say(f"  better: {shown(row.better)}")
