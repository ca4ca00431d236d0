"""A small Transformer in TensorFlow whose weights carry the names CTranslate2 gives them.

Pre-norm, as in Xiong et al. (2020), "On Layer Normalization in the Transformer Architecture"; the
positions are the sine and cosine halves OpenNMT uses, which CTranslate2 computes by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import tensorflow as tf

EPSILON = 1e-5
_BLOCKED = -1e9


@dataclass(frozen=True)
class Shape:
    """How large the network is. pieces: of the shared vocabulary; layers: on either side."""

    pieces: int
    width: int = 128
    inner: int = 256
    heads: int = 4
    layers: int = 2


def new_weights(shape: Shape, seed: int) -> dict[str, tf.Variable]:
    """Weights before training, by CTranslate2's names. The embeddings serve source and target."""
    chance = np.random.default_rng(seed)
    values: dict[str, np.ndarray[Any, Any]] = {
        "embeddings": chance.normal(0, shape.width**-0.5, (shape.pieces, shape.width))
    }

    def linear(name: str, into: int, out: int) -> None:
        limit = (6 / (into + out)) ** 0.5
        values[f"{name}/weight"] = chance.uniform(-limit, limit, (out, into))
        values[f"{name}/bias"] = np.zeros(out)

    def norm(name: str) -> None:
        values[f"{name}/gamma"] = np.ones(shape.width)
        values[f"{name}/beta"] = np.zeros(shape.width)

    for side in ("encoder", "decoder"):
        for number in range(shape.layers):
            layer = f"{side}/layer_{number}"
            norm(f"{layer}/self_attention/layer_norm")
            linear(f"{layer}/self_attention/linear_0", shape.width, 3 * shape.width)
            linear(f"{layer}/self_attention/linear_1", shape.width, shape.width)
            if side == "decoder":
                norm(f"{layer}/attention/layer_norm")
                linear(f"{layer}/attention/linear_0", shape.width, shape.width)
                linear(f"{layer}/attention/linear_1", shape.width, 2 * shape.width)
                linear(f"{layer}/attention/linear_2", shape.width, shape.width)
            norm(f"{layer}/ffn/layer_norm")
            linear(f"{layer}/ffn/linear_0", shape.width, shape.inner)
            linear(f"{layer}/ffn/linear_1", shape.inner, shape.width)
        norm(f"{side}/layer_norm")
    return {name: tf.Variable(value.astype("float32"), name=name) for name, value in values.items()}


