"""Where the curated files lie, and the place and the date they are read for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.settings import ROOT, Settings
from knowledge import place as places
from knowledge.model import Place

KNOWLEDGE = ROOT / "knowledge"


def place_of(settings: Settings) -> Place:
    """The place in the settings. Raises KnowledgeError."""
    return places.load(KNOWLEDGE / "places" / settings.place)


def today_at(timezone: str) -> Callable[[], date]:
    """Tells the date in a time zone (IANA name)."""
    zone = ZoneInfo(timezone)
    return lambda: datetime.now(zone).date()
