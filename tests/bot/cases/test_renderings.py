"""How replies and messages are translated on their way, on both databases."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pytest

from bot.records import Records
from bot.storage import corrections, remarks
from bot.storage.database import Database
from bot.translation.translator import Back, Origin, Translation
from connectors.desk import Author, Delivery, DeskRefusal
from tests.bot.cases.stage import ANNA, SOLVED, START, Stage


@dataclass
class Scripted:
    """A translator that says what a test wants. back: what a translation says in German."""

    backs: dict[str, Back] = field(default_factory=dict)
    refuses: set[str] = field(default_factory=set)
    breaks: set[str] = field(default_factory=set)
    slow: set[str] = field(default_factory=set)
    open: asyncio.Event = field(default_factory=asyncio.Event)

    async def translate(
        self, text: str, source: str, target: str, names: Sequence[str] = ()
    ) -> Translation:
        """The text with its direction in front."""
        if text in self.slow:
            await self.open.wait()
        if text in self.breaks:
            raise RuntimeError("broken")
        if text in self.refuses:
            return Translation(None, reason="placeholder")
        kept = "".join(f"<{name}>" for name in names)
        return Translation(f"{source}>{target} {text}{kept}", Origin.MACHINE)

    async def back(self, text: str, theirs: str, language: str) -> Back | None:
        """What the test said."""
        return self.backs.get(text)

    def lacks(self, source: str, target: str) -> bool:
        """Turkish is missing."""
        return "tr" in {source, target}


@pytest.fixture
def translator() -> Scripted:
    """A translator of the test's."""
    return Scripted()


@pytest.fixture
def stage(database: Database, translator: Scripted) -> Iterator[Stage]:
    """A desk whose cases are translated."""
    records = Records(database)
    yield Stage(database, records, translator)
    records.close()


async def _replied(stage: Stage, number: int, text: str, key: str = "tg:1") -> None:
    await stage.desk.reply(number, ANNA, text, key)
    await stage.renderings.settled(number, 10)


def _heard(stage: Stage, number: int, text: str, key: str = "said:1") -> int:
    """A resident wrote something."""
    with stage.database.begin() as connection:
        return remarks.insert(
            connection,
            case_id=number,
            key=key,
            at=START,
            author="resident",
            text=text,
            language="ru",
            pending=True,
        )


async def _german(stage: Stage, number: int) -> None:
    stage.bell.ring(number)
    for _ in range(100):
        await asyncio.sleep(0.02)
        if not any(remark.pending for remark in (await stage.desk.file(number)).remarks):
            return
    raise AssertionError("not translated in time")


@pytest.mark.asyncio
async def test_a_reply_reaches_the_resident_translated(stage: Stage) -> None:
    number = stage.case(language="ru")
    await _replied(stage, number, "Guten Tag, {Frau Demir}")
    said = [(e.text, e.language) for e in stage.sent()]
    assert said == [("de>ru Guten Tag, Frau Demir<Frau Demir>", "ru")]
    remark = (await stage.desk.file(number)).remarks[0]
    assert (remark.text, remark.translated) == ("Guten Tag, Frau Demir", True)
    assert stage.announced[-1] == "a" * 32


@pytest.mark.asyncio
async def test_a_reply_is_kept_before_it_is_translated(stage: Stage, translator: Scripted) -> None:
    number = stage.case(language="ru")
    translator.slow.add("Guten Tag")
    remark = await stage.desk.reply(number, ANNA, "Guten Tag", "tg:1")
    assert (remark.pending, remark.delivery) == (True, Delivery.WAITING)
    assert stage.sent() == []
    translator.open.set()
    await stage.renderings.settled(number, 10)
    assert len(stage.sent()) == 1


