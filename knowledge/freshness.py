"""Which answers must be looked at again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.library import Library
from knowledge.model import Topic


@dataclass(frozen=True)
class Due:
    """An answer or contact a curator should look at, and why."""

    id: str
    reason: str


def is_current(topic: Topic, today: date) -> bool:
    """Whether the answer is within its review interval."""
    return today <= topic.review_due


def due(library: Library, today: date) -> Sequence[Due]:
    """Everything a curator should look at: overdue or unchecked answers, drafts that wait to be
    confirmed, unchecked contacts.
    """
    found = []
    for topic in library.topics.values():
        if not is_current(topic, today):
            found.append(Due(topic.id, f"review was due on {topic.review_due.isoformat()}"))
        elif topic.checked_on is None:
            found.append(Due(topic.id, "never compared with its sources"))
        for language in topic.drafts:
            found.append(Due(topic.id, f"machine draft ({language}) waits to be confirmed"))
    for contact in library.contacts.values():
        if contact.checked_on is None:
            found.append(Due(contact.id, "contact never confirmed in a source"))
    return found
