"""What the actions are given to work with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dialogues.answers import Answers
from dialogues.phrasebook import Phrasebook
from knowledge.catalogue import Catalogue
from knowledge.library import Library
from knowledge.model import Place


@dataclass(frozen=True)
class Tools:
    """Collaborators of every action, built once by the composition root.

    today: the date at the place.
    """

    phrasebook: Phrasebook
    answers: Answers
    library: Library
    place: Place
    catalogue: Catalogue
    today: Callable[[], date]
