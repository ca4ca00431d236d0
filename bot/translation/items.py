"""What is kept out of a translation: the kinds of items and what is known of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What an item is."""

    LINK = "link"
    EMAIL = "email"
    NAME = "name"
    ACCOUNT = "account"
    INSURANCE_NUMBER = "insurance number"
    CASE_NUMBER = "case number"
    DATE = "date"
    WEEKDAY = "weekday"
    AMOUNT = "amount"
    DOSAGE = "dosage"
    TIME = "time"
    ADDRESS = "address"
    PHONE = "phone"
    NUMBER = "number"
    TERM = "term"


@dataclass(frozen=True)
class Weekday:
    """A weekday (0 is Monday), up to `last` when it is a span, or each one ("montags")."""

    day: int
    last: int | None = None
    repeated: bool = False


@dataclass(frozen=True)
class Date:
    """A date, maybe with its weekday (0 is Monday); all numbers with the digits as typed.

    written: the whole date when its month is a number ("03.12."), otherwise empty, and day, month
    (1 to 12) and year (or empty) are set. behind: the weekday was typed behind the date.
    """

    written: str = ""
    day: str = ""
    month: int = 0
    year: str = ""
    weekday: int | None = None
    behind: bool = False


@dataclass(frozen=True)
class Clock:
    """A time of day as typed with a word for the hour or a part of the day.

    start, end: "9" or "9:30", digits as typed; end is empty when it is no span. part: 0 morning,
    1 noon, 2 afternoon, 3 evening, 4 night, None when nothing was said.
    """

    start: str
    end: str = ""
    part: int | None = None


@dataclass(frozen=True)
class Term:
    """A term of the glossary. in_german: it was a German word in a text that is not German."""

    id: str
    in_german: bool = False


@dataclass(frozen=True)
class Item:
    """Something a machine must not touch: as typed, and what is known for writing it anew.

    value: None when it comes out as it went in.
    """

    kind: Kind
    text: str
    value: Weekday | Date | Clock | Term | None = None


@dataclass(frozen=True)
class Found:
    """An item at `start:end` of a text."""

    start: int
    end: int
    item: Item
