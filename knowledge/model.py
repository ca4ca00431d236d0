"""What the knowledge base holds: answers, contacts, services and the place they are in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

#: Days of the week as keys of opening hours, Monday first.
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Source:
    """Where a fact was read."""

    title: str
    url: str
    read_on: date


@dataclass(frozen=True)
class Hours:
    """When somebody can be reached. `always` day and night, or times by weekday ("09:00-12:00")."""

    always: bool = False
    by_day: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def spans_on(self, weekday: int) -> tuple[tuple[int, int], ...]:
        """From when to when on a weekday (0 is Monday), in minutes since midnight."""
        if self.always:
            return ((0, 24 * 60),)
        spans = (span.split("-") for span in self.by_day.get(WEEKDAYS[weekday], ()))
        return tuple((_minutes(start), _minutes(end)) for start, end in spans)


def _minutes(time: str) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


@dataclass(frozen=True)
class Contact:
    """Whom to call or where to go, as printed below an answer.

    phone: as dialled. hours: None when unknown. checked_on: None when nobody confirmed it.
    names, notes: by language (ISO 639-1).
    """

    id: str
    names: Mapping[str, str]
    notes: Mapping[str, str]
    phone: str | None = None
    url: str | None = None
    address: str | None = None
    hours: Hours | None = None
    free_of_charge: bool | None = None
    languages: tuple[str, ...] = ()
    source: Source | None = None
    checked_on: date | None = None


@dataclass(frozen=True)
class Wording:
    """An answer in one language.

    text: for a phone, about 600 characters. bring: what to have ready, a line each. more: the long
    text. desk: what the German desk sentence means, None in German itself.
    """

    title: str
    text: str
    bring: tuple[str, ...]
    more: str
    desk: str | None


@dataclass(frozen=True)
class Confirmation:
    """Who said that a machine's draft may be shown as the answer, and when."""

    by: str
    on: date


@dataclass(frozen=True)
class Topic:
    """What the knowledge base says on a topic.

    desk: a German sentence to show at the counter. related: topic ids. checked_on: None when
    nobody compared the answer with its sources. translations: the confirmed drafts, by language.
    drafts: languages in which a machine's draft waits; what it says is not here.
    """

    id: str
    wordings: Mapping[str, Wording]
    contacts: tuple[str, ...]
    related: tuple[str, ...]
    sources: tuple[Source, ...]
    desk: str
    written_on: date
    checked_on: date | None
    review_every_days: int
    translations: Mapping[str, Confirmation] = field(default_factory=dict)
    drafts: tuple[str, ...] = ()

    @property
    def review_due(self) -> date:
        """The last day on which the answer may be shown as current."""
        return (self.checked_on or self.written_on) + timedelta(days=self.review_every_days)


@dataclass(frozen=True)
class District:
    """A part of the city. `stadtteil`: the larger one it belongs to, or itself. Degrees WGS 84."""

    name: str
    stadtteil: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Service:
    """A practice or office one can go to. `takes_new_patients` None: unknown."""

    id: str
    name: str
    specialties: tuple[str, ...]
    languages: tuple[str, ...]
    district: str
    address: str
    phone: str | None
    hours: Hours | None
    takes_new_patients: bool | None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True)
class Directory:
    """The services of a place. `demonstration` marks an invented one."""

    services: tuple[Service, ...]
    demonstration: bool


@dataclass(frozen=True)
class Site:
    """Where a resident came from (a poster's deep link)."""

    slug: str
    name: str
    district: str


@dataclass(frozen=True)
class Closure:
    """Days without counsellors, both included. `reason`: German, for the team."""

    first: date
    last: date
    reason: str = ""


@dataclass(frozen=True)
class DeskHours:
    """When counsellors are there, and what happens to a case nobody answers.

    country, subdivision: ISO 3166 codes whose public holidays are free; no country, no holidays.
    remind_after_minutes, escalate_after_minutes: when the team is told of a waiting case again.
    expire_after_hours: by the clock, also while the desk is closed.
    """

    hours: Hours = Hours()
    country: str | None = None
    subdivision: str | None = None
    closures: tuple[Closure, ...] = ()
    remind_after_minutes: int = 10
    escalate_after_minutes: int = 30
    expire_after_hours: int = 72


@dataclass(frozen=True)
class Place:
    """A city pack. Without opening hours of the `desk` no counsellor is ever there."""

    id: str
    name: str
    timezone: str
    districts: Mapping[str, District]
    sites: Mapping[str, Site]
    local_contacts: tuple[str, ...]
    directory: Directory
    desk: DeskHours = DeskHours()