@pytest.mark.asyncio
async def test_a_new_process_goes_on_with_what_was_not_translated(
    stage: Stage, database: Database, translator: Scripted
) -> None:
    number = stage.case(language="ru")
    translator.slow.add("Guten Tag")
    await stage.desk.reply(number, ANNA, "Guten Tag", "tg:1")
    await stage.renderings.stop()
    records = Records(database)
    later = Stage(database, records, Scripted())
    await later.renderings.resume()
    await later.renderings.settled(number, 10)
    assert [e.text for e in later.sent()] == ["de>ru Guten Tag"]
    records.close()


@pytest.mark.asyncio
async def test_replies_arrive_in_the_order_they_were_written(
    stage: Stage, translator: Scripted
) -> None:
    number = stage.case(language="ru")
    translator.slow.add("eins")
    await stage.desk.reply(number, ANNA, "eins", "tg:1")
    await stage.desk.reply(number, ANNA, "zwei", "tg:2")
    await stage.desk.ready_made(number, ANNA, "karte", {}, "tg:3")
    await asyncio.sleep(0.1)
    assert stage.sent() == []
    translator.open.set()
    await stage.renderings.settled(number, 10)
    texts = [e.text for e in stage.sent()]
    assert texts[:2] == ["de>ru eins", "de>ru zwei"]
    assert "Gesundheitskarte" in texts[2]


@pytest.mark.asyncio
@pytest.mark.parametrize("fault", ["refuses", "breaks"])
async def test_what_cannot_be_translated_arrives_in_german_and_is_marked(
    stage: Stage, translator: Scripted, fault: str
) -> None:
    number = stage.case(language="ru")
    getattr(translator, fault).add("Rufen Sie 0421 361-0 an")
    await _replied(stage, number, "Rufen Sie 0421 361-0 an")
    (sent,) = stage.sent()
    assert "не удалось перевести" in sent.text
    assert "Rufen Sie 0421 361-0 an" in sent.text
    remark = (await stage.desk.file(number)).remarks[0]
    assert remark.untranslated == {"refuses": "placeholder", "breaks": "fault"}[fault]
    assert "rendered" in stage.told(number)


@pytest.mark.asyncio
async def test_a_reply_that_would_say_something_else_waits_until_somebody_decides(
    stage: Stage, translator: Scripted
) -> None:
    number = stage.case(language="ru")
    translator.backs["Kommen Sie nüchtern"] = Back("Kommen Sie ohne Geld", 20.0, False)
    await _replied(stage, number, "Kommen Sie nüchtern")
    remark = (await stage.desk.file(number)).remarks[0]
    assert (remark.delivery, remark.back) == (Delivery.HELD, "Kommen Sie ohne Geld")
    assert stage.sent() == []
    assert stage.told(number)[-1] == "held"
    with pytest.raises(DeskRefusal, match="held"):
        await stage.desk.close(number, ANNA, SOLVED)
    for _ in range(2):
        await stage.desk.send_anyway(number, ANNA, "tg:1")
    assert [e.text for e in stage.sent()] == ["de>ru Kommen Sie nüchtern"]


@pytest.mark.asyncio
async def test_a_held_reply_can_be_said_in_other_words(stage: Stage, translator: Scripted) -> None:
    number = stage.case(language="ru")
    translator.backs["Kommen Sie nüchtern"] = Back("Kommen Sie ohne Geld", 20.0, False)
    await _replied(stage, number, "Kommen Sie nüchtern")
    await stage.desk.edit(number, ANNA, "tg:1", "Bitte essen Sie vorher nichts")
    await stage.renderings.settled(number, 10)
    assert [e.text for e in stage.sent()] == ["de>ru Bitte essen Sie vorher nichts"]


@pytest.mark.asyncio
async def test_a_held_reply_can_be_taken_back(stage: Stage, translator: Scripted) -> None:
    number = stage.case(language="ru")
    translator.backs["x"] = Back("y", 0.0, False)
    await _replied(stage, number, "x")
    assert (await stage.desk.recall(number, ANNA)).delivery is Delivery.RECALLED
    with pytest.raises(DeskRefusal, match="unknown_remark"):
        await stage.desk.send_anyway(number, ANNA, "tg:1")
    assert stage.sent() == []


