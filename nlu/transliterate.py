"""Reads Arabic and Russian that was typed with Latin letters.

Each function gives a second view of the same message: the classifier sees both, so an imperfect
reading costs little. Vowels are the guess in Arabizi: long ones are written, short ones inside a
word are not, as in Arabic spelling.
"""

from __future__ import annotations

import re
from typing import Final

from nlu.normalise import normalise

_ARABIZI: Final = {
    "3'": "غ", "7'": "خ", "sch": "ش", "sh": "ش", "ch": "ش", "kh": "خ", "gh": "غ", "th": "ث",
    "dh": "ذ", "aa": "ا", "ee": "ي", "ii": "ي", "oo": "و", "ou": "و", "uu": "و", "ei": "ي",
    "ai": "اي", "ay": "اي", "aw": "او", "au": "او",
    "2": "ا", "3": "ع", "5": "خ", "6": "ط", "7": "ح", "8": "ق", "9": "ق",
    "b": "ب", "c": "ك", "d": "د", "f": "ف", "g": "ج", "h": "ه", "j": "ج", "k": "ك", "l": "ل",
    "m": "م", "n": "ن", "p": "ب", "q": "ق", "r": "ر", "s": "س", "t": "ت", "v": "ف", "w": "و",
    "x": "كس", "y": "ي", "z": "ز",
}  # fmt: skip
_SHORT_VOWELS: Final = {"a": "ا", "e": "ي", "i": "ي", "o": "و", "u": "و"}

_TRANSLIT: Final = {
    "shch": "щ", "sch": "щ", "yo": "ё", "jo": "ё", "zh": "ж", "kh": "х", "ts": "ц", "tz": "ц",
    "ch": "ч", "sh": "ш", "yu": "ю", "ju": "ю", "iu": "ю", "ya": "я", "ja": "я", "ia": "ия",
    "ye": "е", "je": "е", "'": "ь", "4": "ч", "6": "ш",
    "a": "а", "b": "б", "c": "ц", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и",
    "j": "й", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к", "r": "р",
    "s": "с", "t": "т", "u": "у", "v": "в", "w": "в", "x": "х", "y": "ы", "z": "з",
}  # fmt: skip
_Y_AFTER_VOWEL: Final = re.compile(r"(?<=[aeiouy])[yj](?![aeou])|[iy]y\b")

_LATIN_WORD: Final = re.compile(r"[a-z0-9']*[a-z][a-z0-9']*")


def arabizi_to_arabic(text: str) -> str:
    """Spell Arabizi in Arabic letters.

    Args:
        text: for instance ``bdi doktor la ebni``.

    Returns:
        The normalised text with every Latin word respelt; anything else is left alone.
    """
    return _LATIN_WORD.sub(lambda match: _arabic_word(match.group()), normalise(text))


def translit_to_cyrillic(text: str) -> str:
    """Spell Russian typed with Latin letters in Cyrillic.

    Args:
        text: for instance ``mne nuzhen vrach``.

    Returns:
        The normalised text with every Latin word respelt; anything else is left alone.
    """
    return _LATIN_WORD.sub(lambda match: _russian_word(match.group()), normalise(text))


def _arabic_word(word: str) -> str:
    letters: list[str] = []
    at = 0
    while at < len(word):
        for size in (3, 2, 1):
            piece = word[at : at + size]
            if piece in _ARABIZI:
                letters.append(_ARABIZI[piece])
                break
            if size == 1 and piece in _SHORT_VOWELS:
                first, last = at == 0, at == len(word) - 1
                if first:
                    letters.append("ا")
                elif last or piece in "iou":
                    letters.append(_SHORT_VOWELS[piece])
        at += min(size, len(word) - at)
    return "".join(letters)


def _russian_word(word: str) -> str:
    word = _Y_AFTER_VOWEL.sub(lambda match: "ий" if len(match.group()) == 2 else "й", word)
    letters: list[str] = []
    at = 0
    while at < len(word):
        for size in (4, 3, 2, 1):
            piece = word[at : at + size]
            if piece in _TRANSLIT:
                letters.append(_TRANSLIT[piece])
                break
        else:
            letters.append(word[at])
        at += size
    return normalise("".join(letters))
