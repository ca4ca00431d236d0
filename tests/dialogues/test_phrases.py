"""The phrases of all languages against one another."""

from __future__ import annotations

import pytest

from dialogues.phrasebook import FOLDER, Phrasebook, PhraseError
from knowledge.catalogue import Catalogue

LANGUAGES = ("de", "ar", "ru", "tr", "en")


def test_every_language_of_the_catalogue_has_phrases(
    phrasebook: Phrasebook, catalogue: Catalogue
) -> None:
    assert set(phrasebook.languages) == set(catalogue.languages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_and_specialty_has_a_title_that_fits_a_button(
    phrasebook: Phrasebook, catalogue: Catalogue, language: str
) -> None:
    for topic in catalogue.topics:
        assert 0 < len(phrasebook.say(f"topic-{topic}", language)) <= 28
    for specialty in catalogue.specialties:
        assert 0 < len(phrasebook.say(f"specialty-{specialty}", language)) <= 40


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("danger", ["emergency", "crisis"])
def test_the_number_to_call_stands_on_the_first_line(
    phrasebook: Phrasebook, language: str, danger: str
) -> None:
    assert "112" in phrasebook.say(danger, language).splitlines()[0]


@pytest.mark.parametrize("count", [1, 2, 3, 5, 11, 21])
def test_russian_and_arabic_use_their_own_plurals(phrasebook: Phrasebook, count: int) -> None:
    for language in ("ru", "ar"):
        assert phrasebook.say("services-found", language, count=count)
    assert phrasebook.say("services-found", "ru", count=1) != phrasebook.say(
        "services-found", "ru", count=2
    )


def test_a_number_in_arabic_text_is_isolated(phrasebook: Phrasebook) -> None:
    assert "\u2068112\u2069" in phrasebook.say("emergency", "ar")
    assert "\u2068" not in phrasebook.say("emergency", "de")


def test_a_missing_phrase_is_told_by_name() -> None:
    with pytest.raises(PhraseError, match=r"tr\.ftl.*two"):
        Phrasebook({"de": "one = Eins\ntwo = Zwei\n", "tr": "one = Bir\n"})


def test_another_variable_than_in_german_is_told() -> None:
    with pytest.raises(PhraseError, match="one"):
        Phrasebook({"de": "one = { $count }\n", "tr": "one = { $number }\n"})


def test_a_broken_file_is_told() -> None:
    with pytest.raises(PhraseError, match=r"tr\.ftl"):
        Phrasebook({"de": "one = Eins\n", "tr": "one = { $\n"})


def test_no_phrase_is_left_that_nothing_says() -> None:
    """Every id of the German file is used in code, domain or by a fixed prefix."""
    used = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("bot", "dialogues")
        for path in (FOLDER.parent.parent / folder).rglob("*")
        if path.suffix in {".py", ".yml"}
    )
    source = (FOLDER / "de.ftl").read_text(encoding="utf-8")
    ids = [line.split(" ")[0] for line in source.splitlines() if line[:1].isalpha()]
    prefixes = ("topic-", "specialty-", "command-", "web-")
    suffix = "-not-known"
    unused = [
        i
        for i in ids
        if not any(mark in used for mark in (f'"{i}"', f"'{i}'", f": {i}"))
        and not i.startswith(prefixes)
        and not i.endswith(suffix)
    ]
    assert unused == []
