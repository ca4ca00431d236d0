from __future__ import annotations

from nlu.uncertainty import Ranked, candidates, is_unsure, suspected


def ranking(*pairs: tuple[str, float]) -> list[Ranked]:
    return [Ranked(name, confidence) for name, confidence in pairs]


def test_a_clear_winner_is_sure() -> None:
    assert not is_unsure(ranking(("midwife", 0.8), ("pregnancy", 0.1)), threshold=0.5, margin=0.2)


def test_a_weak_winner_is_unsure() -> None:
    assert is_unsure(ranking(("midwife", 0.4), ("pregnancy", 0.1)), threshold=0.5, margin=0.2)


def test_two_close_candidates_are_unsure() -> None:
    assert is_unsure(ranking(("midwife", 0.52), ("pregnancy", 0.45)), threshold=0.5, margin=0.2)


def test_an_empty_message_is_unsure() -> None:
    assert is_unsure([], threshold=0.5, margin=0.2)


def test_up_to_three_likely_intents_are_offered() -> None:
    ranked = ranking(("a", 0.4), ("b", 0.3), ("c", 0.2), ("d", 0.1))
    assert candidates(ranked, excluded={"b"}, floor=0.05) == ["a", "c", "d"]
    assert candidates(ranked, excluded=set(), floor=0.25) == ["a", "b"]


def test_two_suspicions_add_up_to_danger() -> None:
    ranked = ranking(("addiction", 0.8), ("crisis", 0.12), ("emergency", 0.08))
    dangers = ["emergency", "crisis"]
    assert suspected(ranked, dangers, 0.2) == "crisis"
    assert suspected(ranked, dangers, 0.3) is None
