"""The flood limits' memory."""

from __future__ import annotations

import asyncio

import pytest

from connectors.telegram.limits import FloodLimits

pytestmark = pytest.mark.asyncio


async def test_chats_not_used_for_a_while_are_forgotten():
    limits = FloodLimits(overall=10_000, per_chat=1000, idle=0.1)
    for chat in range(50):
        await limits.wait(chat)
    assert limits.known_chats == 50
    await asyncio.sleep(0.15)
    await limits.wait(1)
    assert limits.known_chats == 1


async def test_a_chat_in_use_is_remembered():
    limits = FloodLimits(overall=10_000, per_chat=1000, idle=0.3)
    await limits.wait(1)
    await limits.wait(2)
    await asyncio.sleep(0.2)
    await limits.wait(1)
    await asyncio.sleep(0.2)
    await limits.wait(3)
    assert limits.known_chats == 2


async def test_the_longer_of_two_pauses_counts():
    limits = FloodLimits()
    assert limits.held() == 0
    limits.hold(20)
    limits.hold(5)
    assert 19 < limits.held() <= 20


async def test_a_group_gets_twenty_messages_a_minute_and_then_waits():
    limits = FloodLimits(overall=10_000)
    for _ in range(20):
        await asyncio.wait_for(limits.wait(-1001), 0.2)
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(limits.wait(-1001), 0.1)
    await asyncio.wait_for(limits.wait(-1002), 0.2)
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(limits.wait(-1001), 0.1)


async def test_when_the_minute_is_over_a_group_is_written_to_again(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("connectors.telegram.limits._MINUTE", 0.3)
    limits = FloodLimits(overall=10_000, per_group=2)
    began = asyncio.get_running_loop().time()
    for _ in range(5):
        await limits.wait(-1001)
    # The loop's clock counts whole milliseconds.
    assert 0.599 <= asyncio.get_running_loop().time() - began < 0.9
