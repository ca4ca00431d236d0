"""The parts a resident's file is made of, before they become HTML."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """Something said. language: ISO 639-1, None when nobody knows. label: what these words are."""

    text: str
    language: str | None = None
    label: str = ""


@dataclass(frozen=True)
class Line:
    """What one side said at a time, in one or more wordings. own: by the resident."""

    who: str
    when: str
    words: tuple[Words, ...]
    own: bool = False


@dataclass(frozen=True)
class Section:
    """A heading with what stands below it. facts: pairs of name and value. parts: smaller ones."""

    title: str
    lead: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    lines: tuple[Line, ...] = ()
    items: tuple[str, ...] = ()
    parts: tuple[Section, ...] = ()
