"""Answers past their review date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from knowledge.freshness import due, is_current
from knowledge.library import Library


def test_an_answer_is_current_until_the_last_day_of_its_interval(library: Library) -> None:
    topic = library.topics["midwife"]
    assert is_current(topic, topic.review_due)
    assert not is_current(topic, topic.review_due + timedelta(days=1))


def test_the_list_names_what_a_curator_should_look_at(library: Library) -> None:
    stale = replace(library.topics["midwife"], checked_on=date(2020, 1, 1))
    found = due(Library({"midwife": stale}, library.contacts), date(2026, 11, 22))
    assert "midwife" in {item.id for item in found}
    unconfirmed = {c.id for c in library.contacts.values() if c.checked_on is None}
    assert unconfirmed <= {item.id for item in found}
