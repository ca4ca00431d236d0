"""What counsellors can do with a case, on both databases."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from bot.records import Records
from bot.storage import cases, inbox, outbox
from bot.storage.database import Database
from connectors.desk import (
    Author,
    Block,
    CaseState,
    Closing,
    Counsellor,
    Delivery,
    DeskRefusal,
    Outcome,
)
from tests.bot.cases.stage import ANNA, BEN, SOLVED, START, Stage


async def _refused(call: object) -> DeskRefusal:
    with pytest.raises(DeskRefusal) as refusal:
        await call  # type: ignore[misc]
    return refusal.value


@pytest.fixture
def stage(database: Database) -> Iterator[Stage]:
    """A desk with nothing on it."""
    records = Records(database)
    yield Stage(database, records)
    records.close()


@pytest.mark.asyncio
async def test_a_second_counsellor_cannot_take_a_claimed_case(stage: Stage) -> None:
    number = stage.case()
    results = await asyncio.gather(
        stage.desk.claim(number, ANNA), stage.desk.claim(number, BEN), return_exceptions=True
    )
    refusals = [result for result in results if isinstance(result, DeskRefusal)]
    assert len(refusals) == 1
    has_it = (await stage.desk.file(number)).case.claimed_by
    assert has_it is not None
    assert (refusals[0].reason, refusals[0].who) == ("taken", has_it.name)


@pytest.mark.asyncio
async def test_a_reply_claims_and_is_written_with_what_the_resident_gets(stage: Stage) -> None:
    number = stage.case()
    remark = await stage.desk.reply(number, ANNA, "Guten Tag", "tg:1")
    assert (remark.author, remark.delivery, remark.translated) == (
        Author.COUNSELLOR,
        Delivery.WAITING,
        False,
    )
    assert [(e.text, e.language) for e in stage.sent()] == [("Guten Tag", "de")]
    assert (await stage.desk.file(number)).case.state is CaseState.CLAIMED
    assert stage.announced == ["a" * 32]
    stage.delivered()
    assert (await stage.desk.file(number)).remarks[0].delivery is Delivery.SENT


@pytest.mark.asyncio
async def test_the_same_message_twice_is_one(stage: Stage) -> None:
    number = stage.case()
    first = await stage.desk.reply(number, ANNA, "Guten Tag", "tg:1")
    second = await stage.desk.reply(number, ANNA, "Guten Tag", "tg:1")
    assert first.id == second.id
    assert len(stage.sent()) == 1


@pytest.mark.asyncio
async def test_what_cannot_be_said_is_refused_and_changes_nothing(stage: Stage) -> None:
    number = stage.case()
    assert (await _refused(stage.desk.reply(number, ANNA, "  ", "tg:1"))).reason == "empty"
    assert (await _refused(stage.desk.reply(number, ANNA, "x" * 5000, "k"))).reason == "too_long"
    assert (await _refused(stage.desk.reply(99, ANNA, "x", "k"))).reason == "unknown_case"
    assert (await _refused(stage.desk.file(99))).reason == "unknown_case"
    await stage.desk.claim(number, ANNA)
    taken = await _refused(stage.desk.reply(number, BEN, "x", "k"))
    assert (taken.reason, taken.who) == ("taken", "Anna")
    assert stage.sent() == []


@pytest.mark.asyncio
async def test_a_reply_on_its_way_is_rewritten_and_a_sent_one_followed_by_an_edit(
    stage: Stage,
) -> None:
    number = stage.case()
    await stage.desk.reply(number, ANNA, "um 10:00", "tg:1")
    await stage.desk.edit(number, ANNA, "tg:1", "um 11:00")
    assert [e.text for e in stage.sent()] == ["um 11:00"]
    stage.delivered()
    remark = await stage.desk.edit(number, ANNA, "tg:1", "um 12:00")
    first, second = stage.sent()
    assert (second.text, second.changes, second.recall) == ("um 12:00", first.id, False)
    assert (remark.text, remark.edited) == ("um 12:00", True)


@pytest.mark.asyncio
async def test_nobody_edits_what_somebody_else_said(stage: Stage) -> None:
    number = stage.case()
    await stage.desk.reply(number, ANNA, "um 10:00", "tg:1")
    assert (await _refused(stage.desk.edit(number, BEN, "tg:1", "nie"))).reason == "not_yours"
    assert (await _refused(stage.desk.edit(number, ANNA, "tg:9", "x"))).reason == "unknown_remark"


@pytest.mark.asyncio
async def test_what_was_taken_back_is_not_sent_or_is_deleted(stage: Stage) -> None:
    number = stage.case()
    await stage.desk.reply(number, ANNA, "falsch", "tg:1")
    assert (await stage.desk.recall(number, ANNA)).delivery is Delivery.RECALLED
    assert stage.sent() == []
    await stage.desk.reply(number, ANNA, "auch falsch", "tg:2")
    stage.delivered()
    await stage.desk.recall(number, ANNA, "tg:2")
    first, second = stage.sent()
    assert (second.changes, second.recall) == (first.id, True)
    assert (await _refused(stage.desk.recall(number, ANNA))).reason == "unknown_remark"


@pytest.mark.asyncio
async def test_a_page_that_has_a_reply_hears_of_its_change_and_its_recall(stage: Stage) -> None:
    number = stage.case(channel="web")
    await stage.desk.reply(number, ANNA, "um 10:00", "web:1")
    await stage.desk.edit(number, ANNA, "web:1", "um 11:00")
    first, second = stage.sent()
    assert (first.text, second.text, second.changes) == ("um 11:00", "um 11:00", first.id)
    await stage.desk.recall(number, ANNA, "web:1")
    assert [(e.changes, e.recall) for e in stage.sent()][-1] == (first.id, True)


@pytest.mark.asyncio
async def test_what_is_just_being_sent_is_deleted_after_it_arrived(stage: Stage) -> None:
    number = stage.case()
    await stage.desk.reply(number, ANNA, "falsch", "tg:1")
    with stage.database.begin() as connection:
        outbox.note_try(connection, outbox.pending(connection, "a" * 32)[0], "7")
    await stage.desk.recall(number, ANNA)
    first, second = stage.sent()
    assert (second.changes, second.recall) == (first.id, True)


@pytest.mark.asyncio
async def test_asking_twice_to_take_back_takes_back_one(stage: Stage) -> None:
    number = stage.case()
    await stage.desk.reply(number, ANNA, "richtig", "tg:1")
    await stage.desk.reply(number, ANNA, "falsch", "tg:2")
    for _ in range(2):
        remark = await stage.desk.recall(number, ANNA, None, "tg:3")
        assert remark.text == "falsch"
    assert [e.text for e in stage.sent()] == ["richtig"]


@pytest.mark.asyncio
async def test_a_recall_the_channel_refuses_is_said_and_undone(stage: Stage) -> None:
    number = stage.case()
    await stage.desk.reply(number, ANNA, "falsch", "tg:1")
    stage.delivered()
    await stage.desk.recall(number, ANNA)
    stage.delivered(outbox.FAILED)
    assert stage.told(number)[-1] == "failed"
    assert (await stage.desk.file(number)).remarks[0].delivery is Delivery.SENT


@pytest.mark.asyncio
async def test_a_colleague_of_the_same_name_is_somebody_else(stage: Stage) -> None:
    number = stage.case()
    await stage.desk.reply(number, ANNA, "um 10:00", "tg:1")
    other = Counsellor("telegram:9", "Anna")
    assert (await _refused(stage.desk.edit(number, other, "tg:1", "x"))).reason == "not_yours"
    assert (await _refused(stage.desk.close(number, other, SOLVED))).reason == "taken"
    assert (await _refused(stage.desk.release(number, other))).reason == "taken"


@pytest.mark.asyncio
async def test_what_was_taken_back_is_gone_from_a_web_page_opened_anew(stage: Stage) -> None:
    number = stage.case(channel="web")
    await stage.desk.reply(number, ANNA, "falsch", "web:1")
    stage.delivered()
    await stage.desk.recall(number, ANNA, "web:1")
    assert [(e.text, e.recall) for e in stage.sent()] == [("", True)]


@pytest.mark.asyncio
async def test_what_could_not_be_delivered_is_said_in_the_case(stage: Stage) -> None:
    number = stage.case()
    await stage.desk.reply(number, ANNA, "Hallo?", "tg:1")
    stage.delivered(outbox.FAILED)
    assert stage.told(number)[-1] == "failed"
    assert (await stage.desk.file(number)).remarks[0].delivery is Delivery.FAILED


@pytest.mark.asyncio
async def test_a_note_is_for_colleagues_only(stage: Stage) -> None:
    number = stage.case()
    await stage.desk.note(number, BEN, "kenne ich von gestern", "web:1")
    assert stage.sent() == []
    assert stage.told(number) == ["note"]
    assert (await stage.desk.file(number)).case.state is CaseState.WAITING


@pytest.mark.asyncio
async def test_a_ready_made_reply_goes_out_as_people_wrote_it(stage: Stage) -> None:
    number = stage.case(language="tr")
    remark = await stage.desk.ready_made(number, ANNA, "karte", {}, "tg:1")
    assert not remark.translated
    assert stage.sent()[0].language == "tr"
    assert stage.sent()[0].text != remark.text
    unknown = stage.desk.ready_made(number, ANNA, "gibtsnicht", {}, "tg:2")
    assert (await _refused(unknown)).reason == "unknown_code"
    wanting = next(r for r in await stage.desk.ready_made_replies() if r.placeholders)
    missing = stage.desk.ready_made(number, ANNA, wanting.code, {}, "tg:3")
    assert (await _refused(missing)).reason == "missing_value"


@pytest.mark.asyncio
async def test_closing_needs_a_known_topic_and_tells_the_assistant_once(stage: Stage) -> None:
    number = stage.case()
    empty = stage.desk.close(number, ANNA, Closing((), Outcome.SOLVED))
    assert (await _refused(empty)).reason == "no_topic"
    wrong = stage.desk.close(number, ANNA, Closing(("wetter",), Outcome.SOLVED))
    assert (await _refused(wrong)).reason == "unknown_topic"
    case = await stage.desk.close(number, ANNA, SOLVED)
    assert (case.state, case.outcome, case.closing_topics) == (
        CaseState.CLOSED,
        Outcome.SOLVED,
        ("midwife",),
    )
    assert stage.woken == ["a" * 32]
    with stage.database.read() as connection:
        entry = inbox.next_pending(connection, "a" * 32)
    assert entry is not None
    assert entry.body["kind"] == "notice"
    assert (await _refused(stage.desk.close(number, ANNA, SOLVED))).reason == "not_open"
    assert (await _refused(stage.desk.reply(number, ANNA, "x", "k"))).reason == "not_open"


@pytest.mark.asyncio
async def test_a_case_is_handed_to_somebody_who_works_here(stage: Stage) -> None:
    number = stage.case()
    await stage.desk.claim(number, BEN)
    await stage.desk.release(number, BEN)
    await stage.desk.claim(number, ANNA)
    case = await stage.desk.move(number, ANNA, BEN)
    assert case.claimed_by is not None
    assert case.claimed_by.name == "Ben"
    stranger = stage.desk.move(number, BEN, Counsellor("telegram:9", "Fremd"))
    assert (await _refused(stranger)).reason == "unknown_counsellor"


@pytest.mark.asyncio
async def test_a_case_can_be_reopened_for_a_week(stage: Stage) -> None:
    number = stage.case()
    await stage.desk.close(number, ANNA, SOLVED)
    stage.at = START + timedelta(days=6)
    case = await stage.desk.reopen(number, BEN)
    assert (case.state, case.closed_at, case.outcome) == (CaseState.CLAIMED, None, None)
    await stage.desk.close(number, BEN, SOLVED)
    stage.at += timedelta(days=7)
    assert (await _refused(stage.desk.reopen(number, BEN))).reason == "too_old"


@pytest.mark.asyncio
async def test_a_block_needs_a_reason_and_a_day_to_come(stage: Stage) -> None:
    number = stage.case()
    no_reason = stage.desk.block(number, ANNA, Block(" ", date(2027, 1, 1)))
    assert (await _refused(no_reason)).reason == "empty"
    past = stage.desk.block(number, ANNA, Block("Beleidigung", date(2026, 1, 1)))
    assert (await _refused(past)).reason == "past_date"
    case = await stage.desk.block(number, ANNA, Block("Beleidigung", date(2027, 1, 1)))
    assert case.state is CaseState.CLOSED
    with stage.database.read() as connection:
        block = cases.block_of(connection, "a" * 32)
    assert block is not None
    assert block.until == date(2027, 1, 1)
    assert "2027" in stage.sent()[-1].text


@pytest.mark.asyncio
async def test_a_page_that_waits_hears_of_a_change(stage: Stage) -> None:
    number = stage.case()
    newest = await stage.desk.changed(0, 0)
    assert await stage.desk.changed(newest, 0.05) == newest
    waiting = asyncio.create_task(stage.desk.changed(newest, 10))
    await asyncio.sleep(0.05)
    await stage.desk.claim(number, ANNA)
    assert await asyncio.wait_for(waiting, 5) > newest


@pytest.mark.asyncio
async def test_those_waiting_longest_come_first(stage: Stage) -> None:
    numbers = [stage.case(letter * 32) for letter in "abc"]
    await stage.desk.close(numbers[0], ANNA, SOLVED)
    found = await stage.desk.cases([CaseState.WAITING, CaseState.CLAIMED, CaseState.CLOSED])
    assert [case.number for case in found] == [numbers[1], numbers[2], numbers[0]]
