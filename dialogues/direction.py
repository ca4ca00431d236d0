"""Keeps numbers, names and addresses readable inside right-to-left text.

A run of Latin letters or digits is wrapped in FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE,
as the Unicode Bidirectional Algorithm (UAX #9, section 2.4.2) advises for inserted text.
"""

from __future__ import annotations

import re

FSI, PDI = "\u2068", "\u2069"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})

_LETTER = "0-9A-Za-zÀ-ɏ"
_WORD = rf"[@+/]?[{_LETTER}](?:[{_LETTER}@+&%./:_–'’-]*[{_LETTER}])?"
_RUN = re.compile(rf"{FSI}[^{FSI}{PDI}]*{PDI}|{_WORD}(?:,? {_WORD})*")
_LIST_NUMBER = re.compile(r"\d{1,2}\.(?=\s|$)")


def isolate(text: str, language: str) -> str:
    """The text with left-to-right runs isolated if the language is written right to left.

    What is isolated already stays as it is, so that doing it twice changes nothing. The number that
    begins a line of a list belongs to the line's own direction and stays too.
    """
    if language not in RIGHT_TO_LEFT:
        return text
    return "\n".join(_isolate_line(line) for line in text.split("\n"))


def _isolate_line(line: str) -> str:
    number = _LIST_NUMBER.match(line)
    start = number.end() if number else 0
    return line[:start] + _RUN.sub(_wrapped, line[start:])


def _wrapped(match: re.Match[str]) -> str:
    run = match.group()
    return run if run.startswith(FSI) else f"{FSI}{run}{PDI}"
