"""What the translation commands share: settings, parts, and sentences instead of tracebacks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer
from rich.console import Console

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.translation_parts import TranslationParts
    from knowledge.library import Library

console = Console()


@contextmanager
def operating() -> Iterator[Settings]:
    """The settings; what can go wrong meanwhile is told in a sentence, with exit code 1 or 2."""
    # Only now: `lotse worker` reads the commands too and needs none of it.
    from bot import settings
    from bot.storage.database import DatabaseUnavailable
    from bot.translation.drafts import DraftError
    from bot.translation.packages.trouble import PackageError, meaning
    from bot.translation.parallel_file import ParallelFileError
    from knowledge.library import KnowledgeError

    try:
        chosen = settings.load()
    except settings.SettingError as error:
        complain(str(error))
        raise typer.Exit(2) from None
    try:
        yield chosen
    except (DraftError, KnowledgeError, PackageError, ParallelFileError) as error:
        refuse_if([str(error)])
    except DatabaseUnavailable as error:
        refuse_if([f"the database does not answer ({error})"])
    except OSError as error:
        refuse_if([meaning(error)])


@contextmanager
def parts_of(settings: Settings, library: Library) -> Iterator[TranslationParts]:
    """What translates; the database is not opened yet. Raises KnowledgeError, PhraseError."""
    from bot import translation_parts
    from bot.metrics import Metrics
    from bot.records import Records
    from bot.storage.database import Database
    from dialogues import ready_made

    records = Records(Database(settings.database_url))
    try:
        yield translation_parts.build_translation(
            settings, library, ready_made.load(), records, Metrics()
        )
    finally:
        records.close()


def versions_of(settings: Settings) -> dict[tuple[str, str], str]:
    """The versions of the installed packages, by pair."""
    from bot.translation.packages import shelf

    there = shelf.look(settings.translation_packages, settings.environment)
    return {package.pair: package.version for package in there.packages}


def shown(text: str) -> str:
    """Somebody's text without signs that could change a terminal or the order of its letters."""
    return "".join(" " if _hidden(sign) else sign for sign in text)


def say(line: str) -> None:
    """A line as it is."""
    console.print(line, markup=False, highlight=False, soft_wrap=True)


def complain(reason: str) -> None:
    """A line in red on stderr."""
    Console(stderr=True).print(reason, style="red", markup=False, highlight=False, soft_wrap=True)


def refuse_if(reasons: Sequence[str]) -> None:
    """Complain and end with exit code 1 if there is a reason to."""
    for reason in reasons:
        complain(reason)
    if reasons:
        raise typer.Exit(1)


def _hidden(sign: str) -> bool:
    return sign != "\n" and unicodedata.category(sign) in ("Cc", "Cf")
