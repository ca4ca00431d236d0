"""What the counsellors' side sees of cases, and the protocol by which it acts on them.

The Telegram group and the web inbox both work with a `Desk`; the rules stay behind it. Nothing here
knows a channel's address of a resident.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Protocol


class CaseState(str, Enum):
    """waiting -> claimed -> closed, or waiting -> expired; closed and expired may be reopened."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    CLOSED = "closed"
    EXPIRED = "expired"


class Outcome(str, Enum):
    """How a case ended."""

    SOLVED = "solved"
    REFERRED = "referred"
    APPOINTMENT = "appointment"
    NOT_REACHED = "not_reached"
    COMPLEX = "complex"


class Author(str, Enum):
    """Who said something in a case. NOTE is internal and never reaches the resident."""

    RESIDENT = "resident"
    COUNSELLOR = "counsellor"
    LOTSE = "lotse"
    NOTE = "note"


class Delivery(str, Enum):
    """What became of something that was said to the resident.

    HELD: its translation says something else; somebody decides whether it is sent.
    """

    NONE = "none"
    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    RECALLED = "recalled"
    HELD = "held"


@dataclass(frozen=True)
class Counsellor:
    """Somebody who works on cases.

    key: never changes, "telegram:<user id>" or "staff:<row id>". name: as colleagues see it.
    role: counsellor, coordinator, curator or admin.
    """

    key: str
    name: str
    role: str = "counsellor"


@dataclass(frozen=True)
class Attachment:
    """A photo, voice message or file: passed on, never stored.

    kind: a `MessageKind` value. reference: how the channel finds it again (Telegram's file_id).
    size: bytes, None when unknown.
    """

    kind: str
    reference: str
    name: str = ""
    size: int | None = None


@dataclass(frozen=True)
class Remark:
    """One thing said in a case.

    id: grows with time. text: as it was written, in `language`. german: the translation, None when
    there is none; `translated` tells that a machine wrote it. pending: it is being translated.
    untranslated: why there is no translation (`no_package`, a gate's name), empty where one is or
    none is needed. back: a reply's translation in German again.
    for_resident: what the resident got of a counsellor's words. who: the counsellor's name.
    key: what it was said with, to change it by; empty where nobody can.
    """

    id: int
    at: datetime
    author: Author
    text: str
    language: str
    german: str | None = None
    for_resident: str | None = None
    translated: bool = False
    pending: bool = False
    untranslated: str = ""
    back: str | None = None
    who: str | None = None
    edited: bool = False
    delivery: Delivery = Delivery.NONE
    attachment: Attachment | None = None
    key: str = ""


@dataclass(frozen=True)
class Event:
    """A change of a case: opened, claimed, moved, noted, closed, expired, reopened, reminded,
    escalated, blocked."""

    at: datetime
    kind: str
    who: str | None = None
    detail: str = ""


@dataclass(frozen=True)
class Case:
    """A conversation handed to a counsellor.

    number: what people call it by. language: the resident's (ISO 639-1). topic: what it is about
    (a topic id or None). topics: all of the conversation so far. wants: what the resident wants, in
    their words; wants_german: translated. waiting_since: when it was opened. claimed_by: who has
    it. version: grows with every change of the case or anything said in it.
    """

    number: int
    state: CaseState
    language: str
    channel: str
    topic: str | None
    topics: tuple[str, ...]
    district: str | None
    wants: str
    wants_german: str | None
    waiting_since: datetime
    claimed_by: Counsellor | None = None
    closed_at: datetime | None = None
    outcome: Outcome | None = None
    closing_topics: tuple[str, ...] = ()
    version: int = 0


