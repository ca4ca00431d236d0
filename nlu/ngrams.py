"""Weighted character and word n-grams of normalised text, without pickled state.

TF-IDF with sublinear term frequency and unit length, as scikit-learn's ``TfidfVectorizer`` does it
with ``analyzer="char_wb"``; own code because it is stored as JSON, needs no scikit-learn in the
process that answers, and takes a third of the time for one message.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from scipy.sparse import csr_matrix

from nlu.normalise import words

CHARACTERS: Final = (2, 3, 4)
MIN_DOCUMENTS: Final = 2


@dataclass(frozen=True)
class NGrams:
    """The n-grams worth counting, each with its column and inverse document frequency."""

    vocabulary: dict[str, int]
    idf: Sequence[float]

    @classmethod
    def fit(cls, texts: Iterable[str]) -> NGrams:
        """Choose the n-grams that occur in at least two texts."""
        documents: Counter[str] = Counter()
        count = 0
        for text in texts:
            documents.update(set(_grams(text)))
            count += 1
        kept = sorted(gram for gram, n in documents.items() if n >= MIN_DOCUMENTS)
        idf = [math.log((1 + count) / (1 + documents[gram])) + 1 for gram in kept]
        return cls({gram: column for column, gram in enumerate(kept)}, idf)

    def transform(self, text: str) -> csr_matrix:
        """Return one row of unit length (or zeros), ``float32``, a column for each n-gram."""
        counts = Counter(
            column for gram in _grams(text) if (column := self.vocabulary.get(gram)) is not None
        )
        columns = sorted(counts)
        values = np.array(
            [(1 + math.log(counts[c])) * self.idf[c] for c in columns], dtype=np.float32
        )
        length = float(np.linalg.norm(values))
        if length:
            values /= length
        shape = (1, len(self.vocabulary))
        return csr_matrix((values, (np.zeros(len(columns), dtype=int), columns)), shape=shape)


def _grams(text: str) -> list[str]:
    tokens = words(text)
    found = [f"w {token}" for token in tokens]
    found += [f"w {one} {two}" for one, two in pairwise(tokens)]
    for token in tokens:
        padded = f" {token} "
        for size in CHARACTERS:
            found += [padded[i : i + size] for i in range(len(padded) - size + 1)]
    return found
