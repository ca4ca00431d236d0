"""Decides what of a turn is counted. Pure: the numbers are written by `bot.storage.counts`.

A consultation is counted once for a conversation and a topic, on the day it began. What was counted
is remembered with the conversation, so that a better known outcome can move it, and is erased with
the conversation; the numbers hold no text, no time of day and nothing of a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.slots import slot
from bot.statistics.outcomes import COMPLEX, COMPLEX_FROM, UNCLEAR, Outcome, supersedes
from bot.statistics.periods import quarter_of
from bot.storage.conversations import Conversation
from bot.turn import Met, Turn
from knowledge.model import Place

#: As many topics of a conversation are counted; differential privacy relies on it.
MOST_COUNTED = 10
_COUNTED, _VISITED = "counted", "visited"


@dataclass(frozen=True)
class Count:
    """A change of one cell. by: 1, or -1 when a consultation moves to another outcome."""

    day: date
    topic: str
    language: str
    place: str
    channel: str
    outcome: str
    by: int = 1


@dataclass(frozen=True)
class Visit:
    """Somebody sought advice in a quarter, at a place (empty: not known)."""

    quarter: str
    place: str
    conversation_id: str


@dataclass(frozen=True)
class Counted:
    """What a turn adds to the statistics, and the conversation that remembers it."""

    conversation: Conversation
    counts: tuple[Count, ...] = ()
    visit: Visit | None = None


class Counting:
    """Counts for one place. is_open: whether a counsellor is there at an instant."""

    def __init__(self, place: Place, is_open: Callable[[datetime], bool]) -> None:
        """place: whose sites and districts are counted, by its clock."""
        self._place = place
        self._zone = ZoneInfo(place.timezone)
        self._is_open = is_open

    def of(self, turn: Turn, now: datetime, closing: Sequence[str] = ()) -> Counted:
        """What a turn adds. now: aware. closing: topics a counsellor closed the case with."""
        conversation = turn.conversation
        met = [*turn.met, *self._handed_over(turn, now), *_closed(closing)]
        if not met or turn.erase:
            return Counted(conversation)
        day, where = self.day(now), self.place_of(conversation)
        memory: dict[str, list[str]] = {**conversation.state.get(_COUNTED, {})}
        counts: list[Count] = []
        for each in met:
            topic = each.topic or UNCLEAR
            counts += self._one(memory, conversation, topic, each.outcome, day, where)
        topics = [topic for topic in memory if topic not in (UNCLEAR, COMPLEX)]
        if len(topics) >= COMPLEX_FROM:
            counts += self._one(memory, conversation, COMPLEX, met[-1].outcome, day, where)
        quarter = quarter_of(day).name
        state: dict[str, Any] = {**conversation.state, _COUNTED: memory, _VISITED: [quarter, where]}
        # Without consent nothing is remembered, so that one person would be taken for many.
        known = conversation.consent != "given" or state[_VISITED] == conversation.state.get(
            _VISITED
        )
        visit = None if known else Visit(quarter, where, conversation.id)
        return Counted(conversation.with_(state=state), tuple(counts), visit)

    def day(self, now: datetime) -> date:
        """The day of the place at an instant."""
        return now.astimezone(self._zone).date()

    def place_of(self, conversation: Conversation) -> str:
        """The site somebody came from, else their district, else empty."""
        site = self._place.sites.get(conversation.site or "")
        if site is not None:
            return site.name
        district = self._place.districts.get(slot(conversation, "district") or "")
        return district.stadtteil if district is not None else ""

    def _one(
        self,
        memory: dict[str, list[str]],
        conversation: Conversation,
        topic: str,
        outcome: Outcome,
        day: date,
        where: str,
    ) -> list[Count]:
        language, channel = conversation.language or "de", conversation.channel
        known = memory.get(topic)
        if known is None:
            if len(memory) >= MOST_COUNTED:
                return []
            memory[topic] = [day.isoformat(), outcome.value, language, where]
            return [Count(day, topic, language, where, channel, outcome.value)]
        since, before = date.fromisoformat(known[0]), Outcome(known[1])
        # What belongs to a quarter that is over may be published already.
        if not supersedes(outcome, before) or since < quarter_of(day).first:
            return []
        memory[topic] = [known[0], outcome.value, *known[2:]]
        cell = (since, topic, known[2], known[3], channel)
        return [Count(*cell, before.value, by=-1), Count(*cell, outcome.value)]

    def _handed_over(self, turn: Turn, now: datetime) -> Iterable[Met]:
        if turn.hand_over is not None:
            topic = turn.hand_over.topics[-1] if turn.hand_over.topics else None
            there = self._is_open(now)
            yield Met(topic, Outcome.HANDED_OVER if there else Outcome.UNAVAILABLE)


def _closed(topics: Sequence[str]) -> list[Met]:
    return [Met(topic, Outcome.HANDED_OVER) for topic in topics]
