"""A month of conversations, and nothing of anybody left but numbers.

5,000 conversations on SQLite over four weeks of a shifted clock, 250 over two on PostgreSQL. Among
them residents and counsellors write 200 planted names, numbers and sentences, in every way they can
be kept. After "delete my data", and after the time things are kept, every table, file and log is
searched for them, byte by byte.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import httpx
import psycopg2
import pytest
import sqlalchemy as sa

from bot.storage import counts
from bot.storage.database import Database
from bot.storage.tables import case_counts, sketches
from bot.storage.tables import counts as count_cells
from tests.fixtures import clock
from tests.fixtures.counsellors import WebCounsellor, account
from tests.fixtures.servers import Launch, RunningServer

pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(500)]

FIRST_DAY = datetime(2026, 10, 5, 9, 0, tzinfo=timezone.utc)
WEEK = timedelta(days=7)
#: Weeks of a month, those who write at the same time, and how long an erasure may take.
WEEKS, AT_ONCE, ERASED_WITHIN_SECONDS = 4, 12, 60
TOPICS = (
    "midwife",
    "nursing_care",
    "insurance_contact",
    "find_doctor",
    "vaccination",
    "forms_help",
)
SITES = ("grohn", "huchting", "groepelingen-liga")
LANGUAGES = ("de", "ar", "ru", "tr", "en")


def planted() -> Iterator[tuple[str, str]]:
    """Two hundred words nobody else writes, by pairs."""
    for number in range(25):
        yield f"Quittenbaum{number:03}", f"0421 55501{number:03}"
        yield f"Квиттенова{number:03}", f"+49 157 55501{number:03}"
        yield f"Meine Tante Mispelstrauch{number:03} hustet", f"H{number:03}123456"
        yield f"سفرجلية{number:03}", f"mispel{number:03}@example.org"


@dataclass(frozen=True)
class Writer:
    """A resident over REST."""

    client: httpx.AsyncClient
    name: str

    async def says(self, text: str) -> None:
        """Send a message."""
        body = {"sender": self.name, "message": text}
        answer = await self.client.post("/webhooks/rest/webhook", json=body)
        assert answer.status_code == 200, answer.text


async def _asks(writer: Writer, number: int) -> None:
    """One of the many: a question, yes; every tenth with a link that says from where."""
    if number % 10 == 0:
        await writer.says(f"/start {LANGUAGES[number % 5]}-{SITES[number % 3]}")
    await writer.says(f"/{TOPICS[number % 6]}")
    await writer.says("/give_consent")


async def _tells(writer: Writer, words: tuple[str, str], number: int) -> None:
    """One of those who say what must not stay: with consent, before it, and after a refusal."""
    await writer.says(f"Hallo, ich heiße {words[0]}")
    await writer.says(f"/start {LANGUAGES[number % 5]}")
    if number % 5 == 4:
        await writer.says("/refuse_consent")
        await writer.says(f"Meine Nummer ist {words[1]}")
        return
    await writer.says("/give_consent")
    await writer.says(f"Ich suche eine Hebamme. {words[0]}, Telefon {words[1]}")
    await writer.says("/midwife")
    if number % 4 == 0:
        await writer.says("/talk_to_human")
        await writer.says(f"Noch einmal: {words[1]}, {words[0]}")


async def _everybody(tasks: Iterable[Callable[[], Any]]) -> None:
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(task: Callable[[], Any]) -> None:
        async with gate:
            await task()

    await asyncio.gather(*(one(task) for task in tasks))


def _counsel(server: RunningServer, words: list[tuple[str, str]]) -> None:
    """Anna takes every case, writes what must not stay, and closes it."""
    with WebCounsellor(server, "anna").signs_in() as anna:
        for index, case in enumerate(anna.waiting()):
            name, telephone = words[index % len(words)]
            done = [
                anna.does(case, "claim"),
                anna.does(case, "note", text=f"{name} ruft an, {telephone}"),
                anna.does(case, "reply", text=f"Guten Tag {name}, ich rufe {telephone} an."),
                anna.does(case, "close", topic=["midwife"], outcome="solved"),
            ]
            assert {answer.status_code for answer in done} == {303}
        assert anna.waiting() == []


def _forms(words: Iterable[str]) -> list[bytes]:
    """As they could stand in a file: plain, and as JSON writes what is not ASCII."""
    found = {form for word in words for form in (word, json.dumps(word)[1:-1])}
    return [form.encode() for form in sorted(found)]


def _in_files(files: Iterable[bytes], words: Iterable[str]) -> set[str]:
    contents = list(files)
    return {form.decode() for form in _forms(words) if any(form in each for each in contents)}


def _bytes(server: RunningServer, url: str) -> list[bytes]:
    """Everything on the disk: SQLite's files with their log, or PostgreSQL's relations; and what
    the server logged.
    """
    folder = Path(server.environment["LOTSE_DATA"]).parent
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    if url.startswith("sqlite"):
        return files
    connection = psycopg2.connect(url)
    try:
        connection.autocommit = True
        cursor = connection.cursor()
        cursor.execute("VACUUM FULL")
        cursor.execute("CHECKPOINT")
        cursor.execute(
            "SELECT pg_read_binary_file(pg_relation_filepath(oid)) FROM pg_class "
            "WHERE relkind IN ('r', 't', 'i') AND pg_relation_filepath(oid) IS NOT NULL"
        )
        return files + [bytes(content) for (content,) in cursor.fetchall()]
    finally:
        connection.close()


def _numbers(url: str) -> list[Any]:
    """The statistics."""
    database = Database(url)
    span = (FIRST_DAY.date(), FIRST_DAY.date() + timedelta(days=60))
    columns = ["day", "topic", "language", "place", "channel", "outcome"]
    with database.read() as connection:
        found = [
            counts.summed(connection, count_cells, columns, *span),
            counts.summed(connection, case_counts, ["day", "topic", "outcome"], *span),
            sorted(connection.execute(sa.select(sketches)).all()),
        ]
    database.close()
    return found


async def _until_gone(server: RunningServer, url: str, words: list[str]) -> float:
    """Seconds until nothing of the words is on the disk."""
    start = time.monotonic()
    while found := _in_files(_bytes(server, url), words):
        assert time.monotonic() - start < ERASED_WITHIN_SECONDS, found
        await asyncio.sleep(1)
    return time.monotonic() - start


async def test_after_erasure_and_retention_only_numbers_are_left(
    launch: Launch, database_url: str
) -> None:
    everybody, weeks = (5000, WEEKS) if database_url.startswith("sqlite") else (250, 2)
    pairs = list(planted())
    server = await asyncio.to_thread(
        launch,
        LOTSE_DATABASE_URL=database_url,
        LOTSE_LOG_LEVEL="DEBUG",
        LOTSE_WORKERS="2",
        **clock.at(FIRST_DAY),
    )
    await asyncio.to_thread(account, server, "anna", "Anna Beispiel")
    names = [f"{pairs[number][0]} {number}" for number in range(len(pairs))]
    for week in range(weeks):
        if week:
            await clock.restart(server, FIRST_DAY + week * WEEK)
        some = range(week * everybody // weeks, (week + 1) * everybody // weeks)
        few = range(week * len(pairs) // weeks, (week + 1) * len(pairs) // weeks)
        async with httpx.AsyncClient(base_url=server.url, timeout=60) as client:
            asking = [
                lambda n=n: _asks(Writer(client, f"resident {n}"), n) for n in some[: -len(few)]
            ]
            telling = [lambda n=n: _tells(Writer(client, names[n]), pairs[n], n) for n in few]
            await _everybody([*asking, *telling])
        await asyncio.to_thread(_counsel, server, [pairs[number] for number in few])
    words = [word for pair in pairs for word in pair]
    assert len(words) == 200
    # The last two weeks are still there, or the search would prove nothing.
    assert len(_in_files(_bytes(server, database_url), words)) > 50

    before = await asyncio.to_thread(_numbers, database_url)
    assert sum(before[0].values()) >= everybody * 0.9
    assert sum(before[1].values()) == 20
    leaving, staying = range(75, 100), range(everybody - 200, everybody - 30)
    async with httpx.AsyncClient(base_url=server.url, timeout=60) as client:
        flowing = asyncio.create_task(
            _everybody(
                lambda n=n: Writer(client, f"resident {n}").says(f"/{TOPICS[n % 6]}")
                for n in staying
            )
        )
        await _everybody(
            lambda n=n: Writer(client, names[n]).says("/delete_my_data") for n in leaving
        )
        gone = [word for number in leaving for word in (*pairs[number], names[number])]
        await _until_gone(server, database_url, gone)
        await flowing
    assert await asyncio.to_thread(_numbers, database_url) == before

    await clock.restart(server, FIRST_DAY + weeks * WEEK + timedelta(days=15))
    await _until_gone(server, database_url, [*words, *names])
    assert await asyncio.to_thread(_numbers, database_url) == before
    await asyncio.to_thread(server.stop)
    assert _in_files([server.log.read_bytes()], [*words, *names, "resident 1"]) == set()
