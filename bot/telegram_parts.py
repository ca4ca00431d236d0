"""Builds Telegram's two sides: the residents' chats and the counsellors' group."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from zoneinfo import ZoneInfo

from babel import Locale
from telegram import Update

from bot import curated, web_texts
from bot.cases.notices import Notices
from bot.desk_parts import DeskParts
from bot.records import Records
from bot.settings import Settings
from bot.storage import cases
from bot.typing_signs import TypingSigns
from connectors.messages import Accept
from connectors.telegram.connector import TelegramConnector
from connectors.telegram.group.group import CounsellorGroup
from connectors.telegram.limits import FloodLimits
from dialogues import phrasebook as phrasebooks
from dialogues.phrasebook import FOLDER, Phrasebook
from knowledge import catalogue

#: The language of the group.
STAFF_LANGUAGE = "de"


@dataclass(frozen=True)
class TelegramParts:
    """The connector for residents; the group and what it is told, None without one."""

    connector: TelegramConnector
    group: CounsellorGroup | None
    notices: Notices | None


def build_telegram(
    settings: Settings, accept: Accept, phrasebook: Phrasebook, desk: DeskParts, records: Records
) -> TelegramParts:
    """accept: writes to the inbox. Raises PhraseError, or ValueError for an unusable setting."""
    signs = TypingSigns(accept)

    async def take(update: Update) -> None:
        if group is not None:
            await group.take(update)

    connector = TelegramConnector(
        settings.telegram_token,
        signs.accept,
        api_url=settings.telegram_api_url,
        webhook_url=settings.telegram_webhook_url or None,
        secret=_webhook_secret(settings),
        commands=web_texts.telegram_commands(phrasebook),
        others=take,
        limits=_limits(settings.telegram_pace),
    )
    signs.show_on(connector)
    group = _group(settings, connector, phrasebook, desk, records) if settings.has_group else None
    if group is None:
        return TelegramParts(connector, None, None)
    notices = Notices(records, group)
    desk.bell.listen(notices.announce)
    return TelegramParts(connector, group, notices)


def _group(
    settings: Settings,
    connector: TelegramConnector,
    phrasebook: Phrasebook,
    desk: DeskParts,
    records: Records,
) -> CounsellorGroup:
    ids = catalogue.load()
    names = Locale.parse(STAFF_LANGUAGE).languages

    async def number_of(thread: int) -> int | None:
        return await records.read(lambda c: cases.number_of_thread(c, thread))

    async def known(after: int) -> Collection[int]:
        return await records.read(lambda c: cases.posts_after(c, after))

    return CounsellorGroup(
        connector.client,
        connector.limits,
        connector.numbers,
        settings.counsellor_chat_id,
        desk.desk,
        number_of,
        partial(_say, phrasebooks.load(FOLDER / "group")),
        {topic: phrasebook.say(f"topic-{topic}", STAFF_LANGUAGE) for topic in ids.topics},
        {code: names[code] for code in ids.languages},
        known=known,
        zone=ZoneInfo(curated.place_of(settings).timezone),
    )


def _limits(pace: float) -> FloodLimits:
    return FloodLimits(overall=30 * pace, per_chat=pace, per_group=max(1, int(20 * pace)))


def _say(phrases: Phrasebook, phrase: str, **values: str | int | float) -> str:
    return phrases.say(phrase, STAFF_LANGUAGE, **values)


def _webhook_secret(settings: Settings) -> str:
    text = f"webhook {settings.secret_key}".encode()
    return hashlib.sha256(text).hexdigest()
