"""Finds times of day in any of the five languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from bot.translation.calendar_words import PARTS_OF_DAY
from bot.translation.items import Clock, Found, Item, Kind

_BEFORE: Final = r"(?<![\d+＋])(?<!\d[.,:/-])"
_TIME: Final = r"\d{1,2}(?:[:.]\d{2})?(?!\d)"
_SPAN: Final = rf"(?P<start>{_TIME})(?:\s?[-–]\s?(?P<end>{_TIME}))?"
_EXACT: Final = r"(?P<start>\d{1,2}:\d{2})(?!\d)(?:\s?[-–]\s?(?P<end>\d{1,2}:\d{2})(?!\d))?"
_BARE: Final = re.compile(
    rf"{_BEFORE}\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?!\d)(?!:\d)"
    rf"(?:\s?[-–]\s?\d{{1,2}}:\d{{2}}(?!\d)(?!:\d))?"
)
#: Read as another hour when a machine translates the word and not the number: 9:30 or 10:30.
_HALF_HOUR: Final = re.compile(
    r"(?<!\w)(?:halb\s\d{1,2}(?:\sUhr)?|half(?:\spast)?\s\d{1,2}|половин[аыу]\s\d{1,2}(?:-?го)?"
    r"|saat\s\d{1,2}\sbuçuk(?:ta)?|\d{1,2}\sbuçukta|ال?ساع[ةه]\s\d{1,2}\sو\s?(?:ال)?نصف?)(?!\w)",
    re.IGNORECASE,
)


def find_times(text: str, language: str) -> Iterator[Found]:
    """Times with a word for the hour or the part of the day, and times with a colon.

    Some may stand over each other; the first is meant.

    language: of the text, ISO 639-1; "bis 7 am Montag" is no morning hour in German.
    """
    for match, value in _candidates(text, language):
        yield Found(*match.span(), Item(Kind.TIME, match.group(), value))


def _candidates(text: str, language: str) -> Iterator[tuple[re.Match[str], Clock | None]]:
    folded = text.casefold()
    for match in _HALF_HOUR.finditer(text):
        yield match, None
    for match in _am_pm(language).finditer(text):
        if _is_time(match):
            yield match, None
    for words, patterns in _with_words():
        if any(word in folded for word in words):
            for pattern in patterns:
                for match in pattern.finditer(text):
                    if _is_time(match):
                        yield match, _clock(match)
    for match in _BARE.finditer(text):
        yield match, None


def _is_time(match: re.Match[str]) -> bool:
    return all(
        int(number) <= limit
        for time in (match["start"], match["end"])
        for number, limit in zip(re.split("[:.]", time or "0"), (24, 59), strict=False)
    )


def _clock(match: re.Match[str]) -> Clock | None:
    groups = match.groupdict()
    start = match["start"].replace(".", ":")
    if groups.get("minutes"):
        if ":" in start or match["end"]:
            return None
        start = f"{start}:{groups['minutes']}"
    part = next((int(name[1]) for name, found in groups.items() if found and name[0] == "p"), None)
    return Clock(start, (match["end"] or "").replace(".", ":"), part)


@lru_cache(maxsize=2)
def _am_pm(language: str) -> re.Pattern[str]:
    marks = r"(?:[ap]\.\s?m\.|pm|am(?!\s))" if language == "de" else r"(?:[ap]\.\s?m\.|[ap]m)"
    return re.compile(rf"{_BEFORE}{_SPAN}\s?{marks}(?!\w)", re.IGNORECASE)


def _parts(language: str) -> str:
    forms = enumerate(PARTS_OF_DAY[language])
    return "(?:" + "|".join(f"(?P<p{number}>{form})" for number, form in forms) + ")"


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


@lru_cache(maxsize=1)
def _with_words() -> tuple[tuple[tuple[str, ...], tuple[re.Pattern[str], ...]], ...]:
    """Patterns by words without which none of them can match (searching each would be slow)."""
    de, en, ru, tr, ar = (_parts(language) for language in ("de", "en", "ru", "tr", "ar"))
    # Only where no other number can follow: "9 Uhr 30", but not "9 Uhr 30 Termine".
    minutes = r"(?P<minutes>\d{2})(?![\d.,:])(?!\s?(?-i:[A-ZÄÖÜ€$%])|\w)"
    russian_hours = r"\s?(?:час(?:а|ов|ам|у)?|ч\.?)(?!\w)"
    russian_at = r"(?:(?<=\bв\s)|(?<=\bк\s))(?<!\d)"
    saat = r"(?<!\d\s)(?<!\w)saat\s"
    turkish_end = r"(?=[dt][ae]n?(?!\w)|(?!\w))"
    arabic_hour = r"(?:(?<!\w)|(?<=\bو)|(?<=\bب))(?:لل|ال)ساع[ةه]\s"
    return (
        (("uhr",), _compiled(rf"{_BEFORE}{_SPAN}\s?Uhr(?!\w)(?:\s{minutes})?(?:\s{de}(?!\w))?")),
        (
            ("morgens", "mittags", "früh", "abends", "nachts"),
            _compiled(rf"{_BEFORE}{_SPAN}\s{de}(?!\w)"),
        ),
        (
            ("clock", "in the ", "at n"),
            _compiled(
                rf"{_BEFORE}{_SPAN}\s?o['’]?\s?clock(?!\w)(?:\s{en}(?!\w))?",
                rf"{_BEFORE}{_SPAN}\s{en}(?!\w)",
            ),
        ),
        (
            ("ч", "утра", "вечера", "дня", "ночи"),
            _compiled(
                rf"{russian_at}{_SPAN}{russian_hours}"
                rf"(?:\s(?P<minutes>\d{{2}})\s?мин(?:ут\w*)?\.?)?(?:\s{ru}(?!\w))?",
                rf"{russian_at}{_SPAN}\s{ru}(?!\w)",
                rf"{_BEFORE}{_SPAN}{russian_hours}\s{ru}(?!\w)",
                rf"{_BEFORE}{_EXACT}\s{ru}(?!\w)",
            ),
        ),
        (
            ("saat", "sabah", "len", "akşam", "aksam", "gece"),
            _compiled(
                rf"(?<!\w){tr}\s{saat}{_SPAN}{turkish_end}",
                rf"{saat}(?:{tr}\s)?{_SPAN}{turkish_end}",
                rf"(?<!\w){tr}\s{_EXACT}",
                rf"(?<!\w){tr}\s{_SPAN}(?=['’])",
            ),
        ),
        (("ساع",), _compiled(rf"{arabic_hour}{_SPAN}(?:\s{ar}(?!\w))?")),
        (("ص", "ظهر", "عصر", "م", "ليل"), _compiled(rf"{_BEFORE}{_EXACT}\s{ar}(?!\w)")),
    )
