"""The test server itself: what other tests rely on."""

from __future__ import annotations

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Conflict, Forbidden

from tests.botapi.api import BotApi

pytestmark = pytest.mark.asyncio

RIGHTS = ("can_manage_topics", "can_delete_messages", "can_pin_messages")


def bot_of(api: BotApi) -> Bot:
    return Bot(api.token, base_url=f"{api.url}/bot", base_file_url=f"{api.url}/file/bot")


async def test_an_offset_confirms_what_is_before_it(bot_api: BotApi):
    amira = bot_api.person()
    for text in ("a", "b", "c"):
        await amira.sends(text)
    async with bot_of(bot_api) as bot:
        first, second, third = await bot.get_updates()
        assert first.update_id < second.update_id < third.update_id
        assert len(await bot.get_updates(limit=1)) == 1
        assert await bot.get_updates(offset=third.update_id) == (third,)
        assert await bot.get_updates(offset=third.update_id + 1) == ()


async def test_polling_and_webhook_exclude_each_other(bot_api: BotApi):
    async with bot_of(bot_api) as bot:
        await bot.set_webhook("http://127.0.0.1:9/x", secret_token="s")
        assert (await bot.get_webhook_info()).url == "http://127.0.0.1:9/x"
        with pytest.raises(Conflict):
            await bot.get_updates()
        await bot.delete_webhook()
        await bot.get_updates()


async def test_a_forum_keeps_its_topics(bot_api: BotApi):
    team, helga = bot_api.supergroup("Team", forum=True), bot_api.person(first_name="Helga")
    team.add_bot(*RIGHTS)
    team.add(helga, "administrator")
    async with bot_of(bot_api) as bot:
        topic = await bot.create_forum_topic(team.id, "Fall 1")
        thread = topic.message_thread_id
        sent = await bot.send_message(team.id, "Hallo", message_thread_id=thread)
        assert (await helga.reads(lambda seen: seen.text == "Hallo", chat=team)).thread == thread
        await helga.sends("Ich übernehme", chat=team, thread=thread, reply_to=sent.message_id)
        (update,) = await bot.get_updates()
        assert update.message is not None
        assert update.message.message_thread_id == thread
        await bot.edit_forum_topic(team.id, thread, "Fall 1: Helga")
        await bot.close_forum_topic(team.id, thread)
        assert team.topics == {thread: ("Fall 1: Helga", True)}
        with pytest.raises(BadRequest, match=r"(?i)topic_not_modified"):
            await bot.close_forum_topic(team.id, thread)
        await bot.reopen_forum_topic(team.id, thread)
        await bot.pin_chat_message(team.id, sent.message_id)
        assert team.pinned == [sent.message_id]
        assert len(await bot.get_chat_administrators(team.id)) == 2
        assert (await bot.get_chat_member(team.id, helga.id)).status == "administrator"
        assert (await bot.get_chat(team.id)).is_forum
        await bot.delete_forum_topic(team.id, thread)
        assert team.in_topic(thread) == []
        with pytest.raises(BadRequest, match="(?i)thread not found"):
            await bot.send_message(team.id, "x", message_thread_id=thread)


async def test_topics_need_a_forum_and_rights(bot_api: BotApi):
    forum, plain = bot_api.supergroup(forum=True), bot_api.supergroup()
    forum.add_bot()
    plain.add_bot(*RIGHTS)
    async with bot_of(bot_api) as bot:
        with pytest.raises(BadRequest, match="(?i)not a forum"):
            await bot.create_forum_topic(plain.id, "x")
        with pytest.raises(BadRequest, match="(?i)not enough rights"):
            await bot.create_forum_topic(forum.id, "x")
        with pytest.raises(Forbidden):
            await bot.send_message(bot_api.supergroup().id, "x")


async def test_messages_can_be_changed_copied_and_removed(bot_api: BotApi):
    amira = bot_api.person()
    await amira.opens_chat()
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="/yes")]])
    bot_api.flood.on = False
    async with bot_of(bot_api) as bot:
        sent = await bot.send_message(amira.id, "eins", reply_markup=markup)
        await bot.edit_message_reply_markup(amira.id, sent.message_id)
        assert amira.messages[0].buttons == ()
        with pytest.raises(BadRequest, match="(?i)not modified"):
            await bot.edit_message_text("eins", amira.id, sent.message_id)
        await bot.edit_message_text("zwei", amira.id, sent.message_id)
        await bot.copy_message(amira.id, amira.id, sent.message_id)
        await bot.delete_message(amira.id, sent.message_id)
    assert [seen.text for seen in amira.messages] == ["zwei"]
    with pytest.raises(AssertionError, match="no button"):
        await amira.presses("Ja")


async def test_files_can_be_sent_and_fetched(bot_api: BotApi):
    amira = bot_api.person()
    sent = await amira.sends_document("brief.pdf", "Bitte lesen")
    bot_api.flood.on = False
    async with bot_of(bot_api) as bot:
        file = await bot.get_file(sent.raw["document"]["file_id"])
        assert bytes(await file.download_as_bytearray()) == b"content"
        document = await bot.send_document(amira.id, b"x" * 10, filename="a.txt", caption="A")
        assert document.document is not None
        await bot.send_photo(amira.id, b"p", caption="B")
        await bot.send_voice(amira.id, b"v")
        with pytest.raises(BadRequest, match="(?i)file_id"):
            await bot.get_file("nothing")
    assert [seen.text for seen in amira.messages] == ["A", "B", ""]


async def test_parameters_may_come_as_query_form_or_json(bot_api: BotApi):
    amira = bot_api.person()
    await amira.opens_chat()
    bot_api.flood.on = False
    url = f"{bot_api.url}/bot{bot_api.token}/sendMessage"
    sent = {"chat_id": amira.id, "text": "x"}
    async with httpx.AsyncClient(trust_env=False) as client:
        for response in (
            await client.get(url, params=sent),
            await client.post(url, data=sent),
            await client.post(url, json=sent),
            await client.post(url, data=sent, files={"unused": b"1"}),
            await client.post(url.replace("sendMessage", "SENDMESSAGE"), json=sent),
        ):
            assert response.json()["ok"], response.text
        lost = await client.get(f"{bot_api.url}/bot{bot_api.token}/sendNothing")
    assert lost.status_code == 404
    assert len(await amira.reads(5)) == 5


async def test_too_many_messages_are_refused(bot_api: BotApi):
    amira = bot_api.person()
    await amira.opens_chat()
    url = f"{bot_api.url}/bot{bot_api.token}/sendMessage"
    async with httpx.AsyncClient(trust_env=False) as client:
        answers = [
            await client.post(url, json={"chat_id": amira.id, "text": "x"}) for _ in range(4)
        ]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[3].json()["parameters"] == {"retry_after": 1}


async def test_a_connection_cut_after_the_effect_hides_only_the_answer(bot_api: BotApi):
    amira = bot_api.person()
    await amira.opens_chat()
    bot_api.drop("sendMessage", after=True)
    url = f"{bot_api.url}/bot{bot_api.token}/sendMessage"
    async with httpx.AsyncClient(trust_env=False) as client:
        with pytest.raises(httpx.HTTPError):
            await client.post(url, json={"chat_id": amira.id, "text": "x"})
    assert (await amira.reads()).text == "x"


async def test_waiting_in_vain_says_what_was_there(bot_api: BotApi):
    amira = bot_api.person()
    with pytest.raises(AssertionError, match="unread is only"):
        await amira.reads(2, timeout=0.1)
