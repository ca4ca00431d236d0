"""Conversations with counsellors while the process is killed and Telegram stumbles.

Run: python -m benchmarks.kill [--conversations 200] [--messages 20] [--kills 50]. Residents and
counsellors write through an HTTP Bot API server that answers with 429 and 500 and cuts connections
at random, before a call has its effect or after it. Afterwards every message of either side must
have been delivered exactly once and in order; the counts are printed.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.botapi.api import BotApi
from tests.botapi.people import Group, Person, Seen
from tests.botapi.server import Server
from tests.fixtures.servers import RunningServer

RIGHTS = ("can_manage_topics", "can_pin_messages", "can_delete_messages")
#: Seconds for everything to arrive once nothing is killed any more.
PATIENCE = 300
#: People who begin at the same time.
AT_ONCE = 20


@dataclass(frozen=True)
class Counts:
    """What became of the messages, both sides together."""

    sent: int
    missing: int
    doubled: int
    out_of_order: int
    kills: int
    faults: int
    seconds: float
    #: What came more than once, with the message ids it came under.
    twice: tuple[str, ...]

    @property
    def perfect(self) -> bool:
        """Whether each arrived exactly once and in order."""
        return not (self.missing or self.doubled or self.out_of_order)


@dataclass
class _Talk:
    """A resident, a case's topic, and what each side says."""

    resident: Person
    thread: int
    from_resident: list[str]
    from_counsellor: list[str]


