"""Everything we send to residents."""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from functools import partial

from telegram.constants import ChatAction
from telegram.error import BadRequest, Forbidden, TelegramError

from connectors.messages import OutboundMessage, Undeliverable
from connectors.telegram import attachments, posting
from connectors.telegram.calls import TOKEN_PAUSE, Calls
from connectors.telegram.certainty import Certainty
from connectors.telegram.client import Client, FloodWait
from connectors.telegram.health import Health
from connectors.telegram.keyboard import keyboard
from connectors.telegram.limits import FloodLimits
from connectors.telegram.numbers import Numbers
from connectors.telegram.posting import Post
from connectors.telegram.refusals import reason_of

__all__ = ["TOKEN_PAUSE", "TYPING_EVERY", "Sender"]

_log = logging.getLogger(__name__)

#: Telegram shows "typing" for five seconds.
TYPING_EVERY = 4.0
#: Joins the ids of a message that took two calls.
_JOINT = "+"
_REMEMBERED = 1024


class Sender:
    """Delivers messages, shows "typing" and answers button presses, within the flood limits.

    numbers: message ids seen, to find a message again whose answer was lost.
    """

    def __init__(
        self,
        client: Client,
        limits: FloodLimits,
        health: Health,
        numbers: Numbers | None = None,
    ) -> None:
        self._client = client
        self._limits = limits
        self._calls = Calls(limits, health)
        self._numbers = numbers or Numbers()
        self._certainty = Certainty(client, self._calls, self._numbers)
        self._parts_sent: OrderedDict[tuple[str, int, int], int] = OrderedDict()
        self._typed_at: dict[int, float] = {}

    async def deliver(self, message: OutboundMessage) -> str:
        """Send, change or take back one message; waits for the flood limits first.

        Returns the id to change it by. Raises TryLater when Telegram asks for a pause, is away or
        does not know the token, and Undeliverable when it will never take this message. Called
        again after a lost answer it looks first whether the message is there.
        """
        chat_id = _chat_id(message.address)
        try:
            if message.recall:
                return await self._recall(chat_id, message)
            if message.changes is not None:
                return await self._change(chat_id, message)
            return await self._say(chat_id, message)
        except Forbidden:
            raise Undeliverable("the resident blocked the bot or is gone") from None
        except BadRequest as error:
            reason = reason_of(error)
            _log.error("outbox message %d refused: %s", message.outbox_id, reason)
            raise Undeliverable(reason) from None

    async def arrived(self, message: OutboundMessage, after: str | None) -> str | None:
        """Return the id of a message that may have been sent before a restart, None if it was not.

        after: the newest id known in that chat, from `deliver` or of a message the resident wrote
        ("m123"). Without it, and if the message answers nothing, nothing can be found out: None.
        Raises TryLater; Undeliverable if the resident blocked the bot.
        """
        if message.recall or message.changes is not None:
            return None
        chat_id = _chat_id(message.address)
        older = max(_newest(after), _newest(message.reply_to))
        try:
            for number, post in enumerate(_posts(message)):
                found = await self._certainty.find(chat_id, post, older)
                if found is None:
                    return None
                self._remember(message, number, found)
                older = found
        except Forbidden:
            raise Undeliverable("the resident blocked the bot or is gone") from None
        return self._forget_parts(message)

    def newest(self, address: str) -> str | None:
        """Return the newest id seen in the series this chat's messages are counted in."""
        try:
            return str(self._numbers.newest(int(address)) or "") or None
        except ValueError:
            return None

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

    async def _say(self, chat_id: int, message: OutboundMessage) -> str:
        if not _can_send(message):
            raise Undeliverable("Telegram cannot send this kind of attachment")
        for number, post in enumerate(_posts(message)):
            key = (message.address, message.outbox_id, number)
            if key in self._parts_sent:
                continue
            sent = await self._certainty.send(chat_id, post, key, _newest(message.reply_to))
            self._remember(message, number, sent)
        return self._forget_parts(message)

    async def _change(self, chat_id: int, message: OutboundMessage) -> str:
        changes = str(message.changes)
        message_id = _ids(changes)[0]
        post = Post(message.text, keyboard(message.buttons), message.attachment)
        try:
            await self._calls.make(
                chat_id, lambda chat: posting.edit(self._client, chat, message_id, post)
            )
        except BadRequest as error:
            if not posting.is_unmodified(error):
                raise
        return changes

    async def _recall(self, chat_id: int, message: OutboundMessage) -> str:
        for message_id in _ids(message.changes or ""):
            try:
                await self._calls.make(
                    chat_id,
                    partial(self._client.delete_message, message_id=message_id),
                    message=False,
                )
            except BadRequest as error:
                # Gone already, perhaps by an earlier try of ours.
                if "not found" not in error.message.lower() or "chat" in error.message.lower():
                    raise
        return message.changes or ""

    def _remember(self, message: OutboundMessage, number: int, message_id: int) -> None:
        self._parts_sent[message.address, message.outbox_id, number] = message_id
        while len(self._parts_sent) > _REMEMBERED:
            self._parts_sent.popitem(last=False)

    def _forget_parts(self, message: OutboundMessage) -> str:
        """Nothing waits between the last part and this, so no part is forgotten before."""
        return _JOINT.join(
            str(self._parts_sent.pop((message.address, message.outbox_id, number)))
            for number in range(len(_posts(message)))
        )


def _posts(message: OutboundMessage) -> tuple[Post, ...]:
    return posting.posts(
        message.text, keyboard(message.buttons), message.attachment, file=message.file
    )


def _can_send(message: OutboundMessage) -> bool:
    if message.attachment is None or message.file is not None:
        return True
    return attachments.can_send(message.attachment)


def _chat_id(address: str) -> int:
    try:
        return int(address)
    except ValueError:
        raise Undeliverable("the address is no Telegram chat") from None


def _ids(text: str) -> list[int]:
    try:
        return [int(part.removeprefix("m")) for part in text.split(_JOINT)]
    except ValueError:
        raise Undeliverable("there is no such message") from None


def _newest(text: str | None) -> int:
    """The id in "12", "12+13", "m12" or "e12.1700000000"; 0 in what has none."""
    digits = (text or "").rpartition(_JOINT)[2].partition(".")[0].lstrip("me")
    return int(digits) if digits.isdecimal() else 0
