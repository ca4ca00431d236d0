"""Makes one package from beginning to end and measures it."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import ctranslate2
import sacrebleu

from bot.translation.parallel import ParallelText, sentence_pairs
from knowledge.glossary import Glossary
from scripts.test_packages.conversion import write_model
from scripts.test_packages.corpus import Corpus, Pair
from scripts.test_packages.network import Shape
from scripts.test_packages.packaging import write_package
from scripts.test_packages.training import LONGEST, Lesson, train, translate
from scripts.test_packages.vocabulary import Vocabulary
from scripts.test_packages.vocabulary import train as train_vocabulary

PIECES = 1500
# What a network says that was hardly trained does not end by itself.
_COMPARED, _COMPARED_PIECES = 10, 40
_SEED = 7


@dataclass(frozen=True)
class Figures:
    """What came out, measured on the training texts themselves.

    plain, shielded: chrF, when only what is put in later is a placeholder, and when numbers and
    terms are, too. exact: share that comes out as written. alike: share of which the converted
    model says what the trained one says, both taking the likeliest piece each time.
    """

    path: Path
    texts: int
    seconds: float
    plain: float
    shielded: float
    exact: float
    alike: float

    def __str__(self) -> str:
        return (
            f"{self.path.name}: {self.texts} texts, {self.seconds:.0f} s, chrF {self.plain:.1f} "
            f"(shielded {self.shielded:.1f}), {self.exact:.0%} exact, converted model alike on "
            f"{self.alike:.0%}, {self.path.stat().st_size / 1e6:.2f} MB"
        )


def build(
    parallel: Sequence[ParallelText],
    glossary: Glossary,
    languages: Pair,
    epochs: int,
    out: Path,
    say: Callable[[str], None],
) -> Figures:
    """Train, convert, pack and measure. languages: source and target, ISO 639-1."""
    begin = time.monotonic()
    source, target = languages
    pairs = sentence_pairs(parallel, source, target)
    corpus = Corpus(pairs, source, target, glossary)
    shown = corpus.plain() + corpus.examples(random.Random(_SEED))
    model_file = train_vocabulary((text for pair in shown for text in pair), PIECES)
    vocabulary = Vocabulary(model_file)

    def examples(chance: random.Random) -> list[tuple[list[int], list[int]]]:
        return [(vocabulary.encode(a), vocabulary.encode(b)) for a, b in corpus.examples(chance)]

    shape = Shape(len(vocabulary.pieces))
    weights = train(examples, shape, Lesson(epochs, seed=_SEED), say)
    with tempfile.TemporaryDirectory() as folder:
        values = {name: weight.numpy() for name, weight in weights.items()}
        write_model(values, vocabulary.pieces, shape, Path(folder))
        path = write_package(source, target, model_file, Path(folder), out)
        seconds = time.monotonic() - begin
        model = ctranslate2.Translator(folder, intra_threads=1)
        plain, shielded = corpus.plain(), corpus.shielded()
        said = _translated(model, vocabulary, plain, beam=2)
        said_shielded = _translated(model, vocabulary, shielded, beam=2)
        few = plain[:: max(1, len(plain) // _COMPARED)]
        said_greedily = _translated(model, vocabulary, few, beam=1, longest=_COMPARED_PIECES)
    sources = [vocabulary.encode(text) for text, _ in few]
    own = translate(weights, shape, sources, _COMPARED_PIECES)
    return Figures(
        path=path,
        texts=len(pairs),
        seconds=seconds,
        plain=_chrf(said, plain),
        shielded=_chrf(said_shielded, shielded),
        exact=_share_alike(said, [wanted for _, wanted in plain]),
        alike=_share_alike(said_greedily, [vocabulary.decode(pieces) for pieces in own]),
    )


def _translated(
    model: ctranslate2.Translator,
    vocabulary: Vocabulary,
    texts: Sequence[Pair],
    beam: int,
    longest: int = LONGEST,
) -> list[str]:
    results = model.translate_batch(
        [vocabulary.pieces_of(source) for source, _ in texts],
        max_batch_size=1024,
        batch_type="tokens",
        beam_size=beam,
        max_decoding_length=longest,
    )
    return [vocabulary.joined(result.hypotheses[0]) for result in results]


def _chrf(said: Sequence[str], texts: Sequence[Pair]) -> float:
    return float(sacrebleu.corpus_chrf(said, [[wanted for _, wanted in texts]]).score)


def _share_alike(left: Sequence[str], right: Sequence[str]) -> float:
    return sum(a == b for a, b in zip(left, right, strict=True)) / len(left)
