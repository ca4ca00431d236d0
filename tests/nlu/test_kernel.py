from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy.sparse import csr_matrix, vstack

from nlu.kernel import KernelClassifier, Settings
from nlu.ngrams import NGrams

SETTINGS = Settings(width=1.0, ngrams=0.25, ridge=0.2, temperature=18.0)
TEXTS = ["kinderarzt gesucht", "suche kinderarzt", "pflegegrad antrag", "antrag pflegegrad bitte"]
LABELS = ["find_doctor", "find_doctor", "nursing_care", "nursing_care"]


def rows(texts: list[str], ngrams: NGrams) -> csr_matrix:
    return vstack([ngrams.transform(text) for text in texts]).tocsr()


@pytest.fixture
def vectors() -> np.ndarray:
    return np.array([[1, 0.1], [0.9, 0], [0.1, 1], [0, 0.9]], dtype=np.float32)


def test_what_was_learnt_is_recognised_with_probabilities(vectors: np.ndarray) -> None:
    ngrams = NGrams.fit(TEXTS)
    classifier = KernelClassifier.fit(
        {"e5": vectors}, rows(TEXTS, ngrams), ["de"] * 4, LABELS, SETTINGS
    )
    chances = classifier.probabilities({"e5": vectors}, rows(TEXTS, ngrams), ["de"] * 4)
    assert [classifier.classes[i] for i in chances.argmax(axis=1)] == LABELS
    assert chances.sum(axis=1) == pytest.approx(np.ones(4), abs=1e-5)


def test_a_stored_classifier_answers_the_same(vectors: np.ndarray, tmp_path: Path) -> None:
    ngrams = NGrams.fit(TEXTS)
    matrix = rows(TEXTS, ngrams)
    groups = ["de", "de", "tr", "tr"]
    classifier = KernelClassifier.fit({"e5": vectors}, matrix, groups, LABELS, SETTINGS)
    classifier.save(tmp_path / "kernel.npz")
    again = KernelClassifier.load(tmp_path / "kernel.npz")
    asked = ({"e5": vectors[:2]}, matrix[:2], ["tr", "never seen"])
    assert again.probabilities(*asked) == pytest.approx(classifier.probabilities(*asked))


def test_one_intent_is_not_enough(vectors: np.ndarray) -> None:
    ngrams = NGrams.fit(TEXTS)
    with pytest.raises(ValueError, match="two intents"):
        KernelClassifier.fit(
            {"e5": vectors}, rows(TEXTS, ngrams), ["de"] * 4, ["greet"] * 4, SETTINGS
        )


def test_ngrams_seen_once_are_not_counted() -> None:
    ngrams = NGrams.fit(["arzt hier", "arzt dort"])
    assert "w arzt" in ngrams.vocabulary
    assert "w hier" not in ngrams.vocabulary


def test_a_row_has_unit_length_or_is_empty() -> None:
    ngrams = NGrams.fit(TEXTS)
    assert np.linalg.norm(ngrams.transform("kinderarzt").toarray()) == pytest.approx(1.0)
    assert ngrams.transform("нет").nnz == 0
