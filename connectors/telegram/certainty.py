"""Finds out whether a message arrived whose answer was lost.

Telegram has no key to tell a repeat by, and no way to read a chat. But changing a message of ours
into what it already is gets "message is not modified", which proves that it is there; for an id of
nobody it says "message to edit not found", for somebody else's "message can't be edited".

Only ids after the last one known when it was sent are tried, once everything people wrote
meanwhile has been received: unseen messages of theirs would hide the lost one among them. None of
the ids belongs to another message of ours, provided that a chat is sent one message at a time;
where it is not, another way to look at a message is needed.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection, Hashable

from telegram.error import BadRequest

from connectors.messages import ABOUT_TO_SEND
from connectors.telegram import posting
from connectors.telegram.calls import Calls, Doubtful
from connectors.telegram.client import Client
from connectors.telegram.numbers import Numbers
from connectors.telegram.posting import Post

_log = logging.getLogger(__name__)

#: How many ids are tried at most for one message; those known to be others' are passed over.
MOST_TRIED = 60
#: How far behind the newest id seen: others may be sent to at the same moment.
BEYOND_NEWEST = 8
_REMEMBERED = 1024

#: Tells whether the message with an id is a post: chat id, message id, post.
IsThere = Callable[[int, int, Post], Awaitable[bool]]


async def announce(newest: int) -> None:
    """Let who delivers know that something new is sent now, after the id `newest`."""
    tell = ABOUT_TO_SEND.get()
    if tell is not None:
        await tell(newest)


class Certainty:
    """Sends messages and remembers which of them may have arrived unheard."""

    def __init__(
        self,
        client: Client,
        calls: Calls,
        numbers: Numbers,
        *,
        paced: bool = True,
        is_there: IsThere | None = None,
    ) -> None:
        """paced: wait for the chat's limit; False for one who has done so.

        is_there: another way to tell whether a message is a post; must not raise BadRequest.
        """
        self._paced = paced
        self._began = numbers.reception.now()
        self._is_there = is_there or self._is_unmodified
        self._client = client
        self._calls = calls
        self._numbers = numbers
        # While the newest id is noted others are sent; more of them than are looked through
        # would hide a lost one.
        self._few_at_once = asyncio.Semaphore(BEYOND_NEWEST)
        #: The newest id known before the try, and when it had failed.
        self._doubts: OrderedDict[Hashable, tuple[int, float]] = OrderedDict()
        self._looked_at: OrderedDict[tuple[int, int, Post], tuple[int, int]] = OrderedDict()

    async def send(self, chat_id: int, post: Post, key: Hashable, after: int = 0) -> int:
        """Send a post unless an earlier try with the same key arrived; return its message id.

        after: an id known to be older, in case nothing was seen of the chat yet.
        Raises TryLater, BadRequest, Forbidden.
        """
        if key in self._doubts:
            older, failed = self._doubts[key]
            found = await self.find(chat_id, post, older, since=failed)
            if found is not None:
                self._doubts.pop(key, None)
                return found
        older = after

        async def call(chat: int) -> int:
            nonlocal older
            async with self._few_at_once:
                older = max(after, self._numbers.newest(chat))
                await announce(older)
                return (await posting.send(self._client, chat, post)).message_id

        try:
            message_id = await self._calls.make(chat_id, call, message=self._paced)
        except Doubtful:
            # The first try's id stays: it may still turn up late.
            self._doubts[key] = (
                self._doubts.get(key, (older, 0.0))[0],
                self._numbers.reception.now(),
            )
            while len(self._doubts) > _REMEMBERED:
                self._doubts.popitem(last=False)
            raise
        self._doubts.pop(key, None)
        self._numbers.note(chat_id, message_id)
        return message_id

    async def find(
        self,
        chat_id: int,
        post: Post,
        after: int,
        known: Collection[int] = (),
        since: float | None = None,
    ) -> int | None:
        """Return the id of a post that is in the chat with an id above `after`, None if it is not.

        after: 0 means that nothing is known of the chat; then nothing is tried. known: ids of
        other messages. since: when the try had failed, None when that was before this process.
        Raises TryLater, also as long as what people wrote meanwhile has not all been received;
        Forbidden.
        """
        if after <= 0:
            return None
        await self._numbers.reception.wait(self._began if since is None else since)
        # A process that died may have left behind more lost answers than anybody counted.
        beyond = MOST_TRIED if since is None else BEYOND_NEWEST + len(self._doubts)
        newest = max(after, self._numbers.newest(chat_id)) + beyond
        # Looking counts for the flood limits: told to pause, one goes on where one was.
        search = (chat_id, after, post)
        message_id, tried = self._looked_at.get(search, (after, 0))
        while tried < MOST_TRIED and message_id < newest:
            message_id += 1
            if message_id not in known and not self._numbers.knows(chat_id, message_id):
                if await self._is_there(chat_id, message_id, post):
                    self._looked_at.pop(search, None)
                    self._numbers.note(chat_id, message_id)
                    _log.info("a message whose answer was lost had arrived")
                    return message_id
                tried += 1
            self._looked_at[search] = (message_id, tried)
            while len(self._looked_at) > _REMEMBERED:
                self._looked_at.popitem(last=False)
        self._looked_at.pop(search, None)
        return None

    async def _is_unmodified(self, chat_id: int, message_id: int, post: Post) -> bool:
        try:
            await self._calls.make(
                chat_id,
                lambda chat: posting.edit_exactly(self._client, chat, message_id, post),
                message=self._paced,
            )
        except BadRequest as error:
            return posting.is_unmodified(error)
        # It was ours with other words, and has become what was to be said.
        _log.warning("a message of an earlier time took the place of a lost one")
        return True
