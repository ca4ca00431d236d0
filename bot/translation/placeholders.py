"""How an item looks in the text given to the machine, and how it is found again behind it.

Nothing but placeholders has digits in that text, so every digit behind the machine must belong to
a placeholder, and each placeholder must be there exactly once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bot.translation.numerals import NUMERAL, ascii_digits


@dataclass(frozen=True)
class Place:
    """Item number `index` (from 0) stands at `start:end` of a translation."""

    start: int
    end: int
    index: int


@dataclass(frozen=True)
class Style:
    """A way to write placeholders.

    opening, closing: what stands around the number. number: from an item's index (from 0) to the
    number written for it, another one for each of up to 9000 items. pattern: finds what may be a
    placeholder, its number as group 1.
    """

    name: str
    opening: str
    closing: str
    number: Callable[[int], int]
    pattern: re.Pattern[str]

    def write(self, index: int) -> str:
        """The placeholder of item number `index` (from 0)."""
        return f"{self.opening}{self.number(index)}{self.closing}"

    def read(self, translated: str, count: int) -> list[Place] | None:
        """Where the placeholders of `count` items stand, from left to right.

        None when one is missing, doubled or unknown, or when there is any other numeral. Spaces
        inside brackets, digits of another script, a thousands separator and another case are
        taken for harmless.
        """
        text = ascii_digits(translated)
        expected = {str(self.number(index)): index for index in range(count)}
        places = []
        rest, at = "", 0
        for match in self.pattern.finditer(text):
            index = expected.pop(re.sub(r"\D", "", match.group(1)), None)
            if index is None:
                return None
            places.append(Place(match.start(), match.end(), index))
            rest, at = rest + text[at : match.start()], match.end()
        if expected or NUMERAL.search(rest + text[at:]):
            return None
        return places


def _unusual(index: int) -> int:
    """Four digits unlike those of the neighbours; 389 and 9000 have no common factor."""
    return 1000 + (6301 + 389 * index) % 9000


def _from_one(index: int) -> int:
    return index + 1


def _from_zero(index: int) -> int:
    return index


#: A bare number no message is likely to have; models copy numbers because training texts do.
NUMBER: Final = Style(
    "number",
    "",
    "",
    _unusual,
    re.compile(r"(?<![\dA-Za-z])(\d[.,'’٬\u00a0\u202f ]?\d{3})(?![\dA-Za-z])"),
)
BRACKETS: Final = Style("brackets", "[", "]", _from_one, re.compile(r"\[\s*(\d+)\s*\]"))
#: Looks like a name. Cyrillic letters too, because models write the letter anew.
LETTERS: Final = Style("letters", "X", "X", _from_one, re.compile(r"[XxХх]\s?(\d+)\s?[XxХх]"))
BRACES: Final = Style("braces", "{", "}", _from_zero, re.compile(r"\{\s*(\d+)\s*\}"))

#: To be tried in turn until one comes back whole.
STYLES: Final = (NUMBER, BRACKETS, LETTERS, BRACES)
