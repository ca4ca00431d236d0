"""Tables 1 and 4 of the Bremen Senate's answer of 18 February 2025, from conversations.

Each consultation is a conversation that is counted by the code that counts real ones; then the
year is published and the report made. The printed Table 4 does not add up; what is wrong with it is
noted in `reports/test_senate_tables.py`.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import count
from pathlib import Path

import pytest

from bot import curated
from bot import settings as environment
from bot.records import Records
from bot.report_pages import build_reports
from bot.settings import Settings
from bot.statistics.counting import Counting
from bot.statistics.outcomes import COMPLEX, Outcome
from bot.statistics.writing import Statistics
from bot.statistics_parts import build_publishing
from bot.storage.conversations import Conversation
from bot.storage.database import Database
from bot.turn import Met, Turn
from connectors.reports import Choice, Report
from dialogues.phrasebook import Phrasebook

NOW = datetime(2025, 1, 2, 3, tzinfo=timezone.utc)
#: Topic of a conversation, and how many there were in Huchting and in Grohn.
TABLE_4 = {
    "Arztsuche": ("find_doctor", 21, 89),
    "Kontakt Krankenkasse": ("insurance_contact", 14, 39),
    "Pflege": ("nursing_care", 33, 21),
    "Komplexe Problemlage": (COMPLEX, 18, 12),
    "Psychische Gesundheit": ("mental_health", 11, 0),
    "Behinderung": ("disability", 33, 6),
    "Sonstiges/Soziales": ("housing", 16, 20),
    "Angebote im Stadtteil": ("district_offers", 15, 15),
    "Chronische Krankheiten": ("chronic_illness", 27, 2),
    "Anträge": ("forms_help", 9, 12),
    "Arztbriefe": ("understand_letter", 4, 0),
}
TABLE_1 = {"2024-Q1": 151, "2024-Q2": 176, "2024-Q3": 234, "2024-Q4": 179}
HIDDEN = "•"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Those of Bremen."""
    chosen = environment.load({"LOTSE_DATA": str(tmp_path)}, tmp_path / "none.env")
    return replace(chosen, place="bremen")


@pytest.fixture
def statistics(settings: Settings) -> Statistics:
    return Statistics(Counting(curated.place_of(settings), lambda at: True))


def _met(database: Database, statistics: Statistics, topic: str, site: str, at: datetime) -> None:
    name = f"{next(_NUMBERS):032x}"
    conversation = Conversation(name, "web", b"", at, language="de", consent="given", site=site)
    turn = Turn(conversation, (), met=(Met(topic, Outcome.ANSWERED),))
    with database.begin() as connection:
        statistics.note(connection, turn, at)


_NUMBERS = count()


def _report(
    settings: Settings, database: Database, phrasebook: Phrasebook, choice: Choice
) -> Report:
    build_publishing(settings, database).publish_due(date(2025, 1, 2), NOW)
    records = Records(database)
    try:
        return asyncio.run(build_reports(settings, records, phrasebook).report(choice, "de"))
    finally:
        records.close()


def _rows(report: Report) -> dict[str, list[str]]:
    return {row.title: [cell.text for cell in row.cells] for row in report.tables[0].rows}


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_table_4_comes_out_of_conversations_but_for_its_small_cells(
    settings: Settings, database: Database, statistics: Statistics, phrasebook: Phrasebook
) -> None:
    day = datetime(2024, 2, 1, 10, tzinfo=timezone.utc)
    for topic, *numbers in TABLE_4.values():
        for site, number in zip(("huchting", "grohn"), numbers, strict=True):
            for each in range(number):
                _met(database, statistics, topic, site, day + timedelta(days=each % 28))
    report = _report(settings, database, phrasebook, Choice("topics", "2024-Q1", "2024-Q1"))
    assert report.tables[0].corner == "Themen"
    head, rows = report.tables[0].head, _rows(report)
    huchting = next(number for number, title in enumerate(head) if "Huchting" in title)
    grohn = next(number for number, title in enumerate(head) if "Grohn" in title)
    shown = 0
    for title, (_, *numbers) in TABLE_4.items():
        printed = [rows[title][huchting], rows[title][grohn], rows[title][-2]]
        for text, number in zip(printed, (*numbers, sum(numbers)), strict=True):
            if text != HIDDEN:
                assert text == (str(number) if number else "-"), title
                shown += 1
            assert not (0 < number < 5 and text != HIDDEN), title
    assert shown >= 22
    assert rows["Arztsuche"][-2:] == ["110", "26,4 %"]
    assert rows["Gesamt"][-2] == "417"


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_table_1_comes_out_of_conversations_within_the_error_of_its_estimate(
    settings: Settings, database: Database, statistics: Statistics, phrasebook: Phrasebook
) -> None:
    for number, people in enumerate(TABLE_1.values()):
        day = datetime(2024, 3 * number + 2, 1, 10, tzinfo=timezone.utc)
        for each in range(people):
            at = day + timedelta(hours=each % 500)
            _met(database, statistics, "find_doctor", "groepelingen-liga", at)
    report = _report(settings, database, phrasebook, Choice("people", "2024-Q1", "2024-Q4"))
    (people,) = (row for title, row in _rows(report).items() if title == "Anzahl Ratsuchende")
    assert report.tables[0].head == ("Q1", "Q2", "Q3", "Q4")
    for text, number in zip(people, TABLE_1.values(), strict=True):
        assert int(text) == pytest.approx(number, abs=3)
