"""Milliseconds from a resident's message to the counsellors' topic, with 50 cases open.

Run: python -m benchmarks.relay [--cases 50] [--messages 300] [--rate 5]. Everything passes an HTTP
Bot API server on this machine; Telegram's flood limits are lifted, because with them a group takes
20 messages a minute however fast Lotse is. Beside it, in the same run: how long that server itself
takes to hand a message from one chat to another, by a loop that fetches and sends and does nothing
else.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.kill import KillTest, started
from connectors.telegram.client import Client
from tests.botapi.api import BotApi
from tests.botapi.people import Group, Person
from tests.botapi.server import Server


async def _arrival(api: BotApi, group: Group, words: str) -> None:
    """Wait until the group has a message with these words."""
    chat = api.state.chats[group.id]
    seen = 0
    while True:
        messages = list(chat.messages.values())
        if any(words in message.get("text", "") for message in messages[max(0, seen - 50) :]):
            return
        seen = len(messages)
        await api.wait_for(api.state.change(0.05))


async def _relayed(
    api: BotApi, group: Group, people: list[Person], options: argparse.Namespace
) -> list[float]:
    times = []
    chosen = random.Random(1)
    for number in range(options.messages):
        words = f"Nachricht {number:04d} an die Beratung"
        start = time.perf_counter()
        await chosen.choice(people).sends(words)
        await _arrival(api, group, words)
        took = time.perf_counter() - start
        times.append(took * 1000)
        await asyncio.sleep(max(0.0, 1 / options.rate - took))
    return times


async def _echoed(server: Server, messages: int) -> list[float]:
    """The same path with nothing in between."""
    api = BotApi(server)
    api.flood.on = False
    group = api.supergroup("Echo")
    group.add_bot("can_pin_messages")
    person = api.person()
    client = Client(api.token, api.url)
    await client.initialize()

    async def echo() -> None:
        offset = None
        while True:
            for raw in await client.raw_updates(
                offset=offset, timeout=20, allowed_updates=["message"]
            ):
                offset = raw["update_id"] + 1
                await client.send_message(group.id, raw["message"]["text"])

    loop = asyncio.create_task(echo())
    times = []
    for number in range(messages):
        start = time.perf_counter()
        await person.sends(f"Echo {number:04d}")
        await _arrival(api, group, f"Echo {number:04d}")
        times.append((time.perf_counter() - start) * 1000)
    loop.cancel()
    await asyncio.gather(loop, return_exceptions=True)
    await client.shutdown()
    api.close()
    return times


def _row(name: str, times: list[float]) -> str:
    ordered = sorted(times)
    p95 = ordered[int(len(ordered) * 0.95)]
    return (
        f"{name:<34}{len(times):>6}{statistics.median(times):>9.0f}{p95:>9.0f}{ordered[-1]:>9.0f}"
    )


async def _main(options: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with started(Path(folder)) as (api_server, api, server, group):
            test = KillTest(api, server, group, seed=1)
            people = await test.open_cases(options.cases)
            times = await _relayed(api, group, people, options)
            echoes = await _echoed(api_server, 100)
    print(f"{'milliseconds':<34}{'n':>6}{'p50':>9}{'p95':>9}{'most':>9}")
    print(_row(f"resident to topic, {options.cases} cases", times))
    print(_row("through the Bot API server alone", echoes))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=50)
    parser.add_argument("--messages", type=int, default=300)
    parser.add_argument("--rate", type=float, default=5.0)
    asyncio.run(_main(parser.parse_args()))


if __name__ == "__main__":
    main()
