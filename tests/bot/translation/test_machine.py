"""Batches, routes, sentences and what is kept for a while."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.translation.cache import KEPT_SECONDS, MOST, Cache
from bot.translation.machine import BATCH, Machine
from bot.translation.models import Effort, Engine, Hypothesis, Pair
from bot.translation.routes import routes
from bot.translation.sentences import LONGEST_SENTENCE, sentences

PAIR = ("de", "ru")


class SlowEngines:
    """Engines that take their time, and note what they were given together."""

    pairs = frozenset({PAIR})

    def __init__(self) -> None:
        self.batches: list[int] = []
        self.threads: set[int] = set()
        self.broken = False

    @contextmanager
    def use(self, pair: Pair) -> Iterator[Engine]:
        """Itself."""
        if pair not in self.pairs:
            raise KeyError(pair)
        yield self

    def translate(self, sentences: Sequence[str], effort: Effort) -> list[tuple[Hypothesis, ...]]:
        """In capital letters."""
        self.threads.add(threading.get_ident())
        self.batches.append(len(sentences))
        time.sleep(0.05)
        if self.broken:
            raise MemoryError
        return [(Hypothesis(sentence.upper(), 0.0),) for sentence in sentences]


@pytest.mark.asyncio
async def test_sentences_that_wait_together_are_translated_together() -> None:
    engines = SlowEngines()
    machine = Machine(engines)
    names = [f"satz {number}" for number in range(BATCH + 8)]
    found = await asyncio.gather(*(machine.translate([name], PAIR) for name in names))
    assert [hypotheses[0][0].text for hypotheses in found] == [name.upper() for name in names]
    assert engines.batches[0] in range(1, BATCH + 1)
    assert len(engines.batches) <= 3
    await machine.close()


@pytest.mark.asyncio
async def test_nobody_else_waits_while_a_batch_runs() -> None:
    engines = SlowEngines()
    machine = Machine(engines)
    working = asyncio.create_task(machine.translate(["x"], PAIR))
    await asyncio.sleep(0)
    start = time.monotonic()
    for _ in range(10):
        await asyncio.sleep(0)
    assert time.monotonic() - start < 0.04
    await working
    assert threading.get_ident() not in engines.threads
    await machine.close()


@pytest.mark.asyncio
async def test_a_batch_that_fails_is_told_to_all_who_wait_and_the_next_one_runs() -> None:
    engines = SlowEngines()
    machine = Machine(engines)
    engines.broken = True
    asked = [machine.translate([name], PAIR) for name in "ab"]
    found = await asyncio.gather(*asked, return_exceptions=True)
    assert all(isinstance(each, MemoryError) for each in found)
    engines.broken = False
    assert (await machine.translate(["c"], PAIR))[0][0].text == "C"
    with pytest.raises(KeyError):
        await machine.translate(["c"], ("de", "xx"))
    await machine.close()


@pytest.mark.asyncio
async def test_who_waits_is_let_go_when_it_closes() -> None:
    machine = Machine(SlowEngines())
    waiting = asyncio.create_task(machine.translate(["x"], PAIR))
    await asyncio.sleep(0.01)
    await machine.close()
    with pytest.raises(asyncio.CancelledError):
        await waiting


def test_ways_are_direct_then_over_english_then_over_others() -> None:
    pairs = {("ar", "en"), ("en", "de"), ("ar", "de"), ("ar", "ru"), ("ru", "de"), ("tr", "de")}
    assert routes(pairs, "ar", "de") == (
        ("ar", "de"),
        ("ar", "en", "de"),
        ("ar", "ru", "de"),
    )
    assert routes(pairs, "de", "ar") == ()


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("Guten Tag. Wie geht es?", "de", ["Guten Tag.", "Wie geht es?"]),
        ("Zeile eins\nZeile zwei", "de", ["Zeile eins", "Zeile zwei"]),
        ("كيف حالك؟ أحتاج إلى موعد.", "ar", ["كيف حالك؟", "أحتاج إلى موعد."]),
        ("أريد موعداً. أتكلم العربية مع د. سمير", "ar", ["أريد موعداً.", "أتكلم العربية مع د. سمير"]),
        ("Привет! Нужен врач…", "ru", ["Привет!", "Нужен врач…"]),
        ("  ", "tr", []),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, language: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, language)] == parts


def test_no_sentence_ends_inside_a_date() -> None:
    text = "Kommen Sie am 3. Dezember. Danke."
    date = (text.index("3."), text.index("Dezember") + 8)
    assert len(sentences(text, "de", [date])) == 2


@given(st.text(alphabet="ab ,.!?\n3", max_size=1500), st.sampled_from(["de", "ar", "tr"]))
def test_sentences_leave_out_nothing_but_space(text: str, language: str) -> None:
    spans = sentences(text, language)
    assert "".join(text[a:b] for a, b in spans).split() or not text.strip()
    kept = "".join("".join(text[a:b].split()) for a, b in spans)
    assert kept == "".join(text.split())
    assert all(end - start <= LONGEST_SENTENCE for start, end in spans)


def test_what_was_kept_is_soon_forgotten() -> None:
    now = [0.0]
    cache: Cache[str, int] = Cache(lambda: now[0])
    cache.put("a", 1)
    now[0] = KEPT_SECONDS - 1
    assert cache.get("a") == 1
    now[0] = KEPT_SECONDS + 1
    assert cache.get("a") is None
    for number in range(MOST + 10):
        cache.put(str(number), number)
    assert cache.get("0") is None
    assert cache.get(str(MOST)) == MOST
