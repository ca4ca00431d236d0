"""Everything we send to Telegram."""

from __future__ import annotations

import logging
import time

from telegram import LinkPreviewOptions
from telegram.constants import ChatAction
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError

from connectors.messages import OutboundMessage, TryLater, Undeliverable
from connectors.telegram.backoff import Backoff
from connectors.telegram.client import Client, FloodWait
from connectors.telegram.health import SENDING, Health
from connectors.telegram.keyboard import keyboard
from connectors.telegram.limits import FloodLimits

_log = logging.getLogger(__name__)

#: Telegram shows "typing" for five seconds.
TYPING_EVERY = 4.0
#: Nobody can speak with a revoked token; seconds between tries until an operator changes it.
TOKEN_PAUSE = 60.0

#: Descriptions are matched and replaced by our own words: theirs may quote the message.
_REASONS = (
    ("chat not found", "the chat does not exist"),
    ("button", "Telegram refuses a button"),
    ("too long", "the text is too long"),
    ("empty", "the text is empty"),
)


class Sender:
    """Delivers messages, shows "typing" and answers button presses, within the flood limits."""

    def __init__(self, client: Client, limits: FloodLimits, health: Health) -> None:
        self._client = client
        self._limits = limits
        self._health = health
        self._backoff = Backoff(first=1.0, limit=15.0)
        self._typed_at: dict[int, float] = {}

    async def deliver(self, message: OutboundMessage) -> None:
        """Send one message by one call; waits for the flood limits first.

        Raises TryLater when Telegram asks for a pause, is away or does not know the token, and
        Undeliverable when it will never take this message. A reply lost on its way back looks like
        a timeout, and Telegram has no key to tell a repeat by: then the resident sees it twice.
        """
        await self._send(_chat_id(message.address), message)
        self._backoff.reset()
        self._health.well(SENDING)

    async def typing(self, address: str) -> None:
        """Show "typing", at most once in TYPING_EVERY seconds a chat; never raises."""
        now = time.monotonic()
        self._typed_at = {
            chat: at for chat, at in self._typed_at.items() if now - at < TYPING_EVERY
        }
        try:
            chat_id = _chat_id(address)
            if chat_id in self._typed_at or self._limits.held():
                return
            self._typed_at[chat_id] = now
            await self._limits.wait_overall()
            # A reply is waiting behind this nicety, so it gets little time.
            await self._client.send_chat_action(
                chat_id, ChatAction.TYPING, read_timeout=2.0, connect_timeout=2.0
            )
        except FloodWait as flood:
            self._limits.hold(flood.seconds)
        except (TelegramError, Undeliverable) as error:
            _log.debug("typing could not be shown: %s", type(error).__name__)

    async def answer(self, query_id: str) -> None:
        """Tell the client that a button press arrived, so that it stops spinning; never raises."""
        if self._limits.held():
            return
        try:
            await self._limits.wait_overall()
            await self._client.answer_callback_query(query_id)
        except FloodWait as flood:
            self._limits.hold(flood.seconds)
        except TelegramError as error:
            _log.debug("a button press could not be answered: %s", type(error).__name__)

    async def _send(
        self, chat_id: int, message: OutboundMessage, *, migrated: bool = False
    ) -> None:
        self._respect_pause()
        await self._limits.wait(chat_id)
        # Another message may have been told to wait while this one stood in line.
        self._respect_pause()
        try:
            await self._client.send_message(
                chat_id,
                message.text,
                reply_markup=keyboard(message.buttons),
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        except ChatMigrated as moved:
            if migrated:
                raise self._later(moved) from None
            new_chat_id = moved.new_chat_id
        except FloodWait as flood:
            self._limits.hold(flood.seconds)
            _log.warning("Telegram asks for a pause of %.0f s", flood.seconds)
            raise TryLater(flood.seconds, "flood limit") from None
        except Forbidden:
            raise Undeliverable("the resident blocked the bot or is gone") from None
        except BadRequest as error:
            reason = _reason(error)
            _log.error("outbox message %d refused: %s", message.outbox_id, reason)
            raise Undeliverable(reason) from None
        except TelegramError as error:
            raise self._later(error) from None
        else:
            return
        await self._send(new_chat_id, message, migrated=True)

    def _respect_pause(self) -> None:
        pause = self._limits.held()
        if pause:
            raise TryLater(pause, "flood limit")

    def _later(self, error: TelegramError) -> TryLater:
        name = type(error).__name__
        self._health.ailing(SENDING, name)
        if isinstance(error, InvalidToken):
            _log.error("Telegram does not know the bot token any more")
            return TryLater(TOKEN_PAUSE, name)
        pause = self._backoff.next()
        _log.warning("a message could not be sent (%s), next try in %.1f s", name, pause)
        return TryLater(pause, name)


def _chat_id(address: str) -> int:
    try:
        return int(address)
    except ValueError:
        raise Undeliverable("the address is no Telegram chat") from None


def _reason(error: BadRequest) -> str:
    description = error.message.lower()
    for words, reason in _REASONS:
        if words in description:
            return reason
    return "Telegram refuses the message"
