"""Residents and counsellors on Telegram, against a server that speaks the Bot API."""

from __future__ import annotations

import asyncio
import time

import httpx
import pytest

from tests.botapi.api import BotApi
from tests.botapi.people import Group, Person, Seen
from tests.fixtures.servers import Launch, RunningServer

RIGHTS = ("can_manage_topics", "can_pin_messages", "can_delete_messages")


class Office:
    """A running Lotse with a counsellors' group."""

    def __init__(self, server: RunningServer, api: BotApi, group: Group) -> None:
        self.server, self.api, self.group = server, api, group

    def counsellor(self, name: str) -> Person:
        person = self.api.person(first_name=name)
        self.group.add(person)
        return person

    async def resident(self, language: str = "de") -> Person:
        person = self.api.person(language_code=language)
        await person.sends(f"/start {language}")
        asked = await person.reads(lambda m: bool(m.titles), timeout=30)
        await person.presses(asked.titles[0])
        await person.reads(lambda m: not m.titles or len(m.titles) == 2, timeout=30)
        return person

    async def opens(self, person: Person, wish: str) -> int:
        """Ask for a person; the case's forum topic."""
        known = set(self.group.topics)
        await person.sends(wish)
        await person.reads(lambda m: bool(m.titles), timeout=30)
        await person.sends("/person")
        await person.reads(lambda m: len(m.titles) == 1, timeout=30)
        return await self.until(lambda: next(iter(set(self.group.topics) - known), None))

    async def until(self, find, seconds: float = 60):  # type: ignore[no-untyped-def]
        return await self.api.until(find, seconds, lambda: repr(self.seen()))

    def seen(self) -> list[str]:
        return [message.text for message in self.group.messages]

    async def in_topic(self, thread: int, words: str) -> Seen:
        found = await self.until(
            lambda: next((m for m in self.group.in_topic(thread) if words in m.text), None)
        )
        assert isinstance(found, Seen)
        return found


async def _office(launch: Launch, bot_api: BotApi, **settings: str) -> Office:
    group = bot_api.supergroup("Beratung", forum=True)
    group.add_bot(*RIGHTS)
    server = await asyncio.to_thread(
        launch,
        LOTSE_TELEGRAM_TOKEN=bot_api.token,
        LOTSE_TELEGRAM_API_URL=bot_api.url,
        LOTSE_COUNSELLOR_CHAT_ID=str(group.id),
        **settings,
    )
    return Office(server, bot_api, group)


@pytest.mark.asyncio
async def test_a_case_from_the_first_word_to_how_it_was(launch: Launch, bot_api: BotApi) -> None:
    office = await _office(launch, bot_api)
    anna, eva = office.counsellor("Anna"), await office.resident()
    thread = await office.opens(eva, "Die Kasse will meine Familie nicht aufnehmen, was nun?")
    assert "Deutsch" in office.group.topics[thread][0]
    card = await office.in_topic(thread, "Kasse will meine Familie")
    assert card.id in office.group.pinned
    await anna.presses("Übernehmen", office.group)
    for number in range(5):
        await anna.sends(f"Antwort {number} aus der Beratung", office.group, thread)
        await eva.reads(lambda m, n=number: f"Antwort {n} aus" in m.text, timeout=30)
        await eva.sends(f"Frage {number} von Eva")
        await office.in_topic(thread, f"Frage {number} von Eva")
    said = [m.text for m in office.group.in_topic(thread) if "von Eva" in m.text]
    assert [text.count("Frage") for text in said] == [1] * 5
    await eva.sends_photo("der Brief von der Kasse")
    await office.until(lambda: [m for m in office.group.in_topic(thread) if "photo" in m.raw])
    await anna.sends_photo("Bitte hier unterschreiben", office.group, thread)
    photo = await eva.reads(lambda m: "photo" in m.raw, timeout=30)
    assert "hier unterschreiben" in str(photo.raw)
    await anna.sends("// ruft morgen bei der Kasse an", office.group, thread)
    await anna.sends("Ich melde mich morgen um 10:00 Uhr.", office.group, thread)
    reply = await eva.reads(lambda m: "morgen um" in m.text, timeout=30)
    assert all("ruft morgen bei" not in m.text for m in eva.messages)
    mine = next(m for m in office.group.in_topic(thread) if "morgen um 10:00" in m.text)
    await anna.edits(mine, "Ich melde mich morgen um 11:00 Uhr.", office.group)
    await office.until(
        lambda: any(m.id == reply.id and "11:00" in m.text for m in eva.messages), 30
    )
    await anna.presses("Abschließen", office.group)
    await office.until(lambda: any("Worum ging es" in text for text in office.seen()))
    chosen = next(m for m in office.group.messages if "Worum ging es" in m.text)
    topic = chosen.titles[0]
    await anna.presses(topic, office.group)
    await asyncio.sleep(1)
    await anna.presses("Weiter", office.group)
    await office.until(lambda: any("Wie ging es aus" in text for text in office.seen()))
    await anna.presses("gelöst", office.group)
    asked = await eva.reads(lambda m: "geholfen?" in m.text, timeout=30)
    await eva.presses(asked.titles[0])
    await eva.reads(lambda m: "Danke" in m.text, timeout=30)
    await eva.sends("Ich suche eine Hebamme")
    await eva.reads(lambda m: "Hebamme" in m.text, timeout=30)


