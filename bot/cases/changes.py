"""Changes of a case, in one place: the row, its event and the group's notice belong together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.engine import Connection

from bot.cases.words import CaseWords
from bot.mail import relayed_row
from bot.statistics.case_counting import CaseCounting
from bot.storage import cases, conversations, inbox, notices, outbox, remarks
from connectors.desk import Closing, Counsellor, DeskRefusal
from connectors.messages import MessageKind

#: A case can be reopened for so many days after it ended.
REOPEN_DAYS = 7
LONGEST_BLOCK = timedelta(days=366)


@dataclass(frozen=True)
class Changes:
    """The state machine `waiting -> claimed -> closed`, or `expired`.

    group: a Telegram group wants to hear. counting: hears how cases end. Every method runs in the
    caller's transaction, with the row locked, and raises DeskRefusal when the case is in the wrong
    state.
    """

    words: CaseWords
    group: bool
    counting: CaseCounting

    def row(self, connection: Connection, number: int) -> cases.Row:
        """The case, locked. Refusal: unknown_case."""
        row = cases.get(connection, number, lock=True)
        if row is None:
            raise DeskRefusal("unknown_case")
        return row

    def claim(
        self, connection: Connection, number: int, who: Counsellor, now: datetime
    ) -> cases.Row:
        """Take a waiting case; one's own again changes nothing. Refusals: taken, not_open."""
        row = self.row(connection, number)
        if row.claimed_by == who.key and row.state == "claimed":
            return row
        if row.state == "claimed":
            raise DeskRefusal("taken", row.claimed_name or "")
        if row.state != "waiting":
            raise DeskRefusal("not_open")
        self._set(connection, row, "claimed", now, who, "card", **_taken_by(who, now))
        return self.row(connection, number)

    def move(
        self, connection: Connection, number: int, who: Counsellor, to: Counsellor, now: datetime
    ) -> None:
        """Hand an open case to a colleague. Refusal: not_open."""
        row = self._open(connection, number)
        taken = {"claimed_by": to.key, "claimed_name": to.name, "state": "claimed"}
        self._set(connection, row, "moved", now, who, "card", to.name, **taken)

    def release(self, connection: Connection, number: int, who: Counsellor, now: datetime) -> None:
        """Give a claimed case back to those that wait. Refusal: not_open."""
        row = self._theirs(connection, number, who)
        free: dict[str, Any] = {"claimed_by": None, "claimed_name": None, "state": "waiting"}
        # The wait begins anew: the old one would be reminded of, or expire, at once.
        free |= {"reminded_at": None, "escalated_at": None, "claimed_at": None, "opened_at": now}
        self._set(connection, row, "released", now, who, "card", **free)

    def close(
        self, connection: Connection, number: int, who: Counsellor, closing: Closing, now: datetime
    ) -> str:
        """End a case; the assistant hears of it through the inbox, in order.

        Gives the conversation. Refusals: not_open, no_topic, held (a reply waits to be sent).
        """
        if not closing.topics:
            raise DeskRefusal("no_topic")
        row = self._theirs(connection, number, who)
        if remarks.has_reply(connection, number, held=True):
            raise DeskRefusal("held")
        ended = {
            "state": "closed",
            "closed_at": now,
            "outcome": closing.outcome.value,
            "closing_topics": list(closing.topics),
        }
        self.counting.ended(connection, row, closing.outcome.value, now, tuple(closing.topics))
        self._set(connection, row, "closed", now, who, "closed", closing.outcome.value, **ended)
        self._tell_assistant(connection, row, now)
        return row.conversation_id

    def reopen(self, connection: Connection, number: int, who: Counsellor, now: datetime) -> str:
        """Take up a case that ended. Refusals: too_old, taken (another case is open)."""
        row = self.row(connection, number)
        if row.state in cases.OPEN:
            raise DeskRefusal("taken", row.claimed_name or "")
        if row.closed_at is None or (now - row.closed_at).days >= REOPEN_DAYS:
            raise DeskRefusal("too_old")
        if cases.open_for(connection, row.conversation_id) is not None:
            raise DeskRefusal("another_open")
        fresh = {"closed_at": None, "outcome": None, **_taken_by(who, row.claimed_at or now)}
        self._set(connection, row, "reopened", now, who, "reopened", **fresh)
        self.tell_resident(connection, row, self.words.reopened(row.language), now)
        return row.conversation_id

    def block(
        self,
        connection: Connection,
        number: int,
        who: Counsellor,
        reason: str,
        until: date,
        now: datetime,
    ) -> str:
        """Close a case and keep its resident from opening others, for a year at most.

        The same block again changes nothing. Refusals: past_date, empty, taken.
        """
        if until < now.date():
            raise DeskRefusal("past_date")
        if not reason.strip():
            raise DeskRefusal("empty")
        row = self.row(connection, number)
        known = cases.block_of(connection, row.conversation_id)
        if known and (known.until, known.reason, known.who) == (until, reason[:256], who.name):
            return row.conversation_id
        if until > now.date() + LONGEST_BLOCK:
            raise DeskRefusal("past_date")
        if row.state in cases.OPEN:
            row = self._theirs(connection, number, who)
            self.counting.ended(connection, row, "blocked", now)
        cases.set_block(
            connection, row.conversation_id, reason=reason[:256], until=until, who=who.name
        )
        ended = {"state": "closed", "closed_at": now} if row.state in cases.OPEN else {}
        self._set(connection, row, "blocked", now, who, "closed", until.isoformat(), **ended)
        said = self.words.blocked(row.language, until).text
        self.tell_resident(connection, row, said, now)
        return row.conversation_id

    def tell_resident(
        self, connection: Connection, row: cases.Row, text: str, now: datetime
    ) -> None:
        """Say something about the case that the resident has not asked for."""
        conversation = conversations.get(connection, row.conversation_id)
        if conversation is not None:
            outbox.add(connection, [relayed_row(conversation, text, row.language, now)])

    def note(self, connection: Connection, number: int, kind: str, now: datetime) -> None:
        """Tell the group something about a case."""
        if self.group:
            notices.add(connection, number, kind, now)

    def _theirs(self, connection: Connection, number: int, who: Counsellor) -> cases.Row:
        """An open case that nobody else has. Refusals: not_open, taken."""
        row = self._open(connection, number)
        if row.claimed_by not in (None, who.key):
            raise DeskRefusal("taken", row.claimed_name or "")
        return row

    def _open(self, connection: Connection, number: int) -> cases.Row:
        row = self.row(connection, number)
        if row.state not in cases.OPEN:
            raise DeskRefusal("not_open")
        return row

    def _set(
        self,
        connection: Connection,
        row: cases.Row,
        event: str,
        now: datetime,
        who: Counsellor,
        notice: str,
        detail: str = "",
        **values: Any,
    ) -> None:
        cases.change(connection, row.id, **values)
        cases.note_event(connection, row.id, now, event, who.name, detail)
        if self.group:
            notices.add(connection, row.id, notice, now)

    def _tell_assistant(self, connection: Connection, row: cases.Row, now: datetime) -> None:
        conversation = conversations.get(connection, row.conversation_id)
        if conversation is None:
            return
        body = {"kind": MessageKind.NOTICE.value, "text": "case_closed"}
        inbox.add(
            connection,
            conversation.id,
            f"case-{row.id}-{row.version}",
            conversation.channel,
            conversation.address,
            body,
            now,
        )


def _taken_by(who: Counsellor, at: datetime) -> dict[str, Any]:
    return {
        "state": "claimed",
        "claimed_by": who.key,
        "claimed_name": who.name,
        "claimed_at": at,
    }
