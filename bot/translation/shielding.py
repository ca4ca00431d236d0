"""Keeps what a machine must not touch out of the text it translates, and puts it back.

Phone numbers, amounts, dates, names and all other items are replaced by placeholders. What comes
back is only used when each placeholder is there exactly once and the machine added no digit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.translation.find_items import find_items
from bot.translation.items import Item
from bot.translation.placeholders import Style
from bot.translation.reader_forms import ReaderForms
from knowledge.glossary import Glossary

#: Signs that give a number another meaning, and the brackets of placeholders.
_SIGNS: Final = re.compile(r"[+＋%€$£₺₽¥{}\[\]]")
#: Between two items they would make one number of them: "3.5".
_GLUE: Final = frozenset(("", *".,:/'’٫٬"))
#: A Latin or Cyrillic letter; Arabic prefixes are written together with a number.
_LETTER: Final = re.compile(r"[A-Za-z\u00c0-\u024f\u0400-\u04ff]")
#: Pasted phone numbers come with them; they are set anew for Arabic readers.
_DIRECTIONS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Shielded:
    """A message cut into what a machine translates (str) and what it does not see (Item).

    language: of the message, ISO 639-1. Two strings never follow each other.
    """

    language: str
    pieces: tuple[str | Item, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """What is replaced, in the order of the text."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Item))

    @property
    def words(self) -> str:
        """What is left for the machine, without placeholders; may hold no letter at all."""
        return "".join(piece for piece in self.pieces if isinstance(piece, str))

    def render(self, style: Style) -> str:
        """The text for the machine. A letter glued to a placeholder is set apart by a space."""
        text, index, after_item = "", 0, False
        for piece in self.pieces:
            if isinstance(piece, Item):
                gap = " " if after_item or _LETTER.match(text[-1:]) else ""
                text, index, after_item = text + gap + style.write(index), index + 1, True
            else:
                text += " " + piece if after_item and _LETTER.match(piece) else piece
                after_item = False
        return text


def shield(text: str, language: str, glossary: Glossary, names: Sequence[str] = ()) -> Shielded:
    """Cut a message into words and items.

    language: of the message, ISO 639-1. names: what the counsellor marked as a name, as written.
    """
    text = _DIRECTIONS.sub("", text)
    pieces: list[str | Item] = []
    at = 0
    for found in find_items(text, language, glossary, names):
        if found.start > at:
            pieces.append(text[at : found.start])
        pieces.append(found.item)
        at = found.end
    if at < len(text):
        pieces.append(text[at:])
    return Shielded(language, tuple(pieces))


def restore(
    shielded: Shielded,
    style: Style,
    translated: str,
    target: str,
    glossary: Glossary,
    explained: set[str] | None = None,
) -> str | None:
    """Put the items back into a translation of `shielded.render(style)`.

    target: the reader's language, ISO 639-1. explained: ids of terms whose German word the reader
    has seen; those of this text are added. None when a placeholder is missing, doubled or
    altered, when there is a digit of any script which is no placeholder's, or a plus, per cent or
    currency sign or bracket the message did not have.
    """
    items = shielded.items
    places = style.read(translated, len(items))
    if places is None:
        return None
    forms = ReaderForms(target, glossary, explained or ())
    text, between, at = "", "", 0
    for place in places:
        literal = translated[at : place.start]
        between += literal
        if at > 0 and literal in _GLUE and literal not in shielded.pieces:
            literal += " "
        text = _joined(text, literal, after_item=at > 0)
        if _LETTER.match(text[-1:]):
            text += " "
        text += forms.write(items[place.index], text)
        at = place.end
    between += translated[at:]
    if Counter(_SIGNS.findall(between)) - Counter(_SIGNS.findall(shielded.words)):
        return None
    if explained is not None:
        explained |= forms.explained
    return _joined(text, translated[at:], after_item=at > 0)


def _joined(text: str, literal: str, after_item: bool) -> str:
    return text + (" " if after_item and _LETTER.match(literal) else "") + literal
