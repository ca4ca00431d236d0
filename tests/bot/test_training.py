"""When a model is trained again."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import training


def test_a_model_is_current_only_with_the_fingerprint_of_the_files(tmp_path: Path) -> None:
    assert not training.is_current(tmp_path)
    (tmp_path / "lotse.tar.gz").write_bytes(b"model")
    assert not training.is_current(tmp_path)
    (tmp_path / "fingerprint").write_text(training.fingerprint())
    assert training.is_current(tmp_path)
    (tmp_path / "fingerprint").write_text("of other files")
    assert not training.is_current(tmp_path)


def test_a_change_of_a_phrase_changes_the_fingerprint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "nlu").mkdir()
    for name in ("config.yml", "requirements.lock", "nlu/midwife.yml"):
        (tmp_path / name).write_text("before")
    monkeypatch.setattr(training, "ROOT", tmp_path)
    before = training.fingerprint()
    assert training.fingerprint() == before
    (tmp_path / "nlu/midwife.yml").write_text("after")
    assert training.fingerprint() != before
