from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nlu.evaluation import Utterance, evaluate, macro_f1, read_utterances


def parsed(intent: str, **more: Any) -> dict[str, Any]:
    return {"intent": {"name": intent}, "intent_ranking": [{"name": intent}], **more}


def test_recall_of_danger_is_told_with_and_without_rules() -> None:
    answers = {
        "a": parsed("emergency", danger_by_rule="emergency", classified="greet"),
        "b": parsed("emergency", danger_by_rule=None, classified="emergency"),
        "c": parsed("greet", classified="greet", unsure=True, candidates=["thanks"]),
    }
    utterances = [
        Utterance("de", "a", "emergency"),
        Utterance("de", "b", "emergency"),
        Utterance("de", "c", "thanks"),
    ]
    report = evaluate(answers.__getitem__, utterances)
    scores = report.languages["de"]
    assert scores.recall["emergency"] == (1.0, 0.5)
    assert "crisis" not in scores.recall
    assert scores.accuracy == pytest.approx(2 / 3)
    assert (scores.asked, scores.asked_well, scores.wrong_and_sure) == (pytest.approx(1 / 3), 1, 0)
    assert "thanks -> greet" in report.render()


def test_macro_f1_weighs_every_intent_alike() -> None:
    assert macro_f1(["a", "a", "a", "b"], ["a", "a", "a", "a"]) == pytest.approx((6 / 7 + 0) / 2)


def test_utterances_are_read_like_training_phrases(tmp_path: Path) -> None:
    text = 'version: "3.1"\nnlu:\n  - intent: greet\n    examples: |\n      - hallo\n      - moin\n'
    (tmp_path / "de.yml").write_text(text)
    assert read_utterances(tmp_path) == [
        Utterance("de", "hallo", "greet"),
        Utterance("de", "moin", "greet"),
    ]


def test_a_folder_without_utterances_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_utterances(tmp_path)
