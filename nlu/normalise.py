"""Brings the many ways of typing the same word to one form.

Everything here is a pure function from text to text. The folding of Arabic letters follows what
Arabic search engines do (Lucene's ArabicNormalizer); the transliterations are the informal ones
people use on phones ("Arabizi", "translit"), not a standard.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_ARABIC_FOLDS: Final = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و",
    "ک": "ك", "ھ": "ه", "ە": "ه", "ہ": "ه", "ـ": "",
}  # fmt: skip
_LATIN_FOLDS: Final = {
    "ı": "i", "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ł": "l", "ə": "e",
}  # fmt: skip
_APOSTROPHES: Final = dict.fromkeys("’‘ʼ`´ʹ′ʻ", "'")
_CYRILLIC_FOLDS: Final = {"ё": "е"}
_FOLDS: Final = str.maketrans({**_ARABIC_FOLDS, **_LATIN_FOLDS, **_APOSTROPHES, **_CYRILLIC_FOLDS})

_SPACE: Final = re.compile(r"\s+")
_STRETCHED: Final = re.compile(r"([^\W\d_])\1{2,}")
_DOUBLED: Final = re.compile(r"([^\W\d_])\1+")
_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def normalise(text: str) -> str:
    """Fold case, letter forms, diacritics, digits, stretched letters and white space.

    Args:
        text: what somebody typed, in any script.

    Returns:
        Lower-case text in which Arabic letter variants, Turkish dots, umlauts and accents on
        Latin letters, ``ё``, native digits and letters typed three times or more no longer
        matter. Punctuation stays. Folding a folded text changes nothing.
    """
    text = unicodedata.normalize("NFKC", text)
    # casefold() would turn "İ" into "i" and a combining dot, which the mark stripping removes.
    text = _strip_marks(text.casefold()).translate(_FOLDS)
    text = "".join(_simple(char) for char in text)
    return _SPACE.sub(" ", _STRETCHED.sub(r"\1", text)).strip()


def words(text: str) -> list[str]:
    """Return the words of ``text``, normalised, without punctuation.

    An apostrophe inside a word is dropped: ``can't`` gives ``cant``.
    """
    return [word.replace("'", "") for word in _WORD.findall(normalise(text))]


def squeeze(word: str) -> str:
    """Reduce every run of one letter to a single letter; digits stay as they are."""
    return _DOUBLED.sub(r"\1", word)


def spellings(form: str) -> set[str]:
    """Return the normalised spellings of a lexicon entry.

    Args:
        form: a surface form, for instance ``Überweisung``.

    Returns:
        The folded form, and for German umlauts the one with ``ae``, ``oe``, ``ue`` as well.
    """
    lowered = form.lower()
    widened = lowered.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    return {normalise(form), normalise(widened)}


def _strip_marks(text: str) -> str:
    if text.isascii():
        return text
    kept: list[str] = []
    base = ""
    for char in unicodedata.normalize("NFD", text):
        if not unicodedata.combining(char):
            base = char
            kept.append(char)
        elif "а" <= base <= "я" or base in "іїєґў":
            kept.append(char)  # й and ї are letters of their own
    return unicodedata.normalize("NFC", "".join(kept))


def _simple(char: str) -> str:
    """Turn native digits into ASCII ones and drop invisible characters."""
    if char.isascii():
        return char
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.digit(char))
    return "" if category == "Cf" else char
