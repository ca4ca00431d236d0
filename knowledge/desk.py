"""Reads when the counsellors of a place are there and how long a case may wait."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from knowledge.library import KnowledgeError, read_hours, read_yaml
from knowledge.model import WEEKDAYS, Closure, DeskHours, Hours

T = TypeVar("T")


def load(path: Path) -> DeskHours:
    """Read a `desk.yml`. Raises KnowledgeError naming the file and the key."""
    data = read_yaml(path)
    if not isinstance(data, Mapping):
        raise KnowledgeError(f"{path}: 'hours' is missing")

    def read(key: str, reader: Callable[[Any], T]) -> T:
        if key not in data:
            raise KnowledgeError(f"{path}: {key!r} is missing")
        try:
            return reader(data[key])
        except KeyError as error:
            raise KnowledgeError(f"{path}: {key}: {error.args[0]!r} is missing") from None
        except (TypeError, ValueError, AttributeError) as error:
            raise KnowledgeError(f"{path}: {key}: {error}") from None

    country, subdivision = read("holidays", _calendar)
    desk = DeskHours(
        hours=read("hours", _hours),
        country=country,
        subdivision=subdivision,
        closures=read("closures", _closures),
        remind_after_minutes=read("remind_after_minutes", _positive),
        escalate_after_minutes=read("escalate_after_minutes", _positive),
        expire_after_hours=read("expire_after_hours", _positive),
    )
    if desk.escalate_after_minutes <= desk.remind_after_minutes:
        raise KnowledgeError(f"{path}: escalate_after_minutes: must be more than the reminder's")
    if desk.expire_after_hours * 60 <= desk.escalate_after_minutes:
        raise KnowledgeError(f"{path}: expire_after_hours: must be later than the escalation")
    return desk


def _hours(value: Any) -> Hours:
    hours = read_hours(value)
    if hours is None:
        raise ValueError("must be 'always' or times by weekday")
    for number, day in enumerate(WEEKDAYS):
        last = 0
        for start, end in hours.spans_on(number):
            if not last <= start < end:
                raise ValueError(f"{day}: times must follow each other and end after they start")
            last = end
    return hours


def _calendar(value: Any) -> tuple[str, str | None]:
    country, subdivision = value["country"], value.get("subdivision")
    for code in (country, subdivision or ""):
        if not isinstance(code, str):
            raise ValueError(f"{code!r} is no code like DE or HB (write NO in quotes)")
    return country, subdivision


def _closures(value: Any) -> tuple[Closure, ...]:
    return tuple(_closure(row) for row in value or ())


def _closure(row: Mapping[str, Any]) -> Closure:
    first, last = _day(row["from"]), _day(row["to"])
    if last < first:
        raise ValueError(f"{last} is before {first}")
    return Closure(first, last, str(row.get("reason") or ""))


def _day(value: Any) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError(f"{value!r} is no date like 2026-12-24")
    return value


def _positive(value: Any) -> int:
    if type(value) is not int or value < 1:
        raise ValueError(f"{value!r} is no whole number above 0")
    return value
