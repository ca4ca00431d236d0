"""Delivering the outbox."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timezone

import pytest

from bot.deliveries import Deliveries
from bot.metrics import Metrics
from bot.privacy.pseudonyms import Pseudonyms
from bot.records import Records
from bot.storage import outbox
from bot.storage.database import Database
from connectors.messages import OutboundMessage, TryLater, Undeliverable

PSEUDONYMS = Pseudonyms("a secret of some length")


class FakeChannel:
    """A channel that fails as told and remembers what arrived."""

    channel = "fake"

    def __init__(self, *faults: Exception) -> None:
        self.faults = list(faults)
        self.arrived: list[tuple[str, str]] = []

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


def _write(database: Database, conversation: str, *texts: str, channel: str = "fake") -> None:
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
        }
        for text in texts
    ]
    with database.begin() as connection:
        outbox.add(connection, rows)


def _left(database: Database) -> int:
    with database.begin() as connection:
        return outbox.pending_count(connection)


async def _delivered(database: Database, channel: FakeChannel, expected: int) -> None:
    records = Records(database)
    deliveries = Deliveries(records, PSEUDONYMS, Metrics(), {"fake": channel})
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
