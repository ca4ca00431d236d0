"""Ways from one language to another over what is installed."""

from __future__ import annotations

from collections.abc import Collection

#: A direct way, or one over a third language: the languages on it, both ends included.
Route = tuple[str, ...]
#: Tried first where no package leads straight to the other language: Argos packages meet there.
USUAL_PIVOT = "en"


def routes(pairs: Collection[tuple[str, str]], source: str, target: str) -> tuple[Route, ...]:
    """Every way of at most two steps, the best first: direct, over English, over another.

    pairs: what is installed, from and to. Two steps at most, because each adds its own mistakes.
    """
    direct: tuple[Route, ...] = ((source, target),) if (source, target) in pairs else ()
    middles = sorted(
        (
            middle
            for start, middle in pairs
            if start == source and middle != target and (middle, target) in pairs
        ),
        key=lambda middle: (middle != USUAL_PIVOT, middle),
    )
    return direct + tuple((source, middle, target) for middle in middles)
