"""A machine that translates by a rule of the test's, behind our own protocol."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.translation.models import Effort, Hypothesis, Pair

Rule = Callable[[str, Pair, Effort], Sequence[str]]


def words_of(text: str, pair: Pair, effort: Effort) -> Sequence[str]:
    """Every word becomes one of the other language's; numbers and signs stay as they are."""
    known = {"ar": "كلمة", "ru": "слово", "tr": "kelime", "en": "word", "de": "Wort"}
    letters = {"ar": "ابتثجحخدذر", "ru": "абвгдежзик", "tr": "abcçdefgğh", "en": "abcdefghij"}
    made = []
    for index, word in enumerate(text.split()):
        if not any(sign.isalpha() for sign in word) or any(sign.isdigit() for sign in word):
            made.append(word)
            continue
        tail = letters.get(pair[1], "abcdefghij")[index % 10]
        made.append(known[pair[1]] + tail)
    return [" ".join(made)]


@dataclass
class ScriptedMachine:
    """Gives the hypotheses a rule makes. asked: what it was given."""

    rule: Rule = words_of
    pairs: frozenset[Pair] = frozenset({("de", "ru"), ("ru", "de"), ("de", "ar"), ("ar", "de")})
    score: float = -0.2
    asked: list[tuple[str, Pair, Effort]] = field(default_factory=list)

    async def translate(
        self, sentences: Sequence[str], pair: Pair, effort: Effort = Effort.QUICK
    ) -> list[tuple[Hypothesis, ...]]:
        """By the rule."""
        self.asked += [(sentence, pair, effort) for sentence in sentences]
        return [
            tuple(Hypothesis(text, self.score) for text in self.rule(sentence, pair, effort))
            for sentence in sentences
        ]


@dataclass
class Tally:
    """Counts as the metrics do."""

    results: Counter[str] = field(default_factory=Counter)
    gates: Counter[str] = field(default_factory=Counter)

    def translated(self, source: str, target: str, result: str) -> None:
        """A message was translated, or not."""
        self.results[result] += 1

    def stopped(self, gate: str, source: str, target: str) -> None:
        """A gate stopped a try."""
        self.gates[gate] += 1
