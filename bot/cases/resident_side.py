"""Writes what a resident's turn means for cases, in the turn's own transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.engine import Connection

from bot.cases import transcript
from bot.statistics.case_counting import CaseCounting
from bot.storage import cases, inbox, notices, remarks
from bot.storage.conversations import Conversation
from bot.turn import HandOver, Relay, Turn
from connectors.messages import InboundMessage

#: A case's events and notices by which the group hears of them.
OPENED, CLOSED = "opened", "closed"
#: How a case ended that its resident ended.
WITHDRAWN = "withdrawn"
#: What counsellors read.
GERMAN = "de"


@dataclass(frozen=True)
class ResidentSide:
    """The resident's changes to cases.

    group: a Telegram group wants to hear of them. counting: hears how cases end.
    """

    group: bool
    counting: CaseCounting

    def write(
        self,
        connection: Connection,
        turn: Turn,
        entry: inbox.Entry,
        message: InboundMessage,
        now: datetime,
    ) -> int | None:
        """The number of the case that changed, None without one."""
        if turn.hand_over is not None:
            return self._open(connection, turn.conversation, turn.hand_over, entry, now)
        row = cases.open_for(connection, entry.conversation_id, lock=True)
        if row is None:
            return None
        if turn.withdraw:
            self._withdraw(connection, row, now)
            return row.id
        if turn.relay is not None:
            self._relay(connection, row, turn.relay, entry, message, now)
            return row.id
        return None

    def erase(
        self, connection: Connection, conversation_id: str, now: datetime
    ) -> tuple[int | None, dict[str, int]]:
        """Delete every case of a conversation; a group is told to forget them too.

        The number of the last of them, None without one, and how many rows of which table went.
        """
        rows = cases.of_conversation(connection, conversation_id)
        for row in rows:
            if row.state in cases.OPEN:
                self.counting.ended(connection, row, WITHDRAWN, now)
        gone = erase_cases(connection, rows, self.group, now)
        cases.forget_reason(connection, conversation_id)
        return (rows[-1].id if rows else None), gone

    def _open(
        self,
        connection: Connection,
        conversation: Conversation,
        wanted: HandOver,
        entry: inbox.Entry,
        now: datetime,
    ) -> int:
        language = conversation.language or "de"
        lines = transcript.of_conversation(connection, conversation.id, language, entry.id)
        wish = transcript.wish(lines, wanted.text)
        number = cases.insert(
            connection,
            conversation_id=conversation.id,
            state="waiting",
            language=language,
            channel=conversation.channel,
            topic=wanted.topics[-1] if wanted.topics else None,
            topics=list(wanted.topics),
            district=wanted.district,
            wants=wish,
            wants_pending=bool(wish) and language != GERMAN,
            opened_at=now,
        )
        for line in lines:
            remarks.insert(
                connection,
                case_id=number,
                key=line.key,
                at=line.at,
                author="resident" if line.by_resident else "lotse",
                text=line.text,
                language=line.language,
                german=line.text if line.language == GERMAN else None,
                pending=_needs_translation(line.text, line.language),
            )
        cases.note_event(connection, number, now, OPENED, None)
        if self.group:
            notices.add(connection, number, "open", now)
        if wanted.text:
            relay = Relay(wanted.text, language)
            self._say(connection, number, relay, entry, now)
        return number

    def _relay(
        self,
        connection: Connection,
        row: cases.Row,
        relay: Relay,
        entry: inbox.Entry,
        message: InboundMessage,
        now: datetime,
    ) -> None:
        known = message.edits and remarks.by_key(connection, row.id, f"said:{message.edits}")
        if known:
            words = _words(relay)
            remarks.change(connection, known.id, **words, translated=False, edited=True)
            cases.change(connection, row.id)
            if self.group:
                notices.add(connection, row.id, "edited", now, known.id)
            return
        self._say(connection, row.id, relay, entry, now)
        cases.change(connection, row.id, language=relay.language)

    def _say(
        self,
        connection: Connection,
        number: int,
        relay: Relay,
        entry: inbox.Entry,
        now: datetime,
    ) -> None:
        attachment = relay.attachment
        remark = remarks.insert(
            connection,
            case_id=number,
            key=f"said:{entry.message_id}",
            at=now,
            author="resident",
            **_words(relay),
            attachment=asdict(attachment) if attachment else None,
        )
        if self.group:
            notices.add(connection, number, "remark", now, remark)

    def _withdraw(self, connection: Connection, row: cases.Row, now: datetime) -> None:
        self.counting.ended(connection, row, WITHDRAWN, now)
        cases.change(connection, row.id, state="closed", closed_at=now)
        cases.note_event(connection, row.id, now, CLOSED, None, WITHDRAWN)
        if self.group:
            notices.add(connection, row.id, "closed", now)


def erase_cases(
    connection: Connection, rows: Sequence[cases.Row], group: bool, now: datetime
) -> dict[str, int]:
    """Delete cases with all that was said in them; a group deletes their topics too.

    How many rows of which table went.
    """
    for row in rows:
        notices.drop_pending(connection, row.id)
        if group and row.thread is not None:
            notices.add(connection, row.id, "deleted", now, thread=str(row.thread))
    return cases.erase(connection, [row.id for row in rows])


def _words(relay: Relay) -> dict[str, Any]:
    """What a remark says; `bot.cases.renderings` translates it where that is needed."""
    return {
        "text": relay.text,
        "language": relay.language,
        "german": relay.text if relay.language == GERMAN else None,
        "pending": _needs_translation(relay.text, relay.language),
        "untranslated": None,
    }


def _needs_translation(text: str, language: str) -> bool:
    return language != GERMAN and bool(text.strip())
