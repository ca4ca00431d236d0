"""Gathers what a resident gets to see of what is kept about them.

Left out are notes that counsellors make for themselves, who the counsellors are, and what they took
back or have not sent yet: those words may be meant for somebody else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.engine import Connection

from bot.privacy.retention import AFTER_A_CASE, WITHOUT_CONSENT
from bot.storage import cases, conversations, kept, outbox, remarks
from bot.storage.conversations import Conversation
from bot.storage.kept import Correction, Heard, Told
from connectors.desk import Author

#: Changes of a case that a resident hears of or brings about.
_THEIRS = frozenset({"opened", "claimed", "closed", "expired", "reopened", "reminded", "blocked"})
_CONSENT = "/give_consent"


@dataclass(frozen=True)
class KeptCase:
    """A case as its resident may see it. changes: when it was opened, claimed, closed ..."""

    row: cases.Row
    said: tuple[remarks.Row, ...]
    changes: tuple[tuple[datetime, str], ...]
    corrections: tuple[Correction, ...]

    @property
    def erased_at(self) -> datetime | None:
        """When it is erased for certain; None while it is open."""
        return self.row.closed_at + AFTER_A_CASE if self.row.closed_at else None


@dataclass(frozen=True)
class Kept:
    """All that is kept about a resident. from_team: ids of `told` that a counsellor said."""

    conversation: Conversation
    heard: tuple[Heard, ...]
    told: tuple[Told, ...]
    from_team: frozenset[int]
    cases: tuple[KeptCase, ...]
    blocked_until: date | None

    @property
    def agreed(self) -> bool:
        """Whether the resident agreed that their messages are kept."""
        return self.conversation.consent == "given"

    @property
    def agreed_at(self) -> datetime | None:
        """When they agreed, if they did so by the button and that message is still kept."""
        if not self.agreed:
            return None
        times = (h.received_at for h in self.heard if h.body and h.body.get("text") == _CONSENT)
        return next(times, None)

    @property
    def began_at(self) -> datetime:
        """When the first message came that is still known."""
        times = (h.received_at for h in self.heard)
        return min(times, default=self.conversation.last_message_at)

    def erased_at(self, retention: timedelta) -> datetime:
        """When all of it is erased if nothing more is written. retention: with consent."""
        return self.conversation.last_message_at + (retention if self.agreed else WITHOUT_CONSENT)


def gather(connection: Connection, conversation_id: str) -> Kept | None:
    """What is kept, None when the conversation is not known (any more)."""
    conversation = conversations.get(connection, conversation_id)
    if conversation is None:
        return None
    rows = cases.of_conversation(connection, conversation_id)
    said = {row.id: remarks.of_case(connection, row.id) for row in rows}
    everything = [remark for of_case in said.values() for remark in of_case]
    hidden = [remark for remark in everything if not _is_for_resident(remark)]
    told = _not_taken_back(kept.told(connection, conversation_id), hidden)
    block = cases.block_of(connection, conversation_id)
    corrections = _shown(kept.corrections_of(connection, list(said)), hidden)
    return Kept(
        conversation=conversation,
        heard=tuple(kept.heard(connection, conversation_id)),
        told=told,
        from_team=_from_team(told, everything),
        cases=tuple(
            KeptCase(
                row=row,
                said=tuple(remark for remark in said[row.id] if _is_for_resident(remark)),
                changes=tuple(
                    (at, kind)
                    for at, kind, _, _ in cases.events_of(connection, row.id)
                    if kind in _THEIRS
                ),
                corrections=tuple(each for each in corrections if each.case_id == row.id),
            )
            for row in rows
        ),
        blocked_until=None if block is None else block.until,
    )


def _is_for_resident(remark: remarks.Row) -> bool:
    if remark.author == Author.NOTE.value:
        return False
    if remark.author != Author.COUNSELLOR.value:
        return True
    return remark.outbox_id is not None and not remark.recalled


def _not_taken_back(told: list[Told], hidden: list[remarks.Row]) -> tuple[Told, ...]:
    """What was said and still stands; a recall that failed changed nothing."""
    gone = {each.changes for each in told if each.recall and each.state != outbox.FAILED}
    gone |= {remark.outbox_id for remark in hidden}
    gone -= {None}
    return tuple(
        each
        for each in told
        if not each.recall and each.id not in gone and each.changes not in gone
    )


def _from_team(told: tuple[Told, ...], said: list[remarks.Row]) -> frozenset[int]:
    sent = {remark.outbox_id for remark in said if remark.author == Author.COUNSELLOR.value}
    sent -= {None}
    return frozenset(each.id for each in told if each.id in sent or each.changes in sent)


def _shown(corrections: list[Correction], hidden: list[remarks.Row]) -> list[Correction]:
    unseen = {remark.text for remark in hidden}
    return [each for each in corrections if each.text not in unseen and each.better not in unseen]
