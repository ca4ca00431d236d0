from __future__ import annotations

import pytest

from nlu.gazetteer import Gazetteer
from nlu.resources import LEXICON

GAZETTEER = Gazetteer.load(LEXICON)


def found(text: str, language: str | None = None) -> dict[str, str]:
    return {f.entity: f.value for f in GAZETTEER.find(text, language)}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Kinderarzt in Gröpelingen, der Russisch spricht",
            "de",
            {"specialty": "paediatrics", "district": "Gröpelingen", "spoken_language": "ru"},
        ),
        ("Arzt der russisch spricht", "de", {"spoken_language": "ru"}),
        ("dentist in Walle", "en", {"specialty": "dentistry", "district": "Walle"}),
        ("Bremen'de kadın doğum doktoru arıyorum", "tr", {"specialty": "gynaecology"}),
        (
            "kürtçe konuşan cildiye doktoru",
            "tr",
            {"spoken_language": "ku", "specialty": "dermatology"},
        ),
        ("ищу детского врача в Тенефере", "ru", {"specialty": "paediatrics"}),
        (
            "нужен невролог, турецкий язык",
            "ru",
            {"specialty": "neurology", "spoken_language": "tr"},
        ),
        ("بدي دكتور اسنان", "ar", {"specialty": "dentistry"}),
        ("رقم ال AOK", "ar", {"insurer": "AOK Bremen/Bremerhaven"}),
        ("aok karte verloren", "de", {"insurer": "AOK Bremen/Bremerhaven"}),
    ],
)
def test_names_are_found_in_five_languages(
    text: str, language: str, expected: dict[str, str]
) -> None:
    assert expected.items() <= found(text, language).items()


def test_a_typing_mistake_in_a_long_name_is_forgiven() -> None:
    assert found("hautarzt in Gröpelinen")["district"] == "Gröpelingen"


def test_places_count_characters_of_the_text_as_typed() -> None:
    text = "Ärzte?  KINDERÄRZTIN in Vegesack"
    places = {f.entity: text[f.start : f.end] for f in GAZETTEER.find(text, "de")}
    assert places == {"specialty": "KINDERÄRZTIN", "district": "Vegesack"}


def test_the_longest_name_wins_and_none_overlap() -> None:
    entities = GAZETTEER.find("Techniker Krankenkasse", "de")
    assert [(e.entity, e.value) for e in entities] == [("insurer", "Techniker Krankenkasse")]


def test_an_exact_form_is_surer_than_a_similar_one() -> None:
    (exact,) = GAZETTEER.find("Hautarzt", "de")
    (similar,) = GAZETTEER.find("Hautarztt", "de")
    assert exact.confidence == 1.0 > similar.confidence


@pytest.mark.parametrize("text", ["", "hallo", "ich habe eine Frage", "thank you", "نعم"])
def test_nothing_is_found_where_no_name_is(text: str) -> None:
    assert GAZETTEER.find(text) == []
