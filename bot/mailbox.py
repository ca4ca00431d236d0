"""What was said to the residents of a channel that fetches its messages (web chat, REST)."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from functools import partial

from sqlalchemy.engine import Connection

from bot.bulletin import Bulletin
from bot.mail import outbound_from
from bot.privacy.pseudonyms import Pseudonyms
from bot.records import Records
from bot.storage import inbox, outbox
from connectors.messages import OutboundMessage

#: Gives the number of a conversation's open case.
OnSeen = Callable[[Connection, str], int | None]


class StoredMailbox:
    """Reads the outbox of one channel (`connectors.messages.Mailbox`)."""

    def __init__(
        self,
        channel: str,
        records: Records,
        pseudonyms: Pseudonyms,
        bulletin: Bulletin,
        on_seen: OnSeen,
        on_case: Callable[[int], None],
    ) -> None:
        """channel: whose residents. bulletin: tells when a conversation has news.

        on_seen: told, in the same transaction, which conversation has got something; gives the
        number of its open case. on_case: hears that number afterwards.
        """
        self._channel = channel
        self._records = records
        self._pseudonyms = pseudonyms
        self._bulletin = bulletin
        self._on_seen = on_seen
        self._on_case = on_case

    def _conversation(self, address: str) -> str:
        return self._pseudonyms.conversation_id(self._channel, address)

    async def after(self, address: str, outbox_id: int) -> Sequence[OutboundMessage]:
        """Messages to this address with a greater outbox_id, in order."""
        conversation_id = self._conversation(address)
        rows = await self._records.read(lambda c: outbox.after(c, conversation_id, outbox_id))
        return [_message(row, address) for row in rows]

    async def seen(self, address: str, outbox_id: int) -> None:
        """Note that the resident has everything up to and including outbox_id."""
        conversation_id = self._conversation(address)

        def write(connection: Connection) -> int | None:
            if not outbox.mark_seen(connection, conversation_id, outbox_id):
                return None
            return self._on_seen(connection, conversation_id)

        number = await self._records.run(write)
        if number is not None:
            self._on_case(number)

    async def wait(self, address: str, seconds: float) -> bool:
        """Wait for news; False after `seconds` without any."""
        conversation_id = self._conversation(address)
        event = self._bulletin.subscribe(conversation_id)
        try:
            await asyncio.wait_for(event.wait(), seconds)
        except asyncio.TimeoutError:
            return False
        finally:
            self._bulletin.unsubscribe(conversation_id, event)
        return True

    async def answer_to(
        self, address: str, message_id: str, seconds: float
    ) -> Sequence[OutboundMessage] | None:
        """What was said in answer to one message, once it is done; None after `seconds`."""
        conversation_id = self._conversation(address)
        until = time.monotonic() + seconds
        event = self._bulletin.subscribe(conversation_id)
        try:
            while True:
                event.clear()
                rows = await self._records.read(
                    lambda c: _answer(c, conversation_id, message_id[:128])
                )
                if rows is not None:
                    ids = [row.id for row in rows]
                    # A transaction for each message would cost as much as the turn's own.
                    self._records.later(partial(outbox.mark, ids=ids, state=outbox.SENT))
                    return [_message(row, address) for row in rows]
                left = until - time.monotonic()
                if left <= 0:
                    return None
                try:
                    await asyncio.wait_for(event.wait(), left)
                except asyncio.TimeoutError:
                    return None
        finally:
            self._bulletin.unsubscribe(conversation_id, event)


def _answer(
    connection: Connection, conversation_id: str, message_id: str
) -> list[outbox.Entry] | None:
    if not inbox.is_done(connection, conversation_id, message_id):
        return None
    return outbox.answers_to(connection, conversation_id, message_id)


def _message(row: outbox.Entry, address: str) -> OutboundMessage:
    """Here the channel's id of a message is its row's."""
    changes = None if row.changes is None else str(row.changes)
    return outbound_from(row, address, changes)
