"""Cuts a text into sentences with spaCy's rule-based sentencizer: no model, no download."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

#: A model was trained on sentences; longer ones are cut at commas, then between words.
LONGEST_SENTENCE = 400
_GAP = re.compile(r"(?<=[,;:،؛–])\s+")
#: spaCy leaves a full stop at many Arabic words; one letter before it is an abbreviation.
_ARABIC_END = re.compile(r"(?<=\S\S[.!?؟…])\s+")
#: Ends of sentences in Arabic script, beside those the sentencizer knows.
_ENDS = [".", "!", "?", "…", "؟", "۔", "。"]


def sentences(
    text: str, language: str, whole: Sequence[tuple[int, int]] = ()
) -> list[tuple[int, int]]:
    """Where the sentences of a text are: start and end, without the space around them, in order.

    whole: spans no sentence may end in (a date's full stop is none). Lines are never joined. What
    is between the spans is space; put back, it gives the text again.
    """
    found: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n\r]+", text):
        found += [
            (start + line.start(), end + line.start())
            for start, end in _of_line(line.group(), language)
        ]
    return [
        piece
        for span in _joined(found, whole)
        for piece in _short(text, span, whole)
        if text[piece[0] : piece[1]].strip()
    ]


def _of_line(line: str, language: str) -> list[tuple[int, int]]:
    spans = []
    for sentence in _pipeline(language)(line).sents:
        start, end = sentence.start_char, sentence.end_char
        for gap in _ARABIC_END.finditer(line, start, end) if language == "ar" else ():
            spans.append((start, gap.start()))
            start = gap.end()
        spans.append((start, end))
    return [stripped for span in spans if (stripped := _stripped(line, *span))]


def _stripped(line: str, start: int, end: int) -> tuple[int, int] | None:
    """A span without the space around it, None when there is nothing else."""
    while start < end and line[start].isspace():
        start += 1
    while end > start and line[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _joined(
    spans: list[tuple[int, int]], whole: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Sentences that a whole span reaches over are one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and any(a < joined[-1][1] and start < b for a, b in whole):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _short(
    text: str, span: tuple[int, int], whole: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    start, end = span
    if end - start <= LONGEST_SENTENCE:
        return [span]
    limit = start + LONGEST_SENTENCE
    cuts = [gap.end() for gap in _GAP.finditer(text, start, limit)]
    cuts = cuts or [gap.end() for gap in re.compile(r"\s+").finditer(text, start + 1, limit)]
    cuts = [cut for cut in cuts if not any(a < cut < b for a, b in whole)]
    cut = cuts[-1] if cuts else limit
    head_end = start + len(text[start:cut].rstrip())
    return [(start, head_end), *_short(text, (cut, end), whole)]


@cache
def _pipeline(language: str) -> Any:
    import spacy  # here, because it takes a second and not everybody translates

    pipeline = spacy.blank(language)
    pipeline.add_pipe("sentencizer", config={"punct_chars": _ENDS})
    return pipeline
