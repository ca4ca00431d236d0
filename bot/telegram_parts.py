"""Builds Telegram's two sides: the residents' chats and the counsellors' group."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from zoneinfo import ZoneInfo

from babel import Locale
from sqlalchemy.engine import Connection
from telegram import Update

from bot import curated, web_texts
from bot.cases.notices import Notices
from bot.desk_parts import DeskParts
from bot.records import Records
from bot.settings import Settings
from bot.storage import cases, inbox, outbox, remarks
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
#: As many of the last messages are looked at for the newest id.
LAST_SENT = 2000
#: A message id in what the inbox and the cases keep.
_WRITTEN = re.compile(r"(?:m|tg:)([0-9]+)(?:$|[:.])")
#: All private chats count their messages together, so any id of one stands for them.
A_PRIVATE_CHAT = 1


@dataclass(frozen=True)
class TelegramParts:
    """The connector for residents; the group and what it is told, None without one."""

    connector: TelegramConnector
    group: CounsellorGroup | None
    notices: Notices | None
    group_chat_id: int
    records: Records

    async def remember(self) -> None:
        """Take up where the last process was: the message ids it knew, of either side."""
        numbers = self.connector.numbers
        for known in await self.records.read(_last_sent):
            for part in known.split("+"):
                numbers.note(A_PRIVATE_CHAT, int(part))
        for written in await self.records.read(_last_received):
            numbers.note(A_PRIVATE_CHAT, written)
        if self.group is not None:
            posts = await self.records.read(lambda c: cases.posts_after(c, 0))
            posts |= set(await self.records.read(_written_in_the_group))
            for post in sorted(posts):
                numbers.note(self.group_chat_id, post)


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
        return TelegramParts(connector, None, None, 0, records)
    notices = Notices(records, group)
    desk.bell.listen(notices.announce)
    return TelegramParts(connector, group, notices, settings.counsellor_chat_id, records)


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


def _last_received(connection: Connection) -> list[int]:
    """Ids of what residents wrote last, oldest first; "m12", or "e12.17" for a change of it."""
    ids = inbox.last_message_ids(connection, "telegram", LAST_SENT)
    return [int(found[1]) for each in reversed(ids) if (found := _WRITTEN.match(each))]


def _written_in_the_group(connection: Connection) -> list[int]:
    """Ids of what counsellors wrote last."""
    keys = remarks.last_keys(connection, "tg:", LAST_SENT)
    return [int(found[1]) for key in keys if (found := _WRITTEN.match(key))]


def _last_sent(connection: Connection) -> list[str]:
    return outbox.last_channel_ids(connection, "telegram", LAST_SENT)


def _limits(pace: float) -> FloodLimits:
    return FloodLimits(overall=30 * pace, per_chat=pace, per_group=max(1, int(20 * pace)))


def _say(phrases: Phrasebook, phrase: str, **values: str | int | float) -> str:
    return phrases.say(phrase, STAFF_LANGUAGE, **values)


def _webhook_secret(settings: Settings) -> str:
    text = f"webhook {settings.secret_key}".encode()
    return hashlib.sha256(text).hexdigest()
