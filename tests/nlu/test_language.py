from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlu.language import LanguageGuesser, load_guesser


@pytest.fixture(scope="module")
def guesser() -> LanguageGuesser:
    return load_guesser()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mein Sohn braucht einen Hautarzt, wer spricht Russisch?", "de"),
        ("my kid needs a skin doctor, who speaks russian?", "en"),
        ("çocuğum için doktor arıyorum burada kim var", "tr"),
        ("cocugum icin doktor ariyorum burada kim var", "tr"),
        ("мне нужен детский врач, который говорит по-русски", "ru"),
        ("mne nuzhen vrach dlya rebenka, kuda mozhno obratitsya", "ru"),
        ("بدي دكتور اسنان قريب من البيت", "ar"),
        ("bdi doktor asnan, ween a2rab wa7ed", "ar"),
    ],
)
def test_a_sentence_in_one_of_the_five_is_certain(
    guesser: LanguageGuesser, text: str, language: str
) -> None:
    guess = guesser.guess(text)
    assert (guess.language, guess.certain) == (language, True)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("мені потрібен лікар для дитини", "uk"),
        ("търся лекар за детето ми", "bg"),
        ("من به پزشک نیاز دارم", "fa"),
        ("مجھے ڈاکٹر چاہیے", "ur"),
        ("potrzebuję lekarza dla mojego dziecka", "pl"),
        ("je cherche un médecin pour mon fils", "fr"),
        ("ექიმი მჭირდება ბავშვისთვის", "ka"),
    ],
)
def test_languages_lotse_does_not_speak_are_told_apart(
    guesser: LanguageGuesser, text: str, language: str
) -> None:
    assert guesser.guess(text, "de").language == language


@pytest.mark.parametrize(
    "text",
    ["ok", "Hausarzt", "Termin?", "AOK", "112", "👍", "", "ja", "Kinderarzt Gröpelingen Termin"],
)
def test_a_short_message_keeps_the_conversations_language(
    guesser: LanguageGuesser, text: str
) -> None:
    guess = guesser.guess(text, "tr")
    assert (guess.language, guess.certain) == ("tr", False)


@pytest.mark.parametrize(
    "text",
    [
        "Krankenkasse Überweisung Hausarzt Termin",
        "Pflegegrad Antrag nasıl yapılır",
        "wo Termin Jugendamt",
    ],
)
def test_names_of_german_offices_do_not_switch_to_german(
    guesser: LanguageGuesser, text: str
) -> None:
    assert guesser.guess(text, "tr").language == "tr"


def test_an_emergency_in_another_language_is_told_without_a_conversation(
    guesser: LanguageGuesser,
) -> None:
    assert guesser.guess("nefes alamıyorum").language == "tr"


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=80), current=st.sampled_from(["ar", "ru", "tr", "en", "de"]))
def test_a_doubtful_guess_never_changes_the_language(text: str, current: str) -> None:
    guess = load_once().guess(text, current)
    assert guess.certain or guess.language == current
    assert 0.0 <= guess.confidence <= 1.0 + 1e-6


_LOADED: list[LanguageGuesser] = []


def load_once() -> LanguageGuesser:
    if not _LOADED:
        _LOADED.append(load_guesser())
    return _LOADED[0]
