"""`lotse evaluate translation`: how good the installed packages are on a file of sentences."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from bot.translation.command_line import (
    console,
    operating,
    parts_of,
    say,
    versions_of,
)

if TYPE_CHECKING:
    from bot.translation.evaluation import Figures, Gates
    from bot.translation.machine import Machine
    from bot.translation.parallel_file import ParallelFile
    from bot.translation.routes import Route

File = Annotated[
    Path,
    typer.Argument(
        exists=True,
        dir_okay=False,
        help="UTF-8, a sentence a line, its translation behind a tab; first line: de<TAB>ar",
    ),
]
Source = Annotated[str, typer.Option("--from", help="language of the left side, if not in line 1")]
Target = Annotated[str, typer.Option("--to", help="language of the right side")]


def translation(file: File, source: Source = "", target: Target = "") -> None:
    """Measure translation on a file of sentences: Lotse's way beside plain Argos."""
    from bot.curated import KNOWLEDGE
    from bot.logs import configure
    from bot.translation import parallel_file
    from bot.translation.drafting import usual_way
    from bot.translation.packages.trouble import PackageError
    from bot.translation.routes import routes
    from knowledge import library

    configure("ERROR")
    with operating() as settings, parts_of(settings, library.load(KNOWLEDGE)) as parts:
        read = parallel_file.read(file, source, target)
        ways = routes(parts.machine.pairs, read.source, read.target)
        if not ways:
            there = ", ".join(sorted(f"{a}-{b}" for a, b in parts.machine.pairs)) or "nothing"
            raise PackageError(
                f"no package translates {read.source} to {read.target} (installed: {there}); "
                "`lotse packages install`"
            )
        packages = ", ".join(usual_way(versions_of(settings), read.source, read.target))
        say(f"{read.source} to {read.target} with {packages}, sentences: {len(read.pairs)}")
        _show(asyncio.run(_compared(parts.machine, ways[0], read)))


@dataclass(frozen=True)
class _Compared:
    careful: Figures
    plain: Figures
    gates: Gates


async def _compared(machine: Machine, route: Route, file: ParallelFile) -> _Compared:
    """Both ways. Raises PackageError when the packages do not work."""
    from bot.translation import evaluation
    from bot.translation.packages.trouble import PackageError
    from knowledge import glossary
    from nlu import resources

    def language_of(text: str) -> str | None:
        guess = resources.guesser().guess(text)
        return guess.language if guess.certain else None

    terms, first = glossary.load(), file.pairs[0][0]
    plain = evaluation.plain_way(machine, route)
    gates = evaluation.Gates()
    careful = evaluation.careful_way(machine, terms, language_of, gates, file)
    try:
        # What is loaded at first use is not measured.
        language_of(first)
        await evaluation.careful_way(machine, terms, language_of, evaluation.Gates(), file)(first)
        await plain(first)
        measured = await evaluation.measure(plain, file)
        if _refused(measured) == 1:
            raise PackageError("the packages fail on every sentence; `lotse packages check`")
        return _Compared(await evaluation.measure(careful, file), measured, gates)
    finally:
        await machine.close()


def _show(found: _Compared) -> None:
    both = (found.careful, found.plain)
    table = Table("", "Lotse", "plain Argos")
    table.add_row("BLEU", *(f"{each.bleu:.1f}" for each in both))
    table.add_row("chrF", *(f"{each.chrf:.1f}" for each in both))
    table.add_row("sentences with changed numbers", *(f"{each.changed:.1%}" for each in both))
    table.add_row("refused, the original is shown", *(f"{_refused(each):.1%}" for each in both))
    table.add_row("sentences a second", *(f"{each.speed:.1f}" for each in both))
    console.print(table)
    say(f"why refused: {_listed(found.careful.refused)}")
    if found.plain.refused:
        say(f"why refused by plain Argos: {_listed(found.plain.refused)}")
    say(f"tries that a gate stopped: {_listed(found.gates.stops)}")
    say("  ".join(found.careful.signatures))


def _refused(found: Figures) -> float:
    return sum(found.refused.values()) / found.sentences


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.most_common()) or "none"
