"""Sends e-mail over SMTP."""

from __future__ import annotations

import asyncio
import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate
from urllib.parse import unquote, urlsplit

from connectors.messages import TryLater, Undeliverable

TIMEOUT_SECONDS = 30.0
AGAIN_AFTER_SECONDS = 300.0


@dataclass(frozen=True)
class SmtpMailer:
    """Sends to fixed addresses.

    url: `smtp://user:password@host:587` (TLS is begun when the server offers it, and demanded when
    there is a password) or `smtps://...` (TLS from the start).
    """

    url: str
    sender: str
    recipients: Sequence[str]

    async def send(self, subject: str, text: str, message_id: str) -> None:
        """Send a plain text.

        Raises TryLater when the server is away or busy, Undeliverable when it refuses for good.
        """
        message = EmailMessage()
        message["Subject"], message["From"] = subject, self.sender
        message["To"] = ", ".join(self.recipients)
        message["Message-ID"], message["Date"] = message_id, formatdate()
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(text)
        try:
            await asyncio.to_thread(self._send, message)
        except smtplib.SMTPResponseException as error:
            if error.smtp_code >= 500:
                raise Undeliverable(f"the mail server said {error.smtp_code}") from None
            raise TryLater(AGAIN_AFTER_SECONDS, f"mail server: {error.smtp_code}") from None
        except smtplib.SMTPRecipientsRefused:
            raise Undeliverable("the mail server refused the addresses") from None
        except (smtplib.SMTPException, OSError) as error:
            raise TryLater(AGAIN_AFTER_SECONDS, type(error).__name__) from None

    def _send(self, message: EmailMessage) -> None:
        parts = urlsplit(self.url)
        host, context = parts.hostname or "", ssl.create_default_context()
        if parts.scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                host, parts.port or 465, timeout=TIMEOUT_SECONDS, context=context
            )
        else:
            server = smtplib.SMTP(host, parts.port or 587, timeout=TIMEOUT_SECONDS)
        with server:
            if parts.scheme == "smtp":
                server.ehlo()
                if parts.password or server.has_extn("starttls"):
                    server.starttls(context=context)
            if parts.username:
                server.login(unquote(parts.username), unquote(parts.password or ""))
            server.send_message(message)
