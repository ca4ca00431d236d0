"""`lotse keys ...`: the keys that residents' addresses are encrypted with."""

from __future__ import annotations

import typer
from rich.table import Table

from bot.privacy.command_line import console, operating, say

keys = typer.Typer(
    no_args_is_help=True, help="The keys that residents' addresses are encrypted with."
)


@keys.command("list")
def show() -> None:
    """List every key by its number; keys themselves are never shown."""
    from bot.privacy.key_rotation import KeyRotation

    with operating() as (settings, database):
        rotation = KeyRotation(database, settings.secret_key)
        rotation.begin()
        rows = rotation.all_keys()
    table = Table("key", "made", "state")
    for row in rows:
        state = (
            "seals" if row.retired_at is None else f"retired, last in use {row.retired_at:%F %R}"
        )
        table.add_row(str(row.id), f"{row.created_at:%F %R}", state)
    console.print(table)


@keys.command()
def rotate() -> None:
    """Make a new key and encrypt every address with it; a running server goes on meanwhile."""
    from bot.privacy.key_rotation import KeyRotation
    from bot.storage.audit import OPERATOR

    with operating() as (settings, database):
        rotation = KeyRotation(database, settings.secret_key)
        rotation.begin()
        number = rotation.rotate(OPERATOR)
        say(f"key {number} seals from now on")
        done = rotation.tidy()
    say(f"{done.resealed} addresses were encrypted anew")
    if done.left:
        say(f"{done.left} are being written just now; the server encrypts them within ten minutes")
    if done.unreadable:
        say(f"{done.unreadable} addresses cannot be read with any key and were left as they are")
    say("the keys before it are deleted an hour after they were last in use")
