"""Writes what a connector delivers to the inbox; only then may the channel hear that it arrived."""

from __future__ import annotations

from collections.abc import Callable

from bot.mail import body_of
from bot.metrics import Metrics
from bot.privacy.pseudonyms import Pseudonyms
from bot.records import Records
from bot.storage import inbox
from connectors.messages import InboundMessage


class Intake:
    """The `Accept` callback of every connector."""

    def __init__(
        self,
        records: Records,
        pseudonyms: Pseudonyms,
        notify: Callable[[str], None],
        metrics: Metrics,
    ) -> None:
        """notify: tells a worker that a conversation has something to do."""
        self._records = records
        self._pseudonyms = pseudonyms
        self._notify = notify
        self._metrics = metrics

    async def accept(self, message: InboundMessage) -> bool:
        """Keep a message; False for a repeat. Raises DatabaseUnavailable: it was not kept."""
        conversation_id = self._pseudonyms.conversation_id(message.channel, message.address)
        row = await self._records.keep(
            lambda connection: inbox.add(
                connection,
                conversation_id,
                message.message_id[:128],
                message.channel,
                # Here, where waiting for the database is no harm: it may ask for newer keys.
                self._pseudonyms.seal(message.address),
                body_of(message),
                message.received_at,
            )
        )
        self._metrics.received(message.channel, repeat=row is None)
        self._notify(conversation_id)
        return row is not None
