from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nlu.embedding_cache import embed


def test_a_text_is_embedded_once(tmp_path: Path) -> None:
    asked: list[str] = []

    def model(texts: list[str]) -> np.ndarray:
        asked.extend(texts)
        return np.array([[len(text), 0.5] for text in texts], dtype=np.float32)

    path = tmp_path / "folder" / "embeddings.npz"
    first = embed(["a", "bb", "a"], model, path)
    again = embed(["ccc", "bb"], model, path)
    assert first[:, 0] == pytest.approx([1, 2, 1])
    assert again[:, 0] == pytest.approx([3, 2])
    assert sorted(asked) == ["a", "bb", "ccc"]


def test_nothing_is_kept_without_a_path() -> None:
    vectors = embed(["a"], lambda texts: np.ones((len(texts), 2), dtype=np.float32), None)
    assert vectors.shape == (1, 2)
