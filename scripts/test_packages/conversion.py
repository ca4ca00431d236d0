"""Turns trained weights into a CTranslate2 model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from ctranslate2.specs import TransformerSpec
from ctranslate2.specs.model_spec import index_spec

from scripts.test_packages.network import EPSILON, Shape


def write_model(
    weights: Mapping[str, np.ndarray[Any, Any]],
    pieces: Sequence[str],
    shape: Shape,
    folder: Path,
    quantization: str | None = "int8",
) -> None:
    """Write a model that `ctranslate2.Translator` loads; `folder` must exist.

    weights: by CTranslate2's names, with one matrix of embeddings. pieces: the vocabulary.
    """
    spec = TransformerSpec.from_config(shape.layers, shape.heads, pre_norm=True)
    spec.register_source_vocabulary(list(pieces))
    spec.register_target_vocabulary(list(pieces))
    spec.config.layer_norm_epsilon = EPSILON
    for name, value in weights.items():
        if name != "embeddings":
            owner, attribute = name.rsplit("/", 1)
            # A copy, because quantising multiplies in place.
            setattr(index_spec(spec, owner), attribute, np.array(value))
    embeddings = np.array(weights["embeddings"])
    spec.encoder.embeddings[0].weight = embeddings
    spec.decoder.embeddings.weight = embeddings
    spec.decoder.projection.weight = embeddings
    spec.validate()
    spec.optimize(quantization=quantization)
    spec.save(str(folder))
