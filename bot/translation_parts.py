"""Builds what translates for the serving process."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache

from bot.metrics import Metrics
from bot.records import Records
from bot.settings import Settings
from bot.storage import corrections
from bot.translation import parallel
from bot.translation.careful import CarefulTranslator
from bot.translation.machine import Machine
from bot.translation.memory import Memory, Pairs
from bot.translation.models import Installed, Models
from bot.translation.packages import needs, shelf
from dialogues.ready_made import ReadyMadeReplies
from knowledge import glossary
from knowledge.library import Library
from nlu import resources

#: How often corrections that curators said yes to are looked for, in seconds.
CORRECTIONS_EVERY_SECONDS = 60.0


@dataclass(frozen=True)
class TranslationParts:
    """What translates, and what is known about it.

    problems: what an operator should know, plain sentences.
    """

    translator: CarefulTranslator
    machine: Machine
    memory: Memory
    records: Records
    problems: tuple[str, ...]

    async def refresh(self) -> None:
        """Take up what curators said yes to meanwhile. Raises DatabaseUnavailable."""
        rows = await self.records.read(lambda c: corrections.in_state(c, corrections.ACCEPTED))
        self.memory.correct((row.source, row.target, row.text, row.better) for row in rows)

    def describe(self) -> dict[str, object]:
        """The state for /ready: which pairs are installed, and what is wrong or missing."""
        pairs = sorted(f"{source}-{target}" for source, target in self.machine.pairs)
        return {"pairs": pairs, "problems": list(self.problems)}


def build_translation(
    settings: Settings,
    library: Library,
    replies: ReadyMadeReplies,
    records: Records,
    metrics: Metrics,
) -> TranslationParts:
    """Nothing is loaded yet but the glossary. Raises KnowledgeError for a broken one."""
    there = shelf.look(settings.translation_packages, settings.environment)
    installed = {
        (package.from_code, package.to_code): Installed(package.path, package.target_prefix)
        for package in there.packages
    }
    threads = max(1, (os.cpu_count() or 2) // 2)
    machine = Machine(Models(installed, settings.translation_memory_mb, threads))
    terms = glossary.load()

    @lru_cache(maxsize=1)
    def texts() -> tuple[parallel.ParallelText, ...]:
        return parallel.parallel_texts(library, replies)

    def pairs(source: str, target: str) -> Pairs:
        return parallel.sentence_pairs(texts(), source, target)

    def language_of(text: str) -> str | None:
        guess = resources.guesser().guess(text)
        return guess.language if guess.certain else None

    memory = Memory(pairs, terms)
    lack = needs.lack(machine.pairs)
    problems = [lack] if lack else []
    problems += [f"{broken.path.name}: {broken.reason}" for broken in there.broken]
    problems += [f"{package.path.name}: test data, not used" for package in there.test_data]
    return TranslationParts(
        CarefulTranslator(machine, memory, terms, language_of, metrics),
        machine,
        memory,
        records,
        tuple(problems),
    )
