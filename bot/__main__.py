"""The command line: `lotse ...` or `python -m bot ...`."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot import settings as environment
from bot.logs import configure
from bot.privacy.audit_command import audit
from bot.privacy.key_commands import keys
from bot.privacy.receipt_command import receipt
from bot.settings import SettingError, Settings
from bot.staff.commands import users
from bot.statistics.publish_command import publish
from bot.statistics.report_command import report
from bot.translation.correction_commands import corrections
from bot.translation.draft_commands import translate
from bot.translation.evaluation_command import translation
from bot.translation.packages.commands import packages

cli = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Lotse, the chat assistant.",
)
cli.add_typer(users, name="user")
cli.add_typer(keys, name="keys")
cli.command()(audit)
cli.command()(receipt)
cli.add_typer(packages, name="packages")
cli.add_typer(translate, name="translate")
cli.command()(publish)
translate.add_typer(corrections, name="corrections")
evaluation = typer.Typer(
    invoke_without_command=True, help="Measure understanding, or with `translation` translation."
)
evaluation.command()(translation)
cli.add_typer(evaluation, name="evaluate")
cli.command()(report)
console = Console()
UTTERANCES = environment.ROOT / "tests" / "nlu" / "utterances"


def main() -> None:
    """Run the command line."""
    cli()


def _settings() -> Settings:
    try:
        return environment.load()
    except SettingError as error:
        console.print(f"[red]{error}[/red]")
        raise typer.Exit(2) from None


@cli.command()
def run() -> None:
    """Train if needed, then serve every configured channel."""
    from bot.serving import serve

    chosen = _settings()
    configure(chosen.log_level)
    _train_if_needed(chosen)
    status = serve(chosen, console)
    if status:
        raise typer.Exit(status)


@cli.command()
def train() -> None:
    """Train the model from nlu/ and dialogues/ if they changed."""
    _train_if_needed(_settings())


@cli.command()
def settings() -> None:
    """Show every setting, its value and where it came from; secrets are masked."""
    try:
        readings = environment.read()
    except SettingError as error:
        console.print(f"[red]{error}[/red]")
        raise typer.Exit(2) from None
    table = Table("variable", "value", "from", "meaning")
    for reading in readings:
        table.add_row(
            reading.setting.variable, reading.shown, reading.origin, reading.setting.meaning
        )
    console.print(table)


@cli.command()
def freshness() -> None:
    """List the answers, drafts and contacts a curator should look at."""
    from bot.curated import KNOWLEDGE, place_of, today_at
    from knowledge import library
    from knowledge.freshness import due

    today = today_at(place_of(_settings()).timezone)()
    table = Table("what", "why")
    for item in due(library.load(KNOWLEDGE), today):
        table.add_row(item.id, item.reason)
    console.print(table)


@evaluation.callback()
def evaluate(
    context: typer.Context,
    utterances: Annotated[Path, typer.Option(help="folder with <language>.yml")] = UTTERANCES,
    confusions: Annotated[int, typer.Option(help="confusions shown for each language")] = 15,
) -> None:
    """Measure understanding on utterances that were not trained on (or, see below, translation)."""
    if context.invoked_subcommand is not None:
        return
    from bot.lean_rasa import without_unused_libraries

    chosen = _settings()
    configure("WARNING")
    without_unused_libraries()
    from bot.evaluation import evaluate_model

    _train_if_needed(chosen)
    console.print(evaluate_model(chosen, utterances, confusions), highlight=False)


@cli.command(hidden=True)
def worker(descriptor: int) -> None:
    """Understand messages for the serving process (started by it)."""
    from bot.lean_rasa import without_unused_libraries

    chosen = _settings()
    configure(chosen.log_level)
    without_unused_libraries()
    from bot.worker_parts import run_worker

    asyncio.run(run_worker(chosen, socket.socket(fileno=descriptor)))


def _train_if_needed(chosen: Settings) -> None:
    from bot import training

    if training.is_current(chosen.model_directory):
        return
    console.print("Training the model (about six minutes, only when something changed) ...")
    try:
        training.train(chosen.model_directory, lambda line: console.print(f"  {line}"))
    except training.TrainingFailed as error:
        console.print(f"[red]The training failed:[/red]\n{error}", markup=False)
        raise typer.Exit(1) from None


if __name__ == "__main__":
    main()