class Network:
    """Computes what the weights say."""

    def __init__(self, shape: Shape, weights: Mapping[str, tf.Variable], dropout: float) -> None:
        """weights: as `new_weights` makes them. dropout: share of values left out in training."""
        self._shape = shape
        self._weights = weights
        self._dropout = dropout

    def encode(self, source: tf.Tensor, blocked: tf.Tensor, training: bool) -> tf.Tensor:
        """source: [batch, length] pieces. blocked: [batch, 1, 1, length], large where padded."""
        state = self._embedded(source, training)
        for number in range(self._shape.layers):
            layer = f"encoder/layer_{number}"
            state = self._attend(f"{layer}/self_attention", state, None, blocked, training)
            state = self._feed(f"{layer}/ffn", state, training)
        return self._normed("encoder/layer_norm", state)

    def decode(
        self, target: tf.Tensor, memory: tf.Tensor, blocked: tf.Tensor, training: bool
    ) -> tf.Tensor:
        """The states behind each of `target` [batch, length]: [batch, length, width]."""
        length = tf.shape(target)[1]
        future = (1.0 - tf.linalg.band_part(tf.ones((length, length)), -1, 0)) * _BLOCKED
        state = self._embedded(target, training)
        for number in range(self._shape.layers):
            layer = f"decoder/layer_{number}"
            state = self._attend(f"{layer}/self_attention", state, None, future, training)
            state = self._attend(f"{layer}/attention", state, memory, blocked, training)
            state = self._feed(f"{layer}/ffn", state, training)
        return self._normed("decoder/layer_norm", state)

    def scores(self, state: tf.Tensor) -> tf.Tensor:
        """How likely each piece comes next, as logits: [batch, length, pieces]."""
        return _product(state, self._weights["embeddings"])

    def loss(self, state: tf.Tensor, wanted: tf.Tensor, smoothing: float) -> tf.Tensor:
        """Cross entropy of each wanted piece, smoothed as in Szegedy et al. (2016).

        The mean of all logits is taken before the product with the embeddings, which is cheap.
        """
        embeddings = self._weights["embeddings"]
        sharp = tf.nn.sparse_softmax_cross_entropy_with_logits(wanted, self.scores(state))
        right = tf.reduce_sum(state * tf.gather(embeddings, wanted), axis=-1)
        mean = tf.reduce_sum(state * tf.reduce_mean(embeddings, axis=0), axis=-1)
        return sharp + smoothing * (right - mean)

    def _embedded(self, pieces: tf.Tensor, training: bool) -> tf.Tensor:
        width = self._shape.width
        found = tf.gather(self._weights["embeddings"], pieces) * width**0.5
        return self._dropped(found + _positions(tf.shape(pieces)[1], width), training)

    def _attend(
        self,
        name: str,
        state: tf.Tensor,
        memory: tf.Tensor | None,
        blocked: tf.Tensor,
        training: bool,
    ) -> tf.Tensor:
        normed = self._normed(f"{name}/layer_norm", state)
        if memory is None:
            queries, keys, values = tf.split(self._linear(f"{name}/linear_0", normed), 3, axis=-1)
            last = "linear_1"
        else:
            queries = self._linear(f"{name}/linear_0", normed)
            keys, values = tf.split(self._linear(f"{name}/linear_1", memory), 2, axis=-1)
            last = "linear_2"
        queries, keys, values = map(self._in_heads, (queries, keys, values))
        each = self._shape.width // self._shape.heads
        fit = tf.matmul(queries * each**-0.5, keys, transpose_b=True) + blocked
        heads = tf.transpose(tf.matmul(tf.nn.softmax(fit), values), (0, 2, 1, 3))
        joined = tf.reshape(heads, tf.shape(state))
        return state + self._dropped(self._linear(f"{name}/{last}", joined), training)

    def _feed(self, name: str, state: tf.Tensor, training: bool) -> tf.Tensor:
        inner = self._linear(f"{name}/linear_0", self._normed(f"{name}/layer_norm", state))
        outer = self._linear(f"{name}/linear_1", tf.nn.relu(inner))
        return state + self._dropped(outer, training)

    def _linear(self, name: str, state: tf.Tensor) -> tf.Tensor:
        product = _product(state, self._weights[f"{name}/weight"])
        return product + self._weights[f"{name}/bias"]

    def _normed(self, name: str, state: tf.Tensor) -> tf.Tensor:
        mean, variance = tf.nn.moments(state, axes=[-1], keepdims=True)
        scaled = (state - mean) * tf.math.rsqrt(variance + EPSILON)
        return scaled * self._weights[f"{name}/gamma"] + self._weights[f"{name}/beta"]

    def _in_heads(self, state: tf.Tensor) -> tf.Tensor:
        rows, length = tf.shape(state)[0], tf.shape(state)[1]
        each = self._shape.width // self._shape.heads
        split = tf.reshape(state, (rows, length, self._shape.heads, each))
        return tf.transpose(split, (0, 2, 1, 3))

    def _dropped(self, state: tf.Tensor, training: bool) -> tf.Tensor:
        return tf.nn.dropout(state, self._dropout) if training and self._dropout else state


def blocking(source: tf.Tensor, pad: int) -> tf.Tensor:
    """What keeps attention off padding: [batch, 1, 1, length]."""
    return tf.cast(source == pad, tf.float32)[:, None, None, :] * _BLOCKED


def _product(state: tf.Tensor, matrix: tf.Tensor) -> tf.Tensor:
    # One matrix product instead of one a row of the batch, which TensorFlow is slow at.
    flat = tf.matmul(tf.reshape(state, (-1, matrix.shape[1])), matrix, transpose_b=True)
    return tf.reshape(flat, tf.concat([tf.shape(state)[:-1], [matrix.shape[0]]], axis=0))


def _positions(length: tf.Tensor, width: int) -> tf.Tensor:
    half = width // 2
    scales = tf.exp(tf.range(half, dtype=tf.float32) * -(np.log(10000.0) / (half - 1)))
    angles = tf.range(1, length + 1, dtype=tf.float32)[:, None] * scales[None, :]
    return tf.concat([tf.sin(angles), tf.cos(angles)], axis=1)[None]
