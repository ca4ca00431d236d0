"""Telegram as a channel."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.routing import Route
from telegram.error import BadRequest, InvalidToken, TelegramError

from connectors.ending import end
from connectors.messages import Accept, OutboundMessage
from connectors.telegram import split
from connectors.telegram.backoff import Backoff
from connectors.telegram.client import Client
from connectors.telegram.health import RECEIVING, Health
from connectors.telegram.intake import Intake, Others
from connectors.telegram.limits import FloodLimits
from connectors.telegram.menu import Commands, announce
from connectors.telegram.numbers import Numbers
from connectors.telegram.polling import ALLOWED_UPDATES, Polling
from connectors.telegram.quiet import keep_quiet
from connectors.telegram.sender import Sender
from connectors.telegram.updates import CHANNEL
from connectors.telegram.webhook import Webhook

_log = logging.getLogger(__name__)


class Misconfigured(Exception):
    """Telegram refuses the token or the webhook address; trying again would not help."""


class TelegramConnector:
    """Residents' private chats with the bot. Keeps the `Connector` protocol.

    token: the bot's secret. api_url: root of the Bot API server. accept: writes to the inbox.
    webhook_url with secret: Telegram calls us there (mount `routes()`); without: we poll.
    commands: the menu per language. others: gets the updates that are no resident's.
    limits: the flood limits, to share them with whoever else sends with this token.
    patience: seconds start() waits for Telegram; poll_timeout: seconds of one long poll;
    first_pause, longest_pause: seconds between tries while Telegram or the inbox is away.

    Raises ValueError for an empty token or a webhook without a usable secret.
    """

    channel = CHANNEL

    def __init__(
        self,
        token: str,
        accept: Accept,
        *,
        api_url: str = "https://api.telegram.org",
        webhook_url: str | None = None,
        secret: str | None = None,
        commands: Commands | None = None,
        others: Others | None = None,
        limits: FloodLimits | None = None,
        allowed_updates: Sequence[str] = ALLOWED_UPDATES,
        max_connections: int = 10,
        patience: float = 5.0,
        poll_timeout: int = 25,
        first_pause: float = 0.5,
        longest_pause: float = 30.0,
    ) -> None:
        if not token:
            raise ValueError("the bot token is empty")
        # Before the client exists: it logs its address, token included, when it is made.
        keep_quiet(token)
        self.client = Client(token, api_url)
        self.limits = limits or FloodLimits()
        self._health = Health()
        self.numbers = Numbers()
        self._sender = Sender(self.client, self.limits, self._health, self.numbers)
        self._intake = Intake(self.client, accept, self._sender.answer, others, self.numbers)
        self._commands: Commands = commands or {}
        self._patience = patience
        self._pauses = (first_pause, longest_pause)
        self._webhook_url = webhook_url
        self._receiver: Polling | Webhook
        if webhook_url is None:
            self._receiver = Polling(
                self.client,
                self._intake,
                self._health,
                allowed_updates=allowed_updates,
                timeout=poll_timeout,
                first_pause=first_pause,
                longest_pause=longest_pause,
                reception=self.numbers.reception,
            )
        else:
            self.numbers.reception.pushed = True
            self._receiver = Webhook(
                self.client,
                self._intake,
                self._health,
                url=webhook_url,
                secret=secret or "",
                allowed_updates=allowed_updates,
                max_connections=max_connections,
            )
        self._tasks: list[asyncio.Task[None]] = []

    def parts(self, text: str) -> Sequence[str]:
        """Cut a text into messages Telegram takes. Raises ValueError for a blank text."""
        return split.parts(text)

    def routes(self, path: str | None = None) -> list[Route]:
        """Return the routes to mount: one with a webhook, none without.

        path: where requests arrive here; the webhook address's own path if a proxy keeps it.
        """
        if self._webhook_url is None or not isinstance(self._receiver, Webhook):
            return []
        return [self._receiver.route(path or urlsplit(self._webhook_url).path or "/")]

    async def start(self) -> None:
        """Register with Telegram and begin to receive.

        Raises Misconfigured when Telegram refuses the token or the webhook address. When it is
        silent, returns after `patience` seconds and goes on trying in the background.
        """
        refusal: str | None = None
        registered = False
        try:
            await asyncio.wait_for(self._register(), self._patience)
            registered = True
        except InvalidToken:
            refusal = "Telegram refuses the bot token, or the API URL is no Bot API server"
        except (TelegramError, asyncio.TimeoutError) as error:
            if isinstance(error, BadRequest) and isinstance(self._receiver, Webhook):
                refusal = "Telegram refuses the webhook address"
            else:
                self._note_absence(error)
        if refusal is not None:
            await self.client.shutdown()
            # Outside the handlers: the library's error quotes the token and would be chained.
            raise Misconfigured(refusal)
        self._tasks = [asyncio.create_task(self._run(registered), name="telegram")]

    async def stop(self) -> None:
        """Stop receiving and close the sockets; may be called twice or without start()."""
        tasks, self._tasks = self._tasks, []
        await end(tasks)
        await self._intake.close()
        await self.client.shutdown()
        self._health.ailing(RECEIVING, "stopped")

    async def typing(self, address: str) -> None:
        """Show "typing" in a chat; never raises."""
        await self._sender.typing(address)

    async def deliver(self, message: OutboundMessage) -> str:
        """Send, change or take back one message; its id. Raises TryLater or Undeliverable."""
        return await self._sender.deliver(message)

    async def arrived(self, message: OutboundMessage, after: str | None) -> str | None:
        """Return the id of a message that may have been sent before a restart, None if it was not.

        after: `newest` from before it was sent, or the newest message id known in that chat.
        Raises TryLater or Undeliverable.
        """
        return await self._sender.arrived(message, after)

    def newest(self, address: str) -> str | None:
        """Return the newest message id seen before now that is older than any sent to this
        address from now on, to keep it for `arrived`; None when none was seen yet."""
        return self._sender.newest(address)

    def describe(self) -> dict[str, str | None]:
        """Return the state for /ready: `mode` and what `Health.describe` tells; no secrets."""
        mode = "webhook" if isinstance(self._receiver, Webhook) else "polling"
        return {"channel": self.channel, "mode": mode, **self._health.describe()}

    async def _register(self) -> None:
        await self.client.initialize()
        await self._receiver.prepare()

    async def _run(self, registered: bool) -> None:
        if not registered:
            await self._register_at_last()
        # Beside receiving: a slow menu must not keep anybody waiting.
        self._tasks.append(asyncio.create_task(announce(self.client, self._commands)))
        if isinstance(self._receiver, Polling):
            await self._receiver.run()

    async def _register_at_last(self) -> None:
        pauses = Backoff(*self._pauses)
        while True:
            await asyncio.sleep(pauses.next())
            try:
                await self._register()
            except Exception as error:
                self._note_absence(error)
            else:
                return

    def _note_absence(self, error: Exception) -> None:
        name = type(error).__name__
        self._health.ailing(RECEIVING, name)
        _log.warning("Telegram could not be asked yet: %s", name)
