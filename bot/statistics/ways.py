"""How messages to coordinators go out: into a Telegram group, or by e-mail."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from bot.statistics.digest_texts import Digest
from connectors.messages import ABOUT_TO_SEND, OutboundMessage


class Telegram(Protocol):
    """The Telegram connector, as far as it is needed here."""

    async def deliver(self, message: OutboundMessage) -> str | None:
        """Send. Raises TryLater or Undeliverable."""

    async def arrived(self, message: OutboundMessage, after: str | None) -> str | None:
        """The id of a message that was perhaps sent. Raises TryLater or Undeliverable."""


class Mailer(Protocol):
    """What sends e-mail, as `connectors.mail` does."""

    async def send(self, subject: str, text: str, message_id: str) -> None:
        """Send. Raises TryLater or Undeliverable."""


@dataclass(frozen=True)
class TelegramWay:
    """Into the coordinators' group."""

    telegram: Telegram
    chat_id: int
    name: str = "telegram"

    async def send(
        self,
        digest: Digest,
        tried_after: int | None,
        trying: Callable[[int], Awaitable[None]],
    ) -> None:
        """Send it unless it is there, see docs/decisions/0007."""
        message = OutboundMessage(_number(digest), str(self.chat_id), digest.text, "de")
        after = str(tried_after) if tried_after else None
        if after is not None and await self.telegram.arrived(message, after) is not None:
            return
        token = ABOUT_TO_SEND.set(trying)
        try:
            await self.telegram.deliver(message)
        finally:
            ABOUT_TO_SEND.reset(token)


@dataclass(frozen=True)
class MailWay:
    """To the coordinators' addresses.

    SMTP cannot be asked whether a mail got through. After a crash in between it is sent again with
    the same Message-ID, by which mail servers and programs drop the second one (RFC 5322, 3.6.4).
    """

    mailer: Mailer
    domain: str
    name: str = "mail"

    async def send(
        self,
        digest: Digest,
        tried_after: int | None,
        trying: Callable[[int], Awaitable[None]],
    ) -> None:
        """Send it."""
        await trying(0)
        message_id = f"<lotse-{digest.kind}-{digest.period}@{self.domain}>"
        await self.mailer.send(digest.subject, digest.text, message_id)


def _number(digest: Digest) -> int:
    """Stands for a digest where residents' messages have the number of their outbox row."""
    hashed = hashlib.sha256(f"{digest.kind} {digest.period}".encode()).digest()
    return -int.from_bytes(hashed[:6], "big") - 1
