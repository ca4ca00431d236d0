"""The group itself: every call to it, one after the other, its refusals sorted."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection, Hashable
from typing import TypeVar

from telegram import ForumTopic
from telegram.error import BadRequest, Forbidden

from connectors.messages import TryLater, Undeliverable
from connectors.telegram import posting
from connectors.telegram.calls import Calls, Doubtful
from connectors.telegram.certainty import (
    BEYOND_NEWEST,
    MOST_TRIED,
    Certainty,
    announce,
)
from connectors.telegram.client import Client
from connectors.telegram.group.recognising import Recogniser
from connectors.telegram.health import Health
from connectors.telegram.limits import FloodLimits
from connectors.telegram.numbers import Numbers
from connectors.telegram.posting import Post
from connectors.telegram.refusals import reason_of

_log = logging.getLogger(__name__)

T = TypeVar("T")

#: The ids greater than one of messages and topics that are accounted for.
Known = Callable[[int], Awaitable[Collection[int]]]

#: What is wrong with the group an operator has to set right; seconds until the next try.
GROUP_PAUSE = 60.0
#: How often a call is made whose answer is lost, before anything else may be said.
_TRIES = 3
_REMEMBERED = 256

_TOPIC_GONE = ("thread not found", "topic_id_invalid", "topic_deleted", "topic not found")
_GROUP_WRONG = (
    "not enough rights",
    "chat not found",
    "not a forum",
    "chat_admin_required",
    "chat_write_forbidden",
    "administrator rights",
    "have no rights",
    "upgraded to a supergroup",
)


class TopicGone(Exception):
    """Somebody deleted the forum topic."""


class GroupChat:
    """Posts, changes and removes what is in the group.

    known: tells which messages and topics after an id are accounted for, so that nobody takes them
    for something else. on_trouble: called when Telegram's refusal tells that the group is not as
    it has to be. Then TryLater is raised: nothing is given up because of a setting.

    All methods raise TryLater, Undeliverable, and TopicGone where there is a topic.
    """

    def __init__(
        self,
        client: Client,
        limits: FloodLimits,
        numbers: Numbers,
        health: Health,
        chat_id: int,
        on_trouble: Callable[[], None],
        known: Known,
    ) -> None:
        self.id = chat_id
        self._client = client
        self._numbers = numbers
        self._calls = Calls(limits, health)
        self._limits = limits
        # Paced here, before it is anybody's turn: a change to a menu need not wait behind.
        self._recogniser = Recogniser(client, self._calls)
        self._certainty = Certainty(
            client, self._calls, numbers, paced=False, is_there=self._recogniser.is_post
        )
        self._known = known
        self._on_trouble = on_trouble
        self._topics_in_doubt: OrderedDict[Hashable, tuple[int, float]] = OrderedDict()
        self._began = numbers.reception.now()
        # A message looked for after a lost answer must not meet another one of ours on its way.
        self._turn = asyncio.Lock()

    async def post(self, post: Post, key: Hashable) -> int:
        """Post something and return its message id; the same key is not posted twice."""
        await self._limits.wait(self.id)
        async with self._turn:
            try:
                return await self._sort(lambda: self._surely(post, key))
            except _Closed:
                await self._set_open(post.thread or 0)
                return await self._sort(lambda: self._surely(post, key))

    async def find(self, post: Post, after: int) -> int | None:
        """Return the id of a post that may have been made before a restart; see `Certainty`."""
        async with self._turn:
            known = await self._known(after) if after > 0 else ()
            return await self._sort(lambda: self._certainty.find(self.id, post, after, known=known))

    async def edit(self, message_id: int, post: Post) -> bool:
        """Make a message this post; False when it is not there to be changed."""

        async def call(chat: int) -> bool:
            try:
                await posting.edit(self._client, chat, message_id, post)
            except BadRequest as error:
                if posting.is_unmodified(error):
                    return True
                words = error.message.lower()
                if "not found" in words and "message" in words or "can't be edited" in words:
                    return False
                raise
            return True

        return await self._make(call)

    async def delete(self, message_id: int) -> None:
        """Remove a message; one that is gone is fine."""

        async def call(chat: int) -> None:
            try:
                await self._client.delete_message(chat, message_id)
            except BadRequest as error:
                _log.debug("a message of the group stays: %s", reason_of(error))

        await self._make(call)

    async def pin(self, message_id: int) -> None:
        """Pin a message without a sound."""
        await self._make(
            lambda chat: self._client.pin_chat_message(chat, message_id, disable_notification=True)
        )

    async def open_topic(self, title: str, key: Hashable) -> int:
        """Make a forum topic and return its id; the same key does not make two."""
        await self._limits.wait(self.id)
        async with self._turn:
            return await self._sort(lambda: self._surely_open(title, key))

    async def find_topic(self, title: str, after: int) -> int | None:
        """Return the topic with this title among the ids after one known, None if there is none."""
        async with self._turn:
            if after <= 0:
                return None
            await self._numbers.reception.wait(self._began)
            known = await self._known(after)
            newest = max(after, self._numbers.newest(self.id)) + MOST_TRIED
            return await self._sort(lambda: self._titled(title, after, newest, known))

    async def rename_topic(self, thread: int, title: str) -> None:
        """Give a topic a title."""
        await self._topic(
            lambda chat: self._client.edit_forum_topic(chat, message_thread_id=thread, name=title)
        )

    async def close_topic(self, thread: int) -> None:
        """Close a topic."""
        await self._topic(lambda chat: self._client.close_forum_topic(chat, thread))

    async def reopen_topic(self, thread: int) -> None:
        """Open a topic again."""
        await self._topic(lambda chat: self._client.reopen_forum_topic(chat, thread))

    async def delete_topic(self, thread: int) -> None:
        """Remove a topic with everything in it."""
        await self._topic(lambda chat: self._client.delete_forum_topic(chat, thread))

    async def _surely(self, post: Post, key: Hashable) -> int:
        return await _again(lambda: self._certainty.send(self.id, post, key))

    async def _surely_open(self, title: str, key: Hashable) -> int:
        async def once() -> int:
            if key in self._topics_in_doubt:
                older, failed = self._topics_in_doubt[key]
                await self._numbers.reception.wait(failed)
                newest = self._numbers.newest(self.id) + BEYOND_NEWEST
                found = await self._titled(title, older, newest)
                if found is not None:
                    del self._topics_in_doubt[key]
                    return found
            older = self._numbers.newest(self.id)

            async def create(chat: int) -> ForumTopic:
                await announce(older)
                return await self._client.create_forum_topic(chat, title)

            try:
                topic = await self._calls.make(self.id, create, message=False)
            except Doubtful:
                before = self._topics_in_doubt.get(key, (older, 0.0))[0]
                self._topics_in_doubt[key] = (before, self._numbers.reception.now())
                while len(self._topics_in_doubt) > _REMEMBERED:
                    self._topics_in_doubt.popitem(last=False)
                raise
            self._topics_in_doubt.pop(key, None)
            self._numbers.note(self.id, topic.message_thread_id)
            return topic.message_thread_id

        return await _again(once)

    async def _titled(
        self, title: str, after: int, newest: int, known: Collection[int] = ()
    ) -> int | None:
        if after <= 0:
            return None
        tried = 0
        for thread in range(after + 1, newest + 1):
            if thread in known or self._numbers.knows(self.id, thread):
                continue
            if await self._recogniser.is_topic(self.id, thread, title):
                self._numbers.note(self.id, thread)
                return thread
            tried += 1
            if tried >= MOST_TRIED:
                break
        return None

    async def _set_open(self, thread: int) -> None:
        await self._sort(
            lambda: self._calls.make(
                self.id,
                lambda chat: self._client.reopen_forum_topic(chat, thread),
                message=False,
            )
        )

    async def _topic(self, call: Callable[[int], Awaitable[bool]]) -> None:
        async def tolerant(chat: int) -> None:
            try:
                await call(chat)
            except BadRequest as error:
                if "not_modified" not in error.message.lower():
                    raise

        await self._make(tolerant)

    async def _make(self, call: Callable[[int], Awaitable[T]]) -> T:
        async with self._turn:
            return await self._sort(lambda: self._calls.make(self.id, call, message=False))

    async def _sort(self, work: Callable[[], Awaitable[T]]) -> T:
        try:
            return await work()
        except Forbidden:
            self._on_trouble()
            raise TryLater(GROUP_PAUSE, "the bot may not write in the group") from None
        except BadRequest as error:
            words = error.message.lower()
            if any(gone in words for gone in _TOPIC_GONE):
                raise TopicGone from None
            if "topic_closed" in words:
                raise _Closed("the topic is closed") from None
            if any(wrong in words for wrong in _GROUP_WRONG):
                self._on_trouble()
                raise TryLater(GROUP_PAUSE, "the group is not as it has to be") from None
            reason = reason_of(error)
            _log.error("the group's chat refused a call: %s", reason)
            raise Undeliverable(reason) from None


class _Closed(Undeliverable):
    """The topic is closed, and the bot may not write there nevertheless."""


async def _again(work: Callable[[], Awaitable[T]]) -> T:
    """Make doubtful calls certain before the next one, unless Telegram stays away."""
    for _ in range(_TRIES - 1):
        try:
            return await work()
        except Doubtful as later:
            await asyncio.sleep(later.seconds)
    return await work()
