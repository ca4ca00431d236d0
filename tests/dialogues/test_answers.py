"""Answers as a resident reads them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dialogues.answers import Answers
from dialogues.direction import FSI
from dialogues.hours import describe_hours
from dialogues.phrasebook import Phrasebook
from knowledge.library import Library
from knowledge.model import Hours

LANGUAGES = ("de", "ar", "ru", "tr", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_ends_with_more_desk_person_and_helpful(answers: Answers, language: str) -> None:
    payloads = [button.payload for button in answers.answer("midwife", language).buttons]
    assert payloads == [
        '/more{"topic":"midwife"}',
        '/desk{"topic":"midwife"}',
        "/talk_to_human",
        '/helpful{"topic":"midwife"}',
        '/not_helpful{"topic":"midwife"}',
    ]


def test_an_answer_says_whom_to_call_when_and_when_it_was_checked(answers: Answers) -> None:
    text = answers.answer("out_of_hours_care", "en").text
    assert "116117" in text
    assert "day and night" in text.lower()
    assert "2026" in text


def test_an_answer_past_its_review_date_says_so(phrasebook: Phrasebook, library: Library) -> None:
    due = library.topics["midwife"].review_due
    late = Answers(phrasebook, library, lambda: due + timedelta(days=1))
    assert "⚠" in late.answer("midwife", "de").text.splitlines()[-1]
    assert "sollte bis" in late.answer("midwife", "de").text


def test_an_answer_nobody_compared_with_its_sources_says_so(
    phrasebook: Phrasebook, library: Library
) -> None:
    unchecked = replace(library.topics["midwife"], checked_on=None)
    shelf = Library({"midwife": unchecked}, library.contacts)
    answers = Answers(phrasebook, shelf, lambda: date(2026, 11, 22))
    assert "noch nicht" in answers.answer("midwife", "de").text


def test_a_contact_nobody_confirmed_says_so(answers: Answers, library: Library) -> None:
    contact = replace(library.contacts["patient_advice"], checked_on=None)
    assert "noch nicht prüfen" in answers.contacts([contact], "de")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_topic_that_is_not_written_says_so_and_offers_a_person(
    answers: Answers, language: str
) -> None:
    reply = answers.answer("heat_protection", language)
    assert "/talk_to_human" in [button.payload for button in reply.buttons]
    assert len(reply.text) > 40


def test_the_desk_sentence_is_german_and_explained_in_the_residents_language(
    answers: Answers, library: Library
) -> None:
    text = answers.desk("interpreter", "tr").text
    wording = library.wording("interpreter", "tr")
    assert library.topics["interpreter"].desk in text
    assert wording is not None
    assert wording.desk is not None
    assert wording.desk in text


def test_arabic_answers_isolate_numbers_and_names(answers: Answers) -> None:
    text = answers.answer("find_doctor", "ar").text
    assert f"{FSI}116117" in text
    assert f"{FSI}LIGA" in text


def test_violence_answers_begin_with_leaving_no_trace(answers: Answers) -> None:
    beginning = answers.answer("domestic_violence", "de").text[:420].lower()
    assert "lösch" in beginning


def test_days_with_the_same_hours_are_joined(phrasebook: Phrasebook) -> None:
    hours = Hours(by_day=dict.fromkeys(("mon", "tue", "wed"), ("09:00-12:00",)))
    assert describe_hours(hours, "en", phrasebook) == "Mon–Wed 09:00–12:00"


def test_unknown_hours_are_told_as_unknown(phrasebook: Phrasebook) -> None:
    assert "nachfragen" in describe_hours(None, "de", phrasebook)