@pytest.mark.asyncio
async def test_who_switched_it_off_is_not_shown_what_a_reply_says_in_german(
    stage: Stage, translator: Scripted
) -> None:
    number = stage.case(language="ru")
    translator.backs["x"] = Back("y", 0.0, False)
    assert await stage.desk.back_translation(ANNA)
    await stage.desk.set_back_translation(ANNA, False)
    assert not await stage.desk.back_translation(ANNA)
    await _replied(stage, number, "x")
    assert [e.text for e in stage.sent()] == ["de>ru x"]
    assert (await stage.desk.file(number)).remarks[0].back is None


@pytest.mark.asyncio
async def test_a_change_of_a_sent_reply_is_translated_too(stage: Stage) -> None:
    number = stage.case(language="ru")
    await _replied(stage, number, "um 10:00")
    stage.delivered()
    await stage.desk.edit(number, ANNA, "tg:1", "um 12:00")
    await stage.renderings.settled(number, 10)
    first, second = stage.sent()
    assert (second.text, second.changes) == ("de>ru um 12:00", first.id)


@pytest.mark.asyncio
async def test_a_case_is_closed_after_its_replies_were_sent(
    stage: Stage, translator: Scripted
) -> None:
    number = stage.case(language="ru")
    translator.slow.add("Auf Wiedersehen")
    await stage.desk.reply(number, ANNA, "Auf Wiedersehen", "tg:1")
    closing = asyncio.create_task(stage.desk.close(number, ANNA, SOLVED))
    await asyncio.sleep(0.1)
    assert stage.woken == []
    translator.open.set()
    await closing
    assert [e.text for e in stage.sent()] == ["de>ru Auf Wiedersehen"]


@pytest.mark.asyncio
async def test_counsellors_read_german_beside_the_residents_words(
    stage: Stage, translator: Scripted
) -> None:
    number = stage.case(language="ru")
    translator.refuses.add("???")
    _heard(stage, number, "Здравствуйте")
    _heard(stage, number, "???", "said:2")
    await _german(stage, number)
    first, second = (await stage.desk.file(number)).remarks
    assert (first.author, first.text, first.german) == (
        Author.RESIDENT,
        "Здравствуйте",
        "ru>de Здравствуйте",
    )
    assert (second.german, second.untranslated) == (None, "placeholder")


@pytest.mark.asyncio
async def test_a_better_translation_stands_in_the_case_and_waits_for_a_curator(
    stage: Stage,
) -> None:
    number = stage.case(language="ru")
    _heard(stage, number, "Здравствуйте")
    await _german(stage, number)
    await _replied(stage, number, "Guten Tag")
    stage.delivered()
    for _ in range(2):
        await stage.desk.correct(number, ANNA, "said:1", "Guten Tag!")
        await stage.desk.correct(number, ANNA, "tg:1", "Добрый день")
    heard, said = (await stage.desk.file(number)).remarks
    assert (heard.german, heard.translated) == ("Guten Tag!", False)
    assert (said.for_resident, said.translated) == ("Добрый день", False)
    assert [e.text for e in stage.sent()] == ["de>ru Guten Tag", "Добрый день"]
    with stage.database.begin() as connection:
        waiting = corrections.in_state(connection, corrections.PENDING)
        assert [(c.source, c.target, c.better) for c in waiting] == [
            ("ru", "de", "Guten Tag!"),
            ("de", "ru", "Добрый день"),
        ]
        assert corrections.accept(connection, waiting[0].id, "Cem", START)
        assert not corrections.accept(connection, waiting[0].id, "Cem", START)
        assert corrections.erase_of_cases(connection, [number]) == 1
        assert len(corrections.in_state(connection, corrections.ACCEPTED)) == 1


def test_what_has_no_package_is_known(stage: Stage) -> None:
    assert stage.desk.untranslatable() == ["tr"]
