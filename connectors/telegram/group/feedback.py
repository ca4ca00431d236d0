"""What counsellors are told about what they did: in the topic, or as an alert on a button."""

from __future__ import annotations

import asyncio
import itertools
import logging
import time
from collections.abc import Awaitable, Callable

from telegram import InlineKeyboardMarkup
from telegram.error import TelegramError

from connectors.desk import DeskRefusal
from connectors.ending import end
from connectors.messages import TryLater, Undeliverable
from connectors.telegram import split
from connectors.telegram.client import Client, FloodWait
from connectors.telegram.group.chat import GroupChat, TopicGone
from connectors.telegram.group.looks import VALUE_LIMIT, Say, cut
from connectors.telegram.limits import FloodLimits
from connectors.telegram.posting import Post

_log = logging.getLogger(__name__)

#: Telegram's limit for the answer to a button press.
ALERT_LIMIT = 200
#: Seconds an update waits for what is said about it. Residents' updates wait behind it.
PATIENCE = 1.0
#: Seconds after which a line nobody could be told is given up.
GIVEN_UP_AFTER = 900.0

_KNOWN = frozenset(
    {
        "not_open",
        "not_yours",
        "unknown_case",
        "empty",
        "too_long",
        "unknown_topic",
        "no_topic",
        "too_old",
        "already_delivered",
        "unknown_remark",
        "unknown_code",
        "blocked",
        "past_date",
        "unknown_counsellor",
        "held",
    }
)


class Feedback:
    """Says short things. Lines that cannot be said at once are said later, in the background."""

    def __init__(self, chat: GroupChat, client: Client, limits: FloodLimits, say: Say) -> None:
        self._chat = chat
        self._client = client
        self._limits = limits
        self.phrase = say
        self._tasks: set[asyncio.Task[None]] = set()
        self._numbers = itertools.count()

    async def say(
        self,
        thread: int | None,
        text: str,
        *,
        answers: int | None = None,
        markup: InlineKeyboardMarkup | None = None,
    ) -> None:
        """Post a text in a topic, in several messages if it is long. answers: a message id."""
        parts = split.parts(text)
        posts = [
            Post(part, markup if part is parts[-1] else None, thread=thread, reply_to=answers)
            for part in parts
        ]
        number = next(self._numbers)

        async def post_all() -> None:
            while posts:
                await self._chat.post(posts[0], ("feedback", number, len(posts)))
                posts.pop(0)

        await self._soon(post_all)

    async def change(
        self, message_id: int, text: str, markup: InlineKeyboardMarkup | None = None
    ) -> None:
        """Change a menu posted before."""
        post = Post(split.parts(text)[0], markup)

        async def edit() -> None:
            await self._chat.edit(message_id, post)

        await self._soon(edit)

    async def remove(self, message_id: int) -> None:
        """Remove a menu."""
        await self._soon(lambda: self._chat.delete(message_id))

    async def answer(self, query_id: str, text: str = "", *, alert: bool = False) -> None:
        """Answer a button press; too late is fine."""

        async def call() -> None:
            await self._limits.wait_overall()
            try:
                await self._client.answer_callback_query(
                    query_id, cut(text, ALERT_LIMIT) or None, show_alert=alert
                )
            except FloodWait as flood:
                self._limits.hold(flood.seconds)
                raise TryLater(flood.seconds, "flood limit") from None

        await self._soon(call)

    def refusal(self, refusal: DeskRefusal) -> str:
        """Return the German words for a refusal."""
        if refusal.reason == "taken":
            if refusal.who:
                return self.phrase("refused-taken", who=refusal.who)
            return self.phrase("refused-taken-unknown")
        if refusal.reason == "missing_value":
            return self.phrase("refused-missing_value", detail=cut(refusal.detail, VALUE_LIMIT))
        known = refusal.reason if refusal.reason in _KNOWN else "other"
        return self.phrase(f"refused-{known}")

    async def close(self) -> None:
        """Give up on what is not said yet."""
        await end(tuple(self._tasks))

    async def _soon(self, work: Callable[[], Awaitable[None]]) -> None:
        task = asyncio.create_task(_patiently(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        await asyncio.wait({task}, timeout=PATIENCE)


async def _patiently(work: Callable[[], Awaitable[None]]) -> None:
    until = time.monotonic() + GIVEN_UP_AFTER
    while time.monotonic() < until:
        try:
            await work()
        except TryLater as later:
            await asyncio.sleep(later.seconds)
        except (TopicGone, Undeliverable, TelegramError) as error:
            _log.warning("a counsellor could not be answered: %s", type(error).__name__)
            return
        else:
            return
