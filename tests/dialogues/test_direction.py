"""Left-to-right runs inside right-to-left text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dialogues.direction import FSI, PDI, isolate

TEXTS = st.text(alphabet="اتصل ابحث0123456789+-()/.,: abcXYZäß\n", max_size=120)


def test_a_phone_number_with_spaces_stays_in_one_piece() -> None:
    assert isolate("اتصل 0421 361 12 34 الآن", "ar") == f"اتصل {FSI}0421 361 12 34{PDI} الآن"


def test_a_command_keeps_its_slash() -> None:
    assert f"{FSI}/delete{PDI}" in isolate("عبر /delete الآن", "ar")


def test_a_web_address_is_isolated_without_the_dot_that_ends_the_sentence() -> None:
    assert isolate("ابحث في www.116117.de.", "ar") == f"ابحث في {FSI}www.116117.de{PDI}."


def test_the_number_of_a_step_belongs_to_its_line() -> None:
    assert isolate("1. اتصل", "ar") == "1. اتصل"


def test_languages_written_left_to_right_are_left_alone() -> None:
    assert isolate("Rufen Sie 112 an", "de") == "Rufen Sie 112 an"


@given(TEXTS)
def test_nothing_but_invisible_marks_is_added(text: str) -> None:
    assert re.sub(f"[{FSI}{PDI}]", "", isolate(text, "ar")) == text


@given(TEXTS)
def test_isolating_twice_changes_nothing(text: str) -> None:
    once = isolate(text, "ar")
    assert isolate(once, "ar") == once


@given(TEXTS)
def test_every_isolate_is_closed_on_its_line(text: str) -> None:
    for line in isolate(text, "ar").split("\n"):
        assert line.count(FSI) == line.count(PDI)
