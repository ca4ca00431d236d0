"""The sums of a period as they are, before anything is hidden. They never leave the process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy.engine import Connection

from bot.statistics import visitors
from bot.statistics.outcomes import UNCLEAR
from bot.statistics.periods import Period
from bot.statistics.publication import UNKNOWN
from bot.storage import counts, sketches
from bot.storage.tables import case_counts
from bot.storage.tables import counts as count_cells

Sums = Mapping[tuple[str, ...], int]


@dataclass(frozen=True)
class Raw:
    """Sums by the columns their names say; an unknown place is UNKNOWN.

    cases: by form ("cases_waited" ...). people: estimates by place, "*" for all together.
    """

    topic_place_language: Sums
    month_topic: Sums
    outcome_topic: Sums
    channel: Sums
    unclear: int = 0
    cases: Mapping[str, Sums] = field(default_factory=dict)
    people: Mapping[str, int] = field(default_factory=dict)


#: The forms about cases, and the column each is about.
CASE_FORMS = {
    "cases_waited": "waited",
    "cases_lasted": "lasted",
    "cases_outcome": "outcome",
    "cases_places": "place",
}


def read(connection: Connection, period: Period) -> Raw:
    """The sums of a month or quarter."""
    span = (period.first, period.last)

    def by(*columns: str) -> dict[tuple[str, ...], int]:
        return counts.summed(connection, count_cells, columns, *span)

    topics = by("topic", "place", "language")
    unclear = sum(number for (topic, *_), number in topics.items() if topic == UNCLEAR)
    channels: dict[tuple[str, ...], int] = {}
    for (channel, topic), number in by("channel", "topic").items():
        if topic != UNCLEAR:
            channels[(channel,)] = channels.get((channel,), 0) + number
    cases: dict[str, Sums] = {
        form: {
            (key or UNKNOWN,): number
            for (key,), number in counts.summed(connection, case_counts, [column], *span).items()
        }
        for form, column in CASE_FORMS.items()
    }
    return Raw(
        topic_place_language={
            (topic, place or UNKNOWN, language): number
            for (topic, place, language), number in topics.items()
            if topic != UNCLEAR
        },
        month_topic=_known(counts.by_month(connection, *span)),
        outcome_topic=_known(by("outcome", "topic")),
        channel=channels,
        unclear=unclear,
        cases=cases,
        people=_people(connection, period) if period.kind == "quarter" else {},
    )


def _known(sums: Mapping[tuple[str, str], int] | Mapping[tuple[str, ...], int]) -> Sums:
    return {key: number for key, number in sums.items() if key[1] != UNCLEAR}


def _people(connection: Connection, period: Period) -> dict[str, int]:
    by_place = sketches.of_quarter(connection, period.name)
    found = {place or UNKNOWN: visitors.estimate([one]) for place, one in by_place.items()}
    return {**found, "*": visitors.estimate(by_place.values())} if found else {}
