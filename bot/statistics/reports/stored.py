"""The reports on the stored releases."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date

from bot.statistics.publication import Release
from bot.statistics.reports import chart_drawing, csv_file, pdf_file, xlsx_file
from bot.statistics.reports.book import Book
from bot.statistics.reports.names import Say
from connectors.reports import Choice, Choices, Download, Report, UnknownChoice

_Write = Callable[[Report, Say, str, date], bytes]

#: How each kind of file is written, and its media type.
FORMATS: Mapping[str, tuple[_Write, str]] = {
    "csv": (csv_file.write, "text/csv; charset=utf-8"),
    "xlsx": (
        xlsx_file.write,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "pdf": (pdf_file.write, "application/pdf"),
}


class StoredReports:
    """`connectors.reports.Reports` on what was published. Nothing is kept between calls."""

    def __init__(
        self,
        releases: Callable[[], Awaitable[Sequence[Release]]],
        book: Book,
        say: Say,
        today: Callable[[], date],
    ) -> None:
        """releases: reads all of them. say: the phrases of the reports. today: for the files."""
        self._releases = releases
        self._book = book
        self._say = say
        self._today = today

    async def choices(self, language: str) -> Choices:
        """What can be chosen, named in a language."""
        return self._book.choices(await self._releases(), language)

    async def report(self, choice: Choice, language: str) -> Report:
        """A form, filled in. Raises UnknownChoice."""
        return self._book.report(choice, await self._releases(), language)

    async def chart(self, choice: Choice, number: int, language: str) -> bytes:
        """One of the report's charts as SVG, counted from 0. Raises UnknownChoice."""
        charts = (await self.report(choice, language)).charts
        if not 0 <= number < len(charts):
            raise UnknownChoice("chart", str(number), tuple(map(str, range(len(charts)))))
        return await asyncio.to_thread(chart_drawing.svg, charts[number], language)

    async def export(self, choice: Choice, format: str, language: str) -> Download:
        """A report as a file. format: one of FORMATS. Raises UnknownChoice."""
        if format not in FORMATS:
            raise UnknownChoice("format", format, tuple(FORMATS))
        report = await self.report(choice, language)
        write, media_type = FORMATS[format]
        content = await asyncio.to_thread(write, report, self._say, language, self._today())
        return Download(f"{_name(report.choice)}.{format}", media_type, content)


def _name(choice: Choice) -> str:
    """Without the place: its letters do not survive every way to a file."""
    period = choice.start if choice.start == choice.end else f"{choice.start}_{choice.end}"
    parts = ("lotse", choice.report, period, choice.category, choice.language)
    return "-".join(part for part in parts if part)
