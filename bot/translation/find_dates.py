"""Finds dates in any of the five languages, with the weekday beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from bot.translation.calendar_words import MONTHS
from bot.translation.find_weekdays import Day, full_weekdays, short_weekdays
from bot.translation.items import Date, Found, Item, Kind

_NO_DIGITS_BEFORE: Final = r"(?<!\d)(?<!\d[.,:/-])(?<![+＋])"
_NO_DIGITS_BEHIND: Final = r"(?!\d)(?![.:/-]\d)"
_NUMERIC: Final = re.compile(
    rf"{_NO_DIGITS_BEFORE}(?:"
    r"(?P<d1>\d{1,2})\.\s?(?P<m1>\d{1,2})\.(?:\s?\d{4}(?!\d)|\d{2}(?!\d))?"
    r"|(?P<d2>\d{1,2})[/.-](?P<m2>\d{1,2})[/.-](?:\d{4}|\d{2})"
    rf"|\d{{4}}[-./](?P<m3>\d{{1,2}})[-./](?P<d3>\d{{1,2}})){_NO_DIGITS_BEHIND}"
)
#: A preposition and the article of an apposition between weekday and date.
_LEADING: Final = re.compile(r"[.,،]{0,2}\s{0,2}(?:(?:den|dem|the)\s)?")
_TRAILING: Final = re.compile(r"[,،]?\s")
#: Words of their own when they are not written like a name.
_VERBS: Final = frozenset({"may", "march", "mar"})


def find_dates(text: str, language: str) -> Iterator[Found]:
    """Dates with a day, the weekday in front or behind included.

    language: of the text, ISO 639-1; "December 3" is only a date in English, because "im April 3
    Termine" has none.
    """
    dates = sorted((*_numeric(text), *_named(text, language)), key=lambda found: found.start)
    days = (*full_weekdays(text), *short_weekdays(text, {language})) if dates else ()
    end = 0
    for found in dates:
        if found.start >= end:
            whole = _with_weekday(text, found, days, end)
            end = whole.end
            yield whole


def _with_weekday(text: str, found: Found, days: Sequence[Day], free_from: int) -> Found:
    value = found.item.value
    assert isinstance(value, Date)
    for day in days:
        single = not day.value.repeated
        if single and free_from <= day.start and _LEADING.fullmatch(text, day.end, found.start):
            return _date(text, day.start, found.end, replace(value, weekday=day.value.day))
    if value.written.endswith("."):
        return found
    for day in days:
        if not day.value.repeated and _TRAILING.fullmatch(text, found.end, day.start):
            behind = replace(value, weekday=day.value.day, behind=True)
            return _date(text, found.start, day.end, behind)
    return found


def _date(text: str, start: int, end: int, value: Date) -> Found:
    return Found(start, end, Item(Kind.DATE, text[start:end], value))


def _numeric(text: str) -> Iterator[Found]:
    for match in _NUMERIC.finditer(text):
        low, high = sorted(int(number) for number in match.groups() if number)
        if 1 <= low <= 12 and high <= 31:
            yield _date(text, *match.span(), Date(written=match.group()))


def _named(text: str, language: str) -> Iterator[Found]:
    pattern = _english_too() if language == "en" else _day_and_month()
    for match in pattern.finditer(text):
        groups = match.groupdict(default="")
        day = groups["day"] or groups.get("day_behind", "")
        name = groups["month"] or groups.get("month_before", "")
        year = groups["year"]
        verb = name in _VERBS and match.group() in (f"{day} {name}", f"{name} {day}")
        if 1 <= int(day) <= 31 and not verb:
            yield _date(text, *match.span(), Date(day=day, month=_number(name), year=year))


_YEAR: Final = r"(?:,?\s{0,2}(?P<year>\d{4})(?!\d)(?![.,:]\d)(?:\s?(?:г\.|года|году)(?!\w))?)?"


@lru_cache(maxsize=1)
def _before() -> str:
    names = "|".join(f"(?:{forms})" for months in MONTHS.values() for forms in months)
    return (
        rf"{_NO_DIGITS_BEFORE}(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th|-?го|-?е|-?ое)?\s{{0,2}}"
        rf"(?:of\s)?(?P<month>(?:{names}))(?:[dt][ae])?(?!\w)(?:\.(?=\s*\d{{4}}|\s+[a-zа-я]|,))?"
    )


@lru_cache(maxsize=1)
def _day_and_month() -> re.Pattern[str]:
    return re.compile(_before() + _YEAR, re.IGNORECASE)


@lru_cache(maxsize=1)
def _english_too() -> re.Pattern[str]:
    names = "|".join(f"(?:{forms})" for forms in MONTHS["en"])
    behind = (
        rf"(?<!in\s)(?<!\w)(?P<month_before>(?:{names}))\.?\s(?:the\s)?"
        r"(?P<day_behind>\d{1,2})(?:st|nd|rd|th)?(?!\w)(?![:.,/-]\d)"
    )
    return re.compile(f"(?:{_before()}|{behind}){_YEAR}", re.IGNORECASE)


@lru_cache(maxsize=64)
def _number(name: str) -> int:
    """The month (1 to 12) a name stands for."""
    return next(
        index + 1
        for index in range(12)
        for months in MONTHS.values()
        if re.fullmatch(months[index], name, re.IGNORECASE)
    )
