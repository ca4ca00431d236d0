"""Which packages the languages still need. Pure functions."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bot.translation.packages.pair import Pair
from bot.translation.routes import USUAL_PIVOT, routes

#: Counsellors read and write it; residents' languages are translated into it and back.
DESK = "de"
NAMES = {"en": "English", "ar": "Arabic", "ru": "Russian", "tr": "Turkish"}
COMMAND = "`lotse packages install`"


def missing(pairs: Collection[tuple[str, str]]) -> tuple[Pair, ...]:
    """The packages without which a resident and a counsellor cannot understand each other.

    pairs: what is installed, from and to. A way over a third language is as good as a direct one;
    what has no way is to get one over English, where all Argos packages meet.
    """
    steps = dict.fromkeys(step for way in _without_way(pairs) for step in _over_pivot(way))
    return tuple(step for step in steps if step not in pairs)


def lack(pairs: Collection[tuple[str, str]]) -> str:
    """What cannot be translated, as a sentence for `/ready` and the inbox; empty if all can."""
    without = set(_without_way(pairs))
    there = [code for code in NAMES if Pair(code, DESK) in without]
    back = [code for code in NAMES if Pair(DESK, code) in without]
    both = [NAMES[code] for code in there if code in back]
    parts = ["for " + _listed(both)] if both else []
    parts += [f"from {NAMES[code]} to German" for code in there if code not in back]
    parts += [f"from German to {NAMES[code]}" for code in back if code not in there]
    return f"no translation package {', '.join(parts)}; {COMMAND}" if parts else ""


def _without_way(pairs: Collection[tuple[str, str]]) -> Iterator[Pair]:
    for code in NAMES:
        for pair in (Pair(DESK, code), Pair(code, DESK)):
            if not routes(pairs, *pair):
                yield pair


def _over_pivot(pair: Pair) -> tuple[Pair, ...]:
    if USUAL_PIVOT in pair:
        return (pair,)
    return Pair(pair.source, USUAL_PIVOT), Pair(USUAL_PIVOT, pair.target)


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
