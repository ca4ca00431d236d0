from __future__ import annotations

from pathlib import Path

import pytest

from nlu.resources import LEXICON
from nlu.respelling import Respeller
from nlu.transliterate import arabizi_to_arabic, translit_to_cyrillic


@pytest.fixture(scope="module")
def respeller() -> Respeller:
    return Respeller.load(Path(LEXICON))


def test_spoken_arabic_becomes_standard_arabic(respeller: Respeller) -> None:
    assert respeller.standard("وين في دكتور هون", "ar") == "أين في طبيب هنا"


def test_arabizi_becomes_arabic(respeller: Respeller) -> None:
    said = respeller.standard("bdi doktor la ebni", "ar")
    assert said.startswith("أريد طبيب")
    assert said.endswith("ابني")


def test_latin_russian_becomes_cyrillic(respeller: Respeller) -> None:
    assert respeller.standard("mne nuzhen vrach", "ru") == "мне нужен врач"


def test_german_stays_as_it_is(respeller: Respeller) -> None:
    text = "Ich brauche einen Kinderarzt in Gröpelingen."
    assert respeller.standard(text, "de") == text


def test_long_latin_words_in_arabizi_are_names_and_stay(respeller: Respeller) -> None:
    assert "Krankenkasse" in respeller.standard("shu ra2em el Krankenkasse", "ar")


def test_a_message_of_dropped_words_only_is_kept(respeller: Respeller) -> None:
    assert respeller.standard("يا", "ar") == "يا"


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [("moy syn", "мой сын"), ("gde nayti zubnogo vracha", "где найти зубного врача")],
)
def test_translit_is_read_letter_by_letter(latin: str, cyrillic: str) -> None:
    assert translit_to_cyrillic(latin) == cyrillic


def test_arabizi_digits_are_letters() -> None:
    assert arabizi_to_arabic("7alib") == "حليب"
