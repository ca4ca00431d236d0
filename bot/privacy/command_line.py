"""What the privacy commands share: a database, and sentences instead of tracebacks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import typer
from rich.console import Console

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.storage.database import Database

console = Console()


@contextmanager
def operating() -> Iterator[tuple[Settings, Database]]:
    """The settings and a migrated database; what goes wrong ends with a sentence and 1 or 2."""
    # Only now: `lotse worker` reads the commands too and needs none of it.
    from bot import settings
    from bot.privacy.wrapping import WrongSecret
    from bot.storage.database import Database, DatabaseUnavailable

    try:
        chosen = settings.load()
    except settings.SettingError as error:
        refuse(str(error), 2)
    database = Database(chosen.database_url)
    try:
        database.migrate()
        yield chosen, database
    except WrongSecret as error:
        refuse(str(error), 2)
    except DatabaseUnavailable as error:
        refuse(f"the database does not answer ({error})", 1)
    finally:
        database.close()


def say(line: str) -> None:
    """A line as it is."""
    console.print(line, markup=False, highlight=False, soft_wrap=True)


def refuse(reason: str, code: int) -> NoReturn:
    """A line in red on stderr, and the end."""
    Console(stderr=True).print(reason, style="red", markup=False, highlight=False, soft_wrap=True)
    raise typer.Exit(code)
