"""`lotse packages ...`: the translation packages."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.translation.packages.pair import Pair

packages = typer.Typer(no_args_is_help=True, help="The packages that translate, offline.")
_console = Console()
_STOPPED = 130

Pairs = Annotated[list[str], typer.Argument(help="pairs of languages, as de-en")]
SomePairs = Annotated[
    list[str] | None, typer.Argument(help="pairs of languages, as de-en; all if none is given")
]
Wishes = Annotated[
    list[str] | None,
    typer.Argument(help="pairs (de-en) or .argosmodel files; whatever is missing if none is given"),
]
Sha256 = Annotated[
    str | None, typer.Option(help="SHA-256 the one file or pair must have (64 hexadecimal digits)")
]


@packages.command("list")
def show() -> None:
    """Show what is installed and what is missing."""
    from bot.translation.packages import report

    with _operating() as settings:
        table, remarks = report.overview(settings.translation_packages, settings.environment)
    _console.print(table)
    for line in remarks:
        _say(line)


@packages.command()
def install(wishes: Wishes = None, sha256: Sha256 = None) -> None:
    """Install what is missing, pairs from the index, or files (without internet)."""
    from bot.translation.packages import needs, shelf
    from bot.translation.packages.keeper import Keeper
    from bot.translation.packages.progress import meter

    with _operating() as settings:
        folder, environment = settings.translation_packages, settings.environment
        wanted = [_wish(text) for text in wishes or ()]
        expected = _checked_sha256(sha256, wanted)
        if not wanted:
            wanted = list(needs.missing(shelf.look(folder, environment).pairs))
        keeper = Keeper(folder, environment, settings.translation_index_url, meter(_console))
        failures = keeper.install(wanted, expected)
        lack = needs.lack(shelf.look(folder, environment).pairs)
    _say(lack or "nothing is missing")
    _refuse_if(failures)


@packages.command()
def remove(pairs: Pairs) -> None:
    """Delete packages."""
    from bot.translation.packages.keeper import Keeper
    from bot.translation.packages.progress import meter

    with _operating() as settings:
        chosen = _parsed(pairs)
        keeper = Keeper(
            settings.translation_packages,
            settings.environment,
            settings.translation_index_url,
            meter(_console),
        )
        keeper.remove(chosen)
    for pair in chosen:
        _say(f"{pair} is removed")


@packages.command()
def check(pairs: SomePairs = None) -> None:
    """Compare every installed file with what was installed, and translate a word."""
    from bot.translation.packages import report

    with _operating() as settings:
        good, bad = report.examination(
            settings.translation_packages, settings.environment, _parsed(pairs or ())
        )
    for line in good:
        _say(line)
    _refuse_if(bad)


@contextmanager
def _operating() -> Iterator[Settings]:
    """The settings, and a sentence instead of a traceback for what can go wrong."""
    # Only now: `lotse worker` reads this file too and needs none of it.
    from bot import settings
    from bot.translation.packages.trouble import PackageError, meaning

    try:
        chosen = settings.load()
    except settings.SettingError as error:
        _complain(str(error))
        raise typer.Exit(2) from None
    try:
        yield chosen
    except PackageError as error:
        _refuse_if([str(error)])
    except OSError as error:
        _refuse_if([meaning(error, chosen.translation_packages)])
    except KeyboardInterrupt:
        _complain("stopped; a download goes on with the next `lotse packages install`")
        raise typer.Exit(_STOPPED) from None


def _wish(text: str) -> Pair | Path:
    from bot.translation.packages import archive, pair

    path = Path(text)
    if path.suffix == archive.ENDING or os.sep in text or path.is_file():
        return path
    return pair.parse(text)


def _parsed(pairs: Sequence[str]) -> list[Pair]:
    from bot.translation.packages import pair

    return [pair.parse(text) for text in pairs]


def _checked_sha256(sha256: str | None, wanted: Sequence[object]) -> str | None:
    from bot.translation.packages.trouble import PackageError

    if sha256 is None:
        return None
    if len(wanted) != 1:
        raise PackageError("--sha256 needs exactly one file or pair to compare with")
    digest = sha256.strip().lower()
    if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
        raise PackageError("--sha256 must be 64 hexadecimal digits")
    return digest


def _refuse_if(reasons: Sequence[str]) -> None:
    for reason in reasons:
        _complain(reason)
    if reasons:
        raise typer.Exit(1)


def _complain(reason: str) -> None:
    Console(stderr=True).print(reason, style="red", markup=False, highlight=False, soft_wrap=True)


def _say(line: str) -> None:
    _console.print(line, markup=False, highlight=False, soft_wrap=True)
