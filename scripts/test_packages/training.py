"""Teaches the network, and lets it translate to compare with the converted model."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import tensorflow as tf

from scripts.test_packages.network import Network, Shape, blocking, new_weights
from scripts.test_packages.vocabulary import PAD

START, END = 1, 2
#: Pieces of a translation at most.
LONGEST = 200
Numbers = tuple[list[int], list[int]]


@dataclass(frozen=True)
class Lesson:
    """How it is taught. tokens: of source and target in a batch; rate: highest learning rate."""

    epochs: int
    tokens: int = 800
    rate: float = 1.5e-3
    warm_up: int = 200
    smoothing: float = 0.05
    dropout: float = 0.05
    seed: int = 7


def train(
    examples: Callable[[random.Random], Sequence[Numbers]],
    shape: Shape,
    lesson: Lesson,
    say: Callable[[str], None],
) -> dict[str, tf.Variable]:
    """The weights after all epochs. examples: makes the pieces of an epoch anew each time.

    Adam as in Vaswani et al. (2017), with a warm-up and a fall to nothing along a cosine.
    """
    tf.random.set_seed(lesson.seed)
    chance = random.Random(lesson.seed)
    weights = new_weights(shape, lesson.seed)
    network = Network(shape, weights, lesson.dropout)
    optimizer = tf.keras.optimizers.legacy.Adam(lesson.rate, beta_2=0.98, epsilon=1e-9)
    variables = list(weights.values())

    pieces = tf.TensorSpec((None, None), tf.int32)

    @tf.function(input_signature=[pieces, pieces, tf.TensorSpec(())], autograph=False)
    def step(source: tf.Tensor, target: tf.Tensor, rate: tf.Tensor) -> tf.Tensor:
        optimizer.learning_rate.assign(rate)
        with tf.GradientTape() as tape:
            blocked = blocking(source, PAD)
            memory = network.encode(source, blocked, training=True)
            state = network.decode(target[:, :-1], memory, blocked, training=True)
            wanted = target[:, 1:]
            counted = tf.cast(wanted != PAD, tf.float32)
            each = network.loss(state, wanted, lesson.smoothing) * counted
            loss = tf.reduce_sum(each) / tf.reduce_sum(counted)
        gradients = tape.gradient(loss, variables)
        optimizer.apply_gradients(zip(gradients, variables, strict=True))
        return loss

    steps = 0
    for epoch in range(lesson.epochs):
        found = list(_batches(examples(chance), lesson.tokens, chance))
        total = lesson.epochs * len(found)
        losses = []
        for source, target in found:
            steps += 1
            losses.append(float(step(source, target, _rate(steps, total, lesson))))
        if epoch % 10 == 0 or epoch == lesson.epochs - 1:
            say(f"epoch {epoch + 1}/{lesson.epochs}: loss {np.mean(losses):.3f}")
    return weights


def translate(
    weights: dict[str, tf.Variable],
    shape: Shape,
    sources: Sequence[list[int]],
    longest: int = LONGEST,
) -> list[list[int]]:
    """The pieces the network itself finds most likely, one after the other, at most `longest`."""
    network = Network(shape, weights, dropout=0)
    several = tf.TensorSpec((None, None), tf.int32)

    @tf.function(input_signature=[several, several], autograph=False)
    def likeliest(source: tf.Tensor, target: tf.Tensor) -> tf.Tensor:
        blocked = blocking(source, PAD)
        memory = network.encode(source, blocked, training=False)
        state = network.decode(target, memory, blocked, training=False)
        return tf.argmax(network.scores(state[:, -1:])[0, 0])

    found = []
    for source in sources:
        target = [START]
        while target[-1] != END and len(target) <= longest:
            target.append(int(likeliest(tf.constant([source]), tf.constant([target]))))
        found.append([piece for piece in target[1:] if piece != END])
    return found


def _rate(step: int, total: int, lesson: Lesson) -> tf.Tensor:
    warm_up = min(lesson.warm_up, max(1, total // 10))
    if step < warm_up:
        return tf.constant(lesson.rate * step / warm_up, tf.float32)
    done = min(1.0, (step - warm_up) / max(1, total - warm_up))
    return tf.constant(lesson.rate * 0.5 * (1 + np.cos(np.pi * done)), tf.float32)


def _batches(
    examples: Sequence[Numbers], tokens: int, chance: random.Random
) -> Iterator[tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]]:
    """Examples of like length together, the batches in any order."""
    by_length = sorted(examples, key=lambda example: (len(example[1]), chance.random()))
    batches: list[list[Numbers]] = [[]]
    for source, target in by_length:
        batches[-1].append((source, [START, *target, END]))
        if len(batches[-1]) * (len(source) + len(target)) >= tokens:
            batches.append([])
    batches = [batch for batch in batches if batch]
    chance.shuffle(batches)
    for batch in batches:
        yield _padded([source for source, _ in batch]), _padded([target for _, target in batch])


def _padded(rows: Sequence[list[int]]) -> np.ndarray[Any, Any]:
    longest = max(map(len, rows))
    return np.array([row + [PAD] * (longest - len(row)) for row in rows], np.int32)
