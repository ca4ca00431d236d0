"""Cuts a long text where a reader would pause."""

from __future__ import annotations

import re
import unicodedata

#: Telegram's limit for one message, in UTF-16 code units.
LIMIT = 4096

_PARAGRAPH = re.compile(r"\n\s*\n")
_LINE = re.compile(r"\n")
_SENTENCE = re.compile(r"(?<=[.!?…؟۔])[\"'»”“’)\]\u2069]*(?=\s)")
_WORD = re.compile(r"(?=\s)")
_JOINERS = "\u200d\ufe0e\ufe0f"
_LONGEST_CLUSTER = 32
#: One character outside the basic plane.
_SMALLEST_LIMIT = 2


def units(text: str) -> int:
    """Return the length of a text as Telegram counts it: in UTF-16 code units."""
    return len(text) + sum(char > "\uffff" for char in text)


def parts(text: str, limit: int = LIMIT) -> tuple[str, ...]:
    """Cut a text into pieces of at most `limit` UTF-16 code units, none of them blank.

    Cuts between paragraphs if one ends in the second half of a piece, else between lines,
    sentences, words, and only then inside a word, never inside a character. Put together again
    the pieces lack nothing but white space where they were cut.

    Raises ValueError for a text of white space only and for a limit below 2.
    """
    if limit < _SMALLEST_LIMIT:
        raise ValueError(f"a piece has room for {_SMALLEST_LIMIT} UTF-16 code units at least")
    if not text.strip():
        raise ValueError("there is nothing to say")
    if units(text) <= limit:
        return (text,)
    pieces: list[str] = []
    rest = text.strip()
    while rest:
        end = _end(rest, limit)
        pieces.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return tuple(pieces)


def _end(text: str, limit: int) -> int:
    """Return how many characters of a text that begins with a visible one go into a piece."""
    room = _room(text, limit)
    if room == len(text):
        return room
    # The character after the piece is looked at too: it may be the space that ends a sentence.
    window = text[: room + 1]
    for pattern in (_PARAGRAPH, _LINE, _SENTENCE, _WORD):
        ends = [_cut(found) for found in pattern.finditer(window) if _cut(found) <= room]
        if ends and (ends[-1] > room // 2 or pattern is _WORD):
            return ends[-1]
    return _between_characters(text, room)


def _cut(found: re.Match[str]) -> int:
    """White space found is left out of the piece, closing quotes found belong to it."""
    return found.start() if found.group().isspace() else found.end()


def _room(text: str, limit: int) -> int:
    """Return how many characters fit into `limit` UTF-16 code units."""
    used = 0
    for index, char in enumerate(text[:limit]):
        used += 2 if char > "\uffff" else 1
        if used > limit:
            return index
    return min(len(text), limit)


def _between_characters(text: str, room: int) -> int:
    """Step back from accents and joined emoji, unless that would leave nothing."""
    for cut in range(room, max(0, room - _LONGEST_CLUSTER), -1):
        if not _sticks(text[cut]) and text[cut - 1] != "\u200d":
            return cut
    return room


def _sticks(char: str) -> bool:
    return char in _JOINERS or unicodedata.combining(char) != 0
