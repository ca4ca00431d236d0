"""What translates a message, and what stands in its place as long as nothing does."""

from __future__ import annotations

from typing import Protocol


class Translator(Protocol):
    """Translates what residents and counsellors say to one another."""

    async def translate(self, text: str, source: str, target: str) -> str | None:
        """The text in another language, or None when it cannot be translated well enough.

        source, target: ISO 639-1. Never raises; the caller then passes on the original, marked.
        """


class NoTranslator:
    """Translates nothing: every message is passed on as it is, marked as not translated."""

    async def translate(self, text: str, source: str, target: str) -> str | None:
        """The text itself in its own language, otherwise None."""
        return text if source == target else None
