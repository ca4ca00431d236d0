"""The composition root: the only place that builds objects and wires them."""

from __future__ import annotations

import asyncio
import sys
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from starlette.applications import Starlette

from bot import curated, web_texts
from bot.bulletin import Bulletin
from bot.curated import KNOWLEDGE
from bot.deliveries import Deliveries
from bot.desk_parts import ALARMS_EVERY_SECONDS, build_desk, now
from bot.inbox_pages import inbox_pages
from bot.intake import Intake
from bot.mailbox import StoredMailbox
from bot.metrics import Metrics
from bot.privacy.export import Exports
from bot.privacy.export_page import ExportPage
from bot.privacy.key_ring import stored_ring
from bot.privacy.key_rotation import KeyRotation
from bot.privacy.pseudonyms import Pseudonyms
from bot.privacy.retention import erase_expired
from bot.records import Records
from bot.report_pages import report_pages
from bot.schedule import Schedule
from bot.server import Server, build_web
from bot.settings import Settings, child_environment
from bot.speech import build_phrasebook
from bot.staff.accounts import StaffAccounts
from bot.statistics_parts import (
    DIGESTS_EVERY_SECONDS,
    PUBLISH_EVERY_SECONDS,
    build_statistics,
)
from bot.storage import inbox
from bot.storage.database import Database
from bot.telegram_parts import TelegramParts, build_telegram
from bot.translation_parts import CORRECTIONS_EVERY_SECONDS, build_translation
from bot.workers import Workers
from connectors.messages import Connector
from connectors.web import chat, rest
from dialogues import ready_made
from dialogues.language_names import OWN_NAMES
from knowledge import library

#: How often the retention period is enforced.
ERASE_EVERY_SECONDS = 300.0
#: How often what was deleted is removed from the database's files.
FORGET_EVERY_SECONDS, VACUUM_EVERY_SECONDS = 20.0, 600.0
#: How often retired keys of addresses are looked after.
KEYS_EVERY_SECONDS = 600.0
#: Threads of the embedding when there is one worker; several workers use one each.
EMBEDDING_THREADS = 2


def build_server(settings: Settings) -> Server:
    """Everything the serving process needs. Nothing is opened or started yet.

    Raises KnowledgeError or PhraseError when a curated file cannot be used.
    """
    metrics, bulletin = Metrics(), Bulletin()
    database = Database(settings.database_url)
    records, keys = Records(database), KeyRotation(database, settings.secret_key)
    pseudonyms = Pseudonyms(settings.secret_key, stored_ring(settings.secret_key, database))
    shelf = library.load(KNOWLEDGE)
    phrasebook = build_phrasebook(shelf, settings.retention_days)

    def announce(conversation_id: str) -> None:
        bulletin.announce(conversation_id)
        deliveries.announce(conversation_id)

    def on_done(conversation_id: str, case: int | None) -> None:
        announce(conversation_id)
        if case is not None:
            desk.bell.ring(case)

    async def waiting() -> list[str]:
        return await records.read(inbox.waiting_conversations)

    async def on_death(conversation_id: str) -> None:
        await records.run(lambda c: inbox.count_attempt(c, conversation_id))

    workers = Workers(
        settings.workers,
        [sys.executable, "-m", "bot", "worker"],
        child_environment(threads=1 if settings.workers > 1 else EMBEDDING_THREADS),
        metrics,
        on_done=on_done,
        waiting=waiting,
        on_death=on_death,
    )
    intake = Intake(records, pseudonyms, workers.notify, metrics)
    replies = ready_made.load()
    translation = build_translation(settings, shelf, replies, records, metrics)
    desk = build_desk(
        settings,
        records,
        phrasebook,
        shelf,
        announce,
        workers.notify,
        translation.translator,
        replies,
    )

    def mailbox(channel: str) -> StoredMailbox:
        return StoredMailbox(channel, records, pseudonyms, bulletin, desk.seen, desk.bell.ring)

    retention = timedelta(days=settings.retention_days)
    page = ExportPage(phrasebook, curated.place_of(settings), retention)
    exports = Exports(records, pseudonyms, page, now)
    connectors: dict[str, Connector] = {}
    accounts = StaffAccounts(records)
    routes = [
        *chat.routes(
            intake.accept,
            mailbox("web"),
            exports.of_channel("web"),
            web_texts.web_texts(phrasebook),
            OWN_NAMES,
            secure_cookie=settings.environment == "production",
        ),
        *rest.routes(
            intake.accept,
            mailbox("rest"),
            exports.of_channel("rest"),
            workers.parse,
            settings.api_token,
        ),
        *inbox_pages(settings, desk, phrasebook, accounts),
        *report_pages(settings, records, phrasebook, accounts),
    ]
    telegram: TelegramParts | None = None
    if settings.telegram_token:
        telegram = build_telegram(settings, intake.accept, phrasebook, desk, records)
        connectors[telegram.connector.channel] = telegram.connector
        routes += telegram.connector.routes()
    deliveries = Deliveries(
        records, pseudonyms, metrics, connectors, desk.settled, desk.bell.ring, exports.of
    )

    statistics = build_statistics(
        settings, records, shelf, telegram.connector if telegram is not None else None
    )

    async def erase() -> None:
        now = datetime.now(ZoneInfo("UTC"))
        removed = await records.call(
            lambda: erase_expired(database, settings.retention_days, now, settings.has_group)
        )
        for table, rows in removed:
            metrics.erased(table, rows)
        if telegram is not None and telegram.notices is not None:
            await telegram.notices.resume()

    return Server(
        database=database,
        records=records,
        keys=keys,
        workers=workers,
        deliveries=deliveries,
        connectors=connectors,
        metrics=metrics,
        renderings=desk.renderings,
        translation=translation,
        schedule=Schedule(
            settings.database_url,
            {
                "erase": (ERASE_EVERY_SECONDS, erase),
                "forget": (
                    FORGET_EVERY_SECONDS if database.is_sqlite else VACUUM_EVERY_SECONDS,
                    partial(records.call, database.forget),
                ),
                "publish": (PUBLISH_EVERY_SECONDS, statistics.publish),
                "digests": (DIGESTS_EVERY_SECONDS, statistics.digests.send_due),
                "corrections": (CORRECTIONS_EVERY_SECONDS, translation.refresh),
                "cases": (ALARMS_EVERY_SECONDS, desk.look_at_waiting_cases),
                # On a thread of its own: a walk through every row must not hold up messages.
                "keys": (KEYS_EVERY_SECONDS, lambda: asyncio.to_thread(keys.tidy)),
            },
        ),
        routes=routes,
        group=telegram.group if telegram else None,
        notices=telegram.notices if telegram else None,
        remember=telegram.remember if telegram else None,
    )


def build_site(settings: Settings) -> Starlette:
    """The web application of a server, for uvicorn."""
    return build_web(build_server(settings))
