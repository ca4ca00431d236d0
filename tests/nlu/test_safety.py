from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlu.resources import LEXICON
from nlu.safety import Danger, SafetyRules

RULES = SafetyRules.load(LEXICON)

EMERGENCIES = [
    "Mein Mann hat starke Schmerzen in der Brust",
    "sie kann nicht atmen",
    "Er ist bewusstlos und wacht nicht auf!",
    "mein kind hat putzmittel getrunken",
    "my father can't breathe",
    "chest pain since an hour, left arm too",
    "the baby is not breathing",
    "she is bleeding a lot",
    "babam nefes alamıyor",
    "cocuk camasir suyu icti",
    "göğsüm ağrıyor",
    "annem bayıldı",
    "муж не дышит",
    "сильная боль в груди",
    "ребенок выпил уксус",
    "vyzovite skoruyu",
    "ابني ما عم يتنفس",
    "زوجي فاقد الوعي",
    "وجع قوي بصدري",
    "ibni ma yetnafas",
]
CRISES = [
    "ich will sterben",
    "Ich bringe mich um",
    "ich will nicht mehr leben",
    "I want to die",
    "i am going to kill myself",
    "ölmek istiyorum",
    "kendimi öldüreceğim",
    "yasamak istemiyorum artik",
    "я хочу умереть",
    "не хочу больше жить",
    "hochu umeret",
    "بدي موت",
    "اريد ان اقتل نفسي",
    "bdi mout",
]
HARMLESS = [
    "Mein Vater ist letztes Jahr an einem Herzinfarkt gestorben",
    "ich sterbe vor Hitze",
    "Herzinfarkt vor zwei Jahren, jetzt möchte ich eine Reha",
    "keine Brustschmerzen",
    "Erste-Hilfe-Kurs: was tun wenn ein Kind erstickt",
    "wer bezahlt den Krankenwagen?",
    "my father died last year of a heart attack",
    "I am dying to know",
    "no chest pain",
    "first aid course for choking",
    "my back is killing me",
    "babam geçen yıl kalp krizi geçirdi",
    "sıcaktan ölüyorum",
    "göğüs ağrım yok",
    "отец умер от инфаркта в прошлом году",
    "умираю от жары",
    "реабилитация после инсульта",
    "ابي مات بجلطة قبل سنتين",
    "رح موت من الضحك",
    "Ich suche einen Kinderarzt",
    "Termin beim Kardiologen",
    "",
]


@pytest.mark.parametrize("text", EMERGENCIES)
def test_a_clear_emergency_is_recognised(text: str) -> None:
    assert RULES.danger(text) is Danger.EMERGENCY


@pytest.mark.parametrize("text", CRISES)
def test_a_clear_crisis_is_recognised(text: str) -> None:
    assert RULES.danger(text) is Danger.CRISIS


@pytest.mark.parametrize("text", HARMLESS)
def test_the_past_the_denied_and_the_figurative_are_no_danger(text: str) -> None:
    assert RULES.danger(text) is None


def test_a_new_attack_counts_in_spite_of_an_old_one() -> None:
    text = "vor zwei Jahren hatte er einen Herzinfarkt und jetzt plötzlich wieder Brustschmerzen"
    assert RULES.danger(text) is Danger.EMERGENCY


def test_a_crisis_goes_before_an_emergency() -> None:
    text = "Ich will sterben, ich habe zu viele Tabletten genommen, ich bin fast bewusstlos"
    assert RULES.danger(text) is Danger.CRISIS


def test_a_typing_mistake_in_a_long_word_is_forgiven() -> None:
    assert RULES.danger("er ist bewustlso") is Danger.EMERGENCY


def test_danger_told_inside_another_language_is_heard() -> None:
    assert RULES.danger("yardım edin bitte, babam nefes alamıyor schnell") is Danger.EMERGENCY


@pytest.mark.parametrize("text", [*EMERGENCIES, *CRISES, *HARMLESS])
def test_capitals_punctuation_and_spaces_do_not_matter(text: str) -> None:
    expected = RULES.danger(text)
    assert RULES.danger(text.upper()) is expected
    assert RULES.danger(text.replace(" ", "   ") + " !!!") is expected
    assert RULES.danger(text.replace(" ", " … ")) is expected


@settings(max_examples=150, deadline=None)
@given(
    text=st.sampled_from([*EMERGENCIES, *CRISES]),
    position=st.integers(0, 200),
    times=st.integers(1, 6),
)
def test_stretched_letters_do_not_matter(text: str, position: int, times: int) -> None:
    at = position % len(text)
    if text[at].isalpha():
        stretched = text[: at + 1] + text[at] * times + text[at + 1 :]
        assert RULES.danger(stretched) is RULES.danger(text)


@settings(max_examples=100, deadline=None)
@given(text=st.sampled_from([t for t in [*EMERGENCIES, *CRISES] if t[0] > "\u0600"]))
def test_arabic_vowel_signs_do_not_matter(text: str) -> None:
    if "\u0621" <= text[0] <= "\u064a":
        marked = "".join(c + "\u064e" if "\u0621" <= c <= "\u064a" else c for c in text)
        assert RULES.danger(marked) is RULES.danger(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gets_an_answer(text: str) -> None:
    assert RULES.danger(text) in (None, Danger.EMERGENCY, Danger.CRISIS)


def test_a_file_that_names_an_unknown_group_is_refused() -> None:
    with pytest.raises(ValueError, match="chest"):
        SafetyRules([{"emergency": ["{chest} pain"]}])
