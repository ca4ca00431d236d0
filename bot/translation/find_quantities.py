"""Finds amounts of money, doses and every other number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from bot.translation.items import Found, Item, Kind
from bot.translation.numerals import NUMERALS

_LATIN: Final = "A-Za-zÀ-ÖØ-öø-ɏ"
_SPACE: Final = "[ \u00a0\u202f]"
_NO_DIGITS_BEFORE: Final = r"(?<!\d)(?<!\d[.,:])"

_AMOUNT_NUMBER: Final = (
    r"(?:\d{1,3}(?:[.,'’٬\u00a0\u202f ]\d{3})+(?!\d)(?:[.,٫]\d{1,2})?"
    r"|\d+(?:[.,٫]\d{1,2})?)(?!\d)(?:,[-–]{1,2})?"
)
_SIGN: Final = r"(?:€|\$|£|₺|₽)"
_CURRENCY: Final = (
    r"(?:€|\$|£|₺|₽|(?:EUR|USD|TRY|TL|Euros?|Cents?|Dollars?|avro|dolar|lira|евро|центов|цента?"
    r"|руб(?:л[а-я]*)?|доллар[а-я]*|يورو|اورو|دولار(?:ات)?|ليرة|سنت)(?!\w))"
)
_AMOUNT: Final = re.compile(
    rf"{_NO_DIGITS_BEFORE}(?:(?<!\w)[+−-])?{_AMOUNT_NUMBER}"
    rf"(?:\s?[-–]\s?{_AMOUNT_NUMBER})?{_SPACE}?-?{_CURRENCY}(?:(?<=o){_SPACE}\d\d(?=[.,;!?)]*(?:\s*\Z|\n)))?"
    rf"|(?:(?<!\w)[+−-])?(?:(?<!\w)US)?(?:{_SIGN}|(?<!\w)(?:EUR|USD))"
    rf"{_SPACE}?[+−-]?{_AMOUNT_NUMBER}",
    re.IGNORECASE,
)

_UNIT: Final = (
    r"(?:mg|µg|μg|mcg|kg|g|ml|cl|l|I\.?E\.?|I\.?U\.?|мг|мкг|мл|кг|مغ|ملغ|ملغم|مل|مجم|كغ|كجم)(?!\w)"
)
_HOW_OFTEN: Final = (
    rf"\d+(?:[-–]\d+)?{_SPACE}?(?:[x×]|mal){_SPACE}?"
    r"(?:täglich|tgl\.?|am Tag|pro Tag|daily|a day|per day|в день|в сутки|يوميا)(?!\w)"
)
_DOSE: Final = rf"\d+(?:[.,٫/]\d+)?(?:{_SPACE}?[-–x×]{_SPACE}?\d+(?:[.,٫]\d+)?)?{_SPACE}?{_UNIT}"
_DOSAGE: Final = re.compile(
    rf"{_NO_DIGITS_BEFORE}(?<![{_LATIN}])(?:{_HOW_OFTEN}[\s,]{{0,2}}{_DOSE}"
    rf"|{_DOSE}(?:[\s,]{{1,2}}{_HOW_OFTEN})?|{_DOSE}(?:/\w{{1,3}})?)",
    re.IGNORECASE,
)

#: "112yi", "17den": cases, as many write them without the apostrophe.
_TURKISH_CASE: Final = rf"(?:[dt][ae]n?|y?[iıuü]|y?[ae]|n[iıuü]n|[iıuü]n)(?![{_LATIN}])"


def find_amounts(text: str) -> Iterator[Found]:
    """Amounts of money, with the sign or name of the currency before or behind."""
    return _all(Kind.AMOUNT, _AMOUNT, text)


def find_dosages(text: str) -> Iterator[Found]:
    """Doses: a number with a unit, and how often a day when it stands beside."""
    return _all(Kind.DOSAGE, _DOSAGE, text)


def find_numbers(text: str, language: str) -> Iterator[Found]:
    """Every other run of digits of any script, with the Latin letters that belong to it.

    language: of the text, ISO 639-1; Turkish cases are left to the machine.
    """
    return _all(Kind.NUMBER, _number(language == "tr"), text)


@lru_cache(maxsize=2)
def _number(turkish: bool) -> re.Pattern[str]:
    """Finds "38,5", "COVID-19", "U9", "500-123/26", "1-0-1", "50 %", "12a", but "3" of "3Tage"."""
    case = rf"(?!{_TURKISH_CASE})" if turkish else ""
    digit_first = (
        rf"[{NUMERALS}]+(?:[{_LATIN}]+[{NUMERALS}]+)*(?:{case}[{_LATIN}]{{1,3}}(?![{_LATIN}]))?"
    )
    run = rf"(?:(?<![{_LATIN}])[{_LATIN}]+[{NUMERALS}][{_LATIN}{NUMERALS}]*|{digit_first})"
    return re.compile(
        rf"(?:(?<!\w)[+＋−-])?(?:(?<!\w)[A-ZÄÖÜ]{{1,6}}-)?{run}"
        rf"(?:[.,:/٫٬_–-]{{1,2}}{run}|{_SPACE}[{NUMERALS}]+(?![{_LATIN}{NUMERALS}]))*"
        rf"(?:{_SPACE}?%)?(?:\ufe0f?\u20e3)?"
    )


def _all(kind: Kind, pattern: re.Pattern[str], text: str) -> Iterator[Found]:
    for match in pattern.finditer(text):
        yield Found(*match.span(), Item(kind, match.group()))
