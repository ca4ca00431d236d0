"""Rasa's own commands from the root of the project, without flags."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bot.settings import ROOT, child_environment


def _rasa(*words: str, typed: str = "") -> str:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("rasa")), *words],
        cwd=ROOT,
        env=child_environment(threads=2),
        input=typed,
        capture_output=True,
        text=True,
        timeout=150,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-2000:]
    return done.stdout


def test_rasa_shell_nlu_understands_what_is_typed(trained_model: Path) -> None:
    shown = _rasa("shell", "nlu", typed="ich suche einen hautarzt in gröpelingen\n")
    assert '"name": "find_doctor"' in shown
    assert '"value": "dermatology"' in shown
