"""What the ids of the published tables are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.statistics.publication import CATEGORY, TOTAL, UNKNOWN
from bot.statistics.reports.periods import Period, parse


class Say(Protocol):
    """A phrase in a language, with values put in."""

    def __call__(self, phrase: str, language: str, /, **values: str | int | float) -> str: ...


@dataclass(frozen=True)
class Curated:
    """The ids that curators keep. topics: id -> category. categories, titles: id -> language ->
    name. places: in the order of tables; those not listed come last, by name."""

    topics: Mapping[str, str]
    categories: Mapping[str, Mapping[str, str]]
    titles: Mapping[str, Mapping[str, str]]
    places: Sequence[str]


def spelt(say: Say, language: str, day: date) -> str:
    """A day as one writes it."""
    if language == "de":
        return day.strftime("%d.%m.%Y")
    return f"{day.day} {say(f'month-{day.month}', language)} {day.year}"


class Names:
    """Says phrases and names in one language."""

    def __init__(self, say: Say, curated: Curated, language: str) -> None:
        self.language = language
        self._say = say
        self._curated = curated

    def __call__(self, phrase: str, **values: str | int | float) -> str:
        """A phrase of the reports. Raises KeyError when there is none."""
        return self._say(phrase, self.language, **values)

    def category(self, key: str) -> str:
        """The name of a category's row or column, its id when it is not in the catalogue any
        more."""
        identity = key.removeprefix(CATEGORY)
        return self._curated.categories.get(identity, {}).get(self.language, identity)

    def topic(self, topic: str) -> str:
        """A topic's title, its id when it is not in the catalogue any more."""
        return self._curated.titles.get(topic, {}).get(self.language, topic)

    def place(self, key: str) -> str:
        """A place's name."""
        return self("place-unknown") if key == UNKNOWN else key

    def of(self, kind: str, key: str) -> str:
        """The phrase `<kind>-<key>`, the key itself when there is none."""
        try:
            return self(f"{kind}-{key}")
        except KeyError:
            return key

    def spoken(self, code: str) -> str:
        """A language's name."""
        return self.of("language", code)

    def period(self, period: Period) -> str:
        """A period as one says it."""
        if period.kind == "year":
            return str(period.year)
        if period.kind == "quarter":
            return self("quarter", number=str(period.number), year=str(period.year))
        return self("month", month=self(f"month-{period.number}"), year=str(period.year))

    def month(self, name: str) -> str:
        """A month, short, for the head of a table."""
        period = parse(name)
        return f"{self(f'month-{period.number}')[:3]} {period.year}"

    def categories(self, keys: Iterable[str]) -> list[str]:
        """The keys of every category: of the catalogue, in its order, and others that occur."""
        listed = [f"{CATEGORY}{identity}" for identity in self._curated.categories]
        others = {key for key in keys if key.startswith(CATEGORY)} - set(listed)
        return [*listed, *sorted(others)]

    def topics(self, category: str) -> list[str]:
        """The topics of a category's id, in the catalogue's order."""
        return [topic for topic, of in self._curated.topics.items() if of == category]

    def places(self, keys: Iterable[str]) -> list[str]:
        """Places in the order of tables, the unknown one last."""
        order = {place: at for at, place in enumerate(self._curated.places)}
        there = set(keys) - {TOTAL}
        known = sorted(there - {UNKNOWN}, key=lambda p: (order.get(p, len(order)), p.casefold()))
        return [*known, *(there & {UNKNOWN})]
