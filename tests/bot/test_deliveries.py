"""Delivering the outbox."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timezone

import pytest

from bot.deliveries import Deliveries
from bot.mail import EXPORT_COLUMN
from bot.metrics import Metrics
from bot.privacy.pseudonyms import Pseudonyms
from bot.records import Records
from bot.storage import conversations, outbox
from bot.storage.database import Database, DatabaseUnavailable
from connectors.messages import File, OutboundMessage, TryLater, Undeliverable

PSEUDONYMS = Pseudonyms("a secret of some length")


class FakeChannel:
    """A channel that fails as told and remembers what arrived."""

    channel = "fake"

    def __init__(self, *faults: Exception) -> None:
        self.faults = list(faults)
        self.arrived: list[tuple[str, str]] = []
        self.files: list[bytes] = []

    def parts(self, text: str) -> Sequence[str]:
        return [text]

    async def start(self) -> None: ...

    async def stop(self) -> None: ...

    async def typing(self, address: str) -> None: ...

    async def deliver(self, message: OutboundMessage) -> None:
        await asyncio.sleep(0)
        if self.faults:
            raise self.faults.pop(0)
        self.arrived.append((message.address, message.text))
        self.files += [message.file.content] if message.file else []


def _write(
    database: Database,
    conversation: str,
    *texts: str,
    channel: str = "fake",
    attachment: dict[str, str] | None = None,
) -> None:
    rows = [
        {
            "conversation_id": conversation,
            "inbox_id": None,
            "reply_to": None,
            "channel": channel,
            "address": PSEUDONYMS.seal(conversation),
            "text": text,
            "language": "de",
            "buttons": [],
            "created_at": datetime.now(timezone.utc),
            "attachment": attachment,
        }
        for text in texts
    ]
    with database.begin() as connection:
        outbox.add(connection, rows)


def _left(database: Database) -> int:
    with database.begin() as connection:
        return outbox.pending_count(connection)


async def _nothing(_: str) -> File | None:
    return None


async def _delivered(
    database: Database,
    channel: FakeChannel,
    expected: int,
    export: Callable[[str], Awaitable[File | None]] = _nothing,
) -> None:
    records = Records(database)
    deliveries = Deliveries(records, PSEUDONYMS, Metrics(), {"fake": channel}, export=export)
    await deliveries.resume()
    for _ in range(200):
        if len(channel.arrived) >= expected and not _left(database):
            break
        await asyncio.sleep(0.02)
    await deliveries.stop()
    records.close()


@pytest.mark.asyncio
async def test_what_was_left_by_the_last_process_is_delivered_in_order(
    database: Database,
) -> None:
    _write(database, "a", "1", "2", "3")
    _write(database, "b", "4")
    channel = FakeChannel()
    await _delivered(database, channel, 4)
    assert [text for to, text in channel.arrived if to == "a"] == ["1", "2", "3"]
    assert ("b", "4") in channel.arrived


@pytest.mark.asyncio
async def test_a_pause_the_channel_asks_for_keeps_the_order(database: Database) -> None:
    _write(database, "a", "1", "2")
    channel = FakeChannel(TryLater(0.05, "flood"), TryLater(0.05, "flood"))
    await _delivered(database, channel, 2)
    assert [text for _, text in channel.arrived] == ["1", "2"]


@pytest.mark.asyncio
async def test_a_message_nobody_will_take_does_not_hold_up_the_next(database: Database) -> None:
    _write(database, "a", "1", "2")
    channel = FakeChannel(Undeliverable("blocked"))
    await _delivered(database, channel, 1)
    assert [text for _, text in channel.arrived] == ["2"]


@pytest.mark.asyncio
async def test_messages_of_channels_that_fetch_are_left_alone(database: Database) -> None:
    _write(database, "a", "1", channel="web")
    channel = FakeChannel()
    await _delivered(database, channel, 0)
    assert _left(database) == 1


@pytest.mark.asyncio
async def test_a_file_is_made_when_it_is_delivered_and_anew_for_each_try(
    database: Database,
) -> None:
    _write(database, "a", "1", "2", attachment=EXPORT_COLUMN)
    channel = FakeChannel(TryLater(0.01, "flood"))
    made: list[str] = []

    async def export(conversation_id: str) -> File:
        made.append(conversation_id)
        return File("x.html", b"%d" % len(made))

    await _delivered(database, channel, 2, export)
    assert channel.files == [b"2", b"3"]
    assert made == ["a"] * 3


@pytest.mark.asyncio
async def test_nothing_of_a_file_is_kept_but_that_it_was_asked_for(database: Database) -> None:
    _write(database, "a", "1", attachment=EXPORT_COLUMN)

    async def export(_: str) -> File:
        return File("x.html", b"Quittenmarmelade")

    await _delivered(database, FakeChannel(), 1, export)
    with database.read() as connection:
        (row,) = outbox.after(connection, "a", 0)
    assert row.attachment == {"kind": "export", "reference": ""}


@pytest.mark.asyncio
async def test_who_was_erased_before_the_delivery_gets_no_file(database: Database) -> None:
    _write(database, "a", "1", attachment=EXPORT_COLUMN)
    channel = FakeChannel()

    async def export(conversation_id: str) -> File | None:
        with database.begin() as connection:
            conversations.erase(connection, conversation_id)
        _write(database, "a", "Alles geloescht")
        return None

    await _delivered(database, channel, 1, export)
    assert channel.arrived == [("a", "Alles geloescht")]
    assert channel.files == []


@pytest.mark.asyncio
async def test_a_file_that_cannot_be_made_does_not_hold_up_what_comes_after_it(
    database: Database,
) -> None:
    _write(database, "a", "1", attachment=EXPORT_COLUMN)
    _write(database, "a", "2")
    channel = FakeChannel()

    async def export(_: str) -> File:
        raise KeyError("here is what was said")

    await _delivered(database, channel, 1, export)
    assert channel.arrived == [("a", "2")]


@pytest.mark.asyncio
async def test_while_the_database_is_away_a_file_waits(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.deliveries.PAUSE_AFTER_A_FAULT_SECONDS", 0.01)
    _write(database, "a", "1", attachment=EXPORT_COLUMN)
    channel, faults = FakeChannel(), [DatabaseUnavailable("away")]

    async def export(_: str) -> File:
        if faults:
            raise faults.pop()
        return File("x.html", b"alles")

    await _delivered(database, channel, 1, export)
    assert channel.files == [b"alles"]


@pytest.mark.asyncio
async def test_a_file_of_nobody_is_given_up(database: Database) -> None:
    _write(database, "a", "1", attachment=EXPORT_COLUMN)
    _write(database, "a", "2")
    channel = FakeChannel()
    await _delivered(database, channel, 1)
    assert channel.arrived == [("a", "2")]
