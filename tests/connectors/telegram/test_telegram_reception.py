"""When everything people wrote has been received."""

from __future__ import annotations

from connectors.telegram.reception import PUSHED_SECONDS, SETTLED_SECONDS, Reception


class Clock:
    """A clock the test turns."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


def _reception() -> tuple[Reception, Clock]:
    clock = Clock()
    return Reception(clock), clock


def test_without_anybody_who_fetches_nothing_is_waited_for() -> None:
    reception, _ = _reception()
    assert reception.caught_up(100.0)


def test_what_was_asked_before_may_have_missed_something() -> None:
    reception, clock = _reception()
    reception.asking()
    clock.at = 101.0
    reception.answered(complete=True)
    assert reception.caught_up(100.0)
    assert not reception.caught_up(100.5)


def test_a_full_answer_says_that_more_may_wait() -> None:
    reception, clock = _reception()
    clock.at = 105.0
    reception.asking()
    reception.answered(complete=False)
    assert not reception.caught_up(101.0)


def test_an_open_question_shows_that_nothing_waits() -> None:
    reception, clock = _reception()
    reception.asking()
    clock.at = 110.0
    assert not reception.caught_up(110.0 - SETTLED_SECONDS / 2)
    clock.at = 110.0 + SETTLED_SECONDS
    assert reception.caught_up(110.0)


def test_a_question_that_failed_shows_nothing() -> None:
    reception, clock = _reception()
    reception.asking()
    clock.at = 120.0
    reception.failed()
    assert not reception.caught_up(101.0)


def test_a_webhook_is_given_a_moment() -> None:
    reception, clock = _reception()
    reception.pushed = True
    assert not reception.caught_up(clock.at)
    clock.at += PUSHED_SECONDS
    assert reception.caught_up(100.0)
