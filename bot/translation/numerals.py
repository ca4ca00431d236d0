"""Digits of any script."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: Inside a character class: decimal digits of all scripts, and fractions, powers, circled numbers.
NUMERALS: Final = r"\d²³¹¼-¾⁰⁴-⁹₀-₉⅐-↉①-⒛⓪-⓿❶-➓"
NUMERAL: Final = re.compile(f"[{NUMERALS}]")

_FOREIGN_DIGIT: Final = re.compile(r"(?![0-9])\d")


def ascii_digits(text: str) -> str:
    """The text with decimal digits of all scripts as 0-9; nothing else changes, nor the length."""
    if text.isascii():
        return text
    return _FOREIGN_DIGIT.sub(lambda match: str(unicodedata.decimal(match.group())), text)
