"""How values are named in a resident's file: times, languages, topics, districts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date

from dialogues.direction import isolate
from dialogues.phrasebook import Phrasebook
from knowledge.model import Place


@dataclass(frozen=True)
class Wording:
    """Names values in one language. An id that is not known any more is shown as it is."""

    phrasebook: Phrasebook
    place: Place
    language: str

    def say(self, phrase: str, **values: str | int) -> str:
        """A phrase; in Arabic with what is written from left to right isolated."""
        return isolate(self.phrasebook.say(phrase, self.language, **values), self.language)

    def day(self, day: date) -> str:
        """A date, written out."""
        return format_date(day, "long", locale=self.language)

    def moment(self, at: datetime) -> str:
        """A date and a time of day, as clocks show it at the place."""
        local = at.astimezone(ZoneInfo(self.place.timezone))
        comma = "،" if self.language == "ar" else ","
        return f"{self.day(local.date())}{comma} {local:%H:%M}"

    def name_of_language(self, code: str) -> str:
        """The name of a language (ISO 639-1)."""
        name = Locale.parse(self.language).languages.get(code)
        return str(name) if name else code

    def topic(self, topic: str) -> str:
        """The title of a topic."""
        return self._known(f"topic-{topic}", topic)

    def topics(self, topics: list[str]) -> str:
        """The titles of topics, in a row."""
        return ("، " if self.language == "ar" else ", ").join(map(self.topic, topics))

    def specialty(self, specialty: str) -> str:
        """The name of a medical specialty."""
        return self._known(f"specialty-{specialty}", specialty)

    def site(self, slug: str) -> str:
        """The name of the place where somebody came from."""
        site = self.place.sites.get(slug)
        return site.name if site else slug

    def _known(self, phrase: str, otherwise: str) -> str:
        return self.say(phrase) if phrase in self.phrasebook else otherwise
