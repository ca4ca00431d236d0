"""What of a turn is counted, and under what."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from bot.statistics.counting import MOST_COUNTED, Count, Counted
from bot.statistics.outcomes import COMPLEX, UNCLEAR, Outcome
from bot.storage.conversations import Conversation
from bot.turn import HandOver, Met, Turn
from tests.fixtures.counting import counting

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=timezone.utc)
ASKED = Conversation("a" * 32, "web", b"", MONDAY, language="ar", consent="given")
TOPICS = ("midwife", "nursing_care", "vaccination", "housing")


def _count(conversation: Conversation, *met: Met, now: datetime = MONDAY) -> Counted:
    return counting().of(Turn(conversation, (), met=met), now)


def _answered(topic: str) -> Met:
    return Met(topic, Outcome.ANSWERED)


def _handed_over(conversation: Conversation, now: datetime, *topics: str) -> Counted:
    turn = Turn(conversation, (), hand_over=HandOver(topics, None, "Hilfe"))
    return counting().of(turn, now)


def test_a_topic_is_counted_once_a_conversation():
    first = _count(ASKED, _answered("midwife"))
    assert first.counts == (Count(date(2026, 11, 23), "midwife", "ar", "", "web", "answered"),)
    assert _count(first.conversation, _answered("midwife")).counts == ()


def test_a_better_known_outcome_takes_the_place_of_the_first_on_its_day():
    asked = _count(ASKED, _answered("midwife"))
    later = _count(
        asked.conversation, Met("midwife", Outcome.NOT_HELPFUL), now=MONDAY + timedelta(days=2)
    )
    cell = (date(2026, 11, 23), "midwife", "ar", "", "web")
    assert later.counts == (Count(*cell, "answered", by=-1), Count(*cell, "not_helpful"))


def test_an_answer_does_not_undo_a_hand_over():
    handed = _handed_over(ASKED, MONDAY, "midwife")
    assert handed.counts[0].outcome == "handed_over"
    assert _count(handed.conversation, _answered("midwife")).counts == ()


def test_wanting_a_person_at_night_is_an_unmet_need_even_if_somebody_answers_next_day():
    night = _handed_over(ASKED, MONDAY.replace(hour=22), "midwife")
    assert night.counts[0].outcome == "unavailable"
    closing = counting().of(Turn(night.conversation, ()), MONDAY, closing=("midwife",))
    assert closing.counts == ()


def test_topics_a_counsellor_closes_with_are_counted_unless_they_were():
    asked = _count(ASKED, _answered("midwife"))
    closed = counting().of(Turn(asked.conversation, ()), MONDAY, closing=("midwife", "housing"))
    assert [(c.topic, c.outcome, c.by) for c in closed.counts] == [
        ("midwife", "answered", -1),
        ("midwife", "handed_over", 1),
        ("housing", "handed_over", 1),
    ]


def test_what_was_not_understood_is_counted_as_unclear():
    assert [c.topic for c in _count(ASKED, Met(None, Outcome.ASKED_BACK)).counts] == [UNCLEAR]


def test_three_topics_are_a_complex_problem_once():
    counted, conversation = [], ASKED
    for topic in TOPICS:
        one = _count(conversation, _answered(topic))
        conversation, counted = one.conversation, counted + [c.topic for c in one.counts]
    assert counted == [*TOPICS[:3], COMPLEX, TOPICS[3]]


def test_a_site_comes_before_a_district_and_a_district_counts_as_the_larger_one():
    searched = ASKED.with_(events=[{"event": "slot", "name": "district", "value": "Am Hang"}])
    assert _count(searched, _answered("midwife")).counts[0].place == "Nordend"
    came = searched.with_(site="treff")
    assert _count(came, _answered("midwife")).counts[0].place == "Treff Nordend"
    strange = ASKED.with_(site="elsewhere")
    assert _count(strange, _answered("midwife")).counts[0].place == ""


def test_the_day_is_that_of_the_place():
    late = datetime(2026, 11, 23, 23, 30, tzinfo=timezone.utc)
    assert _count(ASKED, _answered("midwife"), now=late).counts[0].day == date(2026, 11, 24)


def test_what_belongs_to_a_quarter_that_is_over_does_not_change_any_more():
    asked = _count(ASKED, _answered("midwife"))
    january = MONDAY + timedelta(days=60)
    late = _count(asked.conversation, Met("midwife", Outcome.HELPFUL), now=january)
    assert late.counts == ()


def test_a_visit_is_noted_once_a_quarter_and_place():
    first = _count(ASKED, _answered("midwife"))
    assert first.visit is not None
    assert first.visit.quarter == "2026-Q4"
    again = _count(first.conversation, _answered("housing"))
    assert again.visit is None
    january = _count(again.conversation, _answered("dental_care"), now=MONDAY + timedelta(days=60))
    assert january.visit is not None
    assert january.visit.quarter == "2027-Q1"


def test_without_consent_a_topic_is_counted_and_nobody_is():
    counted = _count(ASKED.with_(consent="refused"), _answered("midwife"))
    assert len(counted.counts) == 1
    assert counted.visit is None


def test_erasing_counts_nothing():
    turn = Turn(ASKED, (), erase=True, met=(_answered("midwife"),))
    assert counting().of(turn, MONDAY).counts == ()


_MET = st.builds(
    Met, st.none() | st.sampled_from([f"topic{n}" for n in range(14)]), st.sampled_from(Outcome)
)


@given(st.lists(st.tuples(_MET, st.integers(0, 200)), max_size=40))
def test_whatever_happens_each_topic_is_in_one_cell_and_no_cell_is_negative(
    met: list[tuple[Met, int]],
):
    conversation, cells = ASKED, {}
    for each, days in sorted(met, key=lambda pair: pair[1]):
        counted = _count(conversation, each, now=MONDAY + timedelta(days=days))
        conversation = counted.conversation
        for count in counted.counts:
            key = (count.day, count.topic, count.language, count.place, count.channel)
            cells[(*key, count.outcome)] = cells.get((*key, count.outcome), 0) + count.by
    assert set(cells.values()) <= {0, 1}
    topics = [key[1] for key, number in cells.items() if number]
    assert len(topics) == len(set(topics)) <= MOST_COUNTED
