"""Ready-made replies: found by subject, sent by a button or by their code."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from connectors.desk import Counsellor, Desk, DeskRefusal, ReadyMade
from connectors.telegram.group.feedback import Feedback
from connectors.telegram.group.payloads import Press
from connectors.telegram.split import LIMIT, units

#: Telegram takes a hundred buttons; more than these nobody reads.
_MOST = 40


class ReadyMadeMenu:
    """Shows and sends ready-made replies."""

    def __init__(self, desk: Desk, feedback: Feedback) -> None:
        self._desk = desk
        self._feedback = feedback

    async def show(self, thread: int, number: int, instead_of: int | None = None) -> None:
        """Post the subjects, or put them in the place of a menu."""
        replies = await self._desk.ready_made_replies()
        if not replies:
            await self._feedback.say(thread, self._feedback.phrase("ready-none"))
            return
        subjects = sorted({reply.subject for reply in replies})[:_MOST]
        rows = [
            [self._button(subject, Press("subject", number, _mark(subject)))]
            for subject in subjects
        ]
        rows.append([self._cancel(number)])
        text = self._feedback.phrase("ready-subjects", code=replies[0].code)
        if instead_of is None:
            await self._feedback.say(thread, text, markup=InlineKeyboardMarkup(rows))
        else:
            await self._feedback.change(instead_of, text, InlineKeyboardMarkup(rows))

    async def show_subject(self, message_id: int, number: int, mark: str) -> bool:
        """Put the replies of a subject in the menu's place; False if there is none any more."""
        replies = [r for r in await self._desk.ready_made_replies() if _mark(r.subject) == mark]
        if not replies:
            return False
        rows = [
            [self._button(reply.code, Press("ready", number, reply.code))]
            for reply in replies[:_MOST]
            if Press("ready", number, reply.code).fits
        ]
        back = self._button(self._feedback.phrase("button-back"), Press("ready-made-again", number))
        rows.append([back, self._cancel(number)])
        await self._feedback.change(message_id, self._listed(replies), InlineKeyboardMarkup(rows))
        return True

    async def placeholders(self, code: str) -> Sequence[str]:
        """Return what a reply has to be told. Raises DeskRefusal for an unknown code."""
        return (await self._find(code)).placeholders

    async def send(
        self,
        thread: int,
        number: int,
        who: Counsellor,
        code: str,
        given: Sequence[str],
        key: str,
    ) -> None:
        """Say a reply and show it in the topic. given: its values in order. Raises DeskRefusal."""
        reply = await self._find(code)
        missing = reply.placeholders[len([value for value in given if value]) :]
        if missing:
            raise DeskRefusal("missing_value", detail=", ".join(missing))
        values = dict(zip(reply.placeholders, given, strict=False))
        remark = await self._desk.ready_made(number, who, reply.code, values, key)
        heading = self._feedback.phrase("remark-colleague", who=who.name)
        await self._feedback.say(thread, f"{heading} {remark.text}")

    async def _find(self, code: str) -> ReadyMade:
        for reply in await self._desk.ready_made_replies(code):
            if reply.code.casefold() == code.casefold():
                return reply
        raise DeskRefusal("unknown_code")

    def _listed(self, replies: Sequence[ReadyMade]) -> str:
        text = self._feedback.phrase("ready-list", subject=replies[0].subject)
        for reply in replies:
            line = f"\n\n{reply.code}: {reply.german}"
            if units(text + line) > LIMIT:
                break
            text += line
        return text

    def _cancel(self, number: int) -> InlineKeyboardButton:
        return self._button(self._feedback.phrase("button-cancel"), Press("cancel", number))

    def _button(self, title: str, press: Press) -> InlineKeyboardButton:
        return InlineKeyboardButton(title, callback_data=press.data)


def _mark(subject: str) -> str:
    """A subject in a few characters: its words may be too long for a button."""
    return f"{zlib.crc32(subject.encode()):08x}"
