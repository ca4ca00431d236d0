"""Parts of cases that the serving process and the workers both need."""

from __future__ import annotations

from bot.cases.hours import Opening, public_holidays
from bot.cases.words import CaseWords
from bot.statistics.counting import Counting
from dialogues.answers import Answers
from dialogues.people import PEOPLE
from dialogues.phrasebook import Phrasebook
from knowledge.library import Library
from knowledge.model import Place


def opening_of(place: Place) -> Opening:
    """When the counsellors of a place are there. Raises KnowledgeError for unknown holidays."""
    holidays = public_holidays(place.desk.country, place.desk.subdivision)
    return Opening(place.desk, place.timezone, holidays)


def counting_of(place: Place, opening: Opening) -> Counting:
    """What decides where and when something is counted."""
    return Counting(place, opening.is_open)


def words(
    phrasebook: Phrasebook, answers: Answers, library: Library, opening: Opening
) -> CaseWords:
    """What residents hear about their cases."""
    offices = [library.contacts[name] for name in PEOPLE]
    return CaseWords(phrasebook, opening, lambda language: answers.contacts(offices, language))
