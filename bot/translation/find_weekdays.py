"""Finds weekdays in any of the five languages: alone, in spans ("Mo-Fr") and repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.translation.calendar_words import REPEATED, SHORT_WEEKDAYS, UNCLEAR, WEEKDAYS
from bot.translation.items import Found, Item, Kind, Weekday

#: `find_items` writes it over times and numbers it found already.
TAKEN_NUMBER: Final = "\ufffb"

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_CAPITAL_I: Final = str.maketrans("İ", "i")
_ARABIC_PREFIXES: Final = ("و", "ف", "ب")
#: `with_each` only belongs to a repeated day: "on Mondays", but "on Monday" is for the machine.
_IN_FRONT: Final = re.compile(
    r"(?<!\w)(?:(?P<each>[أا]يام)|(?P<with_each>по|on)|يوم)\s\Z", re.IGNORECASE
)
_BEHIND: Final = re.compile(r"\s(?:g[üu]n[üu]|(?P<each>g[üu]nleri))(?!\w)", re.IGNORECASE)
_DASH: Final = re.compile(r"\.?\s?[-–]\s?")
_BETWEEN: Final = r"\.?\s?(?:[,/&+]|und|and|и|ve)\s?"
_LIST: Final = re.compile(_BETWEEN)
_LIST_BEFORE: Final = re.compile(_BETWEEN + r"\Z")
_TIME_BEHIND: Final = re.compile(rf"(?:[:,]|\.:)?\s?{TAKEN_NUMBER}")
#: Longer than all that may stand in front of a weekday.
_NEAR: Final = 8


@dataclass(frozen=True)
class Day:
    """A weekday at `start:end` of a text."""

    start: int
    end: int
    value: Weekday


def find_weekdays(text: str, language: str) -> Iterator[Found]:
    """Weekdays without a date. text: with TAKEN_NUMBER in place of the times in it.

    language: of the text, ISO 639-1; decides about words that are no weekday elsewhere.
    """
    full = [day for day in full_weekdays(text) if _is_clear(text, day, language)]
    short = short_weekdays(text, {language})
    either = short_weekdays(text, {language, "de", "en"})
    candidates = [*_spans(text, [*full, *either]), *_listed_or_timed(text, short, full), *full]
    end = 0
    for day in sorted(candidates, key=lambda day: (day.start, -day.end)):
        if day.start >= end:
            end = day.end
            yield Found(day.start, end, Item(Kind.WEEKDAY, text[day.start : end], day.value))


def full_weekdays(text: str) -> list[Day]:
    """All words that may be a weekday written out in any language, with "günü" and the like."""
    days = []
    names = _names()
    for match in _WORD.finditer(text):
        word = match.group().translate(_CAPITAL_I).lower()
        start, end = match.span()
        if word not in names and word.startswith(_ARABIC_PREFIXES):
            start, word = start + 1, word[1:]
        if word in names:
            number, repeated = names[word]
            front = _IN_FRONT.search(text, max(0, start - _NEAR), start)
            behind = _BEHIND.match(text, end)
            if front and (repeated or not front["with_each"]):
                start = front.start()
                repeated = repeated or front["each"] is not None
            if behind:
                end = behind.end()
                repeated = repeated or behind["each"] is not None
            days.append(Day(start, end, Weekday(number, None, repeated)))
    return days


def short_weekdays(text: str, languages: set[str]) -> list[Day]:
    """Whatever may be a shortened weekday of some languages; many are words of their own."""
    names = {k: v for code in languages for k, v in _short_names(code).items()}
    return [
        Day(*match.span(), Weekday(names[match.group()]))
        for match in _WORD.finditer(text)
        if match.group() in names
    ]


def _is_clear(text: str, day: Day, language: str) -> bool:
    """Whether a Turkish weekday is meant; "pazar" is a market when nothing else tells."""
    word = text[day.start : day.end]
    if word.translate(_CAPITAL_I).lower() not in UNCLEAR:
        return True
    return language == "tr" and word != "pazar"


def _spans(text: str, days: Sequence[Day]) -> Iterator[Day]:
    starts = {day.start: day for day in days}
    for day in days:
        dash = _DASH.match(text, day.end)
        last = starts.get(dash.end()) if dash else None
        if last is not None:
            yield Day(day.start, last.end, Weekday(day.value.day, last.value.day))


def _listed_or_timed(text: str, days: Sequence[Day], full: Sequence[Day]) -> Iterator[Day]:
    """Shortened weekdays beside another weekday or right before a time."""
    starts = {day.start for day in (*days, *full)}
    ends = {day.end for day in (*days, *full)}
    for day in days:
        behind = _LIST.match(text, day.end)
        before = _LIST_BEFORE.search(text, max(0, day.start - _NEAR), day.start)
        if (
            (behind and behind.end() in starts)
            or (before and before.start() in ends)
            # "So" is a word that often stands before a number.
            or (_TIME_BEHIND.match(text, day.end) and text[day.start : day.end] != "So")
        ):
            yield day


@lru_cache(maxsize=1)
def _names() -> Mapping[str, tuple[int, bool]]:
    return {
        word: (number, repeated)
        for table, repeated in ((WEEKDAYS, False), (REPEATED, True))
        for days in table.values()
        for number, forms in enumerate(days)
        for word in forms.split()
    }


@lru_cache(maxsize=8)
def _short_names(language: str) -> Mapping[str, int]:
    days = SHORT_WEEKDAYS.get(language, ())
    return {word: number for number, forms in enumerate(days) for word in forms.split()}
