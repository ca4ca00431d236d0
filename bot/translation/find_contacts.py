"""Finds web and e-mail addresses, and account, insurance and case numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.translation.items import Found, Item, Kind

_LATIN: Final = "A-Za-zÀ-ÖØ-öø-ɏ"
_SPACE: Final = "[ \u00a0\u202f]"

_REST_OF_LINK: Final = r"[^\s<>\"«»„“”،؛؟\ufffc]*"
_LINK: Final = re.compile(
    rf"(?<![{_LATIN}\d@])(?:https?://|www\.|t\.me/|wa\.me/){_REST_OF_LINK}"
    r"|(?<![A-Za-z\d@.äöüß-])(?:[a-z\däöüß-]+\.)+"
    r"(?:de|com|org|net|eu|info|bremen|berlin|app|gov|ru|tr)"
    rf"(?![{_LATIN}\d@-])(?![.][{_LATIN}\d])(?:[/?#]{_REST_OF_LINK})?",
    re.IGNORECASE,
)
_EMAIL: Final = re.compile(
    r"[A-Za-z\däöüÄÖÜß._%+-]+@[A-Za-z\däöüÄÖÜß-]+(?:\.[A-Za-z\däöüÄÖÜß-]+)+"
    r"|(?<![\w.])@[A-Za-z\d_]{3,}"
)
_CLOSING: Final = ".,;:!?'’”…*_"

#: ISO 13616: country, two check digits, up to 30 letters or digits in groups of four.
_ACCOUNT: Final = re.compile(
    rf"(?<!\w)(?:DE\d\d(?:{_SPACE}?\d{{4}}){{4}}{_SPACE}?\d\d"
    rf"|[A-Z]{{2}}\d\d(?:{_SPACE}?[A-Z\d]{{4}}){{3,7}}(?:{_SPACE}?[A-Z\d]{{1,3}})?)(?!\w)"
)
#: § 290 SGB V: a letter and nine digits; § 147 SGB VI: eight digits, a letter, three digits.
_INSURANCE_NUMBER: Final = re.compile(
    rf"(?<!\w)(?:[A-ZА-Яa-z]\d{{9}}|[A-Z](?:{_SPACE}?\d{{3}}){{3}}"
    rf"|\d\d{_SPACE}?\d{{6}}{_SPACE}?[A-Z]{_SPACE}?\d{{3}})(?!\w)"
)
_CASE_NUMBER: Final = re.compile(
    r"(?<!\w)(?:Az\.?:?\s?)?(?:[A-Z]{1,3}\s)?\d{1,4}\s[A-Za-zÄÖÜ]{1,5}\s\d{1,6}/\d{2,4}"
    r"(?:\s[A-Z]{1,3})?(?!\w)"
    r"|(?:(?<!\w)(?:Az|Gz)\.?|Aktenzeichen|Geschäftszeichen|(?<![^\W\d])[\w-]*nummer|"
    r"[Cc]ase (?:no|number))"
    r"[.:]?\s{0,2}(?P<code>[A-Z\d](?:[A-Za-z\d]|[./_-]{1,2}(?=[A-Za-z\d])|\s(?=\d))*)(?!\w)"
)


def find_contacts(text: str) -> Iterator[Found]:
    """Web addresses, e-mail addresses and @names."""
    for match in _EMAIL.finditer(text) if "@" in text else ():
        end = match.start() + len(match.group().rstrip(_CLOSING))
        yield Found(match.start(), end, Item(Kind.EMAIL, text[match.start() : end]))
    for match in _LINK.finditer(text) if "." in text or "://" in text else ():
        link = _without_punctuation(match.group())
        if link:
            yield Found(match.start(), match.start() + len(link), Item(Kind.LINK, link))


def _without_punctuation(link: str) -> str:
    while link.endswith(tuple(_CLOSING)) or (
        link.endswith(")") and link.count("(") < link.count(")")
    ):
        link = link[:-1]
    return link


def find_registered(text: str) -> Iterator[Found]:
    """Account, insurance and case numbers, not checked for being valid.

    Some may stand over each other; the first is meant.
    """
    for kind, pattern in (
        (Kind.ACCOUNT, _ACCOUNT),
        (Kind.INSURANCE_NUMBER, _INSURANCE_NUMBER),
        (Kind.CASE_NUMBER, _CASE_NUMBER),
    ):
        for match in pattern.finditer(text):
            start, end = match.span("code" if match.groupdict().get("code") else 0)
            if any(char.isdigit() for char in text[start:end]):
                yield Found(start, end, Item(kind, text[start:end]))
