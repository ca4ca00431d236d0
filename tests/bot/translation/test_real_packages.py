"""The translator on real CTranslate2 packages, those made for tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.curated import KNOWLEDGE
from bot.translation.careful import CarefulTranslator
from bot.translation.machine import Machine
from bot.translation.memory import Memory
from bot.translation.models import Effort, Installed, Models
from bot.translation.packages import shelf
from bot.translation.parallel import parallel_texts, sentence_pairs
from bot.translation.translator import Origin
from dialogues import ready_made
from knowledge import glossary, library
from nlu import resources
from tests.bot.translation.fakes import Tally


def _models(packages: Path, memory_mb: int = 1000) -> Models:
    found = shelf.look(packages, "test").packages
    assert found
    installed = {(p.from_code, p.to_code): Installed(p.path) for p in found}
    return Models(installed, memory_mb, 1)


def _language_of(text: str) -> str | None:
    guess = resources.guesser().guess(text)
    return guess.language if guess.certain else None


def _translator(machine: Machine, tally: Tally) -> CarefulTranslator:
    terms = glossary.load()
    memory = Memory(lambda source, target: (), terms)
    return CarefulTranslator(machine, memory, terms, _language_of, tally)


def test_the_models_of_one_folder_share_the_memory(packages: Path) -> None:
    models = _models(packages, memory_mb=1)
    with models.use(("de", "ar")) as engine:
        assert engine.translate(["Guten Tag"], Effort.QUICK)[0]
    with models.use(("ar", "de")) as engine:
        assert engine.translate(["مرحبا"], Effort.QUICK)[0]
    assert models.loaded == (("ar", "de"),)


def test_thorough_gives_more_hypotheses_the_best_first(packages: Path) -> None:
    with _models(packages).use(("de", "ar")) as engine:
        (found,) = engine.translate(["Bitte bringen Sie Ihre Karte mit."], Effort.THOROUGH)
    assert len(found) > 1
    assert [h.score for h in found] == sorted((h.score for h in found), reverse=True)


@pytest.mark.asyncio
async def test_whatever_the_model_makes_of_it_no_number_changes(packages: Path) -> None:
    machine, tally = Machine(_models(packages)), Tally()
    translator = _translator(machine, tally)
    texts = parallel_texts(library.load(KNOWLEDGE), ready_made.load())
    asked = [one for one, _ in sentence_pairs(texts, "de", "ar") if "{" not in one][:120]
    shown = 0
    for number, text in enumerate(asked):
        phone = f"+49 421 3610{number:03d}"
        done = await translator.translate(f"{text.rstrip('.')}: {phone}.", "de", "ar")
        if done.text is not None:
            shown += 1
            assert phone in done.text
            assert done.origin is Origin.MACHINE
    # The others are shown in the original; the counts say why.
    assert shown >= len(asked) / 3, tally.gates
    await machine.close()
