"""A forum on the test server, the group's connector on it, a desk in memory."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio

from connectors.desk import Case, Desk, Notice, Remark
from connectors.telegram.connector import TelegramConnector
from connectors.telegram.group.chat import Known
from connectors.telegram.group.group import CounsellorGroup, Told
from connectors.telegram.limits import FloodLimits
from dialogues.phrasebook import FOLDER, Phrasebook, load
from tests.botapi.api import BotApi
from tests.botapi.people import Group, Person, Seen
from tests.connectors.telegram.conftest import Inbox, build
from tests.connectors.telegram.group.desk import FakeDesk, case

RIGHTS = ("can_manage_topics", "can_pin_messages", "can_delete_messages")
TOPICS = {"midwife": "Hebamme", "pregnancy": "Schwangerschaft", "find_doctor": "Arzt finden"}
LANGUAGES = {"ar": "Arabisch", "de": "Deutsch", "tr": "Türkisch"}


@pytest.fixture(scope="session")
def phrases() -> Phrasebook:
    return load(Path(FOLDER) / "group")


@dataclass
class Office:
    """Everything a test needs of the group. places: number to thread and card."""

    api: BotApi
    chat: Group
    connector: TelegramConnector
    group: CounsellorGroup
    desk: FakeDesk
    inbox: Inbox
    places: dict[int, Told] = field(default_factory=dict)
    ids: Any = field(default_factory=lambda: itertools.count(1))

    def person(self, name: str = "Anna", status: str = "member") -> Person:
        person = self.api.person(first_name=name)
        if status:
            self.chat.add(person, status)
        return person

    def notice(
        self,
        kind: str,
        about: Case | None = None,
        remark: Remark | None = None,
        number: int = 12,
        **detail: str,
    ) -> Notice:
        place = self.places.get(number, Told())
        shown = about or self.desk.all.get(number)
        if kind == "deleted":
            shown = None
        return Notice(next(self.ids), number, kind, shown, place.thread, place.card, remark, detail)

    async def tell(self, kind: str, about: Case | None = None, **rest: Any) -> Told:
        """Tell and keep what was learnt, as the application does."""
        notice = self.notice(kind, about, **rest)
        told = await self.group.tell(notice)
        self.places[notice.number] = told
        return told

    async def open(self, number: int = 12) -> int:
        """Open a case and return its thread."""
        thread = (await self.tell("open", number=number)).thread
        assert thread is not None
        return thread

    def posts(self, thread: int | None) -> list[Seen]:
        """What the bot wrote in a topic after the card, service messages left out."""
        return [
            seen
            for seen in self.chat.messages
            if seen.thread == thread
            and seen.raw.get("from") == self.api.state.me
            and (seen.text or seen.raw.keys() & {"photo", "voice", "video", "document"})
            and seen.id not in {told.card for told in self.places.values()}
        ]

    def card(self, number: int = 12) -> Seen:
        return next(m for m in self.chat.messages if m.id == self.places[number].card)

    async def settled(self) -> None:
        """Wait until every update was taken."""
        await self.api.until(lambda: self.api.pending == 0)


MakeOffice = Callable[..., Awaitable[Office]]


@pytest_asyncio.fixture
async def make_office(
    bot_api: BotApi, inbox: Inbox, phrases: Phrasebook
) -> AsyncIterator[MakeOffice]:
    """Makes an office: options are `chat`, `desk`, `receive`, `check_every`, `limits`."""
    running: list[Any] = []

    async def make(
        chat: Group | None = None,
        desk: FakeDesk | None = None,
        receive: bool = True,
        check_every: float = 300.0,
        limits: FloodLimits | None = None,
        known: Known | None = None,
    ) -> Office:
        bot_api.flood.on = False
        if chat is None:
            chat = bot_api.supergroup("Beratung", forum=True)
            chat.add_bot(*RIGHTS)
        desk = desk or FakeDesk(case())
        office: Office

        async def number_of(thread: int) -> int | None:
            for number, told in office.places.items():
                if told.thread == thread:
                    return number
            return None

        async def others(update: Any) -> None:
            await group.take(update)

        connector = build(
            bot_api,
            inbox,
            others=others,
            poll_timeout=1,
            limits=limits or FloodLimits(overall=2000, per_chat=500, per_group=2000),
        )
        typed: Desk = desk
        group = CounsellorGroup(
            connector.client,
            connector.limits,
            connector.numbers,
            chat.id,
            typed,
            number_of,
            lambda phrase, **values: phrases.say(phrase, "de", **values),
            TOPICS,
            LANGUAGES,
            zone=ZoneInfo("Europe/Berlin"),
            check_every=check_every,
            known=known,
        )
        office = Office(bot_api, chat, connector, group, desk, inbox)
        running.extend((group, connector))
        if receive:
            await connector.start()
        else:
            await connector.client.initialize()
        return office

    yield make
    for one in running:
        await one.stop()


@pytest_asyncio.fixture
async def office(make_office: MakeOffice) -> Office:
    return await make_office()
