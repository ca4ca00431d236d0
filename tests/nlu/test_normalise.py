from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.normalise import normalise, spellings, squeeze, words


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("أُريدُ طبيبـــاً لِطفلتي", "اريد طبيبا لطفلتي"),
        ("إلى آخر مستشفى وعيادة", "الي اخر مستشفي وعياده"),
        ("١١٦١١٧", "116117"),
        ("۱۱۲", "112"),
        ("ÇOCUĞUM İÇİN", "cocugum icin"),
        ("ışık IŞIK", "isik isik"),
        ("Ёлка, мой врач", "елка, мой врач"),
        ("Straße Ärzte", "strasse arzte"),
        ("Hilfeeeee", "hilfe"),
        ("zero\u200bwidth  and\u00a0spaces", "zerowidth and spaces"),
    ],
)
def test_ways_of_typing_one_word_become_one_form(typed: str, folded: str) -> None:
    assert normalise(typed) == folded


@given(st.text())
def test_folding_a_folded_text_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(st.text(alphabet="abcäöüßğışçабвёйابةى أ", max_size=40))
def test_case_does_not_matter(text: str) -> None:
    assert normalise(text.upper()) == normalise(text.upper().lower())


def test_words_lose_punctuation_and_apostrophes() -> None:
    assert words("I can't breathe!! (help…)") == ["i", "cant", "breathe", "help"]


def test_doubled_letters_are_squeezed_and_digits_are_not() -> None:
    assert squeeze("bittte") == "bite"
    assert squeeze("112") == "112"


def test_umlauts_may_be_written_with_e() -> None:
    assert spellings("Gröpelingen") == {"gropelingen", "groepelingen"}
