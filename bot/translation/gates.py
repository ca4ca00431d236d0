"""What a translation must pass before anybody reads it. Pure functions.

Known faults of offline translation, each with its gate: nothing or only signs comes out ("♪"), the
text itself comes back, another language or script than asked for, words without end, far too much
or too little text, and a model that itself thinks little of its sentence.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

#: Tells the language of a text if it is certain, as `nlu.language` does.
LanguageOf = Callable[[str], str | None]


class Gate(str, Enum):
    """What stopped a translation; the name counts in the metrics."""

    EMPTY = "empty"
    ECHO = "echo"
    SCRIPT = "script"
    LANGUAGE = "language"
    REPETITION = "repetition"
    LENGTH = "length"
    SCORE = "score"
    PLACEHOLDER = "placeholder"


_SCRIPT = {"ar": "ARABIC", "ru": "CYRILLIC", "de": "LATIN", "en": "LATIN", "tr": "LATIN"}
#: Of the letters so many must be of the language's script; names may be of another.
LEAST_OF_SCRIPT = 0.6
#: Shorter texts do not tell their language.
TELLING_LETTERS = 30
#: Shorter texts may grow or shrink as they like ("Ja" is five letters in Russian's "хорошо").
MEASURED_LETTERS = 15
#: Letters out for each letter in. Of 17,992 pairs of the project's own parallel sentences with at
#: least 15 letters 13 lie outside, and 99.8 % between 0.36 and 2.24 (tests/bot/translation).
LENGTHS = (0.35, 2.9)
#: A word, or a run of up to four words, said more often in a row than here stops the translation.
MOST_IN_A_ROW = 3
#: Shorter words may repeat their syllables.
LONG_WORD = 12
#: Mean log-probability of a piece, 0.11 as a probability. Not measured with real packages: see
#: docs/decisions/0008.
LOWEST_SCORE = -2.2


@dataclass(frozen=True)
class Candidate:
    """A translation and what it came from, both without what was shielded.

    score: the model's mean log-probability of a piece (0 is certain), None when nobody knows.
    """

    original: str
    text: str
    source: str
    target: str
    score: float | None = None


def stopped_by(candidate: Candidate, language_of: LanguageOf) -> Gate | None:
    """The first gate that a translation does not pass, None when it passes all."""
    before, after = _letters(candidate.original), _letters(candidate.text)
    if before and not after:
        return Gate.EMPTY
    if before and candidate.source != candidate.target and _same(candidate):
        return Gate.ECHO
    if after and _share(after, _SCRIPT[candidate.target]) < LEAST_OF_SCRIPT:
        return Gate.SCRIPT
    if _repeats(candidate.text) > max(MOST_IN_A_ROW, _repeats(candidate.original)):
        return Gate.REPETITION
    if len(before) >= MEASURED_LETTERS and not _fits(len(after) / len(before)):
        return Gate.LENGTH
    if len(after) >= TELLING_LETTERS:
        language = language_of(candidate.text)
        if language is not None and language != candidate.target:
            return Gate.LANGUAGE
    if candidate.score is not None and candidate.score < LOWEST_SCORE:
        return Gate.SCORE
    return None


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalpha())


def _same(candidate: Candidate) -> bool:
    return _letters(candidate.original).casefold() == _letters(candidate.text).casefold()


def _share(letters: str, script: str) -> float:
    known = sum(unicodedata.name(letter, "").startswith(script) for letter in letters)
    return known / len(letters)


def _fits(ratio: float) -> bool:
    return LENGTHS[0] <= ratio <= LENGTHS[1]


def _repeats(text: str) -> int:
    """How often in a row the most repeated run of one to four words is said."""
    words = [letters for word in text.split() if (letters := _letters(word).casefold())]
    most = max(_syllables_in_a_row(text), 1)
    for size in range(1, 5):
        for start in range(len(words) - 2 * size + 1):
            run, times, after = words[start : start + size], 1, start + size
            while words[after : after + size] == run:
                times, after = times + 1, after + size
            most = max(most, times)
    return most


def _syllables_in_a_row(text: str) -> int:
    """The same for one to three letters without a space between ("jajajajajaja")."""
    longest = 1
    for word in text.split():
        letters = _letters(word).casefold()
        for size in (1, 2, 3):
            chunks = Counter(letters[i : i + size] for i in range(0, len(letters), size))
            times = max(chunks.values(), default=0)
            if len(letters) >= LONG_WORD and times * size >= 0.8 * len(letters):
                longest = max(longest, times)
    return longest
