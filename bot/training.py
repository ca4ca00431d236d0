"""Trains the model when what it is trained from has changed."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.settings import ROOT, child_environment

MODEL_NAME = "lotse"
_INPUTS = ("nlu", "dialogues/domain", "dialogues/rules", "dialogues/stories")
_SUFFIXES = {".py", ".yml"}
#: What of Rasa's and our own log is shown while a model is trained.
_PROGRESS = ("Starting to train", "Finished training", "Embedding phrases")


class TrainingFailed(Exception):
    """`rasa train` ended with an error; its last lines are in the message."""


def _input_files() -> Iterator[Path]:
    yield ROOT / "config.yml"
    yield ROOT / "requirements.lock"
    for folder in _INPUTS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in _SUFFIXES:
                yield path


def fingerprint() -> str:
    """A digest (SHA-256, hexadecimal) of every file the model depends on."""
    digest = hashlib.sha256()
    for path in _input_files():
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_current(folder: Path) -> bool:
    """Whether the folder holds a model trained from the files as they are now."""
    noted = folder / "fingerprint"
    model = folder / f"{MODEL_NAME}.tar.gz"
    return model.exists() and noted.exists() and noted.read_text() == fingerprint()


def train(folder: Path, tell: Callable[[str], None]) -> None:
    """Train a model into the folder; `tell` is given a line now and then.

    Raises TrainingFailed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    mark = fingerprint()
    command = [
        sys.executable,
        "-m",
        "bot.rasa_command",
        "train",
        "--out",
        str(folder),
        "--fixed-model-name",
        MODEL_NAME,
        "--skip-validation",
    ]
    last: list[str] = []
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=child_environment(threads=2),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        for line in process.stdout or ():
            last = [*last[-20:], line.rstrip()]
            if any(sign in line for sign in _PROGRESS):
                tell(line.split(" - ")[-1].strip().replace("\x1b[0m", ""))
    if process.returncode:
        raise TrainingFailed("\n".join(last))
    (folder / "fingerprint").write_text(mark)
