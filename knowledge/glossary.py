"""The glossary of the German health system: loads it and finds its terms in a text.

A text is cut into words once and looked up word by word in a dictionary of forms, which takes
some microseconds for a message, however many terms there are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from knowledge.library import LANGUAGES, KnowledgeError, read_yaml

FILE: Final = Path(__file__).parent / "glossary.yml"

_MARKS: Final = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"
_TOKEN: Final = re.compile(rf"[\w{_MARKS}]+|[^\w\s{_MARKS}]+")
_ARABIC_SIGNS: Final = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
#: "And", "with" and "so" are written together with the next word.
_ARABIC_PREFIX: Final = re.compile(r"و\w{3}|[بف]ال\w{2}")
#: Words a form may have behind an Arabic prefix.
_LONGEST: Final = 12
_BRACKETS: Final = frozenset("()[]{}<>（）«»⟨⟩")
_HYPHENS: Final = frozenset("-\u2010\u2011")
_TURKISH_I: Final = str.maketrans({"İ": "i", "I": "i", "ı": "i"})


@dataclass(frozen=True)
class Hit:
    """A term found at `start:end` of a text. in_german: as a German word, whatever the text is."""

    start: int
    end: int
    id: str
    in_german: bool


@dataclass(frozen=True)
class Entry:
    """A term in one language. word: its basic form; forms: others it is found by."""

    word: str
    forms: tuple[str, ...]


class Glossary:
    """Terms in every language, and a dictionary of forms a language to find them by."""

    def __init__(self, entries: Mapping[str, Mapping[str, Entry]]) -> None:
        """entries: by term id, then by language (ISO 639-1). Raises KnowledgeError.

        What is refused: a form that stands under two ids in one language.
        """
        self._entries = entries
        self._german = _Forms(entries, "de", _composed)
        self._own = {code: _Forms(entries, code, partial(_folded, code)) for code in LANGUAGES}

    def word(self, term: str, language: str) -> str:
        """The basic form of a term in a language. Raises KeyError for an unknown one."""
        return self._entries[term][language].word

    def find(self, text: str, language: str) -> tuple[Hit, ...]:
        """The terms in a text, from left to right, none over another, the longest at each place.

        language: of the text; its own forms are found in any case, German ones as they are
        spelled. Only whole words count, without an Arabic prefix; a part of a word joined by a
        hyphen is none.
        """
        tokens = [(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text)]
        words = [token for _, _, token in tokens]
        own = self._own.get(language, self._german)
        keys, german_keys = own.keys(words), self._german.keys(words)
        found: list[Hit] = []
        at = 0
        while at < len(tokens):
            length, term = own.longest(keys, at)
            in_german = language == "de" or own is self._german
            german_length, german_term = self._german.longest(german_keys, at)
            if german_length > length:
                length, term, in_german = german_length, german_term, True
            start = tokens[at][0]
            if term is None and language == "ar" and _ARABIC_PREFIX.match(words[at]):
                start, rest = start + 1, [keys[at][1:], *keys[at + 1 : at + _LONGEST]]
                length, term = own.longest(rest, 0)
            if term is None or _is_joined(text, start, tokens[at + length - 1][1]):
                at += 1
                continue
            found.append(Hit(start, tokens[at + length - 1][1], term, in_german))
            at += length
        return tuple(found)


class _Forms:
    """The forms of one language by their first word."""

    def __init__(
        self,
        entries: Mapping[str, Mapping[str, Entry]],
        language: str,
        fold: Callable[[str], str],
    ) -> None:
        self._fold = fold
        owners: dict[tuple[str, ...], str] = {}
        for term, by_language in entries.items():
            entry = by_language[language]
            for form in (entry.word, *entry.forms):
                key = tuple(self.keys(_TOKEN.findall(form)))
                if owners.setdefault(key, term) != term:
                    raise KnowledgeError(
                        f"{term}: {language}: {form!r} is a form of {owners[key]!r} already"
                    )
        self._by_first: dict[str, list[tuple[list[str], str]]] = {}
        for key, term in sorted(owners.items(), key=lambda pair: -len(pair[0])):
            self._by_first.setdefault(key[0], []).append((list(key), term))

    def keys(self, words: Sequence[str]) -> list[str]:
        """The words as they are looked up."""
        return [self._fold(word) for word in words]

    def longest(self, keys: Sequence[str], at: int) -> tuple[int, str | None]:
        """How many words the longest form has that starts at a word, and its term."""
        for form, term in self._by_first.get(keys[at], ()):
            if keys[at : at + len(form)] == form:
                return len(form), term
        return 0, None


def _composed(word: str) -> str:
    return word if word.isascii() else unicodedata.normalize("NFC", word)


def _folded(language: str, word: str) -> str:
    """Turkish letters i are one: "SIGORTA" is typed without the dot, or with one too many."""
    word = _composed(word)
    if language == "tr":
        word = word.translate(_TURKISH_I)
    elif language == "ar":
        word = _ARABIC_SIGNS.sub("", word)
    return word.casefold().replace("ё", "е")


def load(path: Path = FILE) -> Glossary:
    """Read a glossary. Raises KnowledgeError naming the file and the entry.

    What is refused: a missing language, an empty word, brackets in a word, a form that stands
    under two ids in one language.
    """
    data = read_yaml(path)
    if not isinstance(data, Mapping):
        raise KnowledgeError(f"{path}: must be a mapping of terms")
    try:
        return Glossary({str(term): dict(_entries(str(term), data[term])) for term in data})
    except KnowledgeError as error:
        raise KnowledgeError(f"{path}: {error}") from None


def _entries(term: str, value: Any) -> Iterator[tuple[str, Entry]]:
    for language in LANGUAGES:
        row = value.get(language) if isinstance(value, Mapping) else None
        if not isinstance(row, Mapping):
            raise KnowledgeError(f"{term}: {language!r} is missing")
        word, forms = row.get("word"), row.get("forms") or ()
        if not isinstance(forms, (list, tuple)):
            raise KnowledgeError(f"{term}: {language}: forms must be a list")
        for text in (word, *forms):
            if not isinstance(text, str) or not text.strip():
                raise KnowledgeError(f"{term}: {language}: {text!r} is no word")
        if _BRACKETS & set(str(word)):
            raise KnowledgeError(f"{term}: {language}: {word!r} must have no brackets")
        yield language, Entry(str(word).strip(), tuple(form.strip() for form in forms))


def _is_joined(text: str, start: int, end: int) -> bool:
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    return (before[-1:] in _HYPHENS and before[:1].isalnum()) or (
        after[:1] in _HYPHENS and after[1:].isalnum()
    )
