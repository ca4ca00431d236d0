"""The translation memory: sentences that people have written in both languages.

A sentence is found when it is the same but for capital letters, spaces and its last punctuation, or
but for what is shielded in it: "Kommen Sie am 3.12." is found for any other date. A ready-made
reply is found with whatever stands in the places it leaves open, if that is no sentence itself.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from bot.translation.items import Item, Kind
from bot.translation.reader_forms import ReaderForms
from bot.translation.shielding import Shielded, shield
from knowledge.glossary import Glossary

#: (source text, target text) of two languages.
Pairs = Sequence[tuple[str, str]]
#: Items that differ from one use of a sentence to the next.
_VARIABLE = frozenset(
    {
        Kind.DATE,
        Kind.AMOUNT,
        Kind.TIME,
        Kind.PHONE,
        Kind.NUMBER,
        Kind.CASE_NUMBER,
        Kind.INSURANCE_NUMBER,
        Kind.ADDRESS,
    }
)
_OPEN = re.compile(r"\{([a-z_]+)\}")
#: Places that are left open for words which are the same in every language.
_NAMES = frozenset({"name", "address", "place", "office"})
_LONGEST_VALUE = 80
_END = " \t.!?…:;؟،"


@dataclass(frozen=True)
class _Known:
    """A target sentence. places: for each of its variable items the number of the source's."""

    target: Shielded
    places: tuple[int, ...]


@dataclass
class _Direction:
    known: dict[str, _Known] = field(default_factory=dict)
    open: list[tuple[re.Pattern[str], str]] = field(default_factory=list)


class Memory:
    """Sentences by direction, made ready when a direction is first asked for."""

    def __init__(self, pairs: Callable[[str, str], Pairs], glossary: Glossary) -> None:
        """pairs: what there is from one language to another (ISO 639-1)."""
        self._pairs = pairs
        self._glossary = glossary
        self._directions: dict[tuple[str, str], _Direction] = {}
        self._lock = threading.RLock()
        self._corrections: dict[tuple[str, str], list[tuple[str, str]]] = {}

    def correct(self, corrections: Iterable[tuple[str, str, str, str]]) -> None:
        """Take what curators said yes to: (source, target, text, better). Replaces all before."""
        taken: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for source, target, text, better in corrections:
            taken.setdefault((source, target), []).append((text, better))
        with self._lock:
            if taken != self._corrections:
                self._corrections, self._directions = taken, {}

    def prepare(self, source: str, target: str) -> None:
        """Make a direction ready now; takes a second or so, on any thread."""
        self._direction(source, target)

    def find(self, shielded: Shielded, target: str) -> str | None:
        """What people wrote for this sentence in another language, None for an unknown one."""
        direction = self._direction(shielded.language, target)
        key, items = _key(shielded)
        known = direction.known.get(key)
        if known is not None:
            return self._written(known, items, target)
        text = _plain(shielded)
        for pattern, wanted in direction.open:
            match = pattern.fullmatch(text)
            if match:
                return self._filled(match, wanted, shielded.language, target)
        return None

    def _direction(self, source: str, target: str) -> _Direction:
        with self._lock:
            made = self._directions.get((source, target))
            if made is not None:
                return made
            made = _Direction()
            pairs = (*self._corrections.get((source, target), ()), *self._pairs(source, target))
            for text, wanted in pairs:
                self._take(made, (text, source), (wanted, target))
            self._directions[source, target] = made
            return made

    def _take(self, direction: _Direction, text: tuple[str, str], wanted: tuple[str, str]) -> None:
        if _OPEN.search(text[0]):
            names = _OPEN.findall(text[0])
            if len(set(names)) == len(names) and set(names) == set(_OPEN.findall(wanted[0])):
                direction.open.append((_pattern(text[0]), wanted[0]))
            return
        if not any(sign.isdigit() for sign in text[0] + wanted[0]):
            # Nothing in it varies; most sentences are such, and shielding takes time.
            plain = Shielded(wanted[1], (wanted[0],))
            direction.known.setdefault(_squeezed(text[0]).casefold(), _Known(plain, ()))
            return
        key, items = _key(shield(*text, self._glossary))
        there = shield(*wanted, self._glossary)
        digits = [_digits(item) for item in items]
        try:
            places = tuple(digits.index(_digits(item)) for item in there.items if _varies(item))
        except ValueError:
            return
        if sorted(places) == list(range(len(items))) and len(set(digits)) == len(digits):
            direction.known.setdefault(key, _Known(there, places))

    def _written(self, known: _Known, items: Sequence[Item], target: str) -> str:
        forms, text, places = ReaderForms(target, self._glossary), "", iter(known.places)
        for piece in known.target.pieces:
            if isinstance(piece, str):
                text += piece
            elif _varies(piece):
                text += forms.write(items[next(places)], text)
            else:
                # As the people wrote it, not as the glossary would.
                text += piece.text
        return text

    def _filled(self, match: re.Match[str], wanted: str, source: str, target: str) -> str | None:
        forms, text, at = ReaderForms(target, self._glossary), "", 0
        for place in _OPEN.finditer(wanted):
            text += wanted[at : place.start()]
            value, at = match[place[1]].strip(), place.end()
            inside = shield(value, source, self._glossary)
            if place[1] not in _NAMES and any(letter.isalpha() for letter in inside.words):
                return None
            for piece in inside.pieces if place[1] not in _NAMES else (value,):
                text += piece if isinstance(piece, str) else forms.write(piece, text)
        return text + wanted[at:]


def _pattern(text: str) -> re.Pattern[str]:
    literal = [re.escape(part) for part in _OPEN.split(_squeezed(text))[::2]]
    names = _OPEN.findall(text)
    pattern = literal[0] + "".join(
        f"(?P<{name}>.{{1,{_LONGEST_VALUE}}}?){part}"
        for name, part in zip(names, literal[1:], strict=True)
    )
    return re.compile(pattern, re.IGNORECASE)


def _key(shielded: Shielded) -> tuple[str, tuple[Item, ...]]:
    text = "".join(
        piece
        if isinstance(piece, str)
        else f"\ufffc{piece.kind.value}\ufffc"
        if _varies(piece)
        else piece.text
        for piece in shielded.pieces
    )
    return _squeezed(text).casefold(), tuple(item for item in shielded.items if _varies(item))


def _varies(item: Item) -> bool:
    return item.kind in _VARIABLE


def _plain(shielded: Shielded) -> str:
    return _squeezed("".join(p if isinstance(p, str) else p.text for p in shielded.pieces))


def _squeezed(text: str) -> str:
    return " ".join(text.split()).strip(_END)


def _digits(item: Item) -> str:
    """What tells a variable item from another."""
    return "".join(sign for sign in item.text if sign.isdigit())
