"""Kernel ridge classification on sentence embeddings and n-grams together.

The kernel of two messages is the mean of a Gaussian kernel over each kind of embedding
(standardised) plus a weighted linear kernel over the n-grams. One linear system gives the weights
of all classes at once (kernel ridge regression, Saunders et al., ICML 1998, on one-versus-rest
targets as in Rifkin et al., "Regularized least-squares classification", 2003); scores become
probabilities by a softmax with a temperature fitted on held-out phrases.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.linalg import lapack
from scipy.sparse import csr_matrix

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Settings:
    """``width``: of the Gaussian, in units of 1/dimension; ``ngrams``: weight of their kernel;
    ``ridge``: added to the diagonal; ``temperature``: multiplies scores before the softmax."""

    width: float
    ngrams: float
    ridge: float
    temperature: float


@dataclass(frozen=True)
class _Block:
    """One kind of embedding of the training messages, standardised.

    Each group (language) has its own mean: what two embeddings share for being of one language says
    nothing about their meaning, and hides what a phrase in another language could teach.
    """

    groups: tuple[str, ...]
    means: Floats
    scale: Floats
    vectors: Floats
    squares: Floats

    @classmethod
    def fit(cls, vectors: Floats, groups: Sequence[str]) -> _Block:
        names = ("", *sorted(set(groups)))
        member = np.array(groups)
        means = np.array(
            [(vectors[member == name] if name else vectors).mean(axis=0) for name in names],
            dtype=np.float32,
        )
        centred = vectors - means[[names.index(group) for group in groups]]
        scale = np.maximum(centred.std(axis=0), np.float32(1e-6))
        standard = np.asarray(centred / scale, dtype=np.float32)
        return cls(names, means, scale, standard, (standard**2).sum(axis=1))

    def kernel(self, vectors: Floats, groups: Sequence[str], width: float) -> Floats:
        rows = [self.groups.index(group) if group in self.groups else 0 for group in groups]
        standard = (vectors - self.means[rows]) / self.scale
        distances: Floats = standard @ self.vectors.T
        distances *= -2
        distances += (standard**2).sum(axis=1, keepdims=True)
        distances += self.squares
        distances *= -width / standard.shape[1]
        np.minimum(distances, 0, out=distances)
        return np.exp(distances, out=distances)


@dataclass(frozen=True)
class KernelClassifier:
    """A fitted classifier; asking it changes nothing."""

    classes: tuple[str, ...]
    settings: Settings
    _blocks: Mapping[str, _Block]
    _dual: Floats
    _primal: Floats

    @classmethod
    def fit(
        cls,
        embeddings: Mapping[str, Floats],
        ngrams: csr_matrix,
        groups: Sequence[str],
        labels: Sequence[str],
        settings: Settings,
    ) -> KernelClassifier:
        """Solve for the weights.

        Args:
            embeddings: a name for each kind, with one row a message.
            ngrams: one row a message.
            groups: the language of each message as far as known, else an empty string.
            labels: one a message.

        Raises:
            ValueError: there are fewer than two classes, or the system cannot be solved.

        Memory is 4 bytes times the square of the number of messages; time grows with its cube
        (14,000 messages: 0.8 GB, some 15 seconds on two cores).
        """
        classes = tuple(sorted(set(labels)))
        if len(classes) < 2:
            raise ValueError("a classifier needs examples of at least two intents")
        blocks = {name: _Block.fit(v, groups) for name, v in sorted(embeddings.items())}
        kernel = np.asarray((ngrams @ ngrams.T).toarray(), dtype=np.float32)
        kernel *= settings.ngrams
        for name, block in blocks.items():
            kernel += block.kernel(embeddings[name], groups, settings.width) / len(blocks)
        kernel[np.diag_indices_from(kernel)] += settings.ridge
        targets = np.full((len(labels), len(classes)), -1 / len(classes), dtype=np.float32)
        targets[np.arange(len(labels)), [classes.index(label) for label in labels]] += 1
        _, dual, failed = lapack.sposv(kernel.T, targets, overwrite_a=True)
        if failed:
            raise ValueError("the phrases give a singular system; raise `ridge`")
        dual = np.ascontiguousarray(dual, dtype=np.float32)
        primal = np.asarray(ngrams.T @ dual, dtype=np.float32) * np.float32(settings.ngrams)
        return cls(classes, settings, blocks, dual, primal)

    def probabilities(
        self, embeddings: Mapping[str, Floats], ngrams: csr_matrix, groups: Sequence[str]
    ) -> Floats:
        """Return one row a message and one column a class, each row adding up to 1.

        The arguments are those of ``fit``; a group unknown there counts as no group.

        Raises:
            KeyError: an embedding the classifier was fitted with is missing.
        """
        scores = np.asarray(ngrams @ self._primal, dtype=np.float32)
        for name, block in self._blocks.items():
            kernel = block.kernel(embeddings[name], groups, self.settings.width)
            scores += kernel @ self._dual / len(self._blocks)
        scores = (scores - scores.max(axis=1, keepdims=True)) * self.settings.temperature
        weights = np.exp(scores)
        return np.asarray(weights / weights.sum(axis=1, keepdims=True), dtype=np.float32)

    def save(self, path: Path) -> None:
        """Write numbers and names, nothing executable."""
        arrays: dict[str, Any] = {
            "classes": np.array(self.classes),
            "settings": np.array(list(vars(self.settings).values()), dtype=np.float64),
            "blocks": np.array(list(self._blocks)),
            "dual": self._dual,
            "primal": self._primal,
        }
        for number, block in enumerate(self._blocks.values()):
            arrays[f"groups{number}"] = np.array(block.groups)
            arrays[f"means{number}"] = block.means
            arrays[f"scale{number}"] = block.scale
            arrays[f"vectors{number}"] = block.vectors
        np.savez(path, **arrays)

    @classmethod
    def load(cls, path: Path) -> KernelClassifier:
        """Read what ``save`` wrote."""
        with np.load(path, allow_pickle=False) as arrays:
            blocks = {
                str(name): _Block(
                    tuple(str(group) for group in arrays[f"groups{number}"]),
                    arrays[f"means{number}"],
                    arrays[f"scale{number}"],
                    vectors := arrays[f"vectors{number}"],
                    (vectors**2).sum(axis=1),
                )
                for number, name in enumerate(arrays["blocks"])
            }
            settings = Settings(*(float(value) for value in arrays["settings"]))
            classes = tuple(str(name) for name in arrays["classes"])
            return cls(classes, settings, blocks, arrays["dual"], arrays["primal"])