@pytest.mark.asyncio
async def test_of_two_counsellors_one_gets_the_case(launch: Launch, bot_api: BotApi) -> None:
    office = await _office(launch, bot_api)
    anna, ben = office.counsellor("Anna"), office.counsellor("Ben")
    eva = await office.resident()
    thread = await office.opens(eva, "Ich verstehe den Brief vom Jobcenter nicht, was heißt das?")
    await office.in_topic(thread, "Brief vom Jobcenter")
    await asyncio.gather(
        anna.presses("Übernehmen", office.group), ben.presses("Übernehmen", office.group)
    )
    await office.until(lambda: any("👤 bei" in text for text in office.seen()))
    winner = "Anna" if any("👤 bei Anna" in text for text in office.seen()) else "Ben"
    loser = ben if winner == "Anna" else anna
    await loser.sends("Ich antworte trotzdem", office.group, thread)
    await office.in_topic(thread, f"Den Fall hat {winner}")
    assert all("trotzdem" not in m.text for m in eva.messages)


@pytest.mark.asyncio
async def test_a_resident_who_deletes_everything_takes_the_case_along(
    launch: Launch, bot_api: BotApi
) -> None:
    office = await _office(launch, bot_api)
    eva = await office.resident()
    thread = await office.opens(eva, "Das soll später niemand mehr lesen können, bitte")
    await office.in_topic(thread, "niemand mehr lesen")
    await eva.sends("/delete")
    asked = await eva.reads(lambda m: len(m.titles) == 2, timeout=30)
    await eva.presses(asked.titles[0])
    await office.until(lambda: thread not in office.group.topics)
    assert all("niemand mehr lesen" not in text for text in office.seen())


@pytest.mark.asyncio
async def test_a_reply_to_somebody_who_blocked_the_bot_is_said_to_be_undelivered(
    launch: Launch, bot_api: BotApi
) -> None:
    office = await _office(launch, bot_api)
    anna, eva = office.counsellor("Anna"), await office.resident()
    thread = await office.opens(eva, "Ich brauche Hilfe bei einem Antrag auf Pflegegeld")
    await office.in_topic(thread, "Antrag auf Pflegegeld")
    await eva.blocks_bot()
    await anna.sends("Sind Sie noch da?", office.group, thread)
    await office.in_topic(thread, "Nicht zugestellt")


@pytest.mark.asyncio
async def test_without_a_usable_group_everything_else_works_and_ready_says_why(
    launch: Launch, bot_api: BotApi
) -> None:
    office = await _office(launch, bot_api)
    office.group.throws_bot_out()
    eva = await office.resident()
    await eva.sends("Ich suche eine Hebamme")
    await eva.reads(lambda m: "Hebamme" in m.text, timeout=30)
    await eva.sends("/person")
    await eva.reads(lambda m: len(m.titles) == 1, timeout=30)
    until = time.monotonic() + 20
    state: dict[str, object] = {}
    while time.monotonic() < until and state.get("state") != "away":
        answer = await asyncio.to_thread(httpx.get, f"{office.server.url}/ready", timeout=5)
        state = answer.json()["counsellors"]
        await asyncio.sleep(0.2)
    assert state["state"] == "away"
    assert state["error"]


@pytest.mark.asyncio
async def test_a_message_reaches_the_group_although_lotse_is_killed_in_between(
    launch: Launch, bot_api: BotApi
) -> None:
    office = await _office(launch, bot_api)
    anna, eva = office.counsellor("Anna"), await office.resident()
    thread = await office.opens(eva, "Ich brauche Hilfe bei einem Antrag auf Pflegegeld")
    await office.in_topic(thread, "Antrag auf Pflegegeld")
    await eva.sends("Erste Nachricht vor dem Ausfall")
    await asyncio.to_thread(office.server.kill)
    await eva.sends("Zweite Nachricht im Ausfall")
    await anna.sends("Antwort im Ausfall", office.group, thread)
    await asyncio.to_thread(office.server.start)
    await office.in_topic(thread, "Zweite Nachricht im Ausfall")
    await eva.reads(lambda m: "Antwort im Ausfall" in m.text, timeout=30)
    texts = [m.text for m in office.group.in_topic(thread)]
    for words in ("Erste Nachricht", "Zweite Nachricht"):
        assert sum(words in text for text in texts) == 1
    assert sum("Antwort im Ausfall" in m.text for m in eva.messages) == 1
