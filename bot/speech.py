"""The phrasebook with the numbers it names, built from the settings and the knowledge base."""

from __future__ import annotations

from dialogues import phrasebook
from knowledge.library import Library

#: Which contact of the knowledge base stands behind each variable of the phrases.
NUMBERS = {
    "emergency": "emergency_services",
    "oncall": "medical_on_call",
    "poison": "poison_centre",
    "crisis": "crisis_line",
}


def build_phrasebook(library: Library, retention_days: int) -> phrasebook.Phrasebook:
    """Every phrase, with phone numbers from `knowledge/contacts` only.

    Raises PhraseError for a broken phrase file and KeyError when a contact is missing.
    """
    constants: dict[str, str | int] = {
        name: library.contacts[contact].phone or "" for name, contact in NUMBERS.items()
    }
    return phrasebook.load(constants={**constants, "days": retention_days})
