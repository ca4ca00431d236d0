"""Releases made by hand, and reports on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timezone
from zoneinfo import ZoneInfo

from bot.report_pages import PHRASES
from bot.statistics.publication import CATEGORY, TOTAL, Release
from bot.statistics.reports.book import Book
from bot.statistics.reports.names import Curated
from bot.statistics.reports.stored import StoredReports
from connectors.reports import Choice, Report, Table
from dialogues.phrasebook import load
from knowledge import catalogue

Cells = Mapping[tuple[str, str, str], int | None]

MADE = datetime(2025, 1, 10, 12, tzinfo=timezone.utc)
PLACES = ("Huchting", "Grohn")
SAY = load(PHRASES).say
#: The quarters of Table 1 of the Bremen Senate's answer of 18 February 2025.
TABLE_1 = {
    "2023-Q1": 49, "2023-Q2": 79, "2023-Q3": 75, "2023-Q4": 97,
    "2024-Q1": 151, "2024-Q2": 176, "2024-Q3": 234, "2024-Q4": 179,
}  # fmt: skip
#: The parts of Table 4 of the same paper: Huchting and Grohn.
TABLE_4 = {
    "arztsuche": (21, 89), "krankenkasse": (14, 39), "pflege": (33, 21),
    "komplexe_problemlage": (18, 12), "psychische_gesundheit": (11, 0), "behinderung": (33, 6),
    "soziales": (16, 20), "stadtteil": (15, 15), "chronisch": (27, 2), "antraege": (9, 12),
    "arztbriefe": (4, 0),
}  # fmt: skip


def release(period: str, cells: Cells, method: str = "suppression", **fields: object) -> Release:
    """A release with the kind its period's name tells."""
    kind = "quarter" if "Q" in period else "month" if "-" in period else "year"
    epsilon = fields.get("epsilon")
    assert epsilon is None or isinstance(epsilon, float)
    return Release(kind, period, method, epsilon, MADE, cells)


def book() -> Book:
    """The forms, with the catalogue's names."""
    ids = catalogue.load()
    titles = {topic: {"de": f"[{topic}]", "en": f"<{topic}>"} for topic in ids.topics}
    topics = {**ids.topics, "complex_problem": "komplexe_problemlage"}
    return Book(SAY, Curated(topics, ids.categories, titles, PLACES), ZoneInfo("Europe/Berlin"))


def stored(releases: Sequence[Release]) -> StoredReports:
    """The reports on these releases."""

    async def read() -> Sequence[Release]:
        return releases

    return StoredReports(read, book(), SAY, lambda: date(2026, 11, 22))


def filled(releases: Sequence[Release], interface: str = "de", /, **choice: str) -> Report:
    """A report of what is chosen."""
    return book().report(Choice(**choice), releases, interface)


def texts(table: Table) -> dict[str, list[str]]:
    """The cells as they are read, by the titles of their rows."""
    return {row.title: [cell.text for cell in row.cells] for row in table.rows}


def table_4(total: int = 417) -> dict[tuple[str, str, str], int | None]:
    """The cells of Table 4; total: of everything."""
    cells: dict[tuple[str, str, str], int | None] = {}
    for category, parts in TABLE_4.items():
        cells["topics_places", f"{CATEGORY}{category}", TOTAL] = sum(parts)
        for place, number in zip(PLACES, parts, strict=True):
            cells["topics_places", f"{CATEGORY}{category}", place] = number
    for at, place in enumerate(PLACES):
        cells["topics_places", TOTAL, place] = sum(parts[at] for parts in TABLE_4.values())
    cells["topics_places", TOTAL, TOTAL] = total
    return cells


def table_1() -> list[Release]:
    """A release a quarter, with the people of Table 1 and of one place."""
    return [
        release(period, {("people", TOTAL, TOTAL): number, ("people", "Huchting", TOTAL): 20})
        for period, number in TABLE_1.items()
    ]
