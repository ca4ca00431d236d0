"""What is in the curated files themselves."""

from __future__ import annotations

import re

import pytest

from knowledge.catalogue import Catalogue
from knowledge.library import LANGUAGES, Library
from knowledge.model import Place

REQUIRED = (
    "find_doctor",
    "book_appointment",
    "out_of_hours_care",
    "insurance_contact",
    "no_insurance",
    "forms_help",
    "understand_letter",
    "midwife",
    "mental_health",
    "nursing_care",
    "health_system",
    "interpreter",
    "domestic_violence",
)
#: A phone shows about 600 characters; a translation may need a little more than German does.
LONGEST_ANSWER = 650


def test_the_catalogue_has_its_fixed_number_of_ids(catalogue: Catalogue) -> None:
    assert len(catalogue.topics) == 35
    assert len(catalogue.conversation) == 15
    assert len(catalogue.safety) == 2
    assert len(catalogue.specialties) == 20
    assert set(catalogue.languages) == set(LANGUAGES)


@pytest.mark.parametrize("topic", REQUIRED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_topic_is_answered_briefly_in_every_language(
    library: Library, topic: str, language: str
) -> None:
    wording = library.wording(topic, language)
    assert wording is not None
    assert len(wording.text) <= LONGEST_ANSWER
    assert "1. " in wording.text, "an answer says what to do step by step"
    assert wording.bring
    assert len(wording.more) > 200
    assert (wording.desk is None) == (language == "de")


def test_every_topic_is_one_of_the_catalogue(library: Library, catalogue: Catalogue) -> None:
    assert set(library.topics) <= set(catalogue.topics)
    for topic in library.topics.values():
        assert set(topic.related) <= set(catalogue.topics)


def test_every_topic_names_a_source_and_whom_to_ask(library: Library) -> None:
    for topic in library.topics.values():
        assert topic.sources, topic.id
        assert topic.contacts, topic.id
        assert all(s.url.startswith("http") for s in topic.sources), topic.id


def test_a_contact_is_confirmed_only_with_a_source(library: Library) -> None:
    for contact in library.contacts.values():
        if contact.checked_on is not None:
            assert contact.source is not None, contact.id
        assert set(contact.names) == set(LANGUAGES), contact.id


def test_no_translation_changes_a_number(library: Library) -> None:
    """Phone numbers and times of the German answer stand in every other language too."""
    for topic in library.topics.values():
        wanted = set(re.findall(r"\d{3,}", topic.wordings["de"].text))
        for language, wording in topic.wordings.items():
            assert wanted == set(re.findall(r"\d{3,}", wording.text)), (topic.id, language)


def test_the_demonstration_directory_is_visibly_invented(place: Place) -> None:
    assert place.directory.demonstration
    for service in place.directory.services:
        assert "Demo" in service.name
        assert "(erfunden)" in service.name


def test_the_demonstration_directory_has_every_specialty(
    place: Place, catalogue: Catalogue
) -> None:
    offered = {s for service in place.directory.services for s in service.specialties}
    assert offered == set(catalogue.specialties)


def test_every_site_lies_in_a_known_district(place: Place) -> None:
    assert place.sites
    assert all(site.district in place.districts for site in place.sites.values())
