"""What happens when the group is not as it has to be, and how an operator hears of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from connectors.messages import TryLater
from tests.botapi.api import BotApi
from tests.connectors.telegram.group.conftest import RIGHTS, MakeOffice, Office

pytestmark = pytest.mark.asyncio


async def later(office: Office, kind: str) -> float:
    with pytest.raises(TryLater) as caught:
        await office.tell(kind)
    return caught.value.seconds


async def test_a_group_in_order_has_no_problem(office: Office):
    assert await office.group.check() is None
    assert office.group.describe()["state"] == "ok"


@pytest.mark.parametrize(
    ("chat", "expected"),
    [
        (lambda api: api.supergroup("Kein Forum"), "Topics"),
        (lambda api: api.group("Alt"), "Topics"),
    ],
    ids=["no forum", "plain group"],
)
async def test_a_group_without_topics_is_a_problem(
    make_office: MakeOffice, bot_api: BotApi, chat: Callable[[BotApi], object], expected: str
):
    group = chat(bot_api)
    group.add_bot(*RIGHTS)  # type: ignore[attr-defined]
    office = await make_office(chat=group)  # type: ignore[arg-type]
    assert expected in str(await office.group.check())
    assert office.group.describe()["state"] == "away"


async def test_a_group_that_became_another_one_names_its_new_number(
    make_office: MakeOffice, bot_api: BotApi
):
    old = bot_api.group()
    new = old.upgrades()
    office = await make_office(chat=old)
    assert str(new.id) in str(await office.group.check())


@pytest.mark.parametrize("right", RIGHTS)
async def test_a_missing_right_is_a_problem_and_named(office: Office, right: str):
    office.chat.takes_rights(right)
    told = str(await office.group.check())
    assert right.removeprefix("can_").split("_")[0] in told.lower()


async def test_a_plain_member_and_a_stranger_are_problems(make_office: MakeOffice, bot_api: BotApi):
    chat = bot_api.supergroup(forum=True)
    office = await make_office(chat=chat)
    assert "not in it" in str(await office.group.check())
    chat.add_bot()
    assert "no administrator" in str(await office.group.check())


async def test_a_group_nobody_knows_is_a_problem_said_once_in_the_log(
    make_office: MakeOffice, bot_api: BotApi, caplog: pytest.LogCaptureFixture
):
    office = await make_office(chat=bot_api.supergroup(forum=True))
    bot_api.state.chats.clear()
    await office.group.start()
    await office.group.check()
    assert caplog.text.count("does not exist") == 1


async def test_a_telegram_that_is_away_is_a_problem_too(office: Office):
    office.api.fail("getChat", 500, 1)
    assert "could not be asked" in str(await office.group.check())
    office.api.fail("getChat", 429, 1, "Too Many Requests", {"retry_after": 1})
    assert "could not be asked" in str(await office.group.check())


@pytest.mark.parametrize(
    "harm",
    [
        lambda office: office.chat.throws_bot_out(),
        lambda office: office.chat.takes_rights("can_manage_topics"),
        lambda office: office.api.state.chats.pop(office.chat.id),
    ],
    ids=["thrown out", "no right", "gone"],
)
async def test_a_notice_waits_until_the_group_is_set_right_and_the_operator_hears(
    office: Office, harm: Callable[[Office], object]
):
    await office.group.start()
    harm(office)
    assert await later(office, "open") == 60
    await office.api.until(lambda: office.group.describe()["error"])


async def test_a_group_set_right_is_noticed_by_itself(make_office: MakeOffice):
    office = await make_office(check_every=0.05)
    office.chat.takes_rights("can_pin_messages")
    await office.group.start()
    assert office.group.describe()["state"] == "away"
    office.chat.add_bot(*RIGHTS)
    await office.api.until(lambda: office.group.describe()["state"] == "ok")


async def test_a_card_that_may_not_be_pinned_is_there_all_the_same(office: Office):
    office.api.fail("pinChatMessage", 400, 1, "Bad Request: something new")
    await office.open()
    assert office.chat.pinned == []
    assert "Fall 12" in office.card().text


async def test_without_the_right_to_delete_erasing_waits_and_loses_nothing(office: Office):
    await office.open()
    office.chat.takes_rights("can_delete_messages")
    assert await later(office, "deleted") == 60
    office.chat.add_bot(*RIGHTS)
    await office.tell("deleted")
    assert office.chat.topics == {}


async def test_stopping_twice_and_without_a_start_is_fine(office: Office):
    await office.group.stop()
    await office.group.start()
    await office.group.stop()
    await office.group.stop()
