"""Decides when to ask instead of guessing, and when a chance of danger is enough."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Ranked:
    """An intent with its probability."""

    name: str
    confidence: float


def is_unsure(ranking: Sequence[Ranked], threshold: float, margin: float) -> bool:
    """Tell whether the first of a ranking is too improbable or too close to the second.

    Args:
        ranking: most probable first.
        threshold: least probability of the first, 0 to 1.
        margin: least difference to the second, 0 to 1.
    """
    if not ranking or ranking[0].confidence < threshold:
        return True
    return len(ranking) > 1 and ranking[0].confidence - ranking[1].confidence < margin


def candidates(
    ranking: Sequence[Ranked], excluded: Collection[str], floor: float, most: int = 3
) -> list[str]:
    """Return the intents worth offering as buttons.

    Args:
        ranking: most probable first.
        excluded: intents that are no button.
        floor: least probability of the second and third, 0 to 1.
        most: how many at most.
    """
    offered = [r for r in ranking if r.name not in excluded]
    return [r.name for r in offered[:1]] + [
        r.name for r in offered[1:most] if r.confidence >= floor
    ]


def suspected(ranking: Sequence[Ranked], dangers: Sequence[str], threshold: float) -> str | None:
    """Return the likelier danger if all dangers together reach ``threshold`` (0 to 1)."""
    chances = [r for r in ranking if r.name in dangers]
    if not chances or sum(r.confidence for r in chances) < threshold:
        return None
    return max(chances, key=lambda r: r.confidence).name
