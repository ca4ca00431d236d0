"""What happens when Telegram, the group or somebody's hand is in the way."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import pytest

from connectors.desk import Attachment, Author, CaseState, Outcome, Remark
from connectors.messages import TryLater
from connectors.telegram.limits import FloodLimits
from tests.botapi.api import BotApi
from tests.connectors.telegram.group.conftest import MakeOffice, Office
from tests.connectors.telegram.group.desk import AT, case

pytestmark = pytest.mark.asyncio


def said(text: str = "Moin", **changes: object) -> Remark:
    values: dict[str, object] = {
        "id": 1,
        "at": AT,
        "author": Author.RESIDENT,
        "text": text,
        "language": "de",
    }
    return Remark(**(values | changes))  # type: ignore[arg-type]


async def later(office: Office, kind: str, **rest: object) -> float:
    with pytest.raises(TryLater) as caught:
        await office.tell(kind, **rest)
    return caught.value.seconds


def words(office: Office, thread: int) -> list[str]:
    return [post.text for post in office.posts(thread)]


# Topics


async def test_a_topic_deleted_by_hand_is_made_anew(office: Office):
    thread = await office.open()
    office.chat.loses_topic(thread)
    told = await office.tell("remark", remark=said())
    assert told.thread not in {None, thread}
    assert list(office.chat.topics) == [told.thread]
    assert words(office, told.thread or 0) == ["💬 Moin"]
    assert "Fall 12" in office.card().text
    assert office.chat.pinned[-1] == told.card


@pytest.mark.parametrize("kind", ["card", "closed", "reopened", "expired", "remind"])
async def test_every_notice_heals_a_missing_topic(office: Office, kind: str):
    thread = await office.open()
    office.chat.loses_topic(thread)
    told = await office.tell(kind)
    assert told.thread in office.chat.topics
    assert office.card().thread == told.thread


async def test_a_case_that_never_got_its_topic_gets_it_with_the_next_notice(office: Office):
    told = await office.tell("remark", remark=said())
    assert told.thread in office.chat.topics
    assert words(office, told.thread or 0) == ["💬 Moin"]


async def test_a_card_deleted_by_hand_is_posted_anew(office: Office):
    thread = await office.open()
    old = office.card().id
    office.api.on_server(office.api.state.chats[office.chat.id].messages.pop, old)
    await office.tell("card", case(state=CaseState.EXPIRED))
    assert office.card().id != old
    assert office.card().thread == thread
    assert "abgelaufen" in office.card().text


async def test_deleting_a_topic_that_is_gone_is_fine(office: Office):
    office.chat.loses_topic(await office.open())
    told = await office.tell("deleted")
    assert told.post is not None


async def test_a_topic_closed_by_hand_is_opened_to_write(office: Office):
    thread = await office.open()
    office.api.state.chats[office.chat.id].topics[thread].closed = True
    office.api.fail("sendMessage", 400, 1, "Bad Request: TOPIC_CLOSED")
    await office.tell("remark", remark=said())
    assert words(office, thread) == ["💬 Moin"]
    assert office.chat.topics[thread][1] is False


# Telegram away


async def test_a_pause_telegram_asks_for_is_passed_on(office: Office):
    thread = await office.open()
    office.api.fail("sendMessage", 429, 1, "Too Many Requests", {"retry_after": 1})
    notice = office.notice("remark", remark=said())
    with pytest.raises(TryLater) as caught:
        await office.group.tell(notice)
    assert caught.value.seconds == 1
    await asyncio.sleep(1.05)
    await office.group.tell(notice)
    assert words(office, thread) == ["💬 Moin"]


@pytest.mark.parametrize(
    "trouble",
    [
        lambda api: api.drop("sendMessage", 1),
        lambda api: api.drop("sendMessage", 1, after=True),
        lambda api: api.fail("sendMessage", 500, 1),
        lambda api: api.garble("sendMessage"),
    ],
    ids=["before", "after", "500", "garbled"],
)
async def test_a_post_whose_answer_is_lost_is_there_once(
    office: Office, trouble: Callable[[BotApi], None]
):
    thread = await office.open()
    trouble(office.api)
    told = await office.tell("remark", remark=said())
    (post,) = office.posts(thread)
    assert post.id == told.post


async def test_lost_answers_never_overwrite_another_cases_post(make_office: MakeOffice):
    office = await make_office()
    office.desk.all[13] = case(13)
    first, second = await office.open(12), await office.open(13)
    office.api.drop("sendMessage", 2, after=True)
    await asyncio.gather(
        office.tell("remark", remark=said("eins"), number=12),
        office.tell("remark", remark=said("zwei"), number=13),
    )
    assert words(office, first) == ["💬 eins"]
    assert words(office, second) == ["💬 zwei"]


@pytest.mark.parametrize("after", [False, True])
async def test_a_topic_whose_answer_is_lost_is_made_once(office: Office, after: bool):
    await office.open()
    office.desk.all[13] = case(13)
    office.api.drop("createForumTopic", 1, after=after)
    thread = await office.open(13)
    assert [title for title, _ in office.chat.topics.values()] == [
        "#12 · Arabisch · Hebamme",
        "#13 · Arabisch · Hebamme",
    ]
    assert thread in office.chat.topics


async def test_a_notice_told_again_does_only_the_rest(office: Office):
    notice = office.notice("open")
    office.api.fail("pinChatMessage", 500, 1)
    with pytest.raises(TryLater):
        await office.group.tell(notice)
    told = await office.group.tell(notice)
    assert list(office.chat.topics) == [told.thread]
    cards = [m for m in office.chat.messages if m.text]
    assert [m.id for m in cards] == [told.card]


async def test_a_long_remark_told_again_repeats_no_part(office: Office):
    thread = await office.open()
    notice = office.notice("remark", remark=said("слово " * 1500))
    sent: list[int] = []

    def slow_down() -> None:
        sent.append(len(office.api.calls("sendMessage")))
        office.api.fail("sendMessage", 429, 1, "Too Many Requests", {"retry_after": 1})

    post = office.group._teller._chat.post

    async def then_flood(*arguments: object) -> int:
        message_id = await post(*arguments)  # type: ignore[arg-type]
        if not sent:
            slow_down()
        return message_id

    office.group._teller._chat.post = then_flood  # type: ignore[method-assign,assignment]
    with pytest.raises(TryLater):
        await office.group.tell(notice)
    await asyncio.sleep(1.05)
    await office.group.tell(notice)
    assert len(office.posts(thread)) == 3


async def test_a_whole_notice_is_not_repeated_after_a_restart(make_office: MakeOffice):
    before = await make_office(receive=False)
    await before.open()
    older = before.group.newest()
    remark = said("Noch einmal?", attachment=None)
    notice = before.notice("remark", remark=remark)
    told = await before.group.tell(notice)
    after = await make_office(chat=before.chat, receive=False)
    again = await after.group.tell(notice, older)
    assert again.post == told.post
    assert words(before, told.thread or 0) == ["💬 Noch einmal?"]


async def test_an_opening_cut_off_by_a_restart_is_continued(make_office: MakeOffice):
    before = await make_office(receive=False)
    await before.open()
    older = before.group.newest()
    before.desk.all[13] = case(13)
    notice = before.notice("open", number=13)
    await before.group.tell(notice)
    after = await make_office(chat=before.chat, receive=False)
    told = await after.group.tell(notice, older)
    assert len(before.chat.topics) == 2
    assert [m.id for m in before.chat.messages if "Fall 13" in m.text] == [told.card]


async def test_a_restart_before_anything_was_sent_sends_it(make_office: MakeOffice):
    before = await make_office(receive=False)
    thread = await before.open()
    after = await make_office(chat=before.chat, receive=False)
    await after.group.tell(before.notice("remark", remark=said()), before.group.newest())
    assert words(before, thread) == ["💬 Moin"]


async def test_after_a_restart_notices_of_two_cases_are_not_taken_for_each_other(
    make_office: MakeOffice,
):
    before = await make_office(receive=False)
    before.desk.all[13] = case(13)
    first, second = await before.open(12), await before.open(13)
    older = before.group.newest()
    arrived = before.notice("remark", remark=said("zwei"), number=13)
    told = await before.group.tell(arrived)
    lost = before.notice("remark", remark=said("eins"), number=12)
    after = await make_office(chat=before.chat, receive=False)
    await after.group.tell(lost, older)
    assert (await after.group.tell(arrived, older)).post == told.post
    assert words(before, first) == ["💬 eins"]
    assert words(before, second) == ["💬 zwei"]
    assert all(post.titles == [] for post in before.posts(second))


async def test_after_a_restart_topics_of_two_cases_are_not_taken_for_each_other(
    make_office: MakeOffice,
):
    before = await make_office(receive=False)
    await before.open(12)
    older = before.group.newest()
    for number in (13, 14):
        before.desk.all[number] = case(number)
    arrived, lost = before.notice("open", number=14), before.notice("open", number=13)
    told = await before.group.tell(arrived)
    after = await make_office(chat=before.chat, receive=False)
    other = await after.group.tell(lost, older)
    again = await after.group.tell(arrived, older)
    assert (again.thread, again.card) == (told.thread, told.card)
    assert before.chat.topics == {
        before.places[12].thread: ("#12 · Arabisch · Hebamme", False),
        told.thread: ("#14 · Arabisch · Hebamme", False),
        other.thread: ("#13 · Arabisch · Hebamme", False),
    }
    card = next(m for m in before.chat.messages if m.id == told.card)
    assert "Übernehmen" in card.titles
    assert all(m.text != "…" for m in before.chat.messages)


async def test_what_is_accounted_for_is_left_alone_after_a_restart(make_office: MakeOffice):
    before = await make_office(receive=False)
    await before.open(12)
    older = before.group.newest() or 0
    before.desk.all[13] = case(13)
    await before.open(13)

    async def known(after: int) -> set[int]:
        ids = {one for told in before.places.values() for one in (told.thread, told.card) if one}
        return {one for one in ids if one > after}

    lost = before.notice("remark", remark=said(), number=12)
    after = await make_office(chat=before.chat, receive=False, known=known)
    await after.group.tell(lost, older)
    assert "Übernehmen" in before.card(13).titles


async def test_while_telegram_is_silent_a_notice_waits(office: Office):
    await office.open()
    office.api.drop("sendMessage", 3)
    assert await later(office, "remark", remark=said()) > 0


async def test_more_than_twenty_messages_a_minute_are_not_sent_to_a_group(
    make_office: MakeOffice,
):
    office = await make_office(limits=FloodLimits(overall=2000))
    await office.open()
    began = time.monotonic()
    for number in range(18):
        await office.tell("remark", remark=said(str(number)))
    assert time.monotonic() - began < 5
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(office.tell("remark", remark=said("zu viel")), 0.5)


async def test_a_menu_can_be_changed_while_messages_have_to_wait(make_office: MakeOffice):
    office = await make_office(limits=FloodLimits(overall=2000, per_group=4))
    anna = office.person()
    await office.open()
    await anna.presses("Fertige Antwort", office.chat)
    await office.api.until(lambda: office.posts(office.places[12].thread))
    await office.tell("remark", remark=said())
    waiting = asyncio.create_task(office.tell("remark", remark=said("wartet")))
    await asyncio.sleep(0.1)
    query = await anna.presses("Abbrechen", office.chat)
    await office.api.until(lambda: query in office.api.answered)
    assert len(office.posts(office.places[12].thread)) == 1
    waiting.cancel()


async def test_a_closed_topic_is_told_in_although_closing_failed_before(office: Office):
    thread = await office.open()
    ended = case(state=CaseState.CLOSED, outcome=Outcome.SOLVED)
    notice = office.notice("closed", ended)
    office.api.fail("closeForumTopic", 500, 1)
    with pytest.raises(TryLater):
        await office.group.tell(notice)
    await office.group.tell(notice)
    assert len(office.posts(thread)) == 1
    assert office.chat.topics[thread][1] is True


async def test_a_photo_whose_answer_is_lost_is_there_once(office: Office):
    thread = await office.open()
    stored = office.api.on_server(office.api.state.add_file, "photos", "x", b"abc")
    office.api.drop("sendPhoto", 1, after=True)
    await office.tell("remark", remark=said(attachment=Attachment("photo", stored["file_id"])))
    assert len(office.posts(thread)) == 1
