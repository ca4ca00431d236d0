"""Delivers the outbox of the channels that are sent to, in order within each conversation."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial

from sqlalchemy.engine import Connection

from bot.drains import Drains
from bot.mail import outbound_from
from bot.metrics import Metrics
from bot.privacy.pseudonyms import Pseudonyms
from bot.records import Records
from bot.storage import outbox
from bot.storage.database import DatabaseUnavailable
from connectors.messages import (
    ABOUT_TO_SEND,
    Certain,
    Connector,
    File,
    OutboundMessage,
    TryLater,
    Undeliverable,
)

log = logging.getLogger(__name__)
PAUSE_AFTER_A_FAULT_SECONDS = 5.0


def _belongs_to_no_case(_: Connection, __: int, ___: str) -> int | None:
    return None


async def _keeps_nothing(_: str) -> File | None:
    return None


class _Changed(Exception):
    """The row was changed since it was read, taken back, or erased with its conversation."""


class Deliveries:
    """One task for each conversation that has something to get."""

    def __init__(
        self,
        records: Records,
        pseudonyms: Pseudonyms,
        metrics: Metrics,
        connectors: Mapping[str, Connector],
        settled: Callable[[Connection, int, str], int | None] = _belongs_to_no_case,
        on_case: Callable[[int], None] = lambda _: None,
        export: Callable[[str], Awaitable[File | None]] = _keeps_nothing,
    ) -> None:
        """connectors: by channel name; other channels are left alone.

        settled: told in the same transaction what became of an outbox row; gives the number of the
        case it belongs to. on_case: hears that number afterwards. export: makes the file with
        everything kept about a conversation, None if nothing is.
        """
        self._records = records
        self._pseudonyms = pseudonyms
        self._metrics = metrics
        self._connectors = dict(connectors)
        self._settled = settled
        self._on_case = on_case
        self._export = export
        self._drains: Drains[str] = Drains(self._drain)
        self._tried: set[int] = set()

    async def resume(self) -> None:
        """Go on with what was left when the last process ended. Raises DatabaseUnavailable."""
        for channel in self._connectors:
            waiting = await self._records.read(partial(_waiting, channel))
            for conversation_id in waiting:
                self.announce(conversation_id)

    def announce(self, conversation_id: str) -> None:
        """There may be something to deliver to this conversation."""
        if self._connectors:
            self._drains.announce(conversation_id)

    async def stop(self) -> None:
        """Let go; what is not delivered stays in the outbox."""
        await self._drains.stop()

    async def _drain(self, conversation_id: str) -> None:
        while True:
            try:
                rows = await self._records.read(lambda c: outbox.pending(c, conversation_id))
                rows = [row for row in rows if row.channel in self._connectors]
                if not rows:
                    return
                await self._deliver(rows[0])
            except DatabaseUnavailable:
                await asyncio.sleep(PAUSE_AFTER_A_FAULT_SECONDS)

    async def _deliver(self, row: outbox.Entry) -> None:
        connector = self._connectors[row.channel]
        try:
            address = await self._records.call(partial(self._pseudonyms.open, row.address))
            changes = await self._channel_id(row)
            channel_id = await self._once(connector, row, outbound_from(row, address, changes))
        except TryLater as later:
            self._metrics.delivery(row.channel, "later")
            await asyncio.sleep(later.seconds)
            return
        except _Changed:
            return
        except Undeliverable:
            self._metrics.delivery(row.channel, "failed")
            await self._settle(row, outbox.FAILED)
            return
        except Exception as error:
            log.error("delivery %s failed: %s", row.id, type(error).__name__)
            self._metrics.delivery(row.channel, "later")
            await asyncio.sleep(PAUSE_AFTER_A_FAULT_SECONDS)
            return
        self._metrics.delivery(row.channel, "sent")
        await self._settle(row, outbox.SENT, channel_id)

    async def _once(
        self, connector: Connector, row: outbox.Entry, message: OutboundMessage
    ) -> str | None:
        """Send, unless a process that died while sending got through after all."""
        if not isinstance(connector, Certain):
            return await connector.deliver(await self._with_file(row, message))
        if row.id not in self._tried and row.tried_after is not None:
            arrived = await connector.arrived(message, row.tried_after)
            if arrived is not None:
                return arrived
        message = await self._with_file(row, message)
        self._tried.add(row.id)

        async def note(newest: int) -> None:
            known = str(newest) if newest else None
            text = await self._records.run(lambda c: outbox.note_try(c, row, known))
            if text != message.text:
                raise _Changed

        token = ABOUT_TO_SEND.set(note)
        try:
            return await connector.deliver(message)
        finally:
            ABOUT_TO_SEND.reset(token)

    async def _with_file(self, row: outbox.Entry, message: OutboundMessage) -> OutboundMessage:
        """The message with what it promises, as things are now."""
        if not message.exports:
            return message
        try:
            file = await self._export(row.conversation_id)
        except DatabaseUnavailable:
            raise
        except Exception as error:
            # Tried for ever it would keep from the resident all that is said after it.
            log.error("the file of delivery %s failed: %s", row.id, type(error).__name__)
            raise Undeliverable("the file cannot be made") from None
        if file is None:
            raise await self._why_nothing(row)
        return replace(message, file=file)

    async def _why_nothing(self, row: outbox.Entry) -> Exception:
        """Who was erased has lost this row too, and another one may have its id by now."""
        found = await self._records.read(lambda c: outbox.get(c, row.id))
        if found is None or found[0] != row:
            return _Changed()
        return Undeliverable("nothing is kept any more")

    async def _channel_id(self, row: outbox.Entry) -> str | None:
        """What the channel calls the message that this one changes."""
        earlier = row.changes
        if earlier is None:
            return None
        found = await self._records.read(lambda c: outbox.get(c, earlier))
        if found is None or found[0].channel_id is None:
            raise Undeliverable("the message to change was never sent")
        return found[0].channel_id

    async def _settle(self, row: outbox.Entry, state: str, channel_id: str | None = None) -> None:
        """What was sent must not be sent again: the database is asked until it answers."""

        def write(connection: Connection) -> int | None:
            # The case before the row, as counsellors' changes lock them.
            number = self._settled(connection, row.id, state)
            outbox.mark(connection, [row.id], state)
            if channel_id is not None:
                outbox.note_channel_id(connection, row.id, channel_id)
            return number

        while True:
            try:
                number = await self._records.run(write)
            except DatabaseUnavailable:
                await asyncio.sleep(PAUSE_AFTER_A_FAULT_SECONDS)
            else:
                break
        self._tried.discard(row.id)
        if number is not None:
            self._on_case(number)


def _waiting(channel: str, connection: Connection) -> list[str]:
    return outbox.waiting_conversations(connection, channel)
