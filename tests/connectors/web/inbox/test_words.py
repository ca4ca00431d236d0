"""The words of the pages."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from connectors.desk import Event
from connectors.web import inbox
from connectors.web.inbox.words import Words
from dialogues.phrasebook import Phrasebook
from tests.connectors.web.inbox.conftest import PHRASES, TITLES

#: Their ends are states, reasons and kinds of the desk's.
PREFIXES = (
    "refused-", "event-", "outcome-", "delivery-", "attachment-", "state-", "list-", "done-",
    "problem-", "untranslated-", "held-")  # fmt: skip
NOON = datetime(2026, 11, 22, 11, tzinfo=timezone.utc)


def test_no_word_is_left_that_no_page_says() -> None:
    folder = Path(inbox.__file__).parent
    used = "".join(p.read_text() for p in folder.rglob("*") if p.suffix in {".py", ".html", ".js"})
    source = (PHRASES / "de.ftl").read_text(encoding="utf-8")
    ids = [line.split(" ")[0] for line in source.splitlines() if line[:1].isalpha()]
    assert [i for i in ids if f'"{i}"' not in used and not i.startswith(PREFIXES)] == []


@pytest.fixture
def german(words: Phrasebook) -> Words:
    return Words(words.say, "de", TITLES, ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (timedelta(seconds=-5), "gerade eben"),
        (timedelta(seconds=59), "gerade eben"),
        (timedelta(minutes=1), "1 Min."),
        (timedelta(minutes=61), "1 Std. 1 Min."),
        (timedelta(days=2, hours=3, minutes=9), "2 Tg. 3 Std."),
        (timedelta(days=1200), "1200 Tg. 0 Std."),
    ],
)
def test_waiting_is_said_roughly(german: Words, passed: timedelta, said: str) -> None:
    assert german.waited(passed) == said


def test_a_time_of_today_has_no_date(german: Words) -> None:
    assert german.clock(NOON, NOON) == "12:00"
    assert german.clock(NOON - timedelta(days=1), NOON) == "21.11., 12:00"


@pytest.mark.parametrize(
    ("kind", "who", "detail", "said"),
    [
        ("opened", None, "", ("Fall eröffnet", "")),
        ("closed", "Anna", "solved", ("Abgeschlossen von Anna", "Gelöst")),
        ("closed", None, "withdrawn", ("Von der ratsuchenden Person beendet", "")),
        ("moved", "Anna", "Boris", ("Weitergegeben von Anna", "Boris")),
        ("blocked", "Anna", "2026-12-03", ("Gesperrt von Anna", "bis 03.12.2026")),
        ("blocked", "Anna", "always", ("Gesperrt von Anna", "always")),
        ("teleported", None, "", ("teleported", "")),
    ],
)
def test_events_are_said_in_words(
    german: Words, kind: str, who: str | None, detail: str, said: tuple[str, str]
) -> None:
    assert german.event(Event(NOON, kind, who, detail)) == said


def test_what_there_are_no_words_for_is_said_all_the_same(german: Words) -> None:
    assert german.refusal("because", "") == "Das geht gerade nicht."
    assert german.topic("astrology") == "astrology"
    assert german.topic(None) == "Ohne Thema"
