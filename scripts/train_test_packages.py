"""Trains small translation packages for tests from the project's own texts.

    python -W ignore -m scripts.train_test_packages [--pairs de-ar ar-de] [--epochs 25]

A pair takes two to four minutes on one core; no GPU and no network are needed. The packages
are test data: they repeat the answers, phrases and ready-made replies and know nothing else.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAIRS = tuple(pair for other in ("ar", "ru", "tr", "en") for pair in (f"de-{other}", f"{other}-de"))


def main(arguments: Sequence[str] | None = None) -> None:
    """Build the packages asked for, a process and a thread each, and print their figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", nargs="+", choices=PAIRS, default=PAIRS, metavar="de-ar")
    parser.add_argument("--epochs", type=int, default=25)
    parser.add_argument("--texts", type=int, help="take only so many parallel texts")
    parser.add_argument("--jobs", type=int, default=2, help="packages built at the same time")
    parser.add_argument("--out", type=Path, default=ROOT / "tests" / "packages")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    work = partial(_build, options.epochs, options.texts, options.out)
    if options.jobs == 1:
        for pair in options.pairs:
            _say(work(pair))
        return
    # Fresh processes: TensorFlow does not survive a fork, and sets its threads once.
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
        for figures in pool.map(work, options.pairs):
            _say(figures)


def _build(epochs: int, texts: int | None, out: Path, pair: str) -> str:
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import tensorflow as tf

    from bot.curated import KNOWLEDGE
    from bot.translation.parallel import parallel_texts
    from dialogues import ready_made
    from knowledge import glossary, library
    from scripts.test_packages.building import build

    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    tf.config.experimental.enable_op_determinism()
    source, target = pair.split("-")
    parallel = parallel_texts(library.load(KNOWLEDGE), ready_made.load())[:texts]
    return str(build(parallel, glossary.load(), (source, target), epochs, out, partial(_say, pair)))


def _say(*words: str) -> None:
    sys.stdout.write(f"{' '.join(words)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
