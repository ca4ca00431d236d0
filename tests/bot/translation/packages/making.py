"""Packages for tests: tiny models that translate into nonsense, and what is wrong with archives."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import ctranslate2.specs
import numpy as np
import sentencepiece

WIDTH, INNER, LONGEST = 8, 16, 64


def model_files(folder: Path) -> dict[str, bytes]:
    """A CTranslate2 model with random weights and its SentencePiece model, by path in a package."""
    words = ["der", "Arzt", "hat", "Zeit", "the", "doctor", "has", "time", "врач", "طبيب", "doktor"]
    lines = [" ".join(words[start : start + 3]) for start in range(len(words) - 2)] * 5
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_writer=written,
        vocab_size=80,
        hard_vocab_limit=False,
        minloglevel=2,
    )
    pieces = sentencepiece.SentencePieceProcessor(model_proto=written.getvalue())
    known = [pieces.id_to_piece(number) for number in range(pieces.get_piece_size())]
    vocabulary = ["<blank>", "<s>", "</s>", *(piece for piece in known if piece[:2] not in "</s>")]
    spec = _spec(vocabulary)
    folder.mkdir(parents=True)
    spec.save(str(folder))
    files = {f"model/{path.name}": path.read_bytes() for path in folder.iterdir()}
    return {**files, "sentencepiece.model": written.getvalue()}


def _spec(vocabulary: list[str]) -> Any:
    """A transformer of one layer, in the layout ctranslate2.specs.TransformerSpec describes."""
    random = np.random.default_rng(7)
    spec = ctranslate2.specs.TransformerSpec.from_config(1, 2)

    def linear(layer: Any, rows: int, columns: int) -> None:
        layer.weight = random.normal(size=(rows, columns)).astype("float32")
        layer.bias = np.zeros(rows, "float32")

    def norm(layer: Any) -> None:
        layer.gamma, layer.beta = np.ones(WIDTH, "float32"), np.zeros(WIDTH, "float32")

    def attention(layer: Any, rows: list[int]) -> None:
        norm(layer.layer_norm)
        for each, size in zip(layer.linear, rows, strict=True):
            linear(each, size, WIDTH)

    for side in (spec.encoder, spec.decoder):
        words = side.embeddings[0] if isinstance(side.embeddings, list) else side.embeddings
        words.weight = random.normal(size=(len(vocabulary), WIDTH)).astype("float32")
        side.position_encodings.encodings = random.normal(size=(LONGEST, WIDTH)).astype("float32")
        norm(side.layer_norm)
        for layer in side.layer:
            attention(layer.self_attention, [3 * WIDTH, WIDTH])
            norm(layer.ffn.layer_norm)
            linear(layer.ffn.linear_0, INNER, WIDTH)
            linear(layer.ffn.linear_1, WIDTH, INNER)
    attention(spec.decoder.layer[0].attention, [WIDTH, 2 * WIDTH, WIDTH])
    linear(spec.decoder.projection, len(vocabulary), WIDTH)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    return spec


def metadata(pair: str, version: str = "1.0", **extra: Any) -> dict[str, Any]:
    """The content of a metadata.json."""
    source, target = pair.split("-")
    return {
        "package_version": version,
        "argos_version": "1.0",
        "from_code": source,
        "from_name": source,
        "to_code": target,
        "to_name": target,
        **extra,
    }


def archive(
    files: Mapping[str, bytes], pair: str, version: str = "1.0", top: str = "", **extra: Any
) -> bytes:
    """A package as Argos makes them. top: its folder; by default named after pair and version."""
    source, target = pair.split("-")
    top = top or f"translate-{source}_{target}-{version.replace('.', '_')}"
    said = json.dumps(metadata(pair, version, **extra)).encode()
    return zipped(
        {f"{top}/{name}": body for name, body in {"metadata.json": said, **files}.items()}
    )


def zipped(files: Mapping[str | zipfile.ZipInfo, bytes]) -> bytes:
    """A zip of exactly these entries, whatever their names are."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as zip_file:
        for name, body in files.items():
            zip_file.writestr(name, body)
    return written.getvalue()
