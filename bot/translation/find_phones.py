"""Finds phone numbers, with the library `phonenumbers` where there are enough digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from phonenumbers import PhoneNumberMatcher

from bot.translation.items import Found, Item, Kind

REGION: Final = "DE"
MIN_DIGITS: Final = 6

#: Digits and what stands between them, from a plus, a zero or a number before brackets on.
_CANDIDATE: Final = re.compile(
    r"(?<![\w+＋])(?<!\d[.,:/-])(?:[+＋]\s?\(?(?=\d)|\([+＋]?(?=\d)|(?=[0٠۰])|(?=\d{1,2}\s?\(\d))"
    "\\d+(?:[ \u00a0\u202f()/.\u2010\u2011–-]{1,3}\\d+)*"
)
#: § 66i TKG and the rulings of the Bundesnetzagentur: 110, 112, 115 and the 116 numbers.
_SHORT: Final = re.compile(
    r"(?<!\w)(?<!\d[.,:/ -])(?:11[025]|116[ \u00a0-]?\d{3})(?!\w)(?![.,:/-]\d)(?!\s?%)"
)
_NEXT_NUMBER: Final = re.compile(r"\s(?=\(?[0٠۰])")


def find_phones(text: str) -> Iterator[Found]:
    """Phone numbers as written; those the library does not know too when they look like one.

    Some may stand over each other; the first is meant.
    """
    for match in _CANDIDATE.finditer(text):
        start, end = match.span()
        if text.count("(", start, end) > text.count(")", start, end):
            start = text.index("(", start) + 1 if text[start] == "(" else start
        if sum(char.isdigit() for char in text[start:end]) >= MIN_DIGITS:
            for first, last in _numbers_in(text[start:end]):
                number = text[start + first : start + last]
                yield Found(start + first, start + last, Item(Kind.PHONE, number))
    for match in _SHORT.finditer(text):
        yield Found(*match.span(), Item(Kind.PHONE, match.group()))


def _numbers_in(candidate: str) -> Iterator[tuple[int, int]]:
    """Where the numbers are: as the library sees them, else one from each leading zero on."""
    known = [(match.start, match.end) for match in PhoneNumberMatcher(candidate, REGION)]
    if known and known[0][0] == 0:
        yield from known
        return
    start = 0
    for gap in (*_NEXT_NUMBER.finditer(candidate), None):
        end = gap.start() if gap else len(candidate)
        digits = sum(char.isdigit() for char in candidate[start:end])
        if gap is None or (digits >= MIN_DIGITS and len(candidate) - end > MIN_DIGITS):
            if digits >= MIN_DIGITS:
                yield start, end
            start = gap.end() if gap else end
