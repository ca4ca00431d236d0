"""The pages' words in one language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import Protocol

from connectors.desk import Event

LANGUAGES = ("de", "en")


class Say(Protocol):
    """A phrase in a language, with values put in."""

    def __call__(self, phrase: str, language: str, /, **values: str | int | float) -> str: ...


TopicTitles = Mapping[str, Mapping[str, str]]


class Words:
    """Says phrases in one language; templates call it as `t`."""

    def __init__(self, say: Say, language: str, topic_titles: TopicTitles, zone: tzinfo) -> None:
        """topic_titles: topic id -> language -> title. zone: where the counsellors are."""
        self.language = language
        self._say = say
        self._topic_titles = topic_titles
        self._zone = zone

    def __call__(self, phrase: str, **values: str | int | float) -> str:
        """The phrase. Raises KeyError when there is none."""
        return self._say(phrase, self.language, **values)

    def topic(self, topic_id: str | None) -> str:
        """A topic's title, its id when it has none."""
        if topic_id is None:
            return self("no-topic")
        titles = self._topic_titles.get(topic_id, {})
        return titles.get(self.language) or titles.get(LANGUAGES[0]) or topic_id

    def topics(self) -> list[tuple[str, str]]:
        """Every topic id with its title, by title."""
        return sorted(
            ((topic, self.topic(topic)) for topic in self._topic_titles),
            key=lambda pair: pair[1].casefold(),
        )

    def waited(self, passed: timedelta) -> str:
        """How long, roughly."""
        minutes = max(0, int(passed.total_seconds() // 60))
        hours, days = minutes // 60, minutes // (24 * 60)
        if minutes == 0:
            return self("duration-now")
        if hours == 0:
            return self("duration-minutes", minutes=str(minutes))
        if days == 0:
            return self("duration-hours", hours=str(hours), minutes=str(minutes % 60))
        return self("duration-days", days=str(days), hours=str(hours % 24))

    def clock(self, moment: datetime, now: datetime) -> str:
        """The time of day, with the day unless it is today."""
        local = moment.astimezone(self._zone)
        time = local.strftime("%H:%M")
        if local.date() == now.astimezone(self._zone).date():
            return time
        return self("day-and-time", day=local.strftime("%d"), month=local.strftime("%m"), time=time)

    def refusal(self, reason: str, who: str) -> str:
        """Why a desk refused."""
        # Only one of them names somebody; the others take the value and leave it.
        return self._or(self("refused-other"), f"refused-{reason}", who=who or self("somebody"))

    def event(self, event: Event) -> tuple[str, str]:
        """What happened, and more about it: an outcome, a day, otherwise as it was noted."""
        if (event.kind, event.detail) == ("closed", "withdrawn"):
            return self("event-withdrawn"), ""
        who = event.who or self("somebody")
        return self._or(event.kind, f"event-{event.kind}", who=who), self._detail(event)

    def _detail(self, event: Event) -> str:
        if event.kind == "closed":
            return self._or(event.detail, f"outcome-{event.detail}")
        if event.kind != "blocked":
            return event.detail
        try:
            year, month, day = date.fromisoformat(event.detail).isoformat().split("-")
        except ValueError:
            return event.detail
        return self("blocked-until", day=day, month=month, year=year)

    def untranslated(self, reason: str) -> str:
        """Why something was not translated."""
        return self._or(self("untranslated-gate"), f"untranslated-{reason}")

    def attachment(self, kind: str, in_telegram: bool) -> str:
        """What is attached and where it can be seen."""
        name = self._or(self("attachment-other"), f"attachment-{kind}")
        return self("attachment-where" if in_telegram else "attachment-elsewhere", kind=name)

    def _or(self, otherwise: str, phrase: str, **values: str) -> str:
        try:
            return self(phrase, **values)
        except KeyError:
            return otherwise


def iso(moment: datetime) -> str:
    """For a `datetime` attribute."""
    return moment.astimezone(timezone.utc).isoformat(timespec="seconds")
