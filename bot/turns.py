"""Takes the next message of a conversation from the inbox and writes what came of it at once."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from sqlalchemy.engine import Connection

from bot.cases.resident_side import ResidentSide
from bot.conversation import TurnTaker
from bot.mail import EXPORT_COLUMN, message_from, outbox_row
from bot.privacy.removed import Removed
from bot.statistics.writing import Statistics
from bot.storage import cases, conversations, inbox, outbox, receipts
from bot.storage.conversations import Conversation
from bot.storage.database import Conflict, Database
from bot.turn import Done, OpenCase, Question, Relay, Said, Turn, TurnInput
from connectors.messages import InboundMessage, MessageKind
from dialogues.phrasebook import Phrasebook
from dialogues.reply import Reply

log = logging.getLogger(__name__)
#: A message during which the process died this often is answered with an apology.
MOST_ATTEMPTS = 3
#: As many questions asked before consent are answered after it.
MOST_HELD = 3
#: The id of the notice that a counsellor closed a case, see `Changes`.
_ENDED = re.compile(r"case-(\d+)-\d+")


class _CaseChanged(Exception):
    """The turn was taken for a state of the case that is no more; it has to be taken again."""


@dataclass(frozen=True)
class Turns:
    """Runs turns for one worker.

    parts: how a channel splits a text (by channel name). open_address: decrypts an address.
    resident_side: writes what a turn means for cases. statistics: counts turns.
    """

    database: Database
    taker: TurnTaker
    phrasebook: Phrasebook
    parts: dict[str, Callable[[str], Any]]
    open_address: Callable[[bytes], str]
    resident_side: ResidentSide
    statistics: Statistics

    async def run_next(self, conversation_id: str) -> Done | None:
        """Do the oldest pending message. None without one.

        Raises DatabaseUnavailable; then nothing has happened and it can be called again.
        """
        with self.database.read() as connection:
            entry = inbox.next_pending(connection, conversation_id)
            if entry is None:
                return None
            known = conversations.get(connection, conversation_id)
            held = inbox.held(connection, conversation_id, MOST_HELD) if _asks(known) else []
            case = cases.open_for(connection, conversation_id) if known else None
        conversation = (known or _new(entry)).with_(
            address=entry.address, last_message_at=datetime.now(timezone.utc)
        )
        address = self.open_address(entry.address)
        questions = tuple(Question(h.id, message_from(h, address)) for h in held)
        message = message_from(entry, address)
        opened = OpenCase(case.id, case.state == "claimed") if case else None
        turn = await self._taken(TurnInput(conversation, message, questions, opened), entry)
        number: int | None = None
        try:
            with self.database.begin() as connection:
                self._check_case(connection, conversation_id, opened)
                number = self._write(connection, entry, message, turn, is_new=known is None)
        except inbox.AlreadyDone:
            log.warning("message %s was done by another process", entry.id)
        except (_CaseChanged, Conflict):
            return Done(None)
        return Done(entry.message_id, number)

    def _check_case(
        self, connection: Connection, conversation_id: str, expected: OpenCase | None
    ) -> None:
        """A counsellor may have closed or reopened the case since the turn began."""
        row = cases.open_for(connection, conversation_id, lock=True)
        if (row.id if row else None) != (expected.number if expected else None):
            raise _CaseChanged

    async def _taken(self, given: TurnInput, entry: inbox.Entry) -> Turn:
        if entry.attempts < MOST_ATTEMPTS:
            try:
                return await self.taker.take(given)
            except Exception as error:
                # The words of an exception may hold the words of a resident: only its type is told.
                log.error("message %s failed: %s", entry.id, _where(error))
        else:
            log.error("message %s given up after %s attempts", entry.id, entry.attempts)
        if given.message.kind is MessageKind.NOTICE:
            return Turn(given.conversation, ())
        language = given.conversation.language or "de"
        if given.case is not None:
            # Nothing has to be understood for a person to read it.
            relay = Relay(given.message.text, language, given.message.attachment)
            return Turn(given.conversation, (), relay=relay)
        said = Said(Reply(self.phrasebook.say("something-went-wrong", language)), language)
        return Turn(given.conversation, (said,))

    def _write(
        self,
        connection: Connection,
        entry: inbox.Entry,
        message: InboundMessage,
        turn: Turn,
        is_new: bool,
    ) -> int | None:
        conversation, now = turn.conversation, datetime.now(timezone.utc)
        kept = conversation.consent == "given"
        number: int | None = None
        if turn.erase:
            inbox.finish(connection, entry.id, keep_body=False)
            number = self._erase(connection, entry, turn, now)
        else:
            if not kept:
                outbox.forget_delivered(connection, conversation.id)
            if turn.hold:
                inbox.hold(connection, entry.id)
            else:
                inbox.finish(connection, entry.id, keep_body=kept)
            ended = _ended_case(message)
            conversation = self.statistics.note(connection, turn, now, ended)
            conversations.save(connection, _as_kept(conversation), is_new)
            if conversation.consent in {"given", "refused"}:
                inbox.settle_held(connection, conversation.id, turn.answered if kept else ())
            number = self.resident_side.write(connection, turn, entry, message, now)
        outbox.add(connection, [row for said in turn.said for row in self._rows(entry, said)])
        return number

    def _erase(
        self, connection: Connection, entry: inbox.Entry, turn: Turn, now: datetime
    ) -> int | None:
        """Delete everything, and keep the receipt for it; the number of the last case."""
        removed = Removed()
        number, of_cases = self.resident_side.erase(connection, entry.conversation_id, now)
        removed.add(of_cases)
        removed.add(conversations.erase(connection, entry.conversation_id, but_inbox_id=entry.id))
        if turn.receipt is not None:
            receipts.keep(connection, turn.receipt, now, removed.rows)
        return number

    def _rows(self, entry: inbox.Entry, said: Said) -> list[dict[str, Any]]:
        parts = list(self.parts[entry.channel](said.reply.text))
        attachment = EXPORT_COLUMN if said.exports else None
        *first, last = parts
        return [
            *(outbox_row(entry, part, said.language, ()) for part in first),
            outbox_row(entry, last, said.language, said.reply.buttons, attachment),
        ]


def _ended_case(message: InboundMessage) -> int | None:
    """The case whose end a notice is about."""
    found = _ENDED.fullmatch(message.message_id) if message.kind is MessageKind.NOTICE else None
    return int(found[1]) if found else None


def _asks(known: Conversation | None) -> bool:
    return known is not None and known.consent != "given"


def _new(entry: inbox.Entry) -> Conversation:
    return Conversation(entry.conversation_id, entry.channel, entry.address, entry.received_at)


def _as_kept(conversation: Conversation) -> Conversation:
    """Before consent only what the next turn cannot do without is kept: language, site, consent."""
    return (
        conversation if conversation.consent == "given" else conversation.with_(state={}, events=[])
    )


def _where(error: BaseException) -> str:
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    place = ""
    if traceback is not None:
        code = traceback.tb_frame.f_code
        place = f" at {code.co_filename.rsplit('/', 1)[-1]}:{traceback.tb_lineno}"
    return type(error).__name__ + place
