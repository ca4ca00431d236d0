"""What components tell one another through a message."""

from __future__ import annotations

from typing import Final

LANGUAGE: Final = "language"
LANGUAGE_CERTAIN: Final = "language_certain"
STANDARD_TEXT: Final = "standard_text"
UNSURE: Final = "unsure"
CANDIDATES: Final = "candidates"
DANGER_BY_RULE: Final = "danger_by_rule"
CLASSIFIED: Final = "classified"
