"""What translates a message, and what stands in its place as long as nothing does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Origin(str, Enum):
    """Where a translation comes from. PEOPLE: the translation memory, which people wrote."""

    SAME = "same"
    PEOPLE = "people"
    MACHINE = "machine"


#: Why there is no translation: nothing is installed for the pair.
NO_PACKAGE = "no_package"
#: Why there is no translation: it took too long.
TOO_SLOW = "too_slow"
#: Why there is no translation: the machine failed.
FAULT = "fault"


@dataclass(frozen=True)
class Translation:
    """A text in another language, or why there is none.

    text: None when the original has to be shown instead. origin: set with a text. reason: set
    without one: `no_package`, `too_slow`, `fault`, or the name of the gate that stopped it (see
    `bot.translation.gates`).
    """

    text: str | None
    origin: Origin | None = None
    reason: str = ""

    @property
    def by_machine(self) -> bool:
        """Whether no person wrote it, or read it before."""
        return self.origin is Origin.MACHINE


@dataclass(frozen=True)
class Back:
    """A translation translated back. likeness: chrF with the original, 0 to 100."""

    text: str
    likeness: float
    alike: bool


class Translator(Protocol):
    """Translates what residents and counsellors say to one another. Languages are ISO 639-1."""

    async def translate(
        self, text: str, source: str, target: str, names: Sequence[str] = ()
    ) -> Translation:
        """The text in another language. Never raises.

        names: words that stay as they are.
        """

    async def back(self, text: str, theirs: str, language: str) -> Back | None:
        """A German text's translation `theirs` in German again, None when that cannot be had.

        Never raises.
        """

    def lacks(self, source: str, target: str) -> bool:
        """Whether no package translates from one language to the other."""


class NoTranslator:
    """Translates nothing: every message is passed on as it is, marked as not translated."""

    async def translate(
        self, text: str, source: str, target: str, names: Sequence[str] = ()
    ) -> Translation:
        """The text itself in its own language, otherwise nothing."""
        if source == target:
            return Translation(text, Origin.SAME)
        return Translation(None, reason=NO_PACKAGE)

    async def back(self, text: str, theirs: str, language: str) -> Back | None:
        """Nothing."""
        return None

    def lacks(self, source: str, target: str) -> bool:
        """All but the text itself."""
        return source != target
