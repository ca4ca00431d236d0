"""A resident and a counsellor who read each other in translation, in the whole running process."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from dialogues import ready_made
from tests.botapi.api import BotApi
from tests.botapi.people import Person
from tests.fixtures.servers import Launch
from tests.flows.test_counsellor_group import Office, _office

REPLIES = ready_made.load()
HEARD = "karte"


def _says(code: str, language: str) -> str:
    return REPLIES.render(code, language, {})


async def _ready(office: Office) -> dict[str, Any]:
    async with httpx.AsyncClient() as client:
        state: dict[str, Any] = (await client.get(f"{office.server.url}/ready")).json()
    return state


async def _arabic_case(
    launch: Launch, bot_api: BotApi, **settings: str
) -> tuple[Office, int, Person]:
    office = await _office(launch, bot_api, **settings)
    resident = await office.resident("ar")
    thread = await office.opens(resident, "أحتاج إلى مساعدة في رسالة من شركة التأمين الصحي")
    return office, thread, resident


@pytest.mark.asyncio
async def test_both_sides_read_their_own_language(
    launch: Launch, bot_api: BotApi, packages: Path
) -> None:
    office, thread, resident = await _arabic_case(
        launch, bot_api, LOTSE_ENV="test", LOTSE_TRANSLATION_PACKAGES=str(packages)
    )
    state = (await _ready(office))["translation"]
    assert {"de-ar", "ar-de"} <= set(state["pairs"])
    anna = office.counsellor("Anna")
    await resident.sends(_says(HEARD, "ar"))
    post = await office.in_topic(thread, _says(HEARD, "de"))
    assert "Original (Arabisch):" in post.text
    assert _says(HEARD, "ar") in post.text
    await anna.sends(_says(HEARD, "de"), office.group, thread)
    await resident.reads(lambda m: _says(HEARD, "ar") in m.text, timeout=30)
    # The small package may say something else, and such a reply would be held.
    await anna.sends("/rück aus", office.group, thread)
    await office.in_topic(thread, "nicht mehr zurückübersetzt")
    await anna.sends("Rufen Sie bitte Frau Müller unter +49 421 361-0 an.", office.group, thread)
    told = await resident.reads(lambda m: "+49 421 361-0" in m.text, timeout=60)
    arabic = sum("\u0600" <= sign <= "\u06ff" for sign in told.text)
    # Translated, or the original with a mark: never a number that is another one.
    assert arabic > 10
    assert "Frau Müller" in told.text or "Rufen Sie" not in told.text


@pytest.mark.asyncio
async def test_without_packages_both_sides_are_told_so(launch: Launch, bot_api: BotApi) -> None:
    office, thread, resident = await _arabic_case(launch, bot_api)
    state = await _ready(office)
    assert state["ready"]
    assert "lotse packages install" in " ".join(state["translation"]["problems"])
    anna = office.counsellor("Anna")
    await resident.sends("هذه جملة لا يعرفها أحد من قبل")
    post = await office.in_topic(thread, "هذه جملة")
    assert "nicht übersetzt, Arabisch" in post.text
    assert "kein Übersetzungspaket" in post.text
    await anna.sends("Dieser Satz steht in keinem Gedächtnis.", office.group, thread)
    told = await resident.reads(lambda m: "steht in keinem" in m.text, timeout=30)
    assert "تعذّرت ترجمة" in told.text
    await office.in_topic(thread, "kein Übersetzungspaket installiert")
    # What people have written in both languages needs no package.
    await anna.sends(_says(HEARD, "de"), office.group, thread)
    await resident.reads(lambda m: _says(HEARD, "ar") in m.text, timeout=30)
