"""Cutting long texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connectors.telegram.split import LIMIT, parts, units

VISIBLE = st.text(min_size=1, max_size=120).filter(lambda text: bool(text.strip()))
MIXED = st.text(
    alphabet=st.sampled_from("aб؟۔ع.! \n😀👩\u200d\u0301\u00a0"), min_size=1, max_size=120
).filter(lambda text: bool(text.strip()))
FEW = settings(max_examples=80, deadline=None)
LIMITS = st.integers(min_value=2, max_value=60)


@FEW
@given(text=VISIBLE | MIXED, limit=LIMITS)
def test_every_part_fits_and_none_is_blank(text: str, limit: int):
    for part in parts(text, limit):
        assert part.strip()
        assert len(part.encode("utf-16-le")) // 2 <= limit


@FEW
@given(text=VISIBLE | MIXED, limit=LIMITS)
def test_nothing_but_white_space_is_lost_at_the_seams(text: str, limit: int):
    rest = text
    for part in parts(text, limit):
        position = rest.index(part)
        assert not rest[:position].strip()
        rest = rest[position + len(part) :]
    assert not rest.strip()


@FEW
@given(text=VISIBLE)
def test_a_text_that_fits_stays_as_it_is(text: str):
    assert parts(text) == (text,)


@FEW
@given(text=st.text(max_size=120))
def test_length_is_counted_as_telegram_counts(text: str):
    assert units(text) == len(text.encode("utf-16-le")) // 2


def test_emoji_count_twice():
    assert len(parts("😀" * 2048)) == 1
    assert [units(part) for part in parts("😀" * 2049)] == [4096, 2]
    assert units(parts("x" + "😀" * 2048)[0]) == 4095


def test_paragraphs_stay_whole_if_they_can():
    first, second = "Eins. " * 400, "Zwei. " * 400
    assert parts(f"{first}\n\n{second}") == (first.strip(), second.strip())


def test_lines_come_before_sentences():
    assert parts("aaaa. bbbbbbb\ncc. dddddd", 20) == ("aaaa. bbbbbbb", "cc. dddddd")


@pytest.mark.parametrize("mark", [".", "!", "?", "…", "؟", "۔", '."', ".)", "؟»"])
def test_sentences_end_in_every_script(mark: str):
    assert parts(f"kurz kurz{mark} noch einer", 18) == (f"kurz kurz{mark}", "noch einer")


def test_a_number_with_a_point_is_no_end_of_a_sentence():
    assert parts("es kostet 10.50 Euro ja", 18) == ("es kostet 10.50", "Euro ja")


def test_words_stay_whole_if_no_sentence_ends():
    assert parts("eins zwei drei", 10) == ("eins zwei", "drei")


def test_a_word_as_long_as_a_message_is_cut():
    assert parts("x" * 25, 10) == ("x" * 10, "x" * 10, "x" * 5)


def test_accents_and_joined_emoji_stay_with_their_letter():
    assert parts("aaae\u0301bbb", 4) == ("aaa", "e\u0301bb", "b")
    assert parts("aaa👩\u200d👩b", 6) == ("aaa", "👩\u200d👩b")


def test_a_pile_of_accents_does_not_stop_us():
    assert "".join(parts("a" + "\u0301" * 300, 10)) == "a" + "\u0301" * 300


@pytest.mark.parametrize("blank", ["", " ", "\n\t\u00a0"])
def test_a_blank_text_is_a_mistake(blank: str):
    with pytest.raises(ValueError, match="nothing to say"):
        parts(blank)


def test_a_limit_too_small_for_an_emoji_is_a_mistake():
    with pytest.raises(ValueError, match="2 UTF-16"):
        parts("x", 1)


def test_the_limit_is_telegrams():
    assert LIMIT == 4096
