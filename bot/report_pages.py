"""The coordinators' reports with what they need from the rest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

from starlette.routing import Route

from bot import curated
from bot.inbox_pages import STAFF_LANGUAGES
from bot.records import Records
from bot.settings import Settings
from bot.staff.accounts import StaffAccounts
from bot.statistics.publication import Release
from bot.statistics.reports.book import Book
from bot.statistics.reports.names import Curated
from bot.statistics.reports.stored import StoredReports
from bot.storage import audit, releases
from connectors.desk import Counsellor
from connectors.web import reports
from dialogues import phrasebook as phrasebooks
from dialogues.language_names import OWN_NAMES
from dialogues.phrasebook import FOLDER, Phrasebook
from knowledge import catalogue
from knowledge.model import Place

#: Where the words of the reports are.
PHRASES = FOLDER / "reports"
#: The topic of those who come with too many; its title is its category's name.
_COMPLEX = ("complex_problem", "komplexe_problemlage")


def build_reports(settings: Settings, records: Records, phrasebook: Phrasebook) -> StoredReports:
    """The reports on what is stored. phrasebook: has the titles of topics.

    Raises KnowledgeError or PhraseError when a curated file cannot be used.
    """
    place, say = curated.place_of(settings), phrasebooks.load(PHRASES).say

    async def published() -> Sequence[Release]:
        return await records.read(releases.all_of)

    return StoredReports(
        published,
        Book(say, _curated(place, phrasebook), ZoneInfo(place.timezone)),
        say,
        curated.today_at(place.timezone),
    )


def report_pages(
    settings: Settings, records: Records, phrasebook: Phrasebook, accounts: StaffAccounts
) -> list[Route]:
    """The routes below `/reports`. Raises KnowledgeError or PhraseError as `build_reports` does."""

    async def seen(who: Counsellor, report: str) -> None:
        now = datetime.now(timezone.utc)
        await records.run(lambda c: audit.record(c, who.key, audit.REPORT, report, now))

    return reports.routes(
        build_reports(settings, records, phrasebook),
        accounts,
        phrasebooks.load(PHRASES).say,
        OWN_NAMES,
        secure_cookie=settings.environment == "production",
        seen=seen,
    )


def _curated(place: Place, phrasebook: Phrasebook) -> Curated:
    ids = catalogue.load()
    topic, category = _COMPLEX
    titles = {
        each: {language: phrasebook.say(f"topic-{each}", language) for language in STAFF_LANGUAGES}
        for each in ids.topics
    }
    districts = dict.fromkeys(district.stadtteil for district in place.districts.values())
    return Curated(
        {**ids.topics, topic: category},
        ids.categories,
        {**titles, topic: ids.categories[category]},
        [*districts, *(site.name for site in place.sites.values())],
    )
