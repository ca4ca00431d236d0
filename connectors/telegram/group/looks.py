"""How a case looks in the group: title, card and its buttons. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from connectors.desk import Case, CaseState
from connectors.telegram.group.payloads import Press
from connectors.telegram.posting import Post

#: A staff text by its id, with values put in.
Say = Callable[..., str]

TITLE_LIMIT = 128
#: Fluent refuses values of more than a thousand characters.
VALUE_LIMIT = 800
#: Of what a resident wants, so that the card stays one message.
_WANTS_LIMIT = 1200

_WAITING = (("take", "ready-made"), ("note", "originals"))
_CLAIMED = (("close", "hand-over"), ("ready-made", "release"), ("note", "originals"))
_ENDED = (("reopen", "originals"),)
_BUTTONS = {
    CaseState.WAITING: _WAITING,
    CaseState.CLAIMED: _CLAIMED,
    CaseState.CLOSED: _ENDED,
    CaseState.EXPIRED: _ENDED,
}


@dataclass(frozen=True)
class Looks:
    """Words and clock of the group.

    topics: titles by topic id, languages: names by code, both German. zone: the place's clock.
    """

    say: Say
    topics: Mapping[str, str]
    languages: Mapping[str, str]
    zone: tzinfo

    def topic(self, topic: str | None) -> str:
        """Return a topic's title."""
        return self.topics.get(topic, topic) if topic else self.say("no-topic")

    def topic_list(self, topics: tuple[str, ...]) -> str:
        """Return several titles."""
        return cut(", ".join(self.topic(topic) for topic in topics), VALUE_LIMIT)

    def language(self, code: str) -> str:
        """Return a language's name."""
        return self.languages.get(code, code)

    def outcome(self, case: Case) -> str:
        """Return how a case ended."""
        return self.say(f"outcome-{case.outcome.value if case.outcome else 'unknown'}")

    def time(self, at: datetime) -> str:
        """Return a day and time."""
        return at.astimezone(self.zone).strftime("%d.%m. %H:%M")

    def waited(self, minutes: int) -> str:
        """Return how long somebody waits, in whole hours from two hours on, in days from two."""
        for unit, length in (("days", 24 * 60), ("hours", 60)):
            if minutes >= 2 * length:
                return self.say(f"waited-{unit}", count=minutes // length)
        return self.say("waited-minutes", count=minutes)

    def title(self, case: Case) -> str:
        """Return the forum topic's title, at most 128 characters."""
        return cut(self.say("title", **self._names(case)), TITLE_LIMIT)

    def card(self, case: Case, thread: int) -> Post:
        """Return the card with the buttons that fit the case's state."""
        lines = [self.say("card-title", **self._names(case)), self._state(case)]
        if case.closing_topics:
            lines.append(
                self.say("card-closed-topics", topics=self.topic_list(case.closing_topics))
            )
        if case.district:
            lines.append(self.say("card-district", district=case.district))
        if case.topics:
            lines.append(self.say("card-topics", topics=self.topic_list(case.topics)))
        if case.channel in {"telegram", "web", "rest"}:
            lines.append(self.say("card-channel", channel=self.say(f"channel-{case.channel}")))
        lines.extend(self._wants(case))
        return Post("\n".join(lines), self._buttons(case), thread=thread)

    def _names(self, case: Case) -> dict[str, str]:
        return {
            "number": str(case.number),
            "language": self.language(case.language),
            "topic": self.topic(case.topic),
        }

    def _state(self, case: Case) -> str:
        since = self.time(case.waiting_since)
        if case.state is CaseState.CLAIMED and case.claimed_by is not None:
            return self.say("card-claimed", who=case.claimed_by.name, since=since)
        if case.state is CaseState.CLOSED:
            return self.say("card-closed", outcome=self.outcome(case))
        if case.state is CaseState.EXPIRED:
            return self.say("card-expired", since=since)
        return self.say("card-waiting", since=since)

    def _wants(self, case: Case) -> list[str]:
        if not case.wants:
            return []
        wants = cut(case.wants, _WANTS_LIMIT)
        if case.wants_german and case.language != "de":
            german = cut(case.wants_german, _WANTS_LIMIT)
            original = self.say("card-wants-original")
            return ["", f"{self.say('card-wants')} {german}", f"{original} {wants}"]
        lines = ["", f"{self.say('card-wants')} {wants}"]
        if case.language != "de":
            language = self.language(case.language)
            lines.append(self.say("remark-not-translated", language=language))
        return lines

    def _buttons(self, case: Case) -> InlineKeyboardMarkup:
        return InlineKeyboardMarkup(
            [
                [
                    InlineKeyboardButton(
                        self.say(f"button-{name}"), callback_data=Press(name, case.number).data
                    )
                    for name in row
                ]
                for row in _BUTTONS[case.state]
            ]
        )


def cut(text: str, limit: int) -> str:
    """Return a text of at most `limit` characters, its end replaced by "…" if need be."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
