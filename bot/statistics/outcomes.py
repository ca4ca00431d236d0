"""How a consultation ended, and the topics that are not in the catalogue."""

from __future__ import annotations

from enum import Enum

#: Counted under a topic when nothing that was said could be assigned to one.
UNCLEAR = "unclear"
#: Counted once for a conversation with three or more topics, or when a counsellor says so.
COMPLEX = "complex_problem"
COMPLEX_FROM = 3
COMPLEX_CATEGORY = "komplexe_problemlage"


class Outcome(str, Enum):
    """How a consultation ended; each has one.

    ANSWERED: from the knowledge base. ASKED_BACK: the assistant did not understand and asked.
    HANDED_OVER: to a counsellor, in the opening hours. UNAVAILABLE: a person was wanted and none
    was there. HELPFUL, NOT_HELPFUL: the resident judged an answer.
    """

    ANSWERED = "answered"
    ASKED_BACK = "asked_back"
    HANDED_OVER = "handed_over"
    UNAVAILABLE = "unavailable"
    HELPFUL = "helpful"
    NOT_HELPFUL = "not_helpful"


#: A later outcome takes the place of an earlier one that is lower.
_RANK = {
    Outcome.ASKED_BACK: 0,
    Outcome.ANSWERED: 1,
    Outcome.HELPFUL: 2,
    Outcome.NOT_HELPFUL: 2,
    Outcome.HANDED_OVER: 3,
    # It stays what it was when somebody answers the next morning.
    Outcome.UNAVAILABLE: 4,
}


def supersedes(new: Outcome, old: Outcome) -> bool:
    """Whether an outcome takes the place of the one a consultation had until now."""
    return new is not old and _RANK[new] >= _RANK[old]


#: Upper ends of the spans in which cases waited for a counsellor, in minutes.
WAITED = (("m10", 10), ("m30", 30), ("h1", 60), ("h4", 240), ("d1", 1440))
#: The same for how long a counsellor had them.
LASTED = (("m15", 15), ("h1", 60), ("h4", 240), ("d1", 1440))
#: A longer span, and that of a case nobody took.
MORE, NEVER = "more", "never"


def span(minutes: float, spans: tuple[tuple[str, int], ...]) -> str:
    """The name of the span that holds so many minutes."""
    return next((name for name, end in spans if minutes <= end), MORE)
