"""Splits a text that people wrote in several languages into sentences that say the same.

Sentences are matched by their order only, so every doubt keeps the text whole: lengths are compared
as in Gale and Church (1993), "A Program for Aligning Sentences in Bilingual Corpora".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

# Ends nothing: one letter or at most two digits (a date, an ordinal) before the full stop, a title.
_END = re.compile(
    r"(?<=[.!?؟])(?<!\b[a-z]\.)(?<!\b\d\.)(?<!\b\d\d\.)(?<!\bDr\.)(?<!\bProf\.)\s+(?=[^a-zа-я\s])"
)
_PLACEHOLDER = re.compile(r"\{\w+\}")
_LONG_NUMBER = re.compile(r"\d{3,}")
_GERMAN_RUN = re.compile(r"(?:[A-Za-zÄÖÜäöüß]+[ ,.?!…]+){4}")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_OTHER_SCRIPTS = ("ar", "ru")
# Letters that every text may be longer or shorter by, so that short ones are not refused.
_SLACK = 15
_WIDEST_RATIO = 2.0


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph; a small letter after a full stop goes on with the last one.

    text: without line breaks. The sentences joined by a space are the text again.
    """
    return [sentence for sentence in _END.split(" ".join(text.split())) if sentence]


def aligned(texts: Mapping[str, str]) -> list[dict[str, str]]:
    """The sentences of one text in several languages, or nothing when their match is in doubt.

    texts: language -> the same paragraph. Each result has the languages of `texts`. Nothing comes
    back for a single sentence either: it is the text itself.
    """
    split = {language: sentences(text) for language, text in texts.items()}
    counts = {len(found) for found in split.values()}
    if len(counts) != 1 or counts == {1}:
        return []
    rows = [dict(zip(split, row, strict=True)) for row in zip(*split.values(), strict=True)]
    whole = {language: len(text) for language, text in texts.items()}
    if all(same_facts(row) and _similar_share(row, whole) for row in rows):
        return rows
    return []


def same_facts(texts: Mapping[str, str]) -> bool:
    """Whether texts have the same placeholders, numbers of three digits or more, and questions."""
    facts = {
        (
            tuple(sorted(_PLACEHOLDER.findall(text))),
            tuple(sorted(set(_LONG_NUMBER.findall(text)))),
            text.rstrip().endswith(("?", "؟")),
        )
        for text in texts.values()
    }
    return len(facts) == 1


def similar_length(texts: Mapping[str, str]) -> bool:
    """Whether no text is more than about twice as long as another."""
    lengths = [len(text) + _SLACK for text in texts.values()]
    return max(lengths) <= _WIDEST_RATIO * min(lengths)


def explains_german(texts: Mapping[str, str]) -> bool:
    """Whether another script quotes a German sentence: such a text explains, it does not translate.

    A German term in brackets does not count.
    """
    return any(
        _GERMAN_RUN.search(_IN_BRACKETS.sub("", texts[language]))
        for language in _OTHER_SCRIPTS
        if language in texts
    )


def _similar_share(row: Mapping[str, str], whole: Mapping[str, int]) -> bool:
    longest = max(whole.values())
    shares = [len(text) * longest / whole[language] + _SLACK for language, text in row.items()]
    return max(shares) <= _WIDEST_RATIO * min(shares)
