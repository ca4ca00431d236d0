"""Buttons pressed in the group, as calls to the desk."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from connectors.desk import Closing, Counsellor, Desk, DeskRefusal, Outcome
from connectors.telegram.group import lines, payloads
from connectors.telegram.group.closing import Choice, ClosingMenu
from connectors.telegram.group.feedback import Feedback
from connectors.telegram.group.keys import press_key
from connectors.telegram.group.looks import VALUE_LIMIT, Looks, cut
from connectors.telegram.group.members import Members
from connectors.telegram.group.payloads import Press
from connectors.telegram.group.reader import counsellor
from connectors.telegram.group.ready import ReadyMadeMenu

_MOST_COLLEAGUES = 60


@dataclass(frozen=True)
class Pressed:
    """Who pressed what below which message. thread: the forum topic."""

    query_id: str
    press: Press
    who: Counsellor
    message_id: int
    thread: int

    @property
    def number(self) -> int:
        """Return the case's number."""
        return self.press.number


class Presses:
    """Does what buttons stand for."""

    def __init__(
        self,
        desk: Desk,
        looks: Looks,
        members: Members,
        feedback: Feedback,
        ready: ReadyMadeMenu,
    ) -> None:
        self._desk = desk
        self._looks = looks
        self._members = members
        self._feedback = feedback
        self._ready = ready
        self._closing = ClosingMenu(looks.say, looks.topics)
        #: What each action answers the presser; None: nothing to say.
        self._ways: dict[str, Callable[[Pressed], Awaitable[str | None]]] = {
            "take": self._take,
            "close": self._close,
            "toggle": self._toggle,
            "next": self._next,
            "outcome": self._outcome,
            "hand-over": self._hand_over,
            "to": self._to,
            "release": self._release,
            "reopen": self._reopen,
            "originals": self._originals,
            "ready-made": self._ready_made,
            "ready-made-again": self._ready_made_again,
            "subject": self._subject,
            "ready": self._ready_one,
            "send-anyway": self._send_anyway,
            "discard": self._discard,
            "cancel": self._cancel,
        }

    async def take(self, query: CallbackQuery) -> None:
        """Do what a pressed button asks for. Raises when it could not be done just now."""
        say = self._feedback.phrase
        press = payloads.read(query.data)
        message = query.message
        if press is None or not isinstance(message, Message) or message.message_thread_id is None:
            await self._feedback.answer(query.id, say("press-old"), alert=True)
            return
        if not await self._members.has(query.from_user.id):
            await self._feedback.answer(query.id, say("press-elsewhere"), alert=True)
            return
        if press.action == "note":
            await self._feedback.answer(query.id, say("note-how"), alert=True)
            return
        way = self._ways.get(press.action, self._unknown)
        pressed = Pressed(
            query.id,
            press,
            counsellor(query.from_user),
            message.message_id,
            message.message_thread_id,
        )
        try:
            said = await way(pressed)
        except DeskRefusal as refusal:
            await self._feedback.answer(query.id, self._feedback.refusal(refusal), alert=True)
            return
        await self._feedback.answer(query.id, said or "")

    async def _take(self, pressed: Pressed) -> str:
        try:
            await self._desk.claim(pressed.number, pressed.who)
        except DeskRefusal as refusal:
            # Delivered twice, the second press finds the case taken by the same person.
            if refusal.reason != "taken" or refusal.who != pressed.who.name:
                raise
        return self._say("took", pressed)

    async def _release(self, pressed: Pressed) -> str:
        await self._desk.release(pressed.number, pressed.who)
        return self._say("released", pressed)

    async def _reopen(self, pressed: Pressed) -> str:
        await self._desk.reopen(pressed.number, pressed.who)
        return self._say("reopening", pressed)

    async def _close(self, pressed: Pressed) -> None:
        case = (await self._desk.file(pressed.number)).case
        choice = self._closing.choice(set(case.topics) | {case.topic or ""})
        await self._feedback.say(
            pressed.thread,
            self._say("close-topics", pressed),
            markup=self._closing.topic_keyboard(pressed.number, choice),
        )

    async def _toggle(self, pressed: Pressed) -> str | None:
        choice = self._closing.read(pressed.press.rest)
        if choice is None:
            return await self._begin_again(pressed)
        await self._feedback.change(
            pressed.message_id,
            self._say("close-topics", pressed),
            self._closing.topic_keyboard(pressed.number, choice),
        )
        return None

    async def _next(self, pressed: Pressed) -> str | None:
        choice = self._closing.read(pressed.press.rest)
        if choice is None:
            return await self._begin_again(pressed)
        if not choice.bits:
            return self._feedback.phrase("close-no-topic")
        await self._feedback.change(
            pressed.message_id,
            self._feedback.phrase("close-outcome", topics=self._closing.listed(choice)),
            self._closing.outcome_keyboard(pressed.number, choice),
        )
        return None

    async def _outcome(self, pressed: Pressed) -> str | None:
        text, _, name = pressed.press.rest.rpartition(".")
        choice = self._closing.read(text)
        if choice is None or name not in {outcome.value for outcome in Outcome}:
            return await self._begin_again(pressed)
        closing = Closing(self._closing.topics(choice), Outcome(name))
        await self._desk.close(pressed.number, pressed.who, closing)
        done = self._done(choice, name)
        await self._feedback.change(pressed.message_id, done)
        return None

    async def _hand_over(self, pressed: Pressed) -> str | None:
        others = [c for c in await self._desk.colleagues() if c.key != pressed.who.key]
        rows = [
            [InlineKeyboardButton(other.name, callback_data=press.data)]
            for other in others[:_MOST_COLLEAGUES]
            if (press := Press("to", pressed.number, other.key)).fits
        ]
        if not rows:
            return self._feedback.phrase("hand-over-nobody")
        cancel = Press("cancel", pressed.number).data
        rows.append(
            [InlineKeyboardButton(self._feedback.phrase("button-cancel"), callback_data=cancel)]
        )
        await self._feedback.say(
            pressed.thread, self._say("hand-over-to", pressed), markup=InlineKeyboardMarkup(rows)
        )
        return None

    async def _to(self, pressed: Pressed) -> str | None:
        known = {other.key: other for other in await self._desk.colleagues()}
        to = known.get(pressed.press.rest)
        if to is None:
            raise DeskRefusal("unknown_counsellor")
        await self._desk.move(pressed.number, pressed.who, to)
        await self._feedback.change(
            pressed.message_id, self._say("hand-over-done", pressed, who=to.name)
        )
        return None

    async def _originals(self, pressed: Pressed) -> None:
        file = await self._desk.file(pressed.number)
        told = [lines.original(remark, self._looks) for remark in file.remarks]
        text = "\n\n".join(told) or self._feedback.phrase("originals-none")
        await self._feedback.say(pressed.thread, text)

    async def _ready_made(self, pressed: Pressed) -> None:
        await self._ready.show(pressed.thread, pressed.number)

    async def _ready_made_again(self, pressed: Pressed) -> None:
        await self._ready.show(pressed.thread, pressed.number, pressed.message_id)

    async def _subject(self, pressed: Pressed) -> str | None:
        shown = await self._ready.show_subject(
            pressed.message_id, pressed.number, pressed.press.rest
        )
        return None if shown else self._feedback.phrase("press-old")

    async def _ready_one(self, pressed: Pressed) -> str | None:
        code = pressed.press.rest
        wanted = await self._ready.placeholders(code)
        if wanted:
            values = cut(" | ".join(wanted), VALUE_LIMIT)
            usage = self._feedback.phrase("ready-usage", code=code, values=values)
            await self._feedback.change(pressed.message_id, usage)
            return None
        key = press_key(pressed.query_id)
        await self._ready.send(pressed.thread, pressed.number, pressed.who, code, (), key)
        await self._feedback.remove(pressed.message_id)
        return self._feedback.phrase("sent")

    async def _send_anyway(self, pressed: Pressed) -> str:
        await self._desk.send_anyway(pressed.number, pressed.who, pressed.press.rest)
        await self._feedback.change(pressed.message_id, self._feedback.phrase("reply-sent-anyway"))
        return self._feedback.phrase("sent")

    async def _discard(self, pressed: Pressed) -> str:
        await self._desk.recall(pressed.number, pressed.who, pressed.press.rest)
        await self._feedback.change(pressed.message_id, self._feedback.phrase("reply-discarded"))
        return self._feedback.phrase("cancelled")

    async def _cancel(self, pressed: Pressed) -> str:
        await self._feedback.remove(pressed.message_id)
        return self._feedback.phrase("cancelled")

    async def _unknown(self, pressed: Pressed) -> str:
        return self._feedback.phrase("press-old")

    async def _begin_again(self, pressed: Pressed) -> str:
        await self._feedback.remove(pressed.message_id)
        return self._feedback.phrase("close-again")

    def _done(self, choice: Choice, outcome: str) -> str:
        return self._feedback.phrase(
            "close-done",
            outcome=self._feedback.phrase(f"outcome-{outcome}"),
            topics=self._closing.listed(choice),
        )

    def _say(self, phrase: str, pressed: Pressed, **values: str) -> str:
        return self._feedback.phrase(phrase, number=str(pressed.number), **values)
