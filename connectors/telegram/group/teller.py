"""Notices about cases, told in the group."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timezone

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from connectors.desk import Case, Delivery, Notice
from connectors.messages import TryLater, Undeliverable
from connectors.telegram import split
from connectors.telegram.group import keys, lines
from connectors.telegram.group.chat import GroupChat, TopicGone
from connectors.telegram.group.looks import VALUE_LIMIT, Looks, cut
from connectors.telegram.group.payloads import Press
from connectors.telegram.posting import Post

_Key = tuple[str, int, int]


@dataclass(frozen=True)
class Told:
    """What is known after a notice was told, None if not: the forum topic, the card's message id,
    and the message id of what was posted."""

    thread: int | None = None
    card: int | None = None
    post: int | None = None


@dataclass
class _Place:
    """Where a case is in the group. fresh: the card was just made and shows what is now."""

    thread: int | None
    card: int | None
    fresh: bool = False


class Teller:
    """Does what notices say. What was done of one stays known until the rest is done too."""

    def __init__(self, chat: GroupChat, looks: Looks) -> None:
        self._chat = chat
        self._looks = looks
        self._places: dict[int, _Place] = {}
        self._posted: dict[_Key, int] = {}
        self._titles: dict[int, str] = {}
        self._looked_after: dict[int, int] = {}
        self._ways: dict[str, Callable[[Notice, _Place], Awaitable[int | None]]] = {
            "open": self._card,
            "card": self._card,
            "remark": self._remark,
            "note": self._remark,
            "rendered": self._rendered,
            "held": self._held,
            "edited": self._edited,
            "recalled": self._recalled,
            "failed": self._failed,
            "remind": self._remind,
            "escalate": self._escalate,
            "expired": self._expired,
            "closed": self._closed,
            "reopened": self._reopened,
        }

    async def tell(self, notice: Notice, after: int | None = None) -> Told:
        """Tell one notice. Raises TryLater; Undeliverable for one that can never be told.

        after: a message id older than an attempt before a restart: look first what arrived.
        """
        if after is not None and notice.id not in self._looked_after:
            self._looked_after[notice.id] = after
        if notice.kind == "deleted":
            return await self._deleted(notice)
        if notice.kind not in self._ways:
            raise Undeliverable("there is no way to tell this")
        place = self._places.setdefault(notice.number, _Place(notice.thread, notice.card))
        try:
            post = await self._tell_at(notice, place)
        except TopicGone:
            place.thread = place.card = None
            try:
                post = await self._tell_at(notice, place)
            except TopicGone:
                raise TryLater(1.0, "the topic is gone again") from None
        except Undeliverable:
            # Where the case is stays known, for nobody else was told.
            self._forget_posted(notice)
            raise
        self._done(notice)
        return Told(place.thread, place.card, post)

    async def _tell_at(self, notice: Notice, place: _Place) -> int | None:
        await self._settle(notice, place)
        return await self._ways[notice.kind](notice, place)

    async def _settle(self, notice: Notice, place: _Place) -> None:
        """See that there is a topic and a card."""
        if place.thread is not None and place.card is not None:
            return
        case = notice.case
        if case is None:
            raise Undeliverable("there is no case to make a topic for")
        if place.thread is None:
            title = self._looks.title(case)
            older = self._looked_after.get(notice.id, 0)
            found = await self._chat.find_topic(title, older)
            place.thread = found or await self._chat.open_topic(title, ("topic", notice.id))
            self._titles[notice.number] = title
        if place.card is None:
            card = self._looks.card(case, place.thread)
            place.card = await self._surely(notice, card, ("card", notice.id, place.thread))
            place.fresh = True
            await self._pin(place.card)

    async def _pin(self, card: int) -> None:
        try:
            await self._chat.pin(card)
        except Undeliverable:
            # A card that is not pinned is still the first message of its topic.
            return

    async def _card(self, notice: Notice, place: _Place) -> None:
        case = _case(notice)
        await self._redraw(notice, place)
        await self._retitle(case, place)

    async def _redraw(self, notice: Notice, place: _Place) -> None:
        thread = place.thread or 0
        if place.fresh or place.card is None:
            return
        if not await self._chat.edit(place.card, self._looks.card(_case(notice), thread)):
            place.card = None
            await self._settle(notice, place)

    async def _retitle(self, case: Case, place: _Place) -> None:
        title = self._looks.title(case)
        if self._titles.get(case.number) != title:
            await self._chat.rename_topic(place.thread or 0, title)
            self._titles[case.number] = title

    async def _remark(self, notice: Notice, place: _Place) -> int | None:
        if notice.remark is None:
            raise Undeliverable("there is nothing to tell")
        first: int | None = None
        for number, post in enumerate(lines.posts(notice.remark, self._looks, place.thread or 0)):
            try:
                posted = await self._post(notice, post, number)
            except Undeliverable:
                if post.attachment is None:
                    raise
                lost = "\n".join(
                    filter(None, (post.text, self._looks.say("remark-attachment-lost")))
                )
                posted = await self._post(notice, Post(lost, thread=place.thread), number)
            first = posted if first is None else first
        return first

    async def _rendered(self, notice: Notice, place: _Place) -> int | None:
        """What became of a reply, below it; nothing when the translation says the same."""
        remark = notice.remark
        text = lines.rendered(remark, self._looks) if remark is not None else ""
        if remark is None or not text:
            return None
        first = split.parts(text)[0]
        answers = keys.message_id(remark.key)
        await self._post(notice, Post(first, thread=place.thread, reply_to=answers, faint=True))
        return None

    async def _held(self, notice: Notice, place: _Place) -> int | None:
        """A reply waits, because its translation says something else."""
        remark = notice.remark
        if remark is None or remark.delivery is not Delivery.HELD:
            return None
        text = f"{self._looks.say('reply-held')}\n{remark.back or ''}"
        buttons = [
            InlineKeyboardButton(self._looks.say(f"button-{name}"), callback_data=press.data)
            for name in ("send-anyway", "discard")
            if (press := Press(name, notice.number, remark.key)).fits
        ]
        first = split.parts(text)[0]
        answers = keys.message_id(remark.key)
        markup = InlineKeyboardMarkup([buttons])
        await self._post(notice, Post(first, markup, thread=place.thread, reply_to=answers))
        return None

    async def _edited(self, notice: Notice, place: _Place) -> int | None:
        if notice.remark is None:
            raise Undeliverable("there is nothing to tell")
        message_id = _post_of(notice)
        first = lines.posts(notice.remark, self._looks, place.thread or 0)[0]
        if message_id is not None and await self._chat.edit(message_id, first):
            return message_id
        return await self._remark(notice, place)

    async def _recalled(self, notice: Notice, place: _Place) -> int | None:
        message_id = _post_of(notice)
        gone = Post(self._looks.say("remark-recalled"), thread=place.thread)
        if message_id is not None and await self._chat.edit(message_id, gone):
            return message_id
        return await self._post(notice, gone)

    async def _failed(self, notice: Notice, place: _Place) -> int:
        text = lines.quote(notice.remark) or self._looks.say("remark-attachment")
        reason = cut(notice.detail.get("reason", ""), VALUE_LIMIT)
        if reason == "blocked":
            reason = self._looks.say("failed-blocked")
        said = (
            self._looks.say("failed-because", text=text, reason=reason)
            if reason
            else self._looks.say("failed", text=text)
        )
        return await self._post(notice, Post(said, thread=place.thread))

    async def _remind(self, notice: Notice, place: _Place) -> int:
        waited = self._looks.waited(_minutes(notice))
        text = self._looks.say("remind", number=str(notice.number), waited=waited)
        return await self._post(notice, Post(text, thread=place.thread))

    async def _escalate(self, notice: Notice, place: _Place) -> int:
        case = _case(notice)
        text = self._looks.say(
            "escalate",
            number=str(notice.number),
            language=self._looks.language(case.language),
            topic=self._looks.topic(case.topic),
            waited=self._looks.waited(_minutes(notice)),
        )
        posted = await self._post(notice, Post(text, thread=place.thread))
        # In General too: not everybody follows every topic.
        link = _link(self._chat.id, place.thread or 0)
        await self._post(notice, Post(f"{text}\n{link}" if link else text), 1)
        return posted

    async def _expired(self, notice: Notice, place: _Place) -> int:
        await self._redraw(notice, place)
        return await self._post(notice, Post(self._looks.say("expired"), thread=place.thread))

    async def _closed(self, notice: Notice, place: _Place) -> int:
        case = _case(notice)
        await self._redraw(notice, place)
        who = notice.detail.get("who") or (case.claimed_by.name if case.claimed_by else "")
        values = {"number": str(notice.number), "outcome": self._looks.outcome(case)}
        said = (
            self._looks.say("closed-by", who=who, **values)
            if who
            else self._looks.say("closed", **values)
        )
        posted = await self._post(notice, Post(said, thread=place.thread))
        await self._chat.close_topic(place.thread or 0)
        return posted

    async def _reopened(self, notice: Notice, place: _Place) -> int:
        await self._chat.reopen_topic(place.thread or 0)
        await self._redraw(notice, place)
        who = notice.detail.get("who", "")
        number = str(notice.number)
        said = (
            self._looks.say("reopened-by", who=who, number=number)
            if who
            else self._looks.say("reopened", number=number)
        )
        return await self._post(notice, Post(said, thread=place.thread))

    async def _deleted(self, notice: Notice) -> Told:
        place = self._places.get(notice.number)
        thread = place.thread if place is not None else notice.thread
        if thread is not None:
            with suppress(TopicGone):
                await self._chat.delete_topic(thread)
        post = await self._post(notice, Post(self._looks.say("deleted", number=str(notice.number))))
        self._done(notice)
        self._titles.pop(notice.number, None)
        return Told(post=post)

    async def _post(self, notice: Notice, post: Post, number: int = 0) -> int:
        """Post a part of a notice unless that was done by an earlier try."""
        key = ("notice", notice.id, number)
        if key not in self._posted:
            self._posted[key] = await self._surely(notice, post, (*key, post.thread))
        return self._posted[key]

    async def _surely(self, notice: Notice, post: Post, key: Hashable) -> int:
        found = await self._chat.find(post, self._looked_after.get(notice.id, 0))
        return await self._chat.post(post, key) if found is None else found

    def _done(self, notice: Notice) -> None:
        self._places.pop(notice.number, None)
        self._forget_posted(notice)

    def _forget_posted(self, notice: Notice) -> None:
        self._looked_after.pop(notice.id, None)
        self._posted = {key: post for key, post in self._posted.items() if key[1] != notice.id}


def _case(notice: Notice) -> Case:
    if notice.case is None:
        raise Undeliverable("there is no case to tell of")
    return notice.case


def _post_of(notice: Notice) -> int | None:
    text = notice.detail.get("post", "")
    return int(text) if text.isascii() and text.isdecimal() else None


def _minutes(notice: Notice) -> int:
    given = notice.detail.get("minutes", "")
    if given.isascii() and given.isdecimal():
        return int(given)
    waited = datetime.now(timezone.utc) - _case(notice).waiting_since
    return max(0, int(waited.total_seconds() // 60))


def _link(chat_id: int, thread: int) -> str:
    """A link members can follow; only supergroups have one."""
    name = str(chat_id)
    return f"https://t.me/c/{name[4:]}/{thread}" if name.startswith("-100") else ""