class KillTest:
    """One run."""

    def __init__(self, api: BotApi, server: RunningServer, group: Group, seed: int) -> None:
        """seed: of all that is random here."""
        self._api, self._server, self._group = api, server, group
        self._random = random.Random(seed)
        self._counsellor = api.person(first_name="Anna")
        group.add(self._counsellor)
        self._kills = self._faults = 0
        self._spread = 0.0

    async def run(self, conversations: int, messages: int, kills: int) -> Counts:
        """Let everybody write while the process is killed; what arrived."""
        start = time.monotonic()
        talks: list[_Talk] = []
        for first in range(0, conversations, AT_ONCE):
            count = min(AT_ONCE, conversations - first)
            talks += await asyncio.gather(
                *(self._opened(first + i, messages // 2) for i in range(count))
            )
        trouble = asyncio.create_task(self._stumble())
        killing = asyncio.create_task(self._kill(kills))
        # The writing is spread over the time the kills take.
        await asyncio.gather(*(self._write(talk, killing) for talk in talks))
        await killing
        trouble.cancel()
        await asyncio.gather(trouble, return_exceptions=True)
        self._api.recovers()
        for _ in range(PATIENCE):
            if not self._missing(talks):
                break
            await asyncio.sleep(1)
        # A doubled one may come late.
        await asyncio.sleep(3)
        return self._count(talks, time.monotonic() - start)

    async def open_cases(self, count: int) -> list[Person]:
        """Residents who each have a case open."""
        talks = []
        for first in range(0, count, AT_ONCE):
            numbers = range(first, min(first + AT_ONCE, count))
            talks += await asyncio.gather(*(self._opened(number, 0) for number in numbers))
        return [talk.resident for talk in talks]

    async def _opened(self, number: int, each: int) -> _Talk:
        person = self._api.person(first_name=f"R{number}", language_code="de")
        await person.sends("/start de")
        asked = await person.reads(lambda m: bool(m.titles), timeout=120)
        await person.presses(asked.titles[0])
        await person.reads(lambda m: "Danke" in m.text, timeout=120)
        wish = f"Anliegen Nummer {number} zu einem Antrag bei der Krankenkasse."
        await person.sends("/person")
        await person.reads(lambda m: len(m.titles) == 1, timeout=120)
        await person.sends(wish)
        thread = await self._api.until(lambda: self._thread_of(wish), 300)
        return _Talk(
            person,
            thread,
            [f"R{number}-{i} sagt etwas." for i in range(each)],
            [f"C{number}-{i} antwortet." for i in range(each)],
        )

    def _thread_of(self, wish: str) -> int | None:
        return next((m.thread for m in self._group.messages if wish in m.text and m.thread), None)

    async def _write(self, talk: _Talk, killing: asyncio.Task[None]) -> None:
        for mine, theirs in zip(talk.from_resident, talk.from_counsellor, strict=True):
            await talk.resident.sends(mine)
            await self._pause(killing)
            await self._counsellor.sends(theirs, self._group, talk.thread)
            await self._pause(killing)

    async def _pause(self, killing: asyncio.Task[None]) -> None:
        if not killing.done():
            await asyncio.sleep(self._random.uniform(0, 2 * self._spread))

    async def _kill(self, kills: int) -> None:
        while self._kills < kills:
            await asyncio.sleep(self._random.uniform(0.2, 4.0))
            await asyncio.to_thread(self._server.kill)
            self._kills += 1
            await asyncio.to_thread(self._server.start)

    async def _stumble(self) -> None:
        methods = ("sendMessage", "editMessageText", "getUpdates", "sendMessage")
        while True:
            await asyncio.sleep(self._random.uniform(0.2, 1.5))
            method = self._random.choice(methods)
            self._faults += 1
            match self._random.randrange(4):
                case 0:
                    self._api.fail(method, 500)
                case 1:
                    self._api.fail(method, 429, parameters={"retry_after": 1})
                case 2:
                    self._api.drop(method)
                case _:
                    self._api.drop(method, after=True)

    def spread(self, seconds: float, messages: int) -> None:
        """Let the writing of one conversation take about so long."""
        self._spread = seconds / max(1, messages)

    def _heard(self, talks: Sequence[_Talk]) -> list[tuple[list[str], list[tuple[str, int]]]]:
        """What was said, what of it was heard and under which id: each side of each talk."""
        topics: dict[int | None, list[Seen]] = defaultdict(list)
        for message in self._group.messages:
            topics[message.thread].append(message)
        both = []
        for talk in talks:
            private = talk.resident.messages
            both.append((talk.from_resident, _found(talk.from_resident, topics[talk.thread])))
            both.append((talk.from_counsellor, _found(talk.from_counsellor, private)))
        return both

    def _missing(self, talks: Sequence[_Talk]) -> bool:
        return any(set(said) - set(dict(heard)) for said, heard in self._heard(talks))

    def _count(self, talks: Sequence[_Talk], seconds: float) -> Counts:
        sent = missing = disordered = 0
        twice: list[str] = []
        for said, heard in self._heard(talks):
            sent += len(said)
            ids: dict[str, list[int]] = defaultdict(list)
            for text, message_id in heard:
                ids[text].append(message_id)
            missing += len(set(said) - set(ids))
            twice += [f"{text} {ids[text]}" for text in ids for _ in ids[text][1:]]
            disordered += list(ids) != [text for text in said if text in ids]
        return Counts(
            sent,
            missing,
            len(twice),
            disordered,
            self._kills,
            self._faults,
            seconds,
            tuple(twice),
        )


def _found(said: Sequence[str], messages: Sequence[Seen]) -> list[tuple[str, int]]:
    """Which of the things said stand in the messages, and their ids, in the order of these."""
    return [(one, message.id) for message in messages for one in said if one in message.text]


@asynccontextmanager
async def started(folder: Path) -> AsyncIterator[tuple[Server, BotApi, RunningServer, Group]]:
    """A Bot API server, a bot on it, Lotse, and its group. folder: for the database and the log."""
    api_server = Server()
    api_server.start()
    api = BotApi(api_server)
    api.flood.on = False
    group = api.supergroup("Beratung", forum=True)
    group.add_bot(*RIGHTS)
    server = RunningServer(
        {
            "LOTSE_DATA": str(folder / "data"),
            "LOTSE_SECRET_KEY": "only for this benchmark",
            "LOTSE_WORKERS": "2",
            "LOTSE_TELEGRAM_TOKEN": api.token,
            "LOTSE_TELEGRAM_API_URL": api.url,
            "LOTSE_TELEGRAM_PACE": "100",
            "LOTSE_COUNSELLOR_CHAT_ID": str(group.id),
        },
        folder / "server.log",
    )
    try:
        await asyncio.to_thread(server.start)
        yield api_server, api, server, group
    finally:
        await asyncio.to_thread(server.stop)
        api.close()
        api_server.stop()


async def run(folder: Path, conversations: int, messages: int, kills: int, seed: int = 1) -> Counts:
    """A whole run with servers of its own."""
    async with started(folder) as (_, api, server, group):
        test = KillTest(api, server, group, seed)
        test.spread(kills * 8.0, messages)
        return await test.run(conversations, messages, kills)


def main() -> None:
    """Run and print the counts; the exit status is 1 unless all is perfect."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--conversations", type=int, default=200)
    parser.add_argument("--messages", type=int, default=20)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        counts = asyncio.run(
            run(Path(folder), options.conversations, options.messages, options.kills, options.seed)
        )
    print(f"messages sent by both sides   {counts.sent}")
    print(f"killed                        {counts.kills} times")
    print(f"faults of the Bot API server  {counts.faults}")
    print(f"never delivered               {counts.missing}")
    print(f"delivered more than once      {counts.doubled}")
    print(f"sequences out of order        {counts.out_of_order}")
    for one in counts.twice:
        print(f"  twice: {one}")
    print(f"took                          {counts.seconds:.0f} s")
    sys.exit(0 if counts.perfect else 1)


if __name__ == "__main__":
    main()
