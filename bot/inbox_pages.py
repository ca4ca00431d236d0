"""The counsellors' web inbox with what it needs from the rest."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from starlette.routing import Route

from bot import curated
from bot.desk_parts import DeskParts
from bot.settings import Settings
from bot.staff.accounts import StaffAccounts
from connectors.web import inbox
from dialogues import phrasebook as phrasebooks
from dialogues.language_names import OWN_NAMES
from dialogues.phrasebook import FOLDER, Phrasebook
from knowledge import catalogue

#: The languages the counsellors' pages are in.
STAFF_LANGUAGES = ("de", "en")


def inbox_pages(
    settings: Settings,
    parts: DeskParts,
    phrasebook: Phrasebook,
    accounts: StaffAccounts,
) -> list[Route]:
    """The routes below `/inbox`. Raises PhraseError for a broken phrase file."""
    titles = {
        topic: {
            language: phrasebook.say(f"topic-{topic}", language) for language in STAFF_LANGUAGES
        }
        for topic in catalogue.load().topics
    }
    return inbox.routes(
        parts.desk,
        accounts,
        phrasebooks.load(FOLDER / "inbox").say,
        titles,
        OWN_NAMES,
        secure_cookie=settings.environment == "production",
        zone=ZoneInfo(curated.place_of(settings).timezone),
        viewed=parts.desk.viewed,
    )
