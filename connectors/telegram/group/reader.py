"""Messages of the group, as calls to the desk."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from telegram import Message, User

from connectors.desk import Attachment, Counsellor, Desk, DeskRefusal
from connectors.messages import MessageKind
from connectors.telegram.attachments import attachment_of, kind_of
from connectors.telegram.group.commands import Commands
from connectors.telegram.group.feedback import Feedback
from connectors.telegram.group.keys import message_key, note_key
from connectors.telegram.group.members import Members
from connectors.telegram.group.writing import command, written

#: The Bot API's own limit for a file a bot can fetch, kept for what is passed on.
LARGEST_BYTES = 20 * 1024 * 1024
_PASSED_ON = {
    MessageKind.PHOTO.value,
    MessageKind.VOICE.value,
    MessageKind.VIDEO.value,
    MessageKind.FILE.value,
}

#: The number of the case a forum topic belongs to, None for any other topic.
NumberOf = Callable[[int], Awaitable[int | None]]


class Reader:
    """Takes messages of the group, new ones and changed ones."""

    def __init__(
        self,
        desk: Desk,
        number_of: NumberOf,
        members: Members,
        feedback: Feedback,
        commands: Commands,
    ) -> None:
        self._desk = desk
        self._number_of = number_of
        self._members = members
        self._feedback = feedback
        self._commands = commands

    async def take(self, message: Message, *, edited: bool = False) -> None:
        """Do what a message asks for. Raises when it could not be done just now."""
        thread = message.message_thread_id if message.is_topic_message else None
        if thread is None or _is_notice(message):
            return
        number = await self._number_of(thread)
        if number is None:
            return
        if message.sender_chat is not None or message.from_user is None:
            await self._tell(message, thread, "anonymous")
            return
        if message.from_user.is_bot:
            return
        if not await self._members.has(message.from_user.id):
            await self._tell(message, thread, "not-a-member")
            return
        who = counsellor(message.from_user)
        try:
            if edited:
                await self._change(message, thread, number, who)
            else:
                await self._say(message, thread, number, who)
        except DeskRefusal as refusal:
            await self._feedback.say(
                thread, self._feedback.refusal(refusal), answers=message.message_id
            )

    async def _say(self, message: Message, thread: int, number: int, who: Counsellor) -> None:
        text = message.text or message.caption or ""
        asked = command(text) if message.text else None
        if asked is not None:
            await self._commands.do(asked, message, thread, number, who)
            return
        attachment = attachment_of(message)
        if kind_of(message) is not MessageKind.TEXT and not _is_passed_on(attachment):
            await self._tell(message, thread, "not-passed-on")
            return
        if attachment is not None and (attachment.size or 0) > LARGEST_BYTES:
            limit = str(LARGEST_BYTES // 1024**2)
            await self._tell(message, thread, "too-big", limit=limit)
            return
        parts = written(text)
        if parts.note:
            await self._desk.note(number, who, parts.note, note_key(message.message_id))
        # Something internal below a photo keeps the photo internal too.
        if parts.reply or (attachment is not None and not parts.note):
            key = message_key(message.message_id)
            await self._desk.reply(number, who, parts.reply, key, attachment)

    async def _change(self, message: Message, thread: int, number: int, who: Counsellor) -> None:
        text = message.text or message.caption or ""
        if message.text and command(text) is not None:
            return
        parts = written(text)
        if parts.note:
            await self._change_note(message, number, who, parts.note)
        if parts.reply:
            try:
                await self._desk.edit(number, who, message_key(message.message_id), parts.reply)
            except DeskRefusal as refusal:
                if refusal.reason != "unknown_remark":
                    raise
                # A note without its marks must not become a reply by a slip of the finger.
                await self._tell(message, thread, "edited-note")

    async def _change_note(self, message: Message, number: int, who: Counsellor, note: str) -> None:
        key = note_key(message.message_id)
        try:
            await self._desk.edit(number, who, key, note)
        except DeskRefusal as refusal:
            if refusal.reason != "unknown_remark":
                raise
            await self._desk.note(number, who, note, key)

    async def _tell(self, message: Message, thread: int, phrase: str, **values: str) -> None:
        text = self._feedback.phrase(phrase, **values)
        await self._feedback.say(thread, text, answers=message.message_id)


def counsellor(user: User) -> Counsellor:
    """Return who a Telegram user is at the desk."""
    return Counsellor(f"telegram:{user.id}", user.full_name)


def _is_passed_on(attachment: Attachment | None) -> bool:
    return attachment is not None and attachment.kind in _PASSED_ON


def _is_notice(message: Message) -> bool:
    """What Telegram writes itself has neither text nor content."""
    return message.text is None and message.effective_attachment is None
