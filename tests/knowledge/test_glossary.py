"""The glossary: a curator's mistake is told with its entry, and terms are found as people type."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.glossary import Glossary, Hit, load
from knowledge.library import LANGUAGES, KnowledgeError

TERMS: dict[str, Any] = {
    "ueberweisung": {
        "de": {"word": "Überweisung", "forms": ["Überweisungen"]},
        "en": {"word": "referral", "forms": ["referrals", "referral letter"]},
        "ar": {"word": "إحالة طبية", "forms": ["الإحالة", "إحالة"]},
        "ru": {"word": "направление к врачу", "forms": ["направление", "чёткое"]},
        "tr": {"word": "sevk kağıdı", "forms": ["sevk", "ılıca"]},
    },
    "krankenkasse": {
        "de": {"word": "Krankenkasse", "forms": ["Kasse"]},
        "en": {"word": "health insurer", "forms": []},
        "ar": {"word": "صندوق التأمين الصحي", "forms": ["التأمين الصحي"]},
        "ru": {"word": "больничная касса", "forms": ["больничную кассу"]},
        "tr": {"word": "sağlık sigortası", "forms": ["sigorta"]},
    },
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "glossary.yml"


@pytest.fixture
def glossary(path: Path) -> Glossary:
    path.write_text(yaml.safe_dump(TERMS, allow_unicode=True), encoding="utf-8")
    return load(path)


def found(glossary: Glossary, text: str, language: str) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.end], hit.id) for hit in glossary.find(text, language)]


def refused(path: Path, **changes: Any) -> str:
    terms = {**TERMS, "ueberweisung": {**TERMS["ueberweisung"], **changes}}
    path.write_text(yaml.safe_dump(terms, allow_unicode=True), encoding="utf-8")
    with pytest.raises(KnowledgeError) as error:
        load(path)
    assert str(path) in str(error.value)
    assert "ueberweisung" in str(error.value)
    return str(error.value)


def test_a_term_has_a_word_in_each_language(glossary: Glossary) -> None:
    assert glossary.word("ueberweisung", "tr") == "sevk kağıdı"
    assert glossary.word("ueberweisung", "de") == "Überweisung"


def test_a_missing_language_is_named(path: Path) -> None:
    assert "'ru' is missing" in refused(path, ru=None)


@pytest.mark.parametrize("word", ["", "  ", None, 5])
def test_an_empty_word_is_refused(path: Path, word: object) -> None:
    assert "en: " in refused(path, en={"word": word, "forms": []})


def test_an_empty_form_is_refused(path: Path) -> None:
    assert "en: " in refused(path, en={"word": "referral", "forms": [""]})


def test_forms_that_are_no_list_are_refused(path: Path) -> None:
    assert "forms must be a list" in refused(path, en={"word": "referral", "forms": "referrals"})


def test_brackets_in_a_word_are_refused(path: Path) -> None:
    assert "brackets" in refused(path, en={"word": "referral (letter)", "forms": []})


@pytest.mark.parametrize("form", ["sigorta", "SIGORTA", "SİGORTA"])
def test_a_form_under_two_terms_is_refused_in_any_spelling(path: Path, form: str) -> None:
    other = {language: {"word": "other"} for language in LANGUAGES}
    path.write_text(yaml.safe_dump({**TERMS, "other": {**other, "tr": {"word": form}}}))
    with pytest.raises(KnowledgeError, match="other: tr: .* is a form of 'krankenkasse'"):
        load(path)


def test_a_file_that_is_no_mapping_or_not_there_is_refused(path: Path) -> None:
    with pytest.raises(KnowledgeError, match="missing"):
        load(path)
    path.write_text("- a\n")
    with pytest.raises(KnowledgeError, match="mapping"):
        load(path)


def test_forms_are_found_from_left_to_right(glossary: Glossary) -> None:
    text = "Die Kasse will eine Überweisung."
    assert glossary.find(text, "de") == (
        Hit(4, 9, "krankenkasse", True),
        Hit(20, 31, "ueberweisung", True),
    )


def test_the_longest_form_wins(glossary: Glossary) -> None:
    assert found(glossary, "my referral letter", "en") == [("referral letter", "ueberweisung")]
    assert found(glossary, "my referral\nletter", "en") == [("referral\nletter", "ueberweisung")]


def test_a_part_of_a_longer_form_is_found_when_the_rest_is_not_there(glossary: Glossary) -> None:
    assert found(glossary, "referral letters", "en") == [("referral", "ueberweisung")]
    assert found(glossary, "my referral", "en") == [("referral", "ueberweisung")]
    assert found(glossary, "health insurers", "en") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Überweisungsschein", "de"),
        ("Kassen-Überweisung", "de"),
        ("Überweisung-Schein", "de"),
        ("sevkiyat", "tr"),
        ("направлением", "ru"),
        ("إحالةهم", "ar"),
        ("referral_x", "en"),
    ],
)
def test_a_part_of_a_word_is_no_term(glossary: Glossary, text: str, language: str) -> None:
    assert found(glossary, text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("(REFERRAL!)", "en", "REFERRAL"),
        ("überweisung", "de", "überweisung"),
        ("u\u0308berweisung", "de", "u\u0308berweisung"),
        ("НАПРАВЛЕНИЕ", "ru", "НАПРАВЛЕНИЕ"),
        ("четкое", "ru", "четкое"),
        ("SIGORTA", "tr", "SIGORTA"),
        ("Sİgorta'ya", "tr", "Sİgorta"),
        ("ILICA", "tr", "ILICA"),
        ("الإحالةِ", "ar", "الإحالةِ"),
        ("إحـالة", "ar", "إحـالة"),
        ("والتأمين الصحي؟", "ar", "التأمين الصحي"),
        ("بالإحالة", "ar", "الإحالة"),
    ],
)
def test_a_form_is_found_as_people_type_it(
    glossary: Glossary, text: str, language: str, word: str
) -> None:
    assert [hit for hit, _ in found(glossary, text, language)] == [word]


@pytest.mark.parametrize("language", ["en", "ar", "ru", "tr", "fa"])
def test_a_german_word_is_found_in_every_language_as_it_is_spelled(
    glossary: Glossary, language: str
) -> None:
    assert glossary.find("... Krankenkasse!", language) == (Hit(4, 16, "krankenkasse", True),)
    assert glossary.find("... krankenkasse!", language) == ()


def test_an_own_word_is_not_taken_for_german(glossary: Glossary) -> None:
    assert not glossary.find("referral", "en")[0].in_german


def test_the_glossary_of_lotse_can_be_used() -> None:
    assert found(load(), "Ich brauche eine Überweisung", "de") == [("Überweisung", "ueberweisung")]
