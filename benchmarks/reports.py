"""How fast reports are with ten million counted consultations, and how the cells grow.

Run: python -m benchmarks.reports [--events 10000000] [--postgres URL]. Three years of made-up
consultations are added up as the assistant adds them, written as cells, published, and every
report is then made as page, CSV, XLSX and PDF. Beside it stands the same table of topics by place
counted from the cells each time, as a report without publishing would have to.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import sqlalchemy as sa

from bot import settings as environment
from bot.curated import KNOWLEDGE, place_of
from bot.records import Records
from bot.report_pages import build_reports
from bot.settings import Settings
from bot.speech import build_phrasebook
from bot.statistics.outcomes import COMPLEX, Outcome
from bot.statistics_parts import build_publishing
from bot.storage import counts
from bot.storage.database import Database
from bot.storage.tables import counts as count_cells
from connectors.reports import Choice
from knowledge import catalogue, library

FIRST = date(2023, 1, 1)
DAYS = (date(2026, 1, 1) - FIRST).days
LANGUAGES, CHANNELS = ("ar", "ru", "tr", "en", "de"), ("telegram", "web")
SEED = 5
LIMIT_SECONDS = 2.0
FORMATS = ("csv", "xlsx", "pdf")


def _shares(size: int) -> Any:
    """A few are frequent, many rare."""
    weights = 1 / np.arange(1, size + 1)
    return np.asarray(weights / weights.sum())


def cells(settings: Settings, events: int) -> Iterator[list[dict[str, object]]]:
    """What so many consultations come to, in portions."""
    chance, place = np.random.default_rng(SEED), place_of(settings)
    topics = [*catalogue.load().topics, COMPLEX]
    sites = [site.name for site in place.sites.values()]
    places = [*sites, *sorted({d.stadtteil for d in place.districts.values()}), ""]
    outcomes = [outcome.value for outcome in Outcome]
    sizes = (len(topics), len(places), len(LANGUAGES), len(CHANNELS), len(outcomes))
    for day in range(DAYS):
        number = events // DAYS
        drawn = [chance.choice(size, number, p=_shares(size)) for size in sizes]
        code = np.ravel_multi_index(tuple(drawn), sizes)
        found, numbers = np.unique(code, return_counts=True)
        keys = zip(*np.unravel_index(found, sizes), strict=True)
        yield [
            {
                "day": FIRST + timedelta(days=day),
                "topic": topics[t],
                "place": places[p],
                "language": LANGUAGES[la],
                "channel": CHANNELS[c],
                "outcome": outcomes[o],
                "number": int(count),
            }
            for (t, p, la, c, o), count in zip(keys, numbers, strict=True)
        ]


def fill(settings: Settings, database: Database, events: int) -> int:
    """Write the cells; how many there are."""
    written = 0
    for portion in cells(settings, events):
        with database.begin() as connection:
            connection.execute(sa.insert(count_cells), portion)
        written += len(portion)
    return written


async def measure(settings: Settings, database: Database) -> None:
    """Print how long each report takes."""
    records = Records(database)
    phrasebook = build_phrasebook(library.load(KNOWLEDGE), settings.retention_days)
    reports = build_reports(settings, records, phrasebook)
    slowest = 0.0
    names = [tab.value for tab in (await reports.choices("de")).reports]
    wholes = {"a quarter": ("2025-Q2", "2025-Q2"), "three years": ("2023", "2025")}
    for name in names:
        for span, (start, end) in wholes.items():
            choice = Choice(report=name, start=start, end=end)
            ways: dict[str, Callable[[], Awaitable[object]]] = {
                "page": partial(reports.report, choice, "de"),
                **{form: partial(reports.export, choice, form, "de") for form in FORMATS},
            }
            line = []
            for way, make in ways.items():
                began = time.perf_counter()
                await make()
                took = time.perf_counter() - began
                slowest = max(slowest, took)
                line.append(f"{way} {took * 1000:6.0f} ms")
            print(f"{name:<10} {span:<12} {'   '.join(line)}", flush=True)
    began = time.perf_counter()
    await records.read(
        lambda c: counts.summed(
            c, count_cells, ["topic", "place"], FIRST, FIRST + timedelta(days=DAYS)
        )
    )
    print(f"topics by place from the cells, three years: {time.perf_counter() - began:.2f} s")
    print(f"slowest report: {slowest:.2f} s (aim: below {LIMIT_SECONDS:.0f} s)")
    records.close()


def run(settings: Settings, url: str, events: int) -> None:
    """One database from the first cell to the last report."""
    database = Database(url)
    database.migrate()
    print(f"\n{url.partition(':')[0]}, {events:,} consultations")
    for share in (10, 1):
        with database.begin() as connection:
            connection.execute(sa.delete(count_cells))
        began = time.perf_counter()
        written = fill(settings, database, events // share)
        took = time.perf_counter() - began
        print(f"{events // share:>12,} consultations in {written:>10,} cells ({took:.0f} s)")
    began = time.perf_counter()
    publishing = build_publishing(settings, database)
    made = publishing.publish_due(FIRST + timedelta(days=DAYS), datetime.now(timezone.utc))
    print(f"published {len(made)} periods in {time.perf_counter() - began:.0f} s")
    asyncio.run(measure(settings, database))
    database.close()


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--events", type=int, default=10_000_000)
    parser.add_argument("--postgres", help="an empty database; without it only SQLite is measured")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = replace(
            environment.load({"LOTSE_DATA": folder}, Path(folder) / "none.env"),
            statistics_epsilon=0.0,
        )
        run(settings, f"sqlite:///{folder}/lotse.db", options.events)
        if options.postgres:
            run(settings, options.postgres, options.events)


if __name__ == "__main__":
    main()
