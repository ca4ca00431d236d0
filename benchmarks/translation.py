"""Sentences a second and waiting times of translation, beside Argos called directly.

Run: python -m benchmarks.translation [--packages FOLDER] [--messages 40]. Both translate the same
messages of about 20 words with the same packages in the same run: alone, and with eight
conversations that wait. The memory and the cache are left out, so that every sentence is the
machine's. Argos gets our way to split sentences, because its own downloads a model.

Without --packages it uses those of the tests. They are far smaller than real ones: the figures
say how the two compare, not how fast a real package is.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.curated import KNOWLEDGE, ROOT
from bot.metrics import Metrics
from bot.translation.careful import CarefulTranslator
from bot.translation.likeness import ALIKE, score
from bot.translation.machine import Machine
from bot.translation.memory import Memory
from bot.translation.models import Installed, Models
from bot.translation.packages import shelf
from bot.translation.parallel import ParallelText, parallel_texts, sentence_pairs
from bot.translation.routes import routes
from dialogues import ready_made
from knowledge import glossary, library

WAITING = 8
WORDS = 20
TEST_PACKAGES = ROOT / "tests" / "packages"
#: Runs in a process of its own: Argos reads the environment when it is imported.
ARGOS = """
import json, sys, threading, time
from argostranslate import translate
from bot.translation.sentences import sentences

class Ours:
    def __init__(self, language): self.language = language
    def split_sentences(self, text): return [text[a:b] for a, b in sentences(text, self.language)]

asked = json.load(sys.stdin)
source, target, texts = asked["source"], asked["target"], asked["texts"]
translation = translate.get_translation_from_codes(source, target)
# Without its cache, which would answer a text that was asked before; over a third language
# Argos gives two translations in a row and none around them.
translation = getattr(translation, "underlying", translation)
steps = [translation]
while steps:
    step = steps.pop()
    if hasattr(step, "pkg"):
        step.sentencizer = Ours(step.from_lang.code)
    elif hasattr(step, "underlying"):
        steps.append(step.underlying)
    else:
        steps += [step.t1, step.t2]
translation.translate(texts[0])
lock, waits, rest = threading.Lock(), [], list(texts)

def conversation():
    while True:
        with lock:
            if not rest:
                return
            text = rest.pop(0)
        start = time.perf_counter()
        translation.translate(text)
        waits.append(time.perf_counter() - start)

