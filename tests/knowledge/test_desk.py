"""Reading the counselling desk's hours: an operator's mistake is told with file and key."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.desk import load
from knowledge.library import KnowledgeError
from knowledge.model import Closure, Hours, Place

DESK = """
hours:
  mon: ["09:00-12:30", "13:30-17:00"]
  sat: []
holidays: {country: DE, subdivision: HB}
closures:
  - {from: 2026-12-24, to: 2026-12-31, reason: Betriebsferien}
remind_after_minutes: 10
escalate_after_minutes: 30
expire_after_hours: 72
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.yml"


def test_a_desk_is_read_with_its_hours_closures_and_times(path: Path) -> None:
    path.write_text(DESK)
    desk = load(path)
    assert desk.hours.by_day == {"mon": ("09:00-12:30", "13:30-17:00"), "sat": ()}
    assert (desk.country, desk.subdivision) == ("DE", "HB")
    assert desk.closures == (Closure(date(2026, 12, 24), date(2026, 12, 31), "Betriebsferien"),)
    assert desk.remind_after_minutes == 10
    assert desk.escalate_after_minutes == 30
    assert desk.expire_after_hours == 72


def test_a_country_needs_no_subdivision_and_a_closure_no_reason(path: Path) -> None:
    path.write_text(DESK.replace(", subdivision: HB", "").replace(", reason: Betriebsferien", ""))
    desk = load(path)
    assert desk.subdivision is None
    assert desk.closures[0].reason == ""


def test_a_desk_without_closures_says_so(path: Path) -> None:
    start, end = DESK.index("  - {from"), DESK.index("remind")
    path.write_text(DESK[:start] + DESK[end:])
    assert load(path).closures == ()


def test_a_desk_may_always_be_there(path: Path) -> None:
    start = DESK.index("holidays")
    path.write_text("hours: always\n" + DESK[start:])
    assert load(path).hours.always


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("hours:", "opening:", "'hours' is missing"),
        ("holidays:", "holiday:", "'holidays' is missing"),
        ("closures:", "closure:", "'closures' is missing"),
        ("remind_after_minutes", "remind_after", "'remind_after_minutes' is missing"),
        ("mon:", "monday:", "hours: 'monday'"),
        ("09:00-12:30", "9-12", "hours: '9-12'"),
        ("09:00-12:30", "12:30-09:00", "hours: mon: times"),
        ("09:00-12:30", "09:00-14:00", "hours: mon: times"),
        ("09:00-12:30", "15:00-17:00", "hours: mon: times"),
        ('["09:00-12:30", "13:30-17:00"]', "", "hours: "),
        ("{country: DE, subdivision: HB}", "Bremen", "holidays: "),
        ("country: DE, ", "", "holidays: 'country' is missing"),
        ("country: DE", "country: NO", "holidays: False is no code"),
        ("from: 2026-12-24, ", "", "closures: 'from' is missing"),
        ("2026-12-24", "Heiligabend", "closures: 'Heiligabend' is no date"),
        ("2026-12-24", "2026-12-24 09:00:00", "closures: datetime.* is no date"),
        ("2026-12-31", "2026-12-01", "closures: 2026-12-01 is before 2026-12-24"),
        ("2026-12-24", "2026-02-30", "day is out of range"),
        ("minutes: 10", "minutes: 0", "remind_after_minutes: 0 is no whole number"),
        ("minutes: 10", "minutes: soon", "remind_after_minutes: 'soon'"),
        ("minutes: 10", "minutes: yes", "remind_after_minutes: True"),
        ("minutes: 30", "minutes: 10", "escalate_after_minutes: "),
        ("hours: 72", "hours: 1.5", "expire_after_hours: 1.5"),
        ("minutes: 30", "minutes: 4320", "expire_after_hours: "),
        ("DE, subdivision: HB}", "DE", "desk.yml"),
    ],
)
def test_a_mistake_is_told_with_the_file_and_the_key(
    path: Path, right: str, wrong: str, told: str
) -> None:
    assert right in DESK
    path.write_text(DESK.replace(right, wrong))
    with pytest.raises(KnowledgeError, match=told) as caught:
        load(path)
    assert str(path) in str(caught.value)


def test_a_desk_without_hours_is_told(path: Path) -> None:
    path.write_text(DESK.replace('  mon: ["09:00-12:30", "13:30-17:00"]\n  sat: []\n', ""))
    with pytest.raises(KnowledgeError, match="hours: must be 'always' or times by weekday"):
        load(path)


@pytest.mark.parametrize("content", ["", "- hours"])
def test_a_file_that_is_no_desk_is_told(path: Path, content: str) -> None:
    path.write_text(content)
    with pytest.raises(KnowledgeError, match="desk.yml"):
        load(path)


def test_a_missing_file_is_told(path: Path) -> None:
    with pytest.raises(KnowledgeError, match="the file is missing"):
        load(path)


def test_spans_are_minutes_since_midnight() -> None:
    hours = Hours(by_day={"tue": ("00:00-01:30", "22:00-24:00")})
    assert hours.spans_on(1) == ((0, 90), (1320, 1440))
    assert hours.spans_on(0) == ()
    assert Hours(always=True).spans_on(6) == ((0, 1440),)


def test_bremen_has_a_desk_with_opening_hours_and_holidays(place: Place) -> None:
    assert any(place.desk.hours.spans_on(day) for day in range(7))
    assert (place.desk.country, place.desk.subdivision) == ("DE", "HB")
