"""Tells whether something in the group is a certain post or topic of ours, and leaves it as it is.

Residents' chats get one message at a time, so there a message can be tried on by its words, see
`Certainty`. In the group posts of many cases stand side by side: trying on the words of one would
overwrite another. But Telegram shows a message whose buttons are changed, and a topic's title
with every message posted there; the button and the message are taken away at once.
"""

from __future__ import annotations

import secrets

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import BadRequest

from connectors.telegram.calls import Calls
from connectors.telegram.client import Client
from connectors.telegram.group.payloads import Press
from connectors.telegram.posting import Post, is_unmodified

_SIGN = "…"


class Recogniser:
    """Looks at messages and topics by their ids. All methods raise TryLater and Forbidden."""

    def __init__(self, client: Client, calls: Calls) -> None:
        self._client = client
        self._calls = calls

    async def is_post(self, chat_id: int, message_id: int, post: Post) -> bool:
        """Return whether a message is this post. Any other message of ours loses its buttons."""
        # Never the same, so that a sign left behind does not make the message unreadable.
        sign = InlineKeyboardButton(
            _SIGN, callback_data=Press("look", 0, secrets.token_hex(4)).data
        )
        try:
            found = await self._with_buttons(chat_id, message_id, InlineKeyboardMarkup([[sign]]))
        except BadRequest:
            return False
        same = isinstance(found, Message) and _is_same(found, post)
        try:
            await self._with_buttons(chat_id, message_id, post.markup if same else None)
        except BadRequest as error:
            if not is_unmodified(error):
                return False
        return same

    async def is_topic(self, chat_id: int, thread: int, title: str) -> bool:
        """Return whether there is a topic with this id and this title."""
        try:
            await self._calls.make(
                chat_id,
                lambda chat: self._client.reopen_forum_topic(chat, thread),
                message=False,
            )
        except BadRequest as error:
            if "not_modified" not in error.message.lower():
                return False
        try:
            sign = await self._calls.make(
                chat_id,
                lambda chat: self._client.send_message(
                    chat,
                    _SIGN,
                    message_thread_id=thread,
                    # The message that opened the topic has the topic's id.
                    reply_to_message_id=thread,
                    disable_notification=True,
                ),
                message=False,
            )
        except BadRequest:
            return False
        await self._calls.make(
            chat_id,
            lambda chat: self._client.delete_message(chat, sign.message_id),
            message=False,
        )
        opening = sign.reply_to_message
        created = opening.forum_topic_created if opening is not None else None
        return created is not None and created.name == title

    async def _with_buttons(
        self, chat_id: int, message_id: int, markup: InlineKeyboardMarkup | None
    ) -> Message | bool:
        return await self._calls.make(
            chat_id,
            lambda chat: self._client.edit_message_reply_markup(
                chat, message_id, reply_markup=markup
            ),
            message=False,
        )


def _is_same(found: Message, post: Post) -> bool:
    """Telegram leaves out white space around a text."""
    thread = found.message_thread_id if found.is_topic_message else None
    return (
        thread == post.thread
        and (found.text or found.caption or "") == post.text.strip()
        and (found.text is None) == (post.attachment is not None)
    )
