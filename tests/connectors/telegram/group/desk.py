"""A desk in memory that keeps the protocol, and can be taken away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timezone

from connectors.desk import (
    Attachment,
    Author,
    Block,
    Case,
    CaseFile,
    CaseState,
    Closing,
    Counsellor,
    DeskRefusal,
    ReadyMade,
    Remark,
)

AT = datetime(2026, 3, 10, 13, 5, tzinfo=timezone.utc)


def case(number: int = 12, **changes: object) -> Case:
    made = Case(
        number=number,
        state=CaseState.WAITING,
        language="ar",
        channel="telegram",
        topic="midwife",
        topics=("midwife", "pregnancy"),
        district="Gröpelingen",
        wants="أحتاج قابلة",
        wants_german="Ich brauche eine Hebamme",
        waiting_since=AT,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


class FakeDesk:
    """Remembers calls; a key is done once; refuses what a real desk refuses."""

    def __init__(self, *cases: Case) -> None:
        self.all = {one.number: one for one in cases}
        self.said: dict[str, Remark] = {}
        self.calls: list[str] = []
        self.closings: list[Closing] = []
        self.blocks: list[Block] = []
        self.people: dict[str, Counsellor] = {}
        self.replies = (
            ReadyMade("karte", "Bitte bringen Sie Ihre Karte mit.", (), "Termin"),
            ReadyMade("termin", "Termin am {date} um {time}.", ("date", "time"), "Termin"),
            ReadyMade("danke", "Danke für Ihre Geduld.", (), "Höflich"),
        )
        self.corrections: list[tuple[str, str]] = []
        self.backs: dict[str, bool] = {}
        self.broken = False

    @property
    def texts(self) -> list[str]:
        return [r.text for r in self.said.values() if r.author is Author.COUNSELLOR]

    @property
    def notes(self) -> list[str]:
        return [r.text for r in self.said.values() if r.author is Author.NOTE]

    async def cases(self, states: Sequence[CaseState], limit: int = 200) -> Sequence[Case]:
        return [one for one in self.all.values() if one.state in states]

    async def file(self, number: int) -> CaseFile:
        return CaseFile(self._case(number), tuple(self.said.values()))

    async def claim(self, number: int, who: Counsellor) -> Case:
        self._begin("claim", who)
        one = self._case(number)
        if one.claimed_by is not None:
            raise DeskRefusal("taken", one.claimed_by.name)
        return self._set(one, state=CaseState.CLAIMED, claimed_by=who)

    async def reply(
        self,
        number: int,
        who: Counsellor,
        text: str,
        key: str,
        attachment: Attachment | None = None,
    ) -> Remark:
        self._begin("reply", who)
        self._mine(number, who)
        return self._say(key, Author.COUNSELLOR, text, who, attachment)

    async def ready_made(
        self, number: int, who: Counsellor, code: str, values: Mapping[str, str], key: str
    ) -> Remark:
        self._begin("ready_made", who)
        self._mine(number, who)
        found = next(one for one in self.replies if one.code == code)
        return self._say(key, Author.COUNSELLOR, found.german.format(**values), who)

    async def edit(self, number: int, who: Counsellor, key: str, text: str) -> Remark:
        self._begin("edit", who)
        if key not in self.said:
            raise DeskRefusal("unknown_remark")
        self.said[key] = replace(self.said[key], text=text, edited=True)
        return self.said[key]

    async def recall(
        self, number: int, who: Counsellor, key: str | None = None, asked: str = ""
    ) -> Remark:
        self._begin("recall", who)
        wanted = key or next(iter(reversed(self.said)), "")
        if wanted not in self.said:
            raise DeskRefusal("unknown_remark")
        return self.said.pop(wanted)

    async def send_anyway(self, number: int, who: Counsellor, key: str) -> Remark:
        self._begin("send_anyway", who)
        if key not in self.said:
            raise DeskRefusal("unknown_remark")
        return self.said[key]

    async def correct(self, number: int, who: Counsellor, which: str, better: str) -> Remark:
        self._begin("correct", who)
        self.corrections.append((which, better))
        return next(iter(self.said.values()))

    async def set_back_translation(self, who: Counsellor, wanted: bool) -> None:
        self.backs[who.key] = wanted

    async def back_translation(self, who: Counsellor) -> bool:
        return self.backs.get(who.key, True)

    def untranslatable(self) -> Sequence[str]:
        return ()

    async def note(self, number: int, who: Counsellor, text: str, key: str) -> Remark:
        self._begin("note", who)
        return self._say(key, Author.NOTE, text, who)

    async def close(self, number: int, who: Counsellor, closing: Closing) -> Case:
        self._begin("close", who)
        self.closings.append(closing)
        return self._set(self._case(number), state=CaseState.CLOSED, outcome=closing.outcome)

    async def move(self, number: int, who: Counsellor, to: Counsellor) -> Case:
        self._begin("move", who)
        return self._set(self._case(number), claimed_by=to)

    async def release(self, number: int, who: Counsellor) -> Case:
        self._begin("release", who)
        return self._set(self._case(number), state=CaseState.WAITING, claimed_by=None)

    async def reopen(self, number: int, who: Counsellor) -> Case:
        self._begin("reopen", who)
        return self._set(self._case(number), state=CaseState.CLAIMED, claimed_by=who)

    async def block(self, number: int, who: Counsellor, block: Block) -> Case:
        self._begin("block", who)
        self.blocks.append(block)
        return self._set(self._case(number), state=CaseState.CLOSED)

    async def colleagues(self) -> Sequence[Counsellor]:
        return list(self.people.values())

    async def ready_made_replies(self, search: str = "") -> Sequence[ReadyMade]:
        return [one for one in self.replies if one.code.startswith(search)]

    async def changed(self, after: int, seconds: float) -> int:
        return after

    def _begin(self, call: str, who: Counsellor) -> None:
        self.calls.append(call)
        if self.broken:
            raise ConnectionError("database down")
        self.people[who.key] = who

    def _case(self, number: int) -> Case:
        if number not in self.all:
            raise DeskRefusal("unknown_case")
        return self.all[number]

    def _mine(self, number: int, who: Counsellor) -> None:
        one = self._case(number)
        if one.state not in {CaseState.WAITING, CaseState.CLAIMED}:
            raise DeskRefusal("not_open")
        if one.claimed_by is not None and one.claimed_by.key != who.key:
            raise DeskRefusal("taken", one.claimed_by.name)
        self._set(one, state=CaseState.CLAIMED, claimed_by=who)

    def _set(self, one: Case, **changes: object) -> Case:
        self.all[one.number] = replace(one, **changes)  # type: ignore[arg-type]
        return self.all[one.number]

    def _say(
        self,
        key: str,
        author: Author,
        text: str,
        who: Counsellor,
        attachment: Attachment | None = None,
    ) -> Remark:
        if key not in self.said:
            number = len(self.said) + 1
            self.said[key] = Remark(
                number, AT, author, text, "de", who=who.name, attachment=attachment
            )
        return self.said[key]
