"""Rasa without the libraries Lotse does not use it for."""

from __future__ import annotations

import subprocess
import sys

from bot.settings import ROOT, child_environment

_LOADS_NOTHING_OF_IT = """
import sys, warnings
warnings.simplefilter("ignore")
from bot.lean_rasa import Absent, without_unused_libraries
without_unused_libraries()
import bot.worker_parts
for name in ("tensorflow.python", "botocore.session", "telegram"):
    assert name not in sys.modules, name
import tensorflow
try:
    tensorflow.keras.Model()
except RuntimeError as error:
    print("loud:", error)
"""


def _run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=child_environment(threads=1),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def test_a_worker_loads_no_unused_library_and_using_one_would_fail_loudly() -> None:
    assert "loud:" in _run(_LOADS_NOTHING_OF_IT)


def test_the_serving_process_loads_no_rasa() -> None:
    code = (
        "import sys, bot.app, bot.serving; print(any(m.startswith('rasa.') for m in sys.modules))"
    )
    assert _run(code).strip() == "False"
