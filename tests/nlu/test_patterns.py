from __future__ import annotations

import pytest

from nlu.patterns import parse, tokens_of


def matches(pattern: str, text: str, **groups: list[str]) -> bool:
    return bool(parse(pattern, groups).spans(tokens_of(text)))


def test_words_in_order_may_have_two_others_between() -> None:
    assert matches("kann nicht atmen", "ich kann einfach gar nicht mehr atmen")
    assert not matches("kann nicht atmen", "atmen kann ich nicht")


def test_parts_may_stand_in_any_order_but_near() -> None:
    assert matches("brust + schmerz*", "starke Schmerzen in der Brust")
    assert not matches("brust + schmerz*", "Schmerzen " + "und so weiter " * 5 + "Brust")


def test_joined_words_follow_one_another() -> None:
    assert matches("kein_puls|bewusstlos", "er hat kein Puls")
    assert matches("kein_puls|bewusstlos", "er ist bewusstlos")
    assert not matches("kein_puls|bewusstlos", "kein guter Puls")


def test_groups_stand_for_their_words() -> None:
    assert matches("{chest} weh", "das Herz tut weh", chest=["herz", "brust"])


def test_an_equals_sign_asks_for_the_whole_message() -> None:
    assert matches("=notfall", "Notfall!!!")
    assert not matches("=notfall", "was ist ein Notfall")


@pytest.mark.parametrize("line", ["", "a +", "{unknown}"])
def test_a_mistake_in_a_pattern_is_told(line: str) -> None:
    with pytest.raises(ValueError):
        parse(line, {})
