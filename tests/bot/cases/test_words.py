"""What residents hear about when somebody answers."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest

from bot.cases.hours import Opening, public_holidays
from bot.cases.words import CaseWords
from knowledge.model import DeskHours, Hours
from tests.fixtures.texts import phrases_with_small_numbers

WEEKDAYS = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), ("09:00-17:00",))
LANGUAGES = ("ar", "ru", "tr", "en", "de")


def _words(hours: Hours) -> CaseWords:
    desk = DeskHours(hours, "DE", "HB", (), 10, 30, 72)
    opening = Opening(desk, "Europe/Berlin", public_holidays("DE", "HB"))
    return CaseWords(phrases_with_small_numbers(), opening, lambda language: "LIGA")


@pytest.fixture
def words() -> CaseWords:
    """A desk that is open on weekdays from nine to five."""
    return _words(Hours(by_day=WEEKDAYS))


def _at(day: int, hour: int, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=timezone.utc)


def test_while_the_desk_is_open_a_real_figure_is_promised_or_none(words: CaseWords) -> None:
    assert "20 Minuten" in words.opened("de", _at(23, 9), 20).text
    unknown = words.opened("de", _at(23, 9), None).text
    assert "Minuten" not in unknown
    assert "Antwort hier in diesem Chat" in unknown


def test_at_the_weekend_it_is_said_when_somebody_is_back(words: CaseWords) -> None:
    text = words.opened("de", _at(21, 12), 20).text
    assert "Montag, 23. November 2026, 09:00" in text
    assert "Minuten" not in text


def test_a_holiday_is_no_opening_day(words: CaseWords) -> None:
    """Christmas 2026 is a Friday and a Saturday."""
    assert "Montag, 28. Dezember 2026, 09:00" in words.opened("de", _at(24, 18, 12), 20).text


def test_a_desk_that_never_opens_promises_nothing() -> None:
    text = _words(Hours(by_day={})).opened("de", _at(23, 9), 20).text
    assert "weiß nicht, wann" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_day_and_the_time_stand_in_every_language(words: CaseWords, language: str) -> None:
    text = words.opened(language, _at(21, 12), None).text
    assert "23" in text
    assert "09:00" in text
    assert words.opened(language, _at(21, 12), None).buttons[0].payload == "/cancel"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_hears_german_about_their_case(words: CaseWords, language: str) -> None:
    said = {
        words.expired(language),
        words.reminded(language),
        words.reopened(language),
        words.closed(language).text,
        words.withdrawn(language).text,
        words.blocked(language, date(2027, 1, 31)).text,
        words.still_open(language, _at(23, 9), 5, claimed=True).text,
    }
    assert len(said) == 7
    if language != "de":
        assert not any("Beratung" in text or "Gespräch" in text for text in said)


def test_five_minutes_in_arabic_are_a_few(words: CaseWords) -> None:
    assert "دقائق" in words.opened("ar", _at(23, 9), 5).text
    assert "دقيقة" in words.opened("ar", _at(23, 9), 20).text
