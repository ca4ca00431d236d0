"""A small language for patterns of words, so that curators can write them in data files.

A pattern is a line of places:

``kann nicht atmen``
    the words in this order, with at most two other words between neighbours;
``brust + schmerz*``
    parts joined by ``+``: in any order, within eight words;
``brust|herz``, ``schmerz*``, ``{chest}``
    alternatives, the beginning of a word, and a group of alternatives defined beside the pattern;
``kein_puls|bewusstlos``
    joined by ``_``: directly one after the other (binds closer than ``|``);
``=tot``
    the whole message, nothing else.

Words are compared normalised and with doubled letters reduced to one, so that neither case,
punctuation, diacritics nor stretched letters matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from nlu.normalise import spellings, squeeze, words

GAP: Final = 2
WINDOW: Final = 8

Span = tuple[int, int]
"""A half-open range of token numbers."""


@dataclass(frozen=True)
class Place:
    """One place in a pattern: any of these words, beginnings of words, or runs of words."""

    exact: frozenset[str]
    beginnings: frozenset[str]
    runs: tuple[tuple[Place, ...], ...] = ()

    def clues(self) -> set[str]:
        """Return words and beginnings of which a text must hold one for this place to fit."""
        return {*self.exact, *self.beginnings, *(k for run in self.runs for k in run[0].clues())}

    def words(self) -> set[str]:
        """Return every whole word that this place names."""
        return {*self.exact, *(word for run in self.runs for p in run for word in p.words())}

    def spans(self, tokens: Sequence[str]) -> list[Span]:
        """Return where in ``tokens`` this place fits."""
        found = [(i, i + 1) for i, token in enumerate(tokens) if self._fits(token)]
        for run in self.runs:
            size = len(run)
            for i in range(len(tokens) - size + 1):
                if all(place._fits(tokens[i + k]) for k, place in enumerate(run)):
                    found.append((i, i + size))
        return found

    def _fits(self, token: str) -> bool:
        if token in self.exact:
            return True
        return any(token[:size] in self.beginnings for size in range(2, len(token) + 1))


@dataclass(frozen=True)
class Pattern:
    """A parsed line: parts in any order, each a sequence of places."""

    parts: tuple[tuple[Place, ...], ...]
    whole: bool

    def clues(self) -> set[str]:
        """Return words and beginnings of which a text must hold one for the pattern to match."""
        return min((p.clues() for part in self.parts for p in part), key=len)

    def words(self) -> set[str]:
        """Return every whole word that the pattern names."""
        return {word for part in self.parts for place in part for word in place.words()}

    def spans(self, tokens: Sequence[str]) -> list[Span]:
        """Return where the pattern matches in ``tokens``."""
        found = _sequence(self.parts[0], tokens)
        if self.whole:
            return [span for span in found if span == (0, len(tokens))]
        for part in self.parts[1:]:
            if not found:
                return []
            others = _sequence(part, tokens)
            found = [
                (min(a[0], b[0]), max(a[1], b[1]))
                for a in found
                for b in others
                if max(a[1], b[1]) - min(a[0], b[0]) <= WINDOW and (a[1] <= b[0] or b[1] <= a[0])
            ]
        return found


def tokens_of(text: str) -> list[str]:
    """Return the words of a message as patterns compare them."""
    return [squeeze(word) for word in words(text)]


def beginnings_of(tokens: Iterable[str]) -> set[str]:
    """Return all beginnings of two letters and more, the words themselves included."""
    return {t[:size] for t in tokens for size in range(min(2, len(t)), len(t) + 1)}


def parse(line: str, groups: Mapping[str, Sequence[str]]) -> Pattern:
    """Read one pattern.

    Args:
        line: see the module's description.
        groups: name to alternatives, for ``{name}``.

    Raises:
        ValueError: the line is empty or names an unknown group.
    """
    whole = line.startswith("=")
    parts = tuple(
        tuple(_place(item, groups) for item in part.split()) for part in line.lstrip("=").split("+")
    )
    if not all(parts):
        raise ValueError(f"empty part in pattern {line!r}")
    return Pattern(parts, whole)


def _sequence(places: Sequence[Place], tokens: Sequence[str]) -> list[Span]:
    found = places[0].spans(tokens)
    for place in places[1:]:
        if not found:
            return []
        following = place.spans(tokens)
        found = [(a[0], b[1]) for a in found for b in following if 0 <= b[0] - a[1] <= GAP]
    return found


def _place(item: str, groups: Mapping[str, Sequence[str]]) -> Place:
    exact: set[str] = set()
    beginnings: set[str] = set()
    runs: list[tuple[Place, ...]] = []
    for choice in _choices(item, groups):
        if "_" in choice:
            runs.append(tuple(_place(word, groups) for word in choice.split("_")))
            continue
        target = beginnings if choice.endswith("*") else exact
        for spelling in spellings(choice.rstrip("*")):
            target.add(squeeze("".join(words(spelling))))
    return Place(frozenset(exact), frozenset(beginnings), tuple(runs))


def _choices(item: str, groups: Mapping[str, Sequence[str]]) -> list[str]:
    found: list[str] = []
    for choice in item.split("|"):
        if not choice.startswith("{"):
            found.append(choice)
        elif (name := choice.strip("{}")) in groups:
            found.extend(str(word) for word in groups[name])
        else:
            raise ValueError(f"no group named {name!r}")
    return found
