"""`lotse publish`: publish the statistics of every period that is over."""

from __future__ import annotations

from datetime import datetime, timezone

import typer
from rich.console import Console

from bot import settings as environment
from bot.logs import configure
from bot.settings import SettingError
from bot.storage.database import Database, DatabaseUnavailable

console = Console()


def publish() -> None:
    """Publish the statistics of every month, quarter and year that is over (done by itself)."""
    from bot.statistics_parts import build_publishing, publishing_day

    try:
        chosen = environment.load()
    except SettingError as error:
        console.print(f"[red]{error}[/red]")
        raise typer.Exit(2) from None
    configure(chosen.log_level)
    database = Database(chosen.database_url)
    try:
        database.migrate()
        publishing = build_publishing(chosen, database)
        made = publishing.publish_due(publishing_day(chosen), datetime.now(timezone.utc))
    except DatabaseUnavailable:
        console.print("[red]LOTSE_DATABASE_URL: the database does not answer[/red]")
        raise typer.Exit(1) from None
    finally:
        database.close()
    for release in made:
        hidden = sum(number is None for number in release.cells.values())
        console.print(f"{release.period}: {len(release.cells)} numbers, {hidden} hidden")
    if not made:
        console.print("Nothing is due.")
