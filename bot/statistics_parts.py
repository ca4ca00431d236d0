"""Builds what publishes the statistics and tells coordinators."""

from __future__ import annotations

import asyncio
import logging
import sys
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import partial
from zoneinfo import ZoneInfo

from bot import curated
from bot.records import Records
from bot.settings import Settings, child_environment
from bot.statistics.digest_texts import DigestTexts
from bot.statistics.digests import Digests, Way
from bot.statistics.noise import Domain, Noise, laplace
from bot.statistics.outcomes import (
    COMPLEX,
    COMPLEX_CATEGORY,
    LASTED,
    MORE,
    NEVER,
    WAITED,
    Outcome,
)
from bot.statistics.publication import UNKNOWN
from bot.statistics.publishing import Publishing
from bot.statistics.ways import MailWay, Telegram, TelegramWay
from bot.storage.database import Database
from connectors.desk import Outcome as CaseOutcome
from connectors.mail import SmtpMailer
from dialogues import phrasebook as phrasebooks
from dialogues.phrasebook import FOLDER
from knowledge import catalogue
from knowledge.freshness import due
from knowledge.library import Library
from knowledge.model import Place

log = logging.getLogger(__name__)
#: How often it is looked whether something is to be published or told, in seconds.
PUBLISH_EVERY_SECONDS = 600.0
DIGESTS_EVERY_SECONDS = 300.0
#: A turn that began before midnight may be written after it.
SETTLED = timedelta(hours=1)
OTHER_CATEGORY = "soziales"
_CHANNELS = ("rest", "telegram", "web")


def build_publishing(settings: Settings, database: Database) -> Publishing:
    """What publishes. Raises KnowledgeError when the catalogue or the place cannot be read."""
    categories = {**catalogue.load().topics, COMPLEX: COMPLEX_CATEGORY}

    def category_of(topic: str) -> str:
        # A topic may have left the catalogue since it was counted.
        return categories.get(topic, OTHER_CATEGORY)

    noise = None
    if settings.statistics_epsilon:
        domain = _domain(curated.place_of(settings))
        noise = Noise(settings.statistics_epsilon, domain, category_of, laplace)
    return Publishing(database, category_of, noise)


def publishing_day(settings: Settings) -> date:
    """The day of the place before which every count is settled."""
    zone = ZoneInfo(curated.place_of(settings).timezone)
    return (datetime.now(zone) - SETTLED).date()


@dataclass(frozen=True)
class StatisticsParts:
    """What the serving process does about statistics by the clock."""

    settings: Settings
    records: Records
    publishing: Publishing
    digests: Digests

    async def publish(self) -> None:
        """Publish what is due, in a process of its own: it computes for a while."""
        today = publishing_day(self.settings)
        if not await self.records.call(partial(self.publishing.due, today)):
            return
        command = (sys.executable, "-m", "bot", "publish")
        process = await asyncio.create_subprocess_exec(*command, env=child_environment(threads=1))
        try:
            status = await process.wait()
        except asyncio.CancelledError:
            process.terminate()
            await process.wait()
            raise
        if status:
            log.error("publishing ended with status %s", status)


def build_statistics(
    settings: Settings, records: Records, library: Library, telegram: Telegram | None
) -> StatisticsParts:
    """telegram: the connector; None without Telegram. Raises PhraseError or KnowledgeError."""
    place = curated.place_of(settings)
    zone = ZoneInfo(place.timezone)
    today = curated.today_at(place.timezone)
    ways: list[Way] = []
    if settings.coordinator_chat_id and telegram is not None:
        ways.append(TelegramWay(telegram, settings.coordinator_chat_id))
    if settings.coordinator_mail:
        sender = settings.mail_from
        mailer = SmtpMailer(settings.smtp_url, sender, settings.coordinator_mail)
        ways.append(MailWay(mailer, sender.rpartition("@")[2]))
    names = {name: titles["de"] for name, titles in catalogue.load().categories.items()}
    phrases = phrasebooks.load(FOLDER / "digests")
    digests = Digests(
        records=records,
        ways=ways,
        texts=DigestTexts(partial(_say, phrases), names),
        zone=zone,
        due=lambda: len(due(library, today())),
        now=lambda: datetime.now(timezone.utc),
    )
    return StatisticsParts(settings, records, build_publishing(settings, records.database), digests)


def _say(phrases: phrasebooks.Phrasebook, phrase: str, **values: str | int | float) -> str:
    return phrases.say(phrase, "de", **values)


def _domain(place: Place) -> Domain:
    ids = catalogue.load()
    sites = {site.name for site in place.sites.values()}
    districts = {district.stadtteil for district in place.districts.values()}
    ends = ("withdrawn", "expired", "blocked")
    places = (*sorted(sites | districts), UNKNOWN)
    return Domain(
        topics=(*ids.topics, COMPLEX),
        places=places,
        languages=ids.languages,
        channels=_CHANNELS,
        outcomes=tuple(outcome.value for outcome in Outcome),
        cases={
            "cases_waited": (*(name for name, _ in WAITED), MORE, NEVER),
            "cases_lasted": (*(name for name, _ in LASTED), MORE, NEVER),
            "cases_outcome": (*(outcome.value for outcome in CaseOutcome), *ends),
            "cases_places": places,
        },
    )
