"""Choosing topics and an outcome with buttons. What is chosen is kept in the buttons themselves."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from connectors.desk import Outcome
from connectors.telegram.group.looks import VALUE_LIMIT, Say, cut
from connectors.telegram.group.payloads import Press

_CHOSEN = "✓ "


@dataclass(frozen=True)
class Choice:
    """The topics chosen so far, packed into a few characters: one bit a topic.

    mark: of the list of topics the bits count through; with another list they mean nothing.
    """

    mark: str
    bits: int

    def __str__(self) -> str:
        return f"{self.mark}.{self.bits:x}"


class ClosingMenu:
    """Makes the two keyboards and reads what they carry. titles: by topic id."""

    def __init__(self, say: Say, titles: Mapping[str, str]) -> None:
        self._say = say
        self._titles = titles
        self._ids = sorted(titles)
        self._mark = f"{zlib.crc32(','.join(self._ids).encode()) & 0xFFFF:04x}"

    def choice(self, topics: Collection[str]) -> Choice:
        """Return the choice of these topics, unknown ones left out."""
        bits = sum(1 << index for index, topic in enumerate(self._ids) if topic in topics)
        return Choice(self._mark, bits)

    def read(self, text: str) -> Choice | None:
        """Return the choice a button carries; None when the list of topics changed since."""
        mark, _, bits = text.partition(".")
        try:
            choice = Choice(mark, int(bits, 16))
        except ValueError:
            return None
        return choice if mark == self._mark and choice.bits >> len(self._ids) == 0 else None

    def topics(self, choice: Choice) -> tuple[str, ...]:
        """Return the topics chosen."""
        return tuple(t for index, t in enumerate(self._ids) if choice.bits >> index & 1)

    def listed(self, choice: Choice) -> str:
        """Return their titles."""
        return cut(", ".join(self._titles[topic] for topic in self.topics(choice)), VALUE_LIMIT)

    def topic_keyboard(self, number: int, choice: Choice) -> InlineKeyboardMarkup:
        """Return toggle buttons, two a row; each carries the choice as it is after pressing it."""
        buttons = []
        for topic in sorted(self._ids, key=lambda one: self._titles[one].casefold()):
            bit = 1 << self._ids.index(topic)
            title = f"{_CHOSEN if choice.bits & bit else ''}{self._titles[topic]}"
            after = Choice(choice.mark, choice.bits ^ bit)
            buttons.append(self._button(title, Press("toggle", number, str(after))))
        rows = [buttons[start : start + 2] for start in range(0, len(buttons), 2)]
        rows.append(
            [
                self._button(self._say("button-next"), Press("next", number, str(choice))),
                self._button(self._say("button-cancel"), Press("cancel", number)),
            ]
        )
        return InlineKeyboardMarkup(rows)

    def outcome_keyboard(self, number: int, choice: Choice) -> InlineKeyboardMarkup:
        """Return a button an outcome."""
        rows = [
            [
                self._button(
                    self._say(f"outcome-{outcome.value}"),
                    Press("outcome", number, f"{choice}.{outcome.value}"),
                )
            ]
            for outcome in Outcome
        ]
        rows.append(
            [
                self._button(self._say("button-back"), Press("toggle", number, str(choice))),
                self._button(self._say("button-cancel"), Press("cancel", number)),
            ]
        )
        return InlineKeyboardMarkup(rows)

    def _button(self, title: str, press: Press) -> InlineKeyboardButton:
        return InlineKeyboardButton(title, callback_data=press.data)
