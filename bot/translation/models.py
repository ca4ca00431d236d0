"""Loaded Argos packages, within a limit of memory.

An Argos package is a CTranslate2 model and a tokenizer. They are called here without the functions
of `argostranslate.translate`: those load a downloaded model to split sentences, take one text at a
time, and keep every model for ever (docs/decisions/0008).
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Protocol

Pair = tuple[str, str]
#: A translation longer than this many pieces for each piece of the source runs in circles.
_PIECES_OUT_PER_PIECE = 3
_SPARE_PIECES = 24
_MIB = 1024 * 1024


class Effort(Enum):
    """How hard to look for a good translation."""

    QUICK = "quick"
    THOROUGH = "thorough"


#: QUICK is what everybody waits for; THOROUGH is for what a gate stopped.
_SEARCH: Mapping[Effort, dict[str, Any]] = {
    Effort.QUICK: {"beam_size": 2, "num_hypotheses": 1},
    Effort.THOROUGH: {"beam_size": 5, "num_hypotheses": 4, "no_repeat_ngram_size": 6},
}


@dataclass(frozen=True)
class Installed:
    """A package on disk. prefix: see `Package`."""

    folder: Path
    prefix: str = ""


@dataclass(frozen=True)
class Hypothesis:
    """A translation the model thinks possible. score: its mean log-probability of a piece."""

    text: str
    score: float


class Engine(Protocol):
    """Translates sentences from one language to another."""

    def translate(self, sentences: Sequence[str], effort: Effort) -> list[tuple[Hypothesis, ...]]:
        """For each sentence the hypotheses, the best first."""


class Package:
    """One loaded package."""

    def __init__(self, path: Path, pair: Pair, threads: int, prefix: str = "") -> None:
        """path: the package's folder. threads: for one batch. prefix: the piece that tells a model
        of several languages which one is wanted. Raises for a broken package.
        """
        import ctranslate2  # here, because nobody without packages needs it
        from argostranslate.tokenizer import BPETokenizer, SentencePieceTokenizer

        pieces, codes = path / "sentencepiece.model", path / "bpe.model"
        self._tokenizer = (
            SentencePieceTokenizer(pieces) if pieces.exists() else BPETokenizer(codes, *pair)
        )
        self._model = ctranslate2.Translator(
            str(path / "model"), device="cpu", inter_threads=1, intra_threads=threads
        )
        self._prefix = prefix
        self._tokenizer.encode("a")

    def translate(self, sentences: Sequence[str], effort: Effort) -> list[tuple[Hypothesis, ...]]:
        """See Engine. Lets other threads run meanwhile."""
        pieces = [self._tokenizer.encode(sentence) for sentence in sentences]
        longest = max((len(each) for each in pieces), default=0)
        results = self._model.translate_batch(
            pieces,
            target_prefix=[[self._prefix]] * len(pieces) if self._prefix else None,
            max_batch_size=2048,
            batch_type="tokens",
            max_decoding_length=longest * _PIECES_OUT_PER_PIECE + _SPARE_PIECES,
            length_penalty=1.0,
            return_scores=True,
            replace_unknowns=True,
            **_SEARCH[effort],
        )
        return [
            tuple(
                Hypothesis(self._text(tokens), score)
                for tokens, score in zip(result.hypotheses, result.scores, strict=True)
            )
            for result in results
        ]

    def _text(self, tokens: Sequence[str]) -> str:
        return str(self._tokenizer.decode(tokens)).strip().removeprefix(self._prefix).strip()

    def close(self) -> None:
        """Give the memory back."""
        self._model.unload_model()


class Models:
    """Packages by language pair, loaded when first used; what was used least is let go."""

    def __init__(self, installed: Mapping[Pair, Installed], memory_mb: int, threads: int) -> None:
        """memory_mb: for all together; one is always allowed. threads: for one batch."""
        self._installed = dict(installed)
        self._limit = memory_mb * _MIB
        self._threads = threads
        self._loaded: OrderedDict[Pair, Package] = OrderedDict()
        self._busy: dict[Pair, int] = {}
        self._lock = threading.Lock()

    @property
    def pairs(self) -> frozenset[Pair]:
        """What can be translated in one step."""
        return frozenset(self._installed)

    @property
    def loaded(self) -> tuple[Pair, ...]:
        """What is in memory, the one used last at the end."""
        return tuple(self._loaded)

    @contextmanager
    def use(self, pair: Pair) -> Iterator[Engine]:
        """A loaded package, which stays in memory meanwhile. KeyError for a pair that is not there.

        Raises what loading a broken package raises.
        """
        with self._lock:
            package = self._loaded.get(pair)
            if package is None:
                self._make_room(self._size(pair))
                found = self._installed[pair]
                package = Package(found.folder, pair, self._threads, found.prefix)
                self._loaded[pair] = package
            self._loaded.move_to_end(pair)
            self._busy[pair] = self._busy.get(pair, 0) + 1
        try:
            yield package
        finally:
            with self._lock:
                self._busy[pair] -= 1

    def _make_room(self, needed: int) -> None:
        idle = [pair for pair in self._loaded if not self._busy.get(pair)]
        for pair in idle:
            if sum(map(self._size, self._loaded)) + needed <= self._limit:
                return
            self._loaded.pop(pair).close()

    def _size(self, pair: Pair) -> int:
        """Bytes on disk, which is close to what it takes in memory."""
        folder = self._installed[pair].folder
        return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
