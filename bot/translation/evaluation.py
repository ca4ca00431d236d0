"""Measures translation on sentences that people translated: ours, and plain Argos beside it.

BLEU (Papineni et al. 2002) and chrF (Popović 2015) as `sacrebleu` computes them (Post 2018).
"""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from bot.translation.careful import CarefulTranslator, Machines
from bot.translation.gates import LanguageOf
from bot.translation.memory import Memory
from bot.translation.numerals import ascii_digits
from bot.translation.parallel_file import ParallelFile
from bot.translation.routes import Route
from bot.translation.sentences import sentences
from bot.translation.translator import FAULT
from knowledge.glossary import Glossary

#: Sentences that are translated at the same time, as in a busy hour.
AT_ONCE = 16
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Shown:
    """What a reader is shown. refused: why it is the original, empty for a translation."""

    text: str
    refused: str = ""


Way = Callable[[str], Awaitable[Shown]]


@dataclass
class Gates:
    """Counts the tries that gates stopped, as `bot.metrics.Metrics` does."""

    stops: Counter[str] = field(default_factory=Counter)

    def translated(self, source: str, target: str, result: str) -> None:
        """Nothing: results are counted from what is shown."""

    def stopped(self, gate: str, source: str, target: str) -> None:
        """A gate stopped a try."""
        self.stops[gate] += 1


@dataclass(frozen=True)
class Figures:
    """How good one way is.

    bleu, chrf: 0 to 100, with the original where it is shown instead. changed: the share (0 to 1)
    of sentences with other numbers than the source. refused: how many show the original, by
    reason. speed: sentences a second. signatures: how sacrebleu computed both.
    """

    sentences: int
    bleu: float
    chrf: float
    changed: float
    refused: Counter[str]
    speed: float
    signatures: tuple[str, str]


def careful_way(
    machine: Machines,
    glossary: Glossary,
    language_of: LanguageOf,
    gates: Gates,
    file: ParallelFile,
) -> Way:
    """As residents and counsellors get it, but without the memory, which knows the answers."""
    memory = Memory(lambda source, target: (), glossary)
    translator = CarefulTranslator(machine, memory, glossary, language_of, gates)

    async def translate(text: str) -> Shown:
        done = await translator.translate(text, file.source, file.target)
        return Shown(text, done.reason) if done.text is None else Shown(done.text)

    return translate


def plain_way(machine: Machines, route: Route) -> Way:
    """As Argos Translate does it: sentence by sentence, step by step, nothing shielded or checked.

    The same packages and the same search as ours, so that only what Lotse adds makes a difference.
    """

    async def stepwise(text: str) -> str:
        for step in zip(route, route[1:], strict=False):
            parts = [text[start:end] for start, end in sentences(text, step[0])]
            found = await machine.translate(parts, step)
            text = " ".join(hypotheses[0].text for hypotheses in found if hypotheses)
        return text

    async def translate(text: str) -> Shown:
        try:
            return Shown(await stepwise(text))
        except Exception:
            # One sentence that a model cannot take must not end a long measurement.
            return Shown(text, FAULT)

    return translate


async def measure(way: Way, file: ParallelFile) -> Figures:
    """Translate everything and compare it."""
    free = asyncio.Semaphore(AT_ONCE)

    async def one(text: str) -> Shown:
        async with free:
            return await way(text)

    started = time.perf_counter()
    results = await asyncio.gather(*(one(text) for text, _ in file.pairs))
    seconds = time.perf_counter() - started
    return figures(file, results, seconds)


def figures(file: ParallelFile, results: Sequence[Shown], seconds: float) -> Figures:
    """The figures for what readers were shown, a result for each pair of the file."""
    texts, wanted = [each.text for each in results], [[other for _, other in file.pairs]]
    bleu, chrf = BLEU(), CHRF()
    changed = sum(
        numbers(text) != numbers(each.text)
        for (text, _), each in zip(file.pairs, results, strict=True)
    )
    return Figures(
        len(results),
        float(bleu.corpus_score(texts, wanted).score),
        float(chrf.corpus_score(texts, wanted).score),
        changed / len(results),
        Counter(each.refused for each in results if each.refused),
        len(results) / seconds if seconds else 0.0,
        (str(bleu.get_signature()), str(chrf.get_signature())),
    )


def numbers(text: str) -> Counter[str]:
    """The runs of digits in a text and how often each comes; digits of all scripts are equal."""
    return Counter(_DIGITS.findall(ascii_digits(text)))
