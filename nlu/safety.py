"""Recognises danger to life by rules, before and beside any classifier.

The rules are data: ``nlu/lexicon/<language>/danger.yml``, patterns as ``nlu/patterns.py`` reads
them. A message is checked against the rules of all languages at once, because people change
language in panic.

A match counts unless it is denied ("no chest pain") or stands near a harmless context ("a heart
attack two years ago", "first aid course"); a word for now ("suddenly", "again") that is nearer lets
it count in spite of such a context.
"""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml
from rapidfuzz.distance import OSA

from nlu.patterns import Pattern, Span, beginnings_of, parse, tokens_of

NEGATION_REACH: Final = 1
HARMLESS_REACH: Final = 8

_Section = tuple[str, ...]
_BEFORE: Final = ("negations", "before")
_AFTER: Final = ("negations", "after")
_NOW: Final = ("now",)


class Danger(enum.Enum):
    """What kind of danger a message tells of; the value is the intent's name."""

    EMERGENCY = "emergency"
    CRISIS = "crisis"


_SECTIONS: Final[Sequence[_Section]] = (
    *((danger.value,) for danger in Danger),
    *(("harmless", danger.value) for danger in Danger),
    _BEFORE,
    _AFTER,
    _NOW,
)


@dataclass(frozen=True)
class _Rule:
    language: int
    section: _Section
    pattern: Pattern


class SafetyRules:
    """The danger rules of all languages, ready to be asked. Asking changes nothing."""

    def __init__(self, documents: Iterable[Mapping[str, Any]]) -> None:
        """Compile documents as they stand in the ``danger.yml`` files.

        Raises:
            ValueError: a pattern is empty or names a group that its file does not define.
        """
        self._rules: dict[str, list[_Rule]] = defaultdict(list)
        self._typed_often: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._words: set[str] = set()
        for language, document in enumerate(documents):
            groups = document.get("groups") or {}
            for section in _SECTIONS:
                for line in _lines(document, section):
                    pattern = parse(str(line), groups)
                    self._words |= pattern.words()
                    for key in pattern.clues():
                        self._rules[key].append(_Rule(language, section, pattern))
            for word in document.get("typos_allowed") or ():
                for token in tokens_of(str(word)):
                    self._typed_often[token[0], len(token)].append(token)

    @classmethod
    def load(cls, lexicon: Path) -> SafetyRules:
        """Read ``<lexicon>/<language>/danger.yml`` of every language there is."""
        paths = sorted(lexicon.glob("*/danger.yml"))
        return cls([yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths])

    def danger(self, text: str) -> Danger | None:
        """Tell whether ``text`` speaks of danger to life.

        Args:
            text: a message in any of the languages, as typed.

        Returns:
            ``CRISIS`` if somebody wants to die or to hurt somebody (that answer names the
            emergency number too), else ``EMERGENCY``, else ``None``.
        """
        tokens = [self._corrected(token) for token in tokens_of(text)]
        spans = self._spans(tokens)
        languages = {language for language, _ in spans}
        for danger in (Danger.CRISIS, Danger.EMERGENCY):
            if any(_counts(danger, spans, language) for language in languages):
                return danger
        return None

    def _spans(self, tokens: Sequence[str]) -> dict[tuple[int, _Section], list[Span]]:
        rules = {
            id(rule.pattern): rule
            for key in beginnings_of(tokens)
            if key in self._rules
            for rule in self._rules[key]
        }
        found: dict[tuple[int, _Section], list[Span]] = defaultdict(list)
        for rule in rules.values():
            found[rule.language, rule.section] += rule.pattern.spans(tokens)
        return found

    def _corrected(self, token: str) -> str:
        """Undo one typing mistake in a word that the files allow it for.

        A word that the rules themselves name is no mistake, however like another one it is
        ("atmen" beside "atmet").
        """
        if token in self._words:
            return token
        for size in (len(token), len(token) - 1, len(token) + 1):
            for known in self._typed_often.get((token[0], size), ()):
                if OSA.distance(token, known, score_cutoff=1) <= 1:
                    return known
        return token


def _lines(document: Mapping[str, Any], section: _Section) -> Sequence[Any]:
    found: Any = document
    for key in section:
        found = (found or {}).get(key)
    return found or ()


def _counts(
    danger: Danger, spans: Mapping[tuple[int, _Section], Sequence[Span]], language: int
) -> bool:
    def of(section: _Section) -> Sequence[Span]:
        return spans.get((language, section), ())

    matches = [span for span in of((danger.value,)) if not _denied(span, of(_BEFORE), of(_AFTER))]
    contexts = of(("harmless", danger.value))
    return any(not _harmless(match, contexts, of(_NOW)) for match in matches)


def _harmless(match: Span, contexts: Sequence[Span], now: Sequence[Span]) -> bool:
    """A context near a match makes it harmless, unless a word for now is nearer still."""
    nearest = min((_distance(match, context) for context in contexts), default=HARMLESS_REACH + 1)
    if nearest > HARMLESS_REACH:
        return False
    return all(_distance(match, moment) >= nearest for moment in now)


def _denied(span: Span, before: Iterable[Span], after: Iterable[Span]) -> bool:
    start, end = span
    return any(0 <= start - stop <= NEGATION_REACH for _, stop in before) or any(
        0 <= begin - end <= NEGATION_REACH for begin, _ in after
    )


def _distance(one: Span, other: Span) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)
