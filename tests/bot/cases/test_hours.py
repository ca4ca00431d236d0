"""When counsellors are there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.hours import SEARCHED_DAYS, Opening, public_holidays
from knowledge.library import KnowledgeError
from knowledge.model import WEEKDAYS, Closure, DeskHours, Hours, Place

BERLIN = ZoneInfo("Europe/Berlin")
OFFICE = Hours(by_day=dict.fromkeys(WEEKDAYS[:5], ("09:00-12:30", "13:30-17:00")))
#: The clock is put forward on 29 March 2026 at 2:00 and back on 25 October 2026 at 3:00.
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


def _berlin(month: int, day: int, hour: int = 0, minute: int = 0, fold: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=BERLIN, fold=fold)


def _nights(*spans: str) -> Opening:
    return _opening(Hours(by_day=dict.fromkeys(WEEKDAYS, spans)))


def _opening(
    hours: Hours = OFFICE,
    *closures: Closure,
    is_holiday: Callable[[date], bool] = lambda day: False,
) -> Opening:
    return Opening(DeskHours(hours, closures=closures), "Europe/Berlin", is_holiday)


@pytest.mark.parametrize(
    ("hour", "minute", "there"),
    [
        (8, 59, False),
        (9, 0, True),
        (12, 29, True),
        (12, 30, False),
        (13, 29, False),
        (13, 30, True),
        (16, 59, True),
        (17, 0, False),
    ],
)
def test_counsellors_are_there_within_each_span_of_a_day(
    hour: int, minute: int, there: bool
) -> None:
    assert _opening().is_open(_berlin(11, 23, hour, minute)) is there


def test_the_clock_of_the_place_counts_whatever_zone_is_asked_in() -> None:
    summer, winter = (datetime(2026, month, 1, 7, 30, tzinfo=timezone.utc) for month in (7, 12))
    assert _opening().is_open(summer)
    assert not _opening().is_open(winter)


def test_on_a_weekend_nobody_is_there_until_monday() -> None:
    friday_evening = _berlin(11, 20, 17)
    assert not _opening().is_open(friday_evening + timedelta(days=1, hours=-6))
    assert _opening().next_opening(friday_evening) == _berlin(11, 23, 9)


def test_while_the_desk_is_open_the_next_opening_is_now() -> None:
    now = _berlin(11, 23, 10, 17)
    assert _opening().next_opening(now) == now


def test_during_lunch_counsellors_are_back_in_the_afternoon() -> None:
    assert _opening().next_opening(_berlin(11, 23, 12, 30)) == _berlin(11, 23, 13, 30)


def test_the_next_opening_is_told_on_the_clock_of_the_place() -> None:
    told = _opening().next_opening(datetime(2026, 11, 22, 12, tzinfo=timezone.utc))
    assert told is not None
    assert (told.weekday(), told.hour, told.tzinfo) == (0, 9, BERLIN)


def test_on_a_holiday_nobody_is_there() -> None:
    opening = _opening(is_holiday=lambda day: day == date(2026, 11, 23))
    assert not opening.is_open(_berlin(11, 23, 10))
    assert opening.next_opening(_berlin(11, 23, 10)) == _berlin(11, 24, 9)
    assert opening.open_minutes_between(_berlin(11, 23), _berlin(11, 24)) == 0


def test_during_a_closure_nobody_is_there_on_its_first_and_last_day_either() -> None:
    opening = _opening(OFFICE, Closure(date(2026, 11, 23), date(2026, 11, 25)))
    assert not opening.is_open(_berlin(11, 23, 10))
    assert not opening.is_open(_berlin(11, 25, 16, 59))
    assert opening.is_open(_berlin(11, 26, 9))
    assert opening.next_opening(_berlin(11, 20, 18)) == _berlin(11, 26, 9)


def test_a_desk_that_stays_closed_has_no_next_opening() -> None:
    assert _opening(Hours()).next_opening(_berlin(11, 23)) is None


def test_the_next_opening_is_looked_for_only_so_far_ahead() -> None:
    now = _berlin(6, 1, 12)
    last_day = date(2026, 6, 1) + timedelta(days=SEARCHED_DAYS)
    every_day = Hours(always=True)
    until_then = Closure(date(2026, 6, 1), last_day - timedelta(days=1))
    assert _opening(every_day, until_then).next_opening(now) == _berlin(7, 31)
    assert _opening(every_day, Closure(until_then.first, last_day)).next_opening(now) is None


def test_open_minutes_leave_out_lunch_night_and_weekend() -> None:
    friday, monday = _berlin(11, 20, 16), _berlin(11, 23, 14)
    assert _opening().open_minutes_between(friday, monday) == 60 + 210 + 30


def test_no_minutes_pass_towards_an_earlier_end() -> None:
    assert _opening().open_minutes_between(_berlin(11, 24, 12), _berlin(11, 23, 12)) == 0


def test_a_time_without_a_zone_is_refused() -> None:
    naive, aware = datetime(2026, 11, 23, 10), _berlin(11, 23)
    for ask in (
        _opening().is_open,
        _opening().next_opening,
        lambda at: _opening().open_minutes_between(at, aware),
        lambda at: _opening().open_minutes_between(aware, at),
    ):
        with pytest.raises(ValueError, match="time zone"):
            ask(naive)


def test_a_day_on_which_the_clock_changes_has_an_hour_less_or_more() -> None:
    opening = _opening(Hours(always=True))
    spring = opening.open_minutes_between(_berlin(3, 29), _berlin(3, 30))
    autumn = opening.open_minutes_between(_berlin(10, 25), _berlin(10, 26))
    assert (spring, autumn) == (23 * 60, 25 * 60)


@pytest.mark.parametrize("sunday", [SPRING, AUTUMN])
def test_after_the_clock_changed_counsellors_still_come_at_nine(sunday: date) -> None:
    saturday = datetime(sunday.year, sunday.month, sunday.day - 1, tzinfo=BERLIN)
    assert _opening().next_opening(saturday) == _berlin(sunday.month, sunday.day + 1, 9)


def test_the_hour_that_comes_twice_is_open_twice() -> None:
    opening = _nights("02:00-03:00")
    assert opening.is_open(_berlin(10, 25, 2, 30))
    assert opening.is_open(_berlin(10, 25, 2, 30, fold=1))
    assert opening.open_minutes_between(_berlin(10, 25), _berlin(10, 26)) == 120


def test_within_the_hour_that_comes_twice_the_next_opening_is_not_in_the_past() -> None:
    now = _berlin(10, 25, 2, 30, fold=1)
    told = _nights("02:00-03:00").next_opening(now)
    assert told is not None
    assert (told.fold, told.timestamp()) == (1, now.timestamp())


def test_the_hour_that_is_skipped_is_not_counted_twice() -> None:
    opening = _nights("01:30-02:30", "02:30-03:30")
    assert opening.open_minutes_between(_berlin(3, 29), _berlin(3, 30)) == 60


def test_the_end_of_the_day_is_midnight() -> None:
    opening = _nights("22:00-24:00")
    assert opening.is_open(_berlin(11, 23, 23, 59))
    assert not opening.is_open(_berlin(11, 24))
    assert opening.open_minutes_between(_berlin(11, 23), _berlin(11, 24, 12)) == 120


def test_an_unknown_time_zone_is_refused() -> None:
    with pytest.raises(KeyError):
        Opening(DeskHours(), "Europe/Bremen", lambda day: False)


@pytest.mark.parametrize(
    ("day", "free"),
    [
        (date(2026, 4, 3), True),  # Karfreitag
        (date(2026, 10, 31), True),  # Reformationstag, free in Bremen
        (date(2027, 3, 29), True),  # Ostermontag of another year
        (date(2026, 11, 1), False),  # Allerheiligen, not free in Bremen
        (date(2026, 11, 23), False),
    ],
)
def test_the_holidays_are_those_of_bremen(day: date, free: bool) -> None:
    assert public_holidays("DE", "HB")(day) is free


def test_without_a_country_no_day_is_a_holiday() -> None:
    assert not public_holidays(None, None)(date(2026, 12, 25))


@pytest.mark.parametrize(("country", "subdivision"), [("DE", "XX"), ("QQ", None)])
def test_a_place_without_a_calendar_of_holidays_is_told(
    country: str, subdivision: str | None
) -> None:
    with pytest.raises(KnowledgeError, match="desk.yml: holidays"):
        public_holidays(country, subdivision)


def test_at_christmas_bremen_is_told_when_counsellors_are_back(place: Place) -> None:
    is_holiday = public_holidays(place.desk.country, place.desk.subdivision)
    opening = Opening(place.desk, place.timezone, is_holiday)
    assert not opening.is_open(_berlin(12, 25, 10))
    back = opening.next_opening(_berlin(12, 25, 10))
    assert back is not None
    assert back.date() > date(2026, 12, 26)


_CLOCK = st.integers(0, 24 * 4).map(lambda quarter: f"{quarter // 4:02}:{quarter % 4 * 15:02}")
_SPANS = st.lists(_CLOCK, max_size=6, unique=True).map(
    lambda times: tuple("-".join(pair) for pair in zip(*[iter(sorted(times))] * 2, strict=False))
)
_HOURS = st.dictionaries(st.sampled_from(WEEKDAYS), _SPANS).map(lambda days: Hours(by_day=days))
_DAYS = st.dates(date(2026, 3, 20), date(2026, 4, 10)) | st.dates(
    date(2026, 10, 20), date(2026, 11, 10)
)
_INSTANTS = st.builds(
    lambda day, seconds: (
        datetime(day.year, day.month, day.day, tzinfo=timezone.utc) + timedelta(seconds=seconds)
    ),
    _DAYS | st.sampled_from([SPRING, AUTUMN]),
    st.integers(0, 24 * 3600),
)
_OPENINGS = st.builds(
    lambda hours, free, closed: _opening(hours, *closed, is_holiday=free.__contains__),
    st.just(Hours(always=True)) | _HOURS,
    st.sets(_DAYS, max_size=3),
    st.lists(_DAYS.map(lambda day: Closure(day, day + timedelta(days=2))), max_size=2),
)


@given(_OPENINGS, _INSTANTS)
def test_the_next_opening_is_open_and_never_before(opening: Opening, at: datetime) -> None:
    following = opening.next_opening(at)
    if following is not None:
        assert opening.is_open(following)
        assert following.astimezone(timezone.utc) >= at
        assert opening.open_minutes_between(at, following) == 0


@given(_OPENINGS, _INSTANTS)
def test_the_next_opening_is_now_exactly_while_open(opening: Opening, at: datetime) -> None:
    following = opening.next_opening(at)
    assert opening.is_open(at) == (
        following is not None and following.astimezone(timezone.utc) == at
    )


@given(_OPENINGS, st.lists(_INSTANTS, min_size=3, max_size=3).map(sorted))
def test_open_minutes_before_and_after_a_moment_add_up(
    opening: Opening, moments: list[datetime]
) -> None:
    start, between, end = moments
    before = opening.open_minutes_between(start, between)
    after = opening.open_minutes_between(between, end)
    assert opening.open_minutes_between(start, end) == pytest.approx(before + after)


@given(_OPENINGS, st.lists(_INSTANTS, min_size=2, max_size=2).map(sorted))
def test_no_more_minutes_are_open_than_pass(opening: Opening, moments: list[datetime]) -> None:
    start, end = moments
    passed = (end - start).total_seconds() / 60
    assert 0 <= opening.open_minutes_between(start, end) <= passed + 1e-6


@given(_INSTANTS)
def test_counting_open_minutes_one_by_one_gives_the_same(at: datetime) -> None:
    opening = _nights("00:15-02:00", "02:30-03:15", "23:00-24:00")
    start = at.replace(second=0)
    counted = sum(opening.is_open(start + timedelta(minutes=m)) for m in range(240))
    assert opening.open_minutes_between(start, start + timedelta(minutes=240)) == counted
