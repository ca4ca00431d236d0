"""Finds names of a list in a text: specialties, languages, districts, insurers.

spaCy's PhraseMatcher finds forms word for word (normalised); what it leaves is compared with
rapidfuzz, so that a typing mistake or an ending in a longer word does not hide a name. Forms of all
languages are consulted at once, for a German word may stand in any message; where two values fit
equally well, the message's language decides. The longest match wins.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import spacy
import yaml
from rapidfuzz import fuzz, process
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from nlu.normalise import normalise, spellings

ENTITIES: Final = ("specialty", "spoken_language", "district", "insurer")
FUZZY_LENGTH: Final = 6
FUZZY_LIKENESS: Final = 88.0
LONGEST_ENDING: Final = 3

_WORD: Final = re.compile(r"[^\W_]+")
_ARABIC: Final = re.compile("[ء-ي]")
_ARABIC_PREFIXES: Final = ("وال", "بال", "لل", "عال", "كال", "ال", "و", "ب", "ل", "ع")


@dataclass(frozen=True)
class Found:
    """An entity: ``start`` and ``end`` (half-open) count characters of the text as typed;
    ``confidence`` is 1 for a form of the list, else the likeness to it (0 to 1)."""

    entity: str
    value: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True)
class _Form:
    entity: str
    value: str
    language: str


@dataclass(frozen=True)
class _Match:
    first: int
    last: int
    forms: tuple[_Form, ...]
    confidence: float


class Gazetteer:
    """All lists of all languages, compiled. Asking changes nothing."""

    def __init__(self, lists: Iterable[tuple[str, str, Mapping[str, Iterable[str]]]]) -> None:
        """Compile lists of (language, entity, value -> forms)."""
        self._nlp = spacy.blank("xx")
        self._forms: dict[str, set[_Form]] = defaultdict(set)
        for language, entity, values in lists:
            for value, forms in values.items():
                for form in forms:
                    for key in _keys(str(form)):
                        self._forms[key].add(_Form(entity, str(value), language))
        self._matcher = PhraseMatcher(self._nlp.vocab)
        self._matcher.add("form", [self._doc(key.split()) for key in self._forms])
        self._long: dict[str, list[str]] = defaultdict(list)
        for key in self._forms:
            if " " not in key and len(key) >= FUZZY_LENGTH:
                self._long[key[0]].append(key)

    @classmethod
    def load(cls, lexicon: Path) -> Gazetteer:
        """Read ``<lexicon>/<language>/<entity>.yml``: value to list of forms."""
        return cls(
            (path.parent.name, entity, yaml.safe_load(path.read_text(encoding="utf-8")))
            for entity in ENTITIES
            for path in sorted(lexicon.glob(f"*/{entity}.yml"))
        )

    def find(self, text: str, language: str | None = None) -> list[Found]:
        """Return the entities in ``text`` in order, none overlapping another.

        Args:
            text: a message as typed.
            language: what it is written in, if known.
        """
        places = [match.span() for match in _WORD.finditer(text)]
        tokens = [normalise(text[start:end]) or "-" for start, end in places]
        matches = [*self._exact(tokens), *self._similar(tokens)]
        matches.sort(key=lambda m: (m.first - m.last, -m.confidence, m.first))
        taken: set[int] = set()
        found: list[Found] = []
        for match in matches:
            covered = range(match.first, match.last)
            if taken.isdisjoint(covered):
                taken.update(covered)
                form = min(match.forms, key=lambda f: _rank(f, language))
                start, end = places[match.first][0], places[match.last - 1][1]
                found.append(Found(form.entity, form.value, start, end, match.confidence))
        return sorted(found, key=lambda f: f.start)

    def _exact(self, tokens: list[str]) -> Iterator[_Match]:
        bare = [_without_prefix(token) for token in tokens]
        for variant in (tokens, bare) if bare != tokens else (tokens,):
            for _, first, last in self._matcher(self._doc(variant)):
                forms = self._forms.get(" ".join(variant[first:last]))
                if forms:
                    yield _Match(first, last, tuple(forms), 1.0)

    def _similar(self, tokens: list[str]) -> Iterator[_Match]:
        for number, token in enumerate(tokens):
            bare = _without_prefix(token)
            for word in {token, bare}:
                if len(word) < FUZZY_LENGTH or word in self._forms:
                    continue
                key, likeness = self._nearest(word)
                if key:
                    yield _Match(number, number + 1, tuple(self._forms[key]), likeness)

    def _nearest(self, word: str) -> tuple[str, float]:
        candidates = self._long.get(word[0], [])
        stems = [
            c for c in candidates if word.startswith(c) and len(word) - len(c) <= LONGEST_ENDING
        ]
        if stems:
            stem = max(stems, key=len)
            return stem, len(stem) / len(word)
        best = process.extractOne(word, candidates, scorer=fuzz.ratio, score_cutoff=FUZZY_LIKENESS)
        return (best[0], best[1] / 100) if best else ("", 0.0)

    def _doc(self, tokens: list[str]) -> Doc:
        return Doc(self._nlp.vocab, words=tokens)


def _keys(form: str) -> set[str]:
    return {key for s in spellings(form) if (key := " ".join(_WORD.findall(s)))}


def _without_prefix(token: str) -> str:
    if not _ARABIC.match(token):
        return token
    for prefix in _ARABIC_PREFIXES:
        if token.startswith(prefix) and len(token) - len(prefix) >= 3:
            return token[len(prefix) :]
    return token


def _rank(form: _Form, language: str | None) -> tuple[bool, int, str]:
    return form.language != language, ENTITIES.index(form.entity), form.value
