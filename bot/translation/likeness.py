"""How like two German texts are, for what a reply says when it is translated back."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

#: Below this chrF a reply waits until somebody has looked at it. Between two different sentences of
#: the project's parallel texts chrF stays below it for 99 %: see benchmarks/translation.py.
ALIKE = 35.0


def score(text: str, original: str) -> float:
    """chrF (Popović 2015, as sacrebleu computes it), 0 to 100."""
    return float(_metric().sentence_score(text, [original]).score)


@lru_cache(maxsize=1)
def _metric() -> Any:
    from sacrebleu.metrics.chrf import CHRF  # here, because nobody without packages needs it

    return CHRF()