start = time.perf_counter()
threads = [threading.Thread(target=conversation) for _ in range(asked["waiting"])]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
json.dump([time.perf_counter() - start, waits], sys.stdout)
"""


@dataclass(frozen=True)
class Figures:
    """Of one run: messages a second, and the waiting time 95 % stay below, in milliseconds.

    whole: share of the messages that came out translated; ours may refuse some.
    """

    per_second: float
    p95: float
    whole: float = 1.0


def _figures(seconds: float, waits: Sequence[float], refused: int = 0) -> Figures:
    p95 = statistics.quantiles(waits, n=20)[-1] * 1000
    return Figures(len(waits) / seconds, p95, 1 - refused / len(waits))


def messages(texts: Sequence[ParallelText], source: str, target: str, count: int) -> list[str]:
    """Sentences people wrote, of about 20 words, none twice while they last."""
    found = [one for one, _ in sentence_pairs(texts, source, target) if "{" not in one]
    near = sorted(found, key=lambda text: abs(len(text.split()) - WORDS))
    return (near * (count // max(1, len(near)) + 1))[:count]


def argos(folder: Path, pair: tuple[str, str], texts: Sequence[str], waiting: int) -> Figures:
    """Argos Translate with as many threads as conversations wait."""
    with tempfile.TemporaryDirectory() as home:
        places = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), home)
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", ARGOS],
            cwd=ROOT,
            env={
                **os.environ,
                **places,
                "XDG_CACHE_HOME": home,
                "ARGOS_PACKAGES_DIR": str(folder),
            },
            input=json.dumps(
                {"source": pair[0], "target": pair[1], "texts": list(texts), "waiting": waiting}
            ),
            capture_output=True,
            text=True,
            check=True,
        )
    seconds, waits = json.loads(done.stdout)
    return _figures(seconds, waits)


async def lotse(
    translator: CarefulTranslator, pair: tuple[str, str], texts: Sequence[str], waiting: int
) -> Figures:
    """Our translator with as many tasks as conversations wait."""
    rest, waits, refused = list(texts), [], 0

    async def conversation() -> None:
        nonlocal refused
        while rest:
            text = rest.pop(0)
            start = time.perf_counter()
            translation = await translator.translate(text, *pair)
            waits.append(time.perf_counter() - start)
            refused += translation.text is None

    start = time.perf_counter()
    await asyncio.gather(*(conversation() for _ in range(waiting)))
    return _figures(time.perf_counter() - start, waits, refused)


def installed(folder: Path) -> dict[tuple[str, str], Installed]:
    """The packages of a folder, those made for tests too."""
    return {
        (package.from_code, package.to_code): Installed(package.path, package.target_prefix)
        for package in shelf.look(folder, shelf.TEST).packages
    }


def machine_of(found: dict[tuple[str, str], Installed]) -> Machine:
    """As many batches at once as there are cores, a thread each."""
    return Machine(Models(found, 4000, 1), os.cpu_count() or 2)


def translator_of(machine: Machine, terms: glossary.Glossary) -> CarefulTranslator:
    """A translator without memory, and with nothing in its cache."""
    memory = Memory(lambda source, target: (), terms)
    return CarefulTranslator(machine, memory, terms, lambda text: None, Metrics())


def threshold(texts: Sequence[ParallelText]) -> str:
    """How like different German sentences are, for the threshold of translating back."""
    german = [text.texts["de"] for text in texts if len(text.texts["de"].split()) >= 4][:400]
    others = sorted(
        score(one, german[(index * 7 + 3) % len(german)]) for index, one in enumerate(german)
    )
    below = sum(each < ALIKE for each in others) / len(others)
    return (
        f"chrF of two different German sentences: median {statistics.median(others):.0f}, "
        f"95 % below {others[int(len(others) * 0.95)]:.0f}, below {ALIKE:.0f}: {below:.1%}"
    )


async def compare(folder: Path, count: int) -> None:
    """Print the figures of every pair with a way, both sides by turns."""
    texts = parallel_texts(library.load(KNOWLEDGE), ready_made.load())
    found = installed(folder)
    machine, terms = machine_of(found), glossary.load()
    print(threshold(texts))
    print(
        f"{'pair':<8}{'over':<6}{'waiting':>8}  {'Argos/s':>8} {'p95 ms':>7}  "
        f"{'Lotse/s':>8} {'p95 ms':>7} {'whole':>6}  times"
    )
    for source, target in (("de", "ar"), ("ar", "de"), ("de", "ru"), ("ru", "de"), ("ar", "ru")):
        ways = routes(found.keys(), source, target)
        if not ways:
            continue
        asked = messages(texts, source, target, count)
        # Both have loaded their models before the clock runs.
        await translator_of(machine, terms).translate(asked[0], source, target)
        for waiting in (1, WAITING):
            theirs = await asyncio.to_thread(argos, folder, (source, target), asked, waiting)
            translator = translator_of(machine, terms)
            ours = await lotse(translator, (source, target), asked, waiting)
            over = ways[0][1] if len(ways[0]) > 2 else "-"
            print(
                f"{source}-{target:<5}{over:<6}{waiting:>8}  {theirs.per_second:8.1f} "
                f"{theirs.p95:7.0f}  {ours.per_second:8.1f} {ours.p95:7.0f} {ours.whole:6.1%}  "
                f"{ours.per_second / theirs.per_second:5.1f}",
                flush=True,
            )


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--packages", type=Path)
    parser.add_argument("--messages", type=int, default=40)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.packages
        if folder is None:
            # A folder of its own: Argos takes whatever lies beside packages for another one.
            folder = Path(temporary, "packages")
            subprocess.run(
                [
                    sys.executable,
                    "-m",
                    "bot",
                    "packages",
                    "install",
                    *map(str, sorted(TEST_PACKAGES.glob("*.argosmodel"))),
                ],
                cwd=ROOT,
                env={
                    **os.environ,
                    "LOTSE_ENV": "test",
                    "LOTSE_TRANSLATION_PACKAGES": str(folder),
                    "LOTSE_DATA": f"{temporary}/data",
                },
                check=True,
                capture_output=True,
            )
        asyncio.run(compare(folder, options.messages))


if __name__ == "__main__":
    main()
