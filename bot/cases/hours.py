"""When counsellors are there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from knowledge.library import KnowledgeError
from knowledge.model import DeskHours

#: How far ahead the next opening is looked for.
SEARCHED_DAYS = 60
_DAY = timedelta(days=1)


class Opening:
    """The opening hours of a counselling desk, on the clock of its place.

    Instants go in with a time zone, any one; without it ValueError is raised. Inside, all is
    reckoned in UTC: on a clock that is put back, two times look alike.
    """

    def __init__(
        self, desk: DeskHours, timezone_name: str, is_holiday: Callable[[date], bool]
    ) -> None:
        """timezone_name: of the place (IANA). is_holiday: tells whether a day is a free one."""
        self._desk = desk
        self._zone = ZoneInfo(timezone_name)
        self._is_holiday = is_holiday

    def is_open(self, at: datetime) -> bool:
        """Whether a counsellor is there. The minute of closing is closed."""
        now = _utc(at)
        return any(start <= now < end for start, end in self._spans(now, now))

    def next_opening(self, at: datetime) -> datetime | None:
        """When a counsellor is there next, on the clock of the place; `at` itself while open.

        None when the desk stays closed for the next 60 days.
        """
        now = _utc(at)
        for start, end in self._spans(now, now + SEARCHED_DAYS * _DAY):
            if now < end:
                return max(now, start).astimezone(self._zone)
        return None

    def open_minutes_between(self, start: datetime, end: datetime) -> float:
        """The minutes from `start` to `end` in which the desk was open; 0 for an `end` before."""
        first, last = _utc(start), _utc(end)
        return sum(
            max(0.0, (min(last, closes) - max(first, opens)).total_seconds() / 60)
            for opens, closes in self._spans(first, last)
        )

    def _spans(self, first: datetime, last: datetime) -> Iterator[tuple[datetime, datetime]]:
        """The open spans of the days from `first` to `last`, in order, none overlapping another."""
        day = first.astimezone(self._zone).date()
        while day <= last.astimezone(self._zone).date():
            closed = datetime.min.replace(tzinfo=timezone.utc)
            for span in () if self._is_free(day) else self._desk.hours.spans_on(day.weekday()):
                opens, closes = (self._instant(day, minutes) for minutes in span)
                # Times that the clock skips in spring may fall into the span before.
                opens = max(opens, closed)
                if opens < closes:
                    yield opens, closes
                    closed = closes
            day += _DAY

    def _is_free(self, day: date) -> bool:
        return self._is_holiday(day) or any(c.first <= day <= c.last for c in self._desk.closures)

    def _instant(self, day: date, minutes: int) -> datetime:
        """A time of the local day (24:00 is the next day's midnight) as an instant."""
        days, minutes = divmod(minutes, 24 * 60)
        clock = time(*divmod(minutes, 60), tzinfo=self._zone)
        return datetime.combine(day + days * _DAY, clock).astimezone(timezone.utc)


def public_holidays(country: str | None, subdivision: str | None) -> Callable[[date], bool]:
    """Tells whether a day is a public holiday (ISO 3166 codes; no country, no holidays).

    Raises KnowledgeError for a country or subdivision without a calendar.
    """
    if country is None:
        return lambda day: False
    import holidays  # here, because it knows every country and not everyone needs it

    try:
        calendar = holidays.country_holidays(country, subdiv=subdivision)
    except NotImplementedError as error:
        raise KnowledgeError(f"desk.yml: holidays: {error}") from None
    return lambda day: day in calendar


def _utc(at: datetime) -> datetime:
    if at.utcoffset() is None:
        raise ValueError("a time without a time zone")
    return at.astimezone(timezone.utc)
