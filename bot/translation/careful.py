"""The translator: memory first, then the machine behind shields, gates and second tries."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.translation import likeness
from bot.translation.cache import Cache
from bot.translation.find_items import find_items
from bot.translation.gates import Candidate, Gate, LanguageOf, stopped_by
from bot.translation.memory import Memory
from bot.translation.models import Effort, Hypothesis, Pair
from bot.translation.placeholders import STYLES, Style
from bot.translation.routes import Route, routes
from bot.translation.sentences import sentences
from bot.translation.shielding import Shielded, restore, shield
from bot.translation.translator import (
    FAULT,
    NO_PACKAGE,
    TOO_SLOW,
    Back,
    Origin,
    Translation,
)
from knowledge.glossary import Glossary

log = logging.getLogger(__name__)
#: Seconds a message waits for its translation; then the original is shown.
LONGEST_WAIT = 20.0
#: Of what the first step of a route makes of a sentence, so many go into the second.
_KEPT_BETWEEN = 2


class Machines(Protocol):
    """What translates sentences, see `machine.Machine`."""

    @property
    def pairs(self) -> frozenset[Pair]:
        """What can be translated in one step."""

    async def translate(
        self, sentences: Sequence[str], pair: Pair, effort: Effort = Effort.QUICK
    ) -> list[tuple[Hypothesis, ...]]:
        """For each sentence the hypotheses, the best first."""


class Counts(Protocol):
    """What is counted of translations, see `bot.metrics.Metrics`."""

    def translated(self, source: str, target: str, result: str) -> None:
        """A message was translated by "people" or "machine", or not for a reason."""

    def stopped(self, gate: str, source: str, target: str) -> None:
        """A gate stopped a try."""


@dataclass(frozen=True)
class _Try:
    """A way to translate a sentence that others may have failed on."""

    route: Route
    style: Style
    effort: Effort
    terms: bool = True


@dataclass(frozen=True)
class _Sentence:
    """A sentence in its new language, or the gate that stopped the last try.

    write: the sentence, None if there is none; it is given the ids of the terms whose German word
    the reader has seen before, and adds its own.
    """

    write: Callable[[set[str]], str] | None
    by_people: bool = False
    gate: Gate | None = None


class CarefulTranslator:
    """Keeps `translator.Translator`."""

    def __init__(
        self,
        machine: Machines,
        memory: Memory,
        glossary: Glossary,
        language_of: LanguageOf,
        counts: Counts,
    ) -> None:
        """language_of: the language of a text when that is certain."""
        self._machine = machine
        self._memory = memory
        self._glossary = glossary
        self._no_terms = Glossary({})
        self._language_of = language_of
        self._counts = counts
        self._cache: Cache[tuple[str, str, str, tuple[str, ...]], Translation] = Cache()

    def lacks(self, source: str, target: str) -> bool:
        """Whether no package translates from one language to the other."""
        return source != target and not routes(self._machine.pairs, source, target)

    async def translate(
        self, text: str, source: str, target: str, names: Sequence[str] = ()
    ) -> Translation:
        """See Translator."""
        if source == target:
            return Translation(text, Origin.SAME)
        key = (text, source, target, tuple(names))
        known = self._cache.get(key)
        if known is None:
            known = await self._new(text, source, target, names)
            if known.text is not None:
                self._cache.put(key, known)
        self._counts.translated(
            source, target, known.origin.value if known.origin else known.reason
        )
        return known

    async def back(self, text: str, theirs: str, language: str) -> Back | None:
        """See Translator. The memory is left out: it would hide what the machine understands."""
        done = await self._new(theirs, language, "de", (), remember=False)
        if done.text is None:
            return None
        score = likeness.score(done.text, text)
        return Back(done.text, score, score >= likeness.ALIKE)

    async def _new(
        self, text: str, source: str, target: str, names: Sequence[str], remember: bool = True
    ) -> Translation:
        try:
            work = self._message(text, source, target, names, remember)
            return await asyncio.wait_for(work, LONGEST_WAIT)
        except asyncio.TimeoutError:
            return Translation(None, reason=TOO_SLOW)
        except Exception as error:
            # The words of an exception may hold what somebody wrote.
            log.error("translating %s to %s failed: %s", source, target, type(error).__name__)
            return Translation(None, reason=FAULT)

    async def _message(
        self, text: str, source: str, target: str, names: Sequence[str], remember: bool
    ) -> Translation:
        if remember:
            await asyncio.to_thread(self._memory.prepare, source, target)
        items = find_items(text, source, self._glossary, names)
        spans = sentences(text, source, [(item.start, item.end) for item in items])
        parts = [text[start:end] for start, end in spans]
        done = await asyncio.gather(
            *(self._sentence(part, source, target, names, remember) for part in parts)
        )
        pieces, at = "", 0
        explained: set[str] = set()
        for (start, end), sentence in zip(spans, done, strict=True):
            if sentence.write is None:
                gate = sentence.gate
                return Translation(None, reason=gate.value if gate else NO_PACKAGE)
            pieces, at = pieces + text[at:start] + sentence.write(explained), end
        by_people = all(each.by_people for each in done)
        return Translation(pieces + text[at:], Origin.PEOPLE if by_people else Origin.MACHINE)

    async def _sentence(
        self,
        text: str,
        source: str,
        target: str,
        names: Sequence[str],
        remember: bool,
    ) -> _Sentence:
        whole = shield(text, source, self._glossary, names)
        known = self._memory.find(whole, target) if remember else None
        if known is not None:
            return _Sentence(lambda _: known, by_people=True)
        if not any(sign.isalpha() for sign in whole.words):
            # Only numbers, names or signs: there is nothing to translate.
            asked = whole.render(STYLES[0])
            return _Sentence(self._writing(whole, STYLES[0], asked, target) or (lambda _: text))
        gate: Gate | None = None
        for each in self._tries(source, target, bool(whole.items)):
            glossary = self._glossary if each.terms else self._no_terms
            shielded = whole if each.terms else shield(text, source, glossary, names)
            asked = shielded.render(each.style)
            for hypothesis in await self._hypotheses(asked, each):
                stopped = self._stopped(shielded, each, hypothesis, target)
                write = self._writing(shielded, each.style, hypothesis.text, target, each.terms)
                if stopped is None and write is not None:
                    return _Sentence(write)
                gate = stopped or Gate.PLACEHOLDER
                self._counts.stopped(gate.value, source, target)
        return _Sentence(None, gate=gate)

    def _tries(self, source: str, target: str, items: bool) -> Iterator[_Try]:
        """Quick over the best route; then thoroughly, with other placeholders, over others."""
        ways = routes(self._machine.pairs, source, target)
        if not ways:
            return
        best, *others = ways
        yield _Try(best, STYLES[0], Effort.QUICK)
        yield _Try(best, STYLES[0], Effort.THOROUGH)
        for style in STYLES[1:] if items else ():
            yield _Try(best, style, Effort.THOROUGH)
        for route in others[:2]:
            yield _Try(route, STYLES[0], Effort.THOROUGH)
        if items:
            yield _Try(best, STYLES[0], Effort.THOROUGH, terms=False)

    async def _hypotheses(self, text: str, each: _Try) -> list[Hypothesis]:
        found = [Hypothesis(text, 0.0)]
        for step in zip(each.route, each.route[1:], strict=False):
            texts = [hypothesis.text for hypothesis in found[:_KEPT_BETWEEN]]
            results = await self._machine.translate(texts, step, each.effort)
            found = sorted(
                (
                    Hypothesis(after.text, min(before.score, after.score))
                    for before, group in zip(found, results, strict=False)
                    for after in group
                ),
                key=lambda hypothesis: -hypothesis.score,
            )
        return found

    def _stopped(
        self, shielded: Shielded, each: _Try, hypothesis: Hypothesis, target: str
    ) -> Gate | None:
        words = each.style.pattern.sub(" ", hypothesis.text)
        candidate = Candidate(shielded.words, words, shielded.language, target, hypothesis.score)
        return stopped_by(candidate, self._language_of)

    def _writing(
        self, shielded: Shielded, style: Style, translated: str, target: str, terms: bool = True
    ) -> Callable[[set[str]], str] | None:
        """Puts back what was shielded; None when a placeholder is not as it was."""
        glossary = self._glossary if terms else self._no_terms

        def write(explained: set[str]) -> str:
            return restore(shielded, style, translated, target, glossary, explained) or ""

        return write if write(set()) else None
