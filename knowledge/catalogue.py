"""The fixed ids: topics, conversation and safety intents, languages, specialties."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from knowledge.library import read_yaml

FILE = Path(__file__).parent / "catalogue.yml"


@dataclass(frozen=True)
class Catalogue:
    """`topics` maps a topic id to the category coordinators see it under.

    categories: the names of each category by language, in the order of the file.
    """

    topics: dict[str, str]
    categories: dict[str, dict[str, str]]
    conversation: tuple[str, ...]
    safety: tuple[str, ...]
    languages: tuple[str, ...]
    specialties: tuple[str, ...]

    @property
    def intents(self) -> tuple[str, ...]:
        """Every intent a message can have."""
        return (*self.topics, *self.conversation, *self.safety)


def load(path: Path = FILE) -> Catalogue:
    """Read the catalogue. Raises KnowledgeError when the file cannot be read."""
    data = read_yaml(path)
    return Catalogue(
        topics={name: topic["category"] for name, topic in data["topics"].items()},
        categories={name: dict(names) for name, names in data["categories"].items()},
        conversation=tuple(data["conversation"]),
        safety=tuple(data["safety"]),
        languages=tuple(data["languages"]),
        specialties=tuple(data["specialties"]),
    )
