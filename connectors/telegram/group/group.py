"""The counsellors' Telegram group: cases go out, replies and buttons come in."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import tzinfo
from zoneinfo import ZoneInfo

from telegram import CallbackQuery, Message, Update
from telegram.constants import ChatType
from telegram.error import TelegramError

from connectors.desk import Desk, Notice
from connectors.ending import end
from connectors.telegram.client import Client, FloodWait
from connectors.telegram.group import standing
from connectors.telegram.group.chat import GroupChat, Known
from connectors.telegram.group.commands import Commands
from connectors.telegram.group.feedback import Feedback
from connectors.telegram.group.looks import Looks, Say
from connectors.telegram.group.members import Members
from connectors.telegram.group.presses import Presses
from connectors.telegram.group.reader import NumberOf, Reader
from connectors.telegram.group.ready import ReadyMadeMenu
from connectors.telegram.group.teller import Teller, Told
from connectors.telegram.health import Health
from connectors.telegram.limits import FloodLimits
from connectors.telegram.numbers import Numbers

__all__ = ["CounsellorGroup", "Told"]

_log = logging.getLogger(__name__)

#: Seconds between two looks at the group's settings.
CHECK_EVERY = 300.0


class CounsellorGroup:
    """The group. `tell` is given notices of cases, `take` the connector's other updates.

    client, limits, numbers: the residents' connector's, for it is one bot. chat_id: the group.
    number_of: the case of a forum topic. say: staff texts in German. topics: titles by topic id;
    languages: names by code; both German. zone: the clock for times shown, Berlin's if not given.
    known: which messages and topics after an id belong to notices that were told before, to leave
    them alone after a restart. check_every: seconds between looks at the group's settings.
    """

    def __init__(
        self,
        client: Client,
        limits: FloodLimits,
        numbers: Numbers,
        chat_id: int,
        desk: Desk,
        number_of: NumberOf,
        say: Say,
        topics: Mapping[str, str],
        languages: Mapping[str, str],
        *,
        zone: tzinfo | None = None,
        known: Known | None = None,
        check_every: float = CHECK_EVERY,
    ) -> None:
        self._client = client
        self._limits = limits
        self._numbers = numbers
        self._chat_id = chat_id
        self._say = say
        self._health = Health()
        self._check_every = check_every
        self._problem: str | None = "not checked yet"
        self._look_again = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        looks = Looks(say, topics, languages, zone or ZoneInfo("Europe/Berlin"))
        chat = GroupChat(
            client,
            limits,
            numbers,
            self._health,
            chat_id,
            self._look_again.set,
            known or _nothing_known,
        )
        members = Members(client, limits, chat_id)
        self._feedback = Feedback(chat, client, limits, say)
        ready = ReadyMadeMenu(desk, self._feedback)
        commands = Commands(desk, self._feedback, ready)
        self._teller = Teller(chat, looks)
        self._reader = Reader(desk, number_of, members, self._feedback, commands)
        self._presses = Presses(desk, looks, members, self._feedback, ready)

    async def start(self) -> None:
        """Look at the group now and every few minutes. Never raises: the rest goes on working."""
        await self.check()
        self._task = asyncio.create_task(self._keep_looking(), name="counsellor group")

    async def stop(self) -> None:
        """Stop looking and give up on what is not said yet; may be called twice."""
        task, self._task = self._task, None
        if task is not None:
            await end([task])
        await self._feedback.close()

    async def tell(self, notice: Notice, after: int | None = None) -> Told:
        """Tell the group about a case.

        after: `newest()` from before an attempt that a restart cut off; what of the notice arrived
        then is looked for and not repeated. Raises TryLater when Telegram asks for a pause, is
        away, or the group is not as it has to be; Undeliverable when this notice can never be told.
        Called again it does only the rest.
        """
        return await self._teller.tell(notice, after)

    def newest(self) -> int | None:
        """Return the newest message id seen in the group, to keep it before `tell`; None yet."""
        return self._numbers.newest(self._chat_id) or None

    async def take(self, update: Update) -> None:
        """Do what somebody wrote or pressed in the group; decline what comes from elsewhere.

        Raises when it could not be done just now; the same update must then be given again, and
        nothing is done twice.
        """
        if update.callback_query is not None:
            await self._pressed(update.callback_query)
        elif update.message is not None:
            await self._written(update.message)
        elif update.edited_message is not None and self._is_ours(update.edited_message):
            await self._reader.take(update.edited_message, edited=True)

    async def check(self) -> str | None:
        """Return what an operator has to set right about the group, None if nothing."""
        problem: str | None
        try:
            await self._limits.wait_overall()
            problem = await standing.problem(self._client, self._chat_id)
        except FloodWait as flood:
            self._limits.hold(flood.seconds)
            problem = self._problem
        except TelegramError as error:
            problem = standing.away(error)
        if problem is not None and problem != self._problem:
            _log.error("%s", problem)
        self._problem = problem
        return problem

    def describe(self) -> dict[str, str | None]:
        """Return the state for /ready: `state` ("ok", "away") and `error`; no secrets."""
        return {
            "channel": "counsellor group",
            "state": "ok" if self._problem is None else "away",
            "error": self._problem,
        }

    async def _keep_looking(self) -> None:
        while True:
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._look_again.wait(), self._check_every)
            self._look_again.clear()
            await self.check()

    async def _written(self, message: Message) -> None:
        if self._is_ours(message):
            await self._reader.take(message)
            return
        is_group = message.chat.type in {ChatType.GROUP, ChatType.SUPERGROUP}
        if is_group and (message.text or "").startswith("/"):
            await self._decline(message)

    async def _decline(self, message: Message) -> None:
        """A stranger's group must neither hold up the residents nor use up what we may send."""
        if self._limits.held():
            return
        try:
            await self._limits.wait_overall()
            await self._client.send_message(message.chat.id, self._say("elsewhere"))
        except FloodWait as flood:
            self._limits.hold(flood.seconds)
        except TelegramError as error:
            _log.debug("a command from elsewhere was not answered: %s", type(error).__name__)

    async def _pressed(self, query: CallbackQuery) -> None:
        if query.message is not None and query.message.chat.id == self._chat_id:
            await self._presses.take(query)
        else:
            await self._feedback.answer(query.id, self._say("press-elsewhere"), alert=True)

    def _is_ours(self, message: Message) -> bool:
        return message.chat.id == self._chat_id


async def _nothing_known(after: int) -> Collection[int]:
    return ()
