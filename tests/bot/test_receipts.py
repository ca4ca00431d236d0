"""Receipts of erasure, from the resident's message to the operator's command."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from bot.__main__ import cli
from bot.cases.resident_side import ResidentSide
from bot.privacy.receipt_numbers import ALPHABET, as_kept, new_number
from bot.privacy.retention import RECEIPTS_KEPT, erase_expired
from bot.records import Records
from bot.statistics.writing import Statistics
from bot.storage import inbox, outbox, receipts
from bot.storage.database import Database
from bot.storage.tables import audit, conversations, metadata
from bot.storage.tables import receipts as receipts_table
from bot.turn import Said, Turn, TurnInput
from bot.turns import Turns
from bot.welcome import Welcome
from dialogues.phrasebook import Phrasebook
from dialogues.reply import Reply
from tests.bot.cases.stage import ANNA, Stage
from tests.bot.sealed_rows import write
from tests.fixtures.counting import case_counting, counting

NUMBER = "L-7F3K-9QWX"
LANGUAGES = ("de", "ar", "ru", "tr", "en")


def test_numbers_are_short_readable_and_never_the_same() -> None:
    numbers = {new_number() for _ in range(2000)}
    assert len(numbers) == 2000
    assert all(re.fullmatch(f"L-[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}", each) for each in numbers)
    assert not set("ILOU") & set(ALPHABET)


@given(st.text(ALPHABET, min_size=8, max_size=8), st.sampled_from(["{}", " {} ", "\u2068{}\u2069"]))
def test_a_number_is_known_however_it_is_typed(signs: str, around: str) -> None:
    kept = f"L-{signs[:4]}-{signs[4:]}"
    misread = kept[2:].replace("0", "o").replace("1", "l")
    for typed in (kept, kept.lower(), kept.replace("-", ""), kept[2:], f"l {misread}"):
        assert as_kept(around.format(typed)) == kept


@pytest.mark.parametrize("typed", ["", "L-7F3K", "L-7F3K-9QWU", "M-7F3K-9QWX", "L-7F3K-9QWX-0"])
def test_what_is_no_number_is_told_apart(typed: str) -> None:
    assert as_kept(typed) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_confirmation_shows_the_number_in_every_language(
    phrasebook: Phrasebook, language: str
) -> None:
    welcome = Welcome(phrasebook)
    assert NUMBER in welcome.deleted(language, NUMBER).text
    assert NUMBER in welcome.withdrawn(language, NUMBER).text


@pytest.fixture
def stage(database: Database) -> Iterator[Stage]:
    records = Records(database)
    yield Stage(database, records)
    records.close()


@dataclass
class ErasingTaker:
    """A turn that erases and says the number, as `TurnTaker` does."""

    numbers: Iterator[str]

    async def take(self, given: TurnInput) -> Turn:
        number = next(self.numbers)
        said = Said(Reply(number), "de")
        return Turn(given.conversation, (said,), erase=True, receipt=number)


def _turns(database: Database, phrasebook: Phrasebook, *numbers: str) -> Turns:
    return Turns(
        database=database,
        taker=ErasingTaker(iter(numbers)),  # type: ignore[arg-type]
        phrasebook=phrasebook,
        parts={"web": lambda text: [text]},
        open_address=lambda sealed: "address",
        resident_side=ResidentSide(False, case_counting()),
        statistics=Statistics(counting()),
    )


def _receipts(database: Database) -> list[receipts.Row]:
    with database.read() as connection:
        return [receipts.Row(*row) for row in connection.execute(sa.select(receipts_table))]


@pytest.mark.asyncio
async def test_the_receipt_is_written_with_the_erasure(
    database: Database, phrasebook: Phrasebook
) -> None:
    name, began = write(database, b"sealed"), datetime.now(timezone.utc)
    assert await _turns(database, phrasebook, NUMBER).run_next(name)
    (receipt,) = _receipts(database)
    # The conversation and a reply; the message itself loses its words with the turn.
    assert (receipt.number, receipt.rows) == (NUMBER, 2)
    assert began <= receipt.erased_at <= datetime.now(timezone.utc)
    with database.read() as connection:
        assert connection.execute(sa.select(conversations.c.id)).first() is None
        assert [entry.text for entry in outbox.after(connection, name, 0)] == [NUMBER]


@pytest.mark.asyncio
async def test_what_was_said_in_cases_counts_too(stage: Stage, phrasebook: Phrasebook) -> None:
    number = stage.case(channel="web")
    await stage.desk.note(number, ANNA, "ruft an", "tg:1")
    with stage.database.begin() as connection:
        now = stage.at
        inbox.add(connection, "a" * 32, "m1", "web", b"sealed", {"kind": "text", "text": ""}, now)
    assert await _turns(stage.database, phrasebook, NUMBER).run_next("a" * 32)
    # The conversation, the case, its note and the event of it.
    assert [receipt.rows for receipt in _receipts(stage.database)] == [4]
    with stage.database.read() as connection:
        for table in metadata.tables.values():
            if table.name not in {"inbox", "outbox", "notices", "receipts", "audit", "case_counts"}:
                assert connection.execute(sa.select(table)).first() is None, table.name
        kept = str(connection.execute(sa.select(audit)).all())
    assert "a" * 32 not in kept


@pytest.mark.asyncio
async def test_a_number_that_is_taken_leaves_nothing_half_done(
    database: Database, phrasebook: Phrasebook
) -> None:
    with database.begin() as connection:
        receipts.keep(connection, NUMBER, datetime.now(timezone.utc), 7)
    name = write(database, b"sealed")
    turns = _turns(database, phrasebook, NUMBER, "L-0000-0001")
    again = await turns.run_next(name)
    assert again is not None
    assert again.message_id is None
    assert len(_receipts(database)) == 1
    done = await turns.run_next(name)
    assert done is not None
    assert done.message_id is not None
    assert {receipt.number for receipt in _receipts(database)} == {NUMBER, "L-0000-0001"}


def test_receipts_go_when_nothing_can_be_claimed_any_more(database: Database) -> None:
    now = datetime.now(timezone.utc)
    with database.begin() as connection:
        receipts.keep(connection, NUMBER, now, 7)
    assert erase_expired(database, 14, now + RECEIPTS_KEPT)["receipts"] == 0
    assert erase_expired(database, 14, now + RECEIPTS_KEPT + timedelta(1))["receipts"] == 1


def test_an_operator_learns_when_it_was_erased_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'cli.db'}"
    monkeypatch.setenv("LOTSE_DATA", str(tmp_path))
    monkeypatch.setenv("LOTSE_DATABASE_URL", url)
    database = Database(url)
    database.migrate()
    with database.begin() as connection:
        receipts.keep(connection, NUMBER, datetime(2026, 11, 22, 9, tzinfo=timezone.utc), 12)
    database.close()
    run = CliRunner().invoke
    told = run(cli, ["receipt", "l7f3k 9qwx"])
    assert told.output == f"{NUMBER}: 12 rows were erased on 2026-11-22 at 09:00:00 UTC\n"
    unknown = run(cli, ["receipt", "L-0000-0000"])
    assert (unknown.exit_code, unknown.output) == (1, "there is no receipt L-0000-0000\n")
    assert run(cli, ["receipt", "my number"]).exit_code == 2