@dataclass(frozen=True)
class CaseFile:
    """A case with everything said and done in it, oldest first."""

    case: Case
    remarks: tuple[Remark, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class ReadyMade:
    """A ready-made reply. code: short, to type. german: with {placeholders}, named in order."""

    code: str
    german: str
    placeholders: tuple[str, ...]
    subject: str


class DeskRefusal(Exception):
    """Something that cannot be done now. `reason` is one of the words below, for a phrase.

    taken (who: has it), not_open, not_yours, unknown_case, empty, too_long, unknown_topic,
    no_topic, too_old, already_delivered, unknown_remark, unknown_code, missing_value, blocked,
    past_date, unknown_counsellor.
    """

    def __init__(self, reason: str, who: str = "", detail: str = "") -> None:
        super().__init__(reason)
        self.reason, self.who, self.detail = reason, who, detail


@dataclass(frozen=True)
class Closing:
    """How a counsellor closes a case: at least one topic id, and an outcome."""

    topics: tuple[str, ...]
    outcome: Outcome


@dataclass(frozen=True)
class Block:
    """Keeps an abusive resident from opening cases until a day (included)."""

    reason: str
    until: date


class Desk(Protocol):
    """The counsellors' way to the cases. Every call is one transaction.

    `key` makes a call repeatable: the same key is done once (a Telegram message, a form's token).
    All raise DeskRefusal; they raise another exception when nothing could be done just now.
    """

    async def cases(self, states: Sequence[CaseState], limit: int = 200) -> Sequence[Case]:
        """Cases in these states; those waiting longest first, then the newest."""

    async def file(self, number: int) -> CaseFile:
        """A case with everything in it."""

    async def claim(self, number: int, who: Counsellor) -> Case:
        """Take a waiting case. Refusals: taken, not_open."""

    async def reply(
        self,
        number: int,
        who: Counsellor,
        text: str,
        key: str,
        attachment: Attachment | None = None,
    ) -> Remark:
        """Say something to the resident. A waiting case is claimed with it. Refusals: taken, ..."""

    async def ready_made(
        self, number: int, who: Counsellor, code: str, values: Mapping[str, str], key: str
    ) -> Remark:
        """Say a ready-made reply, in the language of the resident as people wrote it."""

    async def edit(self, number: int, who: Counsellor, key: str, text: str) -> Remark:
        """Change what was said with `key`."""

    async def recall(
        self, number: int, who: Counsellor, key: str | None = None, asked: str = ""
    ) -> Remark:
        """Take back what was said with `key`, or the last reply. asked: makes a repeat known."""

    async def send_anyway(self, number: int, who: Counsellor, key: str) -> Remark:
        """Send a reply that is held. Refusals: unknown_remark, taken, not_open."""

    async def correct(self, number: int, who: Counsellor, which: str, better: str) -> Remark:
        """Write a better translation of something said, for here and for the curator.

        which: a remark's key, or "post:<message id>" of the group. Refusals: unknown_remark, empty.
        """

    async def set_back_translation(self, who: Counsellor, wanted: bool) -> None:
        """Show what replies say when translated back, or not."""

    async def back_translation(self, who: Counsellor) -> bool:
        """Whether replies are translated back for this counsellor."""

    def untranslatable(self) -> Sequence[str]:
        """Languages (ISO 639-1) that nothing translates to German or from it."""

    async def note(self, number: int, who: Counsellor, text: str, key: str) -> Remark:
        """Add something only counsellors see."""

    async def close(self, number: int, who: Counsellor, closing: Closing) -> Case:
        """Give the conversation back to the assistant, which asks the resident how it was."""

    async def move(self, number: int, who: Counsellor, to: Counsellor) -> Case:
        """Hand a case to a colleague."""

    async def release(self, number: int, who: Counsellor) -> Case:
        """Give a claimed case back to those that wait."""

    async def reopen(self, number: int, who: Counsellor) -> Case:
        """Take up a case that ended at most a week ago. Refusals: too_old."""

    async def block(self, number: int, who: Counsellor, block: Block) -> Case:
        """Close a case and keep its resident from opening another until a day, a year at most."""

    async def colleagues(self) -> Sequence[Counsellor]:
        """Everybody a case can be moved to."""

    async def ready_made_replies(self, search: str = "") -> Sequence[ReadyMade]:
        """Ready-made replies whose code begins with, or whose words contain, what is searched."""

    async def changed(self, after: int, seconds: float) -> int:
        """Wait for a change of any case after a version; the newest version (same: nothing new)."""


@dataclass(frozen=True)
class Notice:
    """Something the Telegram group is to be told about a case, in order within the case.

    id: of the row. kind: open (make the topic and the card), card (the case changed: redraw),
    remark (`remark` was said), rendered (what became of a reply written in the group: its
    translation in German again, or that there is none), held (a reply that waits), edited,
    recalled, failed (`remark` could not be delivered), note, remind, escalate, expired, closed,
    deleted (the resident erased everything: `case` is None).
    thread: the forum topic, None before `open`. card: message id of the card, None before `open`.
    """

    id: int
    number: int
    kind: str
    case: Case | None
    thread: int | None = None
    card: int | None = None
    remark: Remark | None = None
    detail: Mapping[str, str] = field(default_factory=dict)
