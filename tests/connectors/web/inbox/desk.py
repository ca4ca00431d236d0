"""A desk in memory: cases are opened by the test, and what counsellors do is kept and told."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

from connectors.desk import (
    Attachment,
    Author,
    Block,
    Case,
    CaseFile,
    CaseState,
    Closing,
    Counsellor,
    Delivery,
    DeskRefusal,
    Event,
    ReadyMade,
    Remark,
)

ANNA = Counsellor("staff:1", "Anna Beck")
BORIS = Counsellor("staff:2", "Boris Öz")
READY = (
    ReadyMade("karte", "Bitte bringen Sie Ihre Gesundheitskarte mit.", (), "Unterlagen"),
    ReadyMade(
        "termin",
        "Ich habe für Sie einen Termin gemacht: am {date} um {time} Uhr bei {name}.",
        ("date", "time", "name"),
        "Termin",
    ),
    *(ReadyMade(f"gruss-{n}", f"Guten Tag, Gruß Nummer {n}.", (), "Begrüßung") for n in range(7)),
)


def now() -> datetime:
    return datetime.now(timezone.utc)


class FakeDesk:
    """Keeps the rules the pages can see; `broken` makes it fail as a lost database would."""

    def __init__(self) -> None:
        self.files: dict[int, CaseFile] = {}
        self.blocks: dict[int, Block] = {}
        self.version = 0
        self.broken = False
        self.people = [ANNA, BORIS]
        self.backs: dict[str, bool] = {}
        self.lacking: list[str] = []
        self.views: list[tuple[int, str]] = []
        self._news = asyncio.Condition()

    async def viewed(self, number: int, who: Counsellor) -> None:
        self._fail_if_broken()
        self.views.append((number, who.key))

    async def opened(self, wants: str = "Ich suche einen Arzt", **fields: Any) -> int:
        """A new case; its number."""
        number = len(self.files) + 1
        values: dict[str, Any] = {
            "language": "ar",
            "channel": "telegram",
            "topic": "find_doctor",
            "topics": ("find_doctor",),
            "district": "Gröpelingen",
            "wants_german": None,
            "waiting_since": now(),
            "state": CaseState.WAITING,
        }
        case = Case(number=number, wants=wants, **{**values, **fields})
        event = Event(case.waiting_since, "opened")
        self.files[number] = CaseFile(case, events=(event,))
        await self._tell(number)
        return number

    async def said(self, number: int, author: Author, text: str, **fields: Any) -> Remark:
        """Something said in a case, by anybody."""
        file = self.files[number]
        identity = 1 + sum(len(each.remarks) for each in self.files.values())
        values: dict[str, Any] = {"at": now(), "language": file.case.language}
        remark = Remark(id=identity, author=author, text=text, **{**values, **fields})
        self.files[number] = replace(file, remarks=(*file.remarks, remark))
        await self._tell(number)
        return remark

    async def change(self, number: int, event: Event | None = None, **fields: Any) -> Case:
        """Set fields of a case."""
        file = self.files[number]
        events = file.events if event is None else (*file.events, event)
        self.files[number] = replace(file, case=replace(file.case, **fields), events=events)
        await self._tell(number)
        return self.files[number].case

    async def cases(self, states: Sequence[CaseState], limit: int = 200) -> Sequence[Case]:
        self._fail_if_broken()
        return [f.case for f in self.files.values() if f.case.state in states][:limit]

    async def file(self, number: int) -> CaseFile:
        self._fail_if_broken()
        if number not in self.files:
            raise DeskRefusal("unknown_case")
        return self.files[number]

    async def claim(self, number: int, who: Counsellor) -> Case:
        self._fail_if_broken()
        case = (await self.file(number)).case
        if case.claimed_by is not None and case.claimed_by.key != who.key:
            raise DeskRefusal("taken", case.claimed_by.name)
        event = Event(now(), "claimed", who.name)
        return await self.change(number, event, state=CaseState.CLAIMED, claimed_by=who)

    async def reply(
        self,
        number: int,
        who: Counsellor,
        text: str,
        key: str,
        attachment: Attachment | None = None,
    ) -> Remark:
        await self._own(number, who)
        if not text:
            raise DeskRefusal("empty")
        for remark in self.files[number].remarks:
            if remark.key == key:
                return remark
        return await self.said(
            number,
            Author.COUNSELLOR,
            text,
            key=key,
            language="de",
            who=who.name,
            delivery=Delivery.WAITING,
        )

    async def ready_made(
        self, number: int, who: Counsellor, code: str, values: Mapping[str, str], key: str
    ) -> Remark:
        await self._own(number, who)
        reply = next((each for each in READY if each.code == code), None)
        if reply is None:
            raise DeskRefusal("unknown_code")
        if any(not values.get(name) for name in reply.placeholders):
            raise DeskRefusal("missing_value")
        return await self.said(
            number,
            Author.COUNSELLOR,
            reply.german.format(**values),
            for_resident="أحضر بطاقتك الصحية من فضلك.",
            key=key,
            language="de",
            who=who.name,
            delivery=Delivery.SENT,
        )

    async def edit(self, number: int, who: Counsellor, key: str, text: str) -> Remark:
        return await self._changed_remark(number, who, key, text=text, edited=True)

    async def recall(
        self, number: int, who: Counsellor, key: str | None = None, asked: str = ""
    ) -> Remark:
        assert key is not None
        return await self._changed_remark(number, who, key, delivery=Delivery.RECALLED)

    async def send_anyway(self, number: int, who: Counsellor, key: str) -> Remark:
        return await self._changed_remark(number, who, key, delivery=Delivery.SENT)

    async def correct(self, number: int, who: Counsellor, which: str, better: str) -> Remark:
        if not better:
            raise DeskRefusal("empty")
        return await self._changed_remark(number, who, which, german=better, translated=False)

    async def set_back_translation(self, who: Counsellor, wanted: bool) -> None:
        self.backs[who.key] = wanted

    async def back_translation(self, who: Counsellor) -> bool:
        return self.backs.get(who.key, True)

    def untranslatable(self) -> Sequence[str]:
        return self.lacking

    async def note(self, number: int, who: Counsellor, text: str, key: str) -> Remark:
        await self.file(number)
        return await self.said(number, Author.NOTE, text, key=key, language="de", who=who.name)

    async def close(self, number: int, who: Counsellor, closing: Closing) -> Case:
        await self._own(number, who)
        if not closing.topics:
            raise DeskRefusal("no_topic")
        return await self.change(
            number,
            Event(now(), "closed", who.name, closing.outcome.value),
            state=CaseState.CLOSED,
            closed_at=now(),
            outcome=closing.outcome,
            closing_topics=closing.topics,
        )

    async def move(self, number: int, who: Counsellor, to: Counsellor) -> Case:
        event = Event(now(), "moved", who.name, to.name)
        return await self.change(number, event, claimed_by=to)

    async def release(self, number: int, who: Counsellor) -> Case:
        await self._own(number, who)
        return await self.change(
            number, Event(now(), "released", who.name), state=CaseState.WAITING, claimed_by=None
        )

    async def reopen(self, number: int, who: Counsellor) -> Case:
        case = (await self.file(number)).case
        if case.closed_at and now() - case.closed_at > timedelta(days=7):
            raise DeskRefusal("too_old")
        return await self.change(number, state=CaseState.CLAIMED, claimed_by=who, closed_at=None)

    async def block(self, number: int, who: Counsellor, block: Block) -> Case:
        if block.until <= now().date():
            raise DeskRefusal("past_date")
        self.blocks[number] = block
        return await self.change(number, state=CaseState.CLOSED, closed_at=now())

    async def colleagues(self) -> Sequence[Counsellor]:
        return self.people

    async def ready_made_replies(self, search: str = "") -> Sequence[ReadyMade]:
        wanted = search.lower()
        return [r for r in READY if r.code.startswith(wanted) or wanted in r.german.lower()]

    async def changed(self, after: int, seconds: float) -> int:
        self._fail_if_broken()
        if self.version == after and seconds > 0:
            async with self._news:
                with suppress(asyncio.TimeoutError):
                    await asyncio.wait_for(self._news.wait(), seconds)
        return self.version

    async def _own(self, number: int, who: Counsellor) -> None:
        case = (await self.file(number)).case
        if case.state not in {CaseState.WAITING, CaseState.CLAIMED}:
            raise DeskRefusal("not_open")
        if case.claimed_by is None:
            await self.claim(number, who)
        elif case.claimed_by.key != who.key:
            raise DeskRefusal("taken", case.claimed_by.name)

    async def _changed_remark(
        self, number: int, who: Counsellor, key: str, **fields: Any
    ) -> Remark:
        await self._own(number, who)
        file = self.files[number]
        remarks = [replace(r, **fields) if r.key == key else r for r in file.remarks]
        self.files[number] = replace(file, remarks=tuple(remarks))
        await self._tell(number)
        return next(r for r in remarks if r.key == key)

    async def _tell(self, number: int) -> None:
        self.version += 1
        file = self.files[number]
        self.files[number] = replace(file, case=replace(file.case, version=self.version))
        async with self._news:
            self._news.notify_all()

    def _fail_if_broken(self) -> None:
        if self.broken:
            raise ConnectionError("database down, and here is what was said: geheim")
