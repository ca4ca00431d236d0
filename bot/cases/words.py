"""What a resident hears about their case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from babel.dates import format_date

from bot.cases.hours import Opening
from dialogues.direction import FSI, PDI, isolate
from dialogues.phrasebook import Phrasebook
from dialogues.reply import Reply, ReplyButton, payload


class CaseWords:
    """Writes the messages to residents; `Opening` and real waits decide what is promised."""

    def __init__(
        self, phrasebook: Phrasebook, opening: Opening, offices: Callable[[str], str]
    ) -> None:
        """offices: a list of places that advise in person, in a language."""
        self._say = phrasebook.say
        self._opening = opening
        self._offices = offices

    def opened(self, language: str, now: datetime, usual_minutes: int | None) -> Reply:
        """The case is with the counsellors, and when to expect an answer."""
        when = self.when(language, now, usual_minutes)
        text = self._say("case-opened", language, when=when)
        return Reply(isolate(text, language), (self._end(language),))

    def still_open(
        self, language: str, now: datetime, usual_minutes: int | None, claimed: bool
    ) -> Reply:
        """The case is open; how to end it."""
        when = (
            self._say("case-claimed", language)
            if claimed
            else self.when(language, now, usual_minutes)
        )
        text = self._say("case-still-open", language, when=when)
        return Reply(isolate(text, language), (self._end(language),))

    def when(self, language: str, now: datetime, usual_minutes: int | None) -> str:
        """When somebody answers, as far as that can be said honestly."""
        if self._opening.is_open(now):
            if usual_minutes is None:
                return self._say("case-soon", language)
            return self._say("case-usually", language, minutes=usual_minutes)
        back = self._opening.next_opening(now)
        if back is None:
            return self._say("case-closed-long", language)
        comma = "،" if language == "ar" else ","
        day = format_date(back.date(), "full", locale=language)
        return self._say("case-back", language, when=f"{day}{comma} {back:%H:%M}")

    def withdrawn(self, language: str) -> Reply:
        """The resident ended the case."""
        topics = ReplyButton(self._say("button-topics", language), payload("capabilities"))
        return Reply(self._say("case-withdrawn", language), (topics,))

    def closed(self, language: str) -> Reply:
        """A counsellor ended the case: how was it?"""
        return Reply(
            self._say("case-closed", language),
            (
                ReplyButton(self._say("button-helpful", language), payload("helpful")),
                ReplyButton(self._say("button-not-helpful", language), payload("not_helpful")),
            ),
        )

    def blocked(self, language: str, until: date) -> Reply:
        """No case can be opened from this conversation."""
        day = format_date(until, "long", locale=language)
        return Reply(isolate(self._say("case-blocked", language, until=day), language))

    def reminded(self, language: str) -> str:
        """Nobody has taken the case yet."""
        return isolate(self._say("case-reminded", language), language)

    def expired(self, language: str) -> str:
        """Nobody took the case in time; who else helps."""
        text = f"{self._say('case-expired', language)}\n\n{self._offices(language)}"
        return isolate(text, language)

    def reopened(self, language: str) -> str:
        """A counsellor took the case up again."""
        return self._say("case-reopened", language)

    def untranslated(self, german: str, language: str) -> str:
        """German words that could not be translated, marked so."""
        return f"{self._say('case-untranslated', language)}\n{FSI}{german}{PDI}"

    def note(self, phrase: str, language: str) -> Reply:
        """A sentence without buttons."""
        return Reply(self._say(phrase, language))

    def _end(self, language: str) -> ReplyButton:
        return ReplyButton(self._say("button-end-case", language), payload("cancel"))
