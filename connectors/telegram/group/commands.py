"""What counsellors type with a slash in a case's topic."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, datetime

from telegram import Message

from connectors.desk import Block, Counsellor, Desk
from connectors.telegram.group.feedback import Feedback
from connectors.telegram.group.keys import message_key, post_key
from connectors.telegram.group.lines import quote
from connectors.telegram.group.ready import ReadyMadeMenu
from connectors.telegram.group.writing import Command

_DAY = "%d.%m.%Y"

_Do = Callable[[Command, Message, int, int, Counsellor], Awaitable[None]]


class Commands:
    """Does the commands; an unknown one is said to be unknown and goes nowhere."""

    def __init__(self, desk: Desk, feedback: Feedback, ready: ReadyMadeMenu) -> None:
        self._desk = desk
        self._feedback = feedback
        self._ready = ready
        self._known: dict[str, _Do] = {
            "zurück": self._recall,
            "zurueck": self._recall,
            "r": self._ready_made,
            "sperren": self._block,
            "besser": self._correct,
            "rück": self._back,
            "rueck": self._back,
            "hilfe": self._help,
            "help": self._help,
        }

    async def do(
        self, command: Command, message: Message, thread: int, number: int, who: Counsellor
    ) -> None:
        """Do one command. Raises DeskRefusal, and whatever the desk raises."""
        do = self._known.get(command.name)
        if do is None:
            await self._tell(message, thread, "command-unknown")
        else:
            await do(command, message, thread, number, who)

    async def _recall(
        self, command: Command, message: Message, thread: int, number: int, who: Counsellor
    ) -> None:
        answered = message.reply_to_message
        # What answers nothing in a topic answers the message that opened the topic.
        if answered is None or answered.message_id == thread:
            said_with = None
        else:
            said_with = message_key(answered.message_id)
        asked = message_key(message.message_id)
        taken = await self._desk.recall(number, who, said_with, asked)
        said = quote(taken) or self._feedback.phrase("remark-attachment")
        await self._tell(message, thread, "recall-done", text=said)

    async def _ready_made(
        self, command: Command, message: Message, thread: int, number: int, who: Counsellor
    ) -> None:
        code, _, rest = command.rest.partition(" ")
        if not code:
            await self._ready.show(thread, number)
            return
        given = [value.strip() for value in rest.split("|")] if rest.strip() else []
        key = message_key(message.message_id)
        await self._ready.send(thread, number, who, code, given, key)

    async def _block(
        self, command: Command, message: Message, thread: int, number: int, who: Counsellor
    ) -> None:
        day, _, reason = command.rest.partition(" ")
        until = _day(day)
        if until is None or not reason.strip():
            await self._tell(message, thread, "block-how")
            return
        await self._desk.block(number, who, Block(reason.strip(), until))
        await self._tell(message, thread, "blocked-done", number=str(number), until=day)

    async def _correct(
        self, command: Command, message: Message, thread: int, number: int, who: Counsellor
    ) -> None:
        answered = message.reply_to_message
        if answered is None or answered.message_id == thread or not command.rest.strip():
            await self._tell(message, thread, "correct-how")
            return
        theirs = answered.from_user is not None and answered.from_user.is_bot
        key = post_key if theirs else message_key
        await self._desk.correct(number, who, key(answered.message_id), command.rest)
        await self._tell(message, thread, "correct-done")

    async def _back(
        self, command: Command, message: Message, thread: int, number: int, who: Counsellor
    ) -> None:
        wanted = {"an": True, "aus": False}.get(command.rest.strip().lower())
        if wanted is None:
            await self._tell(message, thread, "back-how")
            return
        await self._desk.set_back_translation(who, wanted)
        await self._tell(message, thread, "back-on" if wanted else "back-off")

    async def _help(
        self, command: Command, message: Message, thread: int, number: int, who: Counsellor
    ) -> None:
        await self._tell(message, thread, "help")

    async def _tell(self, message: Message, thread: int, phrase: str, **values: str) -> None:
        text = self._feedback.phrase(phrase, **values)
        await self._feedback.say(thread, text, answers=message.message_id)


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, _DAY).date()
    except ValueError:
        return None
