"""Tells which language a message is written in.

Scripts decide first: they separate most languages without doubt. Within the Latin script two
witnesses are heard: how many of a language's everyday words occur (``common_words.yml``, which also
holds Arabic and Russian as typed with Latin letters) and lingua, an n-gram detector made for short
text (https://github.com/pemistahl/lingua-py). Lingua alone knows neither Arabizi nor translit and
takes Turkish without dots for Albanian or Azerbaijani.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

import yaml

from nlu.normalise import normalise, words

SPOKEN: Final = ("ar", "ru", "tr", "en", "de")
NEIGHBOURS: Final = (
    "uk", "bg", "sr", "fa", "ur", "az", "sq", "so", "pl", "ro", "fr", "es", "it", "pt", "nl", "hr",
)  # fmt: skip

MIN_WORDS: Final = 3
MIN_LETTERS: Final = 12
CERTAIN: Final = 0.9
MIN_KNOWN_WORDS: Final = 2
WEIGHT_OF_WORD: Final = 2.2
BORROWED_LENGTH: Final = 10

_SCRIPT_OF_LANGUAGE: Final = {
    "GREEK": "el", "HEBREW": "he", "DEVANAGARI": "hi", "ARMENIAN": "hy", "GEORGIAN": "ka",
    "ETHIOPIC": "ti", "CJK": "zh", "HIRAGANA": "ja", "HANGUL": "ko", "THAI": "th", "TAMIL": "ta",
    "BENGALI": "bn",
}  # fmt: skip
_LETTERS_OF_LANGUAGE: Final = (
    (frozenset("ٹڈڑںے"), "ur"),
    (frozenset("ټډړږښڼېۍ"), "ps"),
    (frozenset("ێۆڵڕڤ"), "ku"),
    (frozenset("іїєґ"), "uk"),
    (frozenset("ђћџљњј"), "sr"),
)
_ARABIZI_DIGIT: Final = re.compile(r"(?:[a-z][235679]|[235679][a-z]{2,})")
_TURKISH_LETTER: Final = re.compile("[ğış]")
_AZERBAIJANI_LETTER: Final = "ə"
_BULGARIAN_LETTER: Final = re.compile("ъ(?![еёюя])")
_SHARED_WITH_PERSIAN: Final = frozenset({"من", "سلام", "و", "دكتر"})


@dataclass(frozen=True)
class LanguageGuess:
    """What a message seems to be written in.

    ``language`` is an ISO 639-1 code or ``None``; ``confidence`` lies between 0 and 1; ``certain``
    says that the message is long and clear enough to change a conversation's language.
    """

    language: str | None
    confidence: float
    certain: bool


class Detector(Protocol):
    """Gives a probability for each language of a text."""

    def probabilities(self, text: str) -> Mapping[str, float]:
        """Return ISO 639-1 codes with probabilities that add up to 1, or nothing."""


class LinguaDetector:
    """Lingua restricted to some languages, in its low-accuracy mode (trigrams only).

    The full mode needs 480 MB for our languages instead of 40 MB; what it adds on short texts is
    given by the everyday words.
    """

    def __init__(self, languages: Iterable[str] = (*SPOKEN, *NEIGHBOURS)) -> None:
        """Build the detector; its models are read here, once.

        Args:
            languages: ISO 639-1 codes; those lingua does not know are an error.
        """
        from lingua import IsoCode639_1, LanguageDetectorBuilder

        codes = [getattr(IsoCode639_1, code.upper()) for code in languages]
        builder = LanguageDetectorBuilder.from_iso_codes_639_1(*codes)
        self._detector = builder.with_low_accuracy_mode().build()

    def probabilities(self, text: str) -> Mapping[str, float]:
        """See :class:`Detector`."""
        values = self._detector.compute_language_confidence_values(text)
        return {v.language.iso_code_639_1.name.lower(): v.value for v in values}


class LanguageGuesser:
    """Guesses languages with a detector and lists of everyday words. Guessing changes nothing."""

    def __init__(self, detector: Detector, common_words: Mapping[str, Iterable[str]]) -> None:
        """Keep what guesses rest on.

        Args:
            detector: asked for texts in Latin letters, and within Arabic and Cyrillic script.
            common_words: language to words, as typed with any letters.
        """
        self._detector = detector
        self._languages_of: dict[str, list[str]] = {}
        for language, forms in common_words.items():
            for form in {normalise(str(form)).replace("'", "") for form in forms}:
                self._languages_of.setdefault(form, []).append(language)

    @classmethod
    def load(cls, lexicon: Path) -> LanguageGuesser:
        """Read ``<lexicon>/<language>/common_words.yml`` and build the detector."""
        lists = {
            path.parent.name: yaml.safe_load(path.read_text(encoding="utf-8"))
            for path in sorted(lexicon.glob("*/common_words.yml"))
        }
        return cls(LinguaDetector(), lists)

    def guess(self, text: str, current: str | None = None) -> LanguageGuess:
        """Guess the language of ``text``.

        Args:
            text: one message as typed.
            current: the language of the conversation so far; it stays unless the guess is certain.
        """
        letters = [char for char in text if char.isalpha()]
        best, confidence = self._best(text, letters)
        long_enough = len(words(text)) >= MIN_WORDS and len(letters) >= MIN_LETTERS
        certain = best is not None and long_enough and confidence >= CERTAIN
        if current is not None and not certain:
            return LanguageGuess(current, confidence if best == current else 0.0, False)
        return LanguageGuess(best, confidence, certain)

    def _best(self, text: str, letters: list[str]) -> tuple[str | None, float]:
        script_of = {char: unicodedata.name(char, "?").split()[0] for char in set(letters)}
        scripts = Counter(script_of[char] for char in letters)
        if not scripts:
            return None, 0.0
        script, _ = scripts.most_common(1)[0]
        foreign = {ord(char): " " for char, other in script_of.items() if other != script}
        text = text.translate(foreign)
        if script in _SCRIPT_OF_LANGUAGE:
            return _SCRIPT_OF_LANGUAGE[script], 1.0
        if script == "LATIN":
            return self._latin(text)
        marks = set(text.lower())
        for language_marks, language in _LETTERS_OF_LANGUAGE:
            if language_marks & marks:
                return language, 1.0
        if script == "ARABIC":
            return self._arabic(text)
        if script == "CYRILLIC":
            return ("bg" if _BULGARIAN_LETTER.search(text.lower()) else "ru"), 1.0
        return None, 0.0

    def _arabic(self, text: str) -> tuple[str, float]:
        persian = self._detector.probabilities(text).get("fa", 0.0)
        known = [w for w in words(text) if "ar" in self._languages_of.get(w, ())]
        if set(known) <= _SHARED_WITH_PERSIAN and persian > CERTAIN:
            return "fa", persian
        return "ar", 1.0 if known else 1.0 - persian / 2

    def _latin(self, text: str) -> tuple[str | None, float]:
        tokens = words(text)
        known = Counter(code for token in tokens for code in self._languages_of.get(token, ()))
        weights = self._weights(text, tokens)
        best = max(weights, key=lambda language: weights[language])
        confidence = weights[best] / sum(weights.values())
        runner_up = max((n for code, n in known.items() if code != best), default=0)
        enough = known[best] >= MIN_KNOWN_WORDS
        if best not in SPOKEN:
            own = [token for token in tokens if len(token) < BORROWED_LENGTH]
            enough = len(own) > MIN_WORDS and runner_up < MIN_KNOWN_WORDS
        if not enough or (best in SPOKEN and known[best] < runner_up):
            # Names of offices and insurers are German in every language: they prove nothing.
            confidence = min(confidence, CERTAIN - 0.01)
        return best, confidence

    def _weights(self, text: str, tokens: list[str]) -> dict[str, float]:
        """Return unnormalised probabilities: lingua's, multiplied for every known word."""
        own = [token for token in tokens if len(token) < BORROWED_LENGTH]
        found = dict(self._detector.probabilities(" ".join(own) if own else text))
        if _AZERBAIJANI_LETTER not in text.lower():
            # Without its schwa, short Azerbaijani and Turkish cannot be told apart.
            found["tr"] = found.get("tr", 0.0) + found.pop("az", 0.0)
        scores = {code: math.log(max(value, 1e-4)) for code, value in found.items()}
        for code in SPOKEN:
            scores.setdefault(code, math.log(1e-4))
        # Lingua has no model of Arabic and Russian in Latin letters.
        scores["ar"] = scores["ru"] = math.log(0.02)
        if _TURKISH_LETTER.search(text.lower()):
            scores["tr"] += WEIGHT_OF_WORD
        for token in tokens:
            codes = self._languages_of.get(token, ())
            for code in codes:
                scores[code] += WEIGHT_OF_WORD / len(codes)
            if _ARABIZI_DIGIT.search(token):
                scores["ar"] += WEIGHT_OF_WORD
        top = max(scores.values())
        return {code: math.exp(score - top) for code, score in scores.items()}


def load_guesser() -> LanguageGuesser:
    """Return a guesser with this project's word lists; reads some 15 MB of models."""
    return LanguageGuesser.load(Path(__file__).parent / "lexicon")
