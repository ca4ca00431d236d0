"""Answers, phrases and ready-made replies as people wrote them in all five languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, ast

from bot.translation.parallel_sentences import (
    aligned,
    explains_german,
    same_facts,
    similar_length,
)
from dialogues import phrasebook
from dialogues.ready_made import ReadyMadeReplies
from knowledge.library import LANGUAGES, Library
from knowledge.model import Topic, Wording

#: Phrases that speak of the language they are written in, so that none translates another.
NOT_PARALLEL = frozenset({"language-changed", "button-language"})

_SOURCE = "de"
_LIST_NUMBER = re.compile(r"\d{1,2}\. ")


@dataclass(frozen=True)
class ParallelText:
    """One short text or sentence that says the same in every language.

    origin: where it is written, "answer:midwife", "phrase:consent-thanks" or "reply:termin"; many
    texts may share one. texts: language (ISO 639-1) -> text, in all five languages. What is put in
    later stands as {name}, the same names in every language.
    """

    origin: str
    texts: Mapping[str, str]


def parallel_texts(
    library: Library, replies: ReadyMadeReplies, phrases: Path = phrasebook.FOLDER
) -> tuple[ParallelText, ...]:
    """Every text, first whole and then sentence by sentence where the sentences surely match.

    phrases: folder of the `.ftl` files. Left out: what one language lacks, phrases that choose
    their words by number, German sentences to say with their explanation, and whatever differs too
    much in length, numbers or placeholders. Each text comes once. Raises PhraseError.
    """
    found: dict[tuple[str, ...], ParallelText] = {}
    for origin, texts in _pieces(library, replies, phrases):
        for part in _usable(texts):
            key = tuple(part[language] for language in LANGUAGES)
            found.setdefault(key, ParallelText(origin, part))
    return tuple(found.values())


def sentence_pairs(
    parallel: Iterable[ParallelText], source: str, target: str
) -> tuple[tuple[str, str], ...]:
    """(source, target) in two languages, each pair once, with more sentences than all five share.

    source, target: ISO 639-1.
    """
    pairs: dict[tuple[str, str], None] = {}
    for text in parallel:
        both = {language: text.texts[language] for language in (source, target)}
        for part in (both, *aligned(both)):
            pairs[part[source], part[target]] = None
    return tuple(pairs)


def _pieces(
    library: Library, replies: ReadyMadeReplies, phrases: Path
) -> Iterator[tuple[str, dict[str, str]]]:
    for topic in library.topics.values():
        for texts in _answer(topic):
            yield f"answer:{topic.id}", texts
    for phrase, texts in _phrases(phrases).items():
        if phrase not in NOT_PARALLEL:
            for line in _rows({language: text.split("\n") for language, text in texts.items()}):
                yield f"phrase:{phrase}", line
    for reply in replies.all():
        yield f"reply:{reply.code}", dict(reply.texts)


def _usable(texts: Mapping[str, str]) -> Iterator[dict[str, str]]:
    whole = {language: " ".join(texts.get(language, "").split()) for language in LANGUAGES}
    if (
        all(any(letter.isalpha() for letter in text) for text in whole.values())
        and same_facts(whole)
        and similar_length(whole)
        and not explains_german(whole)
    ):
        yield whole
        yield from aligned(whole)


def _answer(topic: Topic) -> Iterator[dict[str, str]]:
    wordings = topic.wordings
    if not set(LANGUAGES) <= wordings.keys():
        return
    yield {language: wording.title for language, wording in wordings.items()}
    yield {
        language: topic.desk if language == _SOURCE else wording.desk or ""
        for language, wording in wordings.items()
    }
    yield from _rows({language: list(wording.bring) for language, wording in wordings.items()})
    for section in (_text, _more):
        lines = {language: section(wording) for language, wording in wordings.items()}
        shapes = {tuple(bool(_LIST_NUMBER.match(line)) for line in of) for of in lines.values()}
        if len(shapes) == 1:
            yield from _rows(
                {k: [_LIST_NUMBER.sub("", line, count=1) for line in of] for k, of in lines.items()}
            )


def _text(wording: Wording) -> list[str]:
    return _lines(wording.text)


def _more(wording: Wording) -> list[str]:
    return _lines(wording.more)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _rows(columns: Mapping[str, list[str]]) -> Iterator[dict[str, str]]:
    """Line by line through all languages, or nothing when one has more lines than another."""
    if len({len(column) for column in columns.values()}) == 1:
        for row in zip(*columns.values(), strict=True):
            yield dict(zip(columns, row, strict=True))


def _phrases(folder: Path) -> dict[str, dict[str, str]]:
    """id -> language -> text, for phrases that are plain text and variables in every language."""
    phrasebook.load(folder)
    found: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        resource = FluentParser().parse((folder / f"{language}.ftl").read_text(encoding="utf-8"))
        for entry in resource.body:
            text = _plain(entry.value) if isinstance(entry, ast.Message) else None
            if text is not None:
                found.setdefault(entry.id.name, {})[language] = text
    return {phrase: texts for phrase, texts in found.items() if len(texts) == len(LANGUAGES)}


def _plain(pattern: ast.Pattern | None) -> str | None:
    parts = []
    for element in pattern.elements if pattern else ():
        if isinstance(element, ast.TextElement):
            parts.append(element.value)
        elif isinstance(element.expression, ast.VariableReference):
            parts.append(f"{{{element.expression.id.name}}}")
        else:
            return None
    return "".join(parts)
