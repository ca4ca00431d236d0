"""Compares intent classifiers on the same features and the same held-out phrases.

    python -W ignore -m benchmarks.classifiers [--epochs 10]

A fifth of the training phrases, of every intent and language alike, is held out. Each classifier
runs in a process of its own, so that memory can be told apart. Sentence embeddings are taken from
the cache of `rasa train` where it has them.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, FEATURE_TYPE_SEQUENCE, INTENT, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.e5_featurizer import E5Featurizer
from nlu.components.language_identifier import LanguageIdentifier
from nlu.components.ngram_featurizer import NGramFeaturizer
from nlu.components.normaliser import Normaliser
from nlu.evaluation import macro_f1

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".rasa" / "embeddings.npz"
NAMES = ("kernel", "logistic_regression", "diet")
SEED = 1


def phrases() -> Iterator[tuple[str, str, str]]:
    """Yield (language, intent, text) of every training phrase."""
    for path in sorted((ROOT / "nlu" / "examples").glob("*/*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            for line in block["examples"].splitlines():
                if line.startswith("- "):
                    yield path.parent.name, block["intent"], line[2:].strip()


def split() -> tuple[list[tuple[str, str, str]], list[tuple[str, str, str]]]:
    """Return phrases to learn from and a fifth of each intent and language to ask."""
    groups: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for language, intent, text in phrases():
        groups[language, intent].append((language, intent, text))
    learnt: list[tuple[str, str, str]] = []
    asked: list[tuple[str, str, str]] = []
    for members in groups.values():
        random.Random(SEED).shuffle(members)
        asked += members[: len(members) // 5]
        learnt += members[len(members) // 5 :]
    return learnt, asked


def classifier(name: str, epochs: int) -> tuple[Any, dict[str, Any]]:
    """Return a component class and its configuration."""
    if name == "kernel":
        from nlu.components.kernel_classifier import KernelIntentClassifier

        return KernelIntentClassifier, KernelIntentClassifier.get_default_config()
    if name == "logistic_regression":
        from rasa.nlu.classifiers.logistic_regression_classifier import (
            LogisticRegressionClassifier as Regression,
        )

        return Regression, {**Regression.get_default_config(), "ranking_length": 0}
    from rasa.nlu.classifiers.diet_classifier import DIETClassifier

    chosen = {"epochs": epochs, "entity_recognition": False, "ranking_length": 0}
    return DIETClassifier, {**DIETClassifier.get_default_config(), **chosen}


def measure(name: str, epochs: int) -> dict[str, Any]:
    """Train one classifier, ask it, and return figures (seconds, milliseconds, megabytes)."""
    learnt, asked = split()
    with tempfile.TemporaryDirectory() as folder:
        storage = LocalModelStorage.create(Path(folder))
        context = ExecutionContext(GraphSchema({}), node_name=name)
        data, questions = _featurised(storage, context, learnt, asked)
        if name == "diet":
            _with_sequences([*data.training_examples, *questions])
        kind, config = classifier(name, epochs)
        component = kind.create(config, storage, Resource(name), context)
        start = time.perf_counter()
        component.train(data)
        trained = time.perf_counter()
        for question in questions:
            component.process([question])
        done = time.perf_counter()
    wanted = [intent for _, intent, _ in asked]
    said = {question.get(TEXT): str(question.get(INTENT)["name"]) for question in questions}
    given = [said[text] for _, _, text in asked]
    return {
        "classifier": name,
        "training_seconds": round(trained - start, 1),
        "message_ms": round((done - trained) / len(asked) * 1000, 2),
        "peak_rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "accuracy": round(float(np.mean([w == g for w, g in zip(wanted, given, strict=True)])), 3),
        "macro_f1": {code: _f1(code, asked, given) for code in sorted({a[0] for a in asked})},
    }


def _featurised(
    storage: LocalModelStorage,
    context: ExecutionContext,
    learnt: list[tuple[str, str, str]],
    asked: list[tuple[str, str, str]],
) -> tuple[TrainingData, list[Message]]:
    data = TrainingData([Message({TEXT: t, INTENT: intent}) for _, intent, t in learnt])
    questions = TrainingData([Message({TEXT: text}) for _, _, text in asked])
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / CACHE.name
        for known in (data, questions):
            if CACHE.exists():
                shutil.copy(CACHE, cache)
            for component in (LanguageIdentifier(), Normaliser(), E5Featurizer({"cache": cache})):
                component.process_training_data(known)
    ngrams = NGramFeaturizer.create({}, storage, Resource("ngrams"), context)
    ngrams.train(data)
    for known in (data, questions):
        ngrams.process_training_data(known)
    return data, questions.training_examples


def _with_sequences(messages: list[Message]) -> None:
    """DIET insists on features for tokens: the whole message is its only token."""
    for message in messages:
        for feature in list(message.features):
            if feature.type == FEATURE_TYPE_SENTENCE:
                copy = Features(feature.features, FEATURE_TYPE_SEQUENCE, TEXT, feature.origin)
                message.add_features(copy)


def _f1(code: str, asked: list[tuple[str, str, str]], given: list[str]) -> float:
    chosen = [i for i, (language, _, _) in enumerate(asked) if language == code]
    return round(macro_f1([asked[i][1] for i in chosen], [given[i] for i in chosen]), 3)


def main() -> None:
    """Measure all classifiers, one process each, and print a line of JSON for each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=10, help="of DIET; Rasa's default is 300")
    parser.add_argument("--only", choices=NAMES)
    chosen = parser.parse_args()
    if chosen.only:
        print(json.dumps(measure(chosen.only, chosen.epochs)))
        return
    for name in NAMES:
        command = [sys.executable, "-W", "ignore", "-m", "benchmarks.classifiers"]
        options = ["--only", name, "--epochs", str(chosen.epochs)]
        run = subprocess.run([*command, *options], stdout=subprocess.PIPE, text=True, check=True)
        print(run.stdout.splitlines()[-1], flush=True)


if __name__ == "__main__":
    main()
