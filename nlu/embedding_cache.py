"""Keeps sentence embeddings on disk, because computing 14,000 of them takes minutes.

One ``.npz`` file: SHA-256 digests (the first 16 bytes) and vectors in half precision, 10 MB for
14,000 phrases. It holds no text.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
BATCH = 64
log = logging.getLogger(__name__)


def embed(texts: Sequence[str], model: Callable[[list[str]], Floats], path: Path | None) -> Floats:
    """Return one vector a text, asking ``model`` only for what ``path`` does not hold.

    Args:
        texts: what to embed; equal texts are embedded once.
        model: embeds a batch.
        path: the file to read and to extend; nothing is kept if ``None``.
    """
    known = _read(path)
    keys = [hashlib.sha256(text.encode()).digest()[:16] for text in texts]
    # Texts of like length share a batch, so that no thread waits for another's long text.
    new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    waiting = sorted(new.items(), key=lambda item: len(item[1]))
    for at in range(0, len(waiting), BATCH):
        batch = waiting[at : at + BATCH]
        vectors = model([text for _, text in batch]).astype(np.float16)
        known.update({key: vector for (key, _), vector in zip(batch, vectors, strict=True)})
        if at // BATCH % 20 == 0:
            log.info("Embedding phrases: %d of %d", at, len(waiting))
    if waiting and path:
        _write(path, {key: known[key] for key in dict.fromkeys(keys)})
    return np.array([known[key] for key in keys], dtype=np.float32)


def _read(path: Path | None) -> dict[bytes, npt.NDArray[np.float16]]:
    if path is None or not path.exists():
        return {}
    with np.load(path, allow_pickle=False) as arrays:
        digests, vectors = arrays["digests"], arrays["vectors"]
    return {bytes(digest): vector for digest, vector in zip(digests, vectors, strict=True)}


def _write(path: Path, known: dict[bytes, npt.NDArray[np.float16]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.stem}.{os.getpid()}.npz")
    digests = np.array([np.frombuffer(key, dtype=np.uint8) for key in known])
    np.savez(draft, digests=digests, vectors=np.array(list(known.values())))
    draft.replace(path)
