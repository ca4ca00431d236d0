"""`lotse report`: the coordinators' numbers on a terminal or in a file."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table as Drawn

if TYPE_CHECKING:
    from bot.statistics.reports.stored import StoredReports
    from connectors.reports import Choice, Report, Table

#: What is said here is German, as everything for coordinators.
_LANGUAGE = "de"
_console = Console()
#: What the lines and spaces of a column take, and the most that titles of rows do.
_FRAME, _LABELS = 3, 28

Name = Annotated[
    str, typer.Argument(help="topics, people, months, languages, unmet or cases; all without it")
]
Period = Annotated[str, typer.Option(help="such as 2026-Q3, 2026 or 2026-07; the newest quarter")]
Until = Annotated[str, typer.Option("--to", help="the last period, to sum up several")]
Place = Annotated[str, typer.Option(help="only this place")]
Spoken = Annotated[str, typer.Option(help="only this language, such as ar")]
Category = Annotated[str, typer.Option(help="the topics of this category, such as arztsuche")]
Format = Annotated[str, typer.Option(help="table, csv, xlsx or pdf")]
Output = Annotated[Path | None, typer.Option(help="write here instead of the file's own name")]
English = Annotated[bool, typer.Option("--english", help="in English")]


def report(
    name: Name = "",
    period: Period = "",
    to: Until = "",
    place: Place = "",
    language: Spoken = "",
    category: Category = "",
    format: Format = "table",
    output: Output = None,
    english: English = False,
) -> None:
    """Show what was published, or write it to a file (of one report; topics without a name)."""
    from connectors.reports import Choice, UnknownChoice

    choice = Choice(name, period, to, place, language, category)
    interface = "en" if english else _LANGUAGE
    with _reports() as reports:
        try:
            if format == "table":
                _show(asyncio.run(_all(reports, choice, interface)))
            else:
                _write(reports, choice, format, output, interface)
        except UnknownChoice as unknown:
            if unknown.about == "format":
                unknown = UnknownChoice("format", unknown.value, ("table", *unknown.known))
            _refuse(str(unknown))
        except OSError as error:
            _refuse(f"cannot write {error.filename}: {error.strerror}")


async def _all(reports: StoredReports, choice: Choice, language: str) -> list[Report]:
    from dataclasses import replace

    if choice.report or choice.category:
        return [await reports.report(choice, language)]
    names = [option.value for option in (await reports.choices(language)).reports]
    return [await reports.report(replace(choice, report=name), language) for name in names]


def _write(
    reports: StoredReports, choice: Choice, format: str, output: Path | None, language: str
) -> None:
    file = asyncio.run(reports.export(choice, format, language))
    path = output or Path(file.name)
    path.write_bytes(file.content)
    _console.print(f"written to {path}", markup=False, highlight=False, soft_wrap=True)


def _show(reports: list[Report]) -> None:
    said: set[str] = set()
    for each in reports:
        _console.print(f"\n[bold]{escape(each.title)}[/bold]", highlight=False)
        _say(" · ".join(f"{what}: {value}" for what, value in each.scope))
        if each.warning and each.warning not in said:
            _say(each.warning)
        for table in each.tables:
            for part in _drawn(table, _console.width):
                _console.print(part)
        legend = [f"{sign} {meaning}" for sign, meaning in each.legend]
        for line in (*legend, *each.notes, each.source):
            if line not in said:
                _say(line)
        said |= {each.warning, *legend, *each.notes, each.source}


def _drawn(table: Table, width: int) -> Iterator[Drawn]:
    """The table, in several parts when it is too wide: no number may be cut."""
    groups = [f"{title} " for title, wide in table.groups for title in [title] * wide]
    heads = [f"{groups[at] if groups else ''}{title}" for at, title in enumerate(table.head)]
    needed = [
        _FRAME + max(map(len, (*head.split(), *(row.cells[at].text for row in table.rows))))
        for at, head in enumerate(heads)
    ]
    labels = min(_LABELS, max(map(len, (table.corner, *(row.title for row in table.rows)))))
    for number, part in enumerate(_parts(needed, width - labels - 2 * _FRAME)):
        drawn = Drawn(title=None if number else escape(table.title), title_justify="left")
        drawn.add_column(escape(table.corner), width=labels, overflow="fold")
        for at in part:
            drawn.add_column(escape(heads[at]), justify="right", min_width=needed[at] - _FRAME)
        for row in table.rows:
            cells = (escape(row.cells[at].text) for at in part)
            drawn.add_row(escape(row.title), *cells, style="bold" if row.total else "")
        yield drawn


def _parts(needed: list[int], width: int) -> Iterator[list[int]]:
    """Columns that stand side by side; at least one."""
    part: list[int] = []
    for at, wide in enumerate(needed):
        if part and sum(needed[each] for each in part) + wide > width:
            yield part
            part = []
        part.append(at)
    yield part


def _say(line: str) -> None:
    if line:
        _console.print(line, markup=False, highlight=False, soft_wrap=True)


@contextmanager
def _reports() -> Iterator[StoredReports]:
    # Only now: `lotse worker` reads the commands too and needs none of it.
    from bot import settings
    from bot.curated import KNOWLEDGE
    from bot.records import Records
    from bot.report_pages import build_reports
    from bot.speech import build_phrasebook
    from bot.storage.database import Database, DatabaseUnavailable
    from knowledge import library
    from knowledge.library import KnowledgeError

    try:
        chosen = settings.load()
        records = Records(Database(chosen.database_url))
        try:
            records.database.migrate()
            phrasebook = build_phrasebook(library.load(KNOWLEDGE), chosen.retention_days)
            yield build_reports(chosen, records, phrasebook)
        finally:
            records.close()
    except DatabaseUnavailable as error:
        _refuse(f"the database does not answer ({error})")
    except (settings.SettingError, KnowledgeError) as error:
        _refuse(str(error))


def _refuse(reason: str) -> None:
    Console(stderr=True).print(reason, style="red", markup=False, highlight=False, soft_wrap=True)
    raise typer.Exit(2)
