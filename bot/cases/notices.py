"""Tells the counsellors' Telegram group about cases, in order within each case."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Protocol

from sqlalchemy.engine import Connection

from bot.cases import views
from bot.drains import Drains
from bot.records import Records
from bot.storage import cases, notices, remarks
from bot.storage.database import DatabaseUnavailable
from connectors.desk import Notice
from connectors.messages import ABOUT_TO_SEND, TryLater, Undeliverable

log = logging.getLogger(__name__)
PAUSE_AFTER_A_FAULT_SECONDS = 5.0


#: Kinds of notices that take more than one message.
MANY_MESSAGES = frozenset({"open", "reopened", "escalate"})


class Told(Protocol):
    """What became known by telling: the forum topic, the card and the post, None if not."""

    @property
    def thread(self) -> int | None: ...

    @property
    def card(self) -> int | None: ...

    @property
    def post(self) -> int | None: ...


class Group(Protocol):
    """The counsellors' group, as `connectors.telegram.group` has it."""

    async def tell(self, notice: Notice, after: int | None = None) -> Told:
        """Say it there. Raises TryLater or Undeliverable.

        after: what ABOUT_TO_SEND was told in a try that a crash cut off; what of it arrived is not
        repeated.
        """


@dataclass(frozen=True)
class _Due:
    notice: Notice
    remark: remarks.Row | None
    tried_after: int | None


class Notices:
    """One task for each case that the group has to hear something about."""

    def __init__(self, records: Records, group: Group) -> None:
        """group: where to say it."""
        self._records = records
        self._group = group
        self._drains: Drains[int] = Drains(self._drain)
        self._tried: set[int] = set()
        self._noted: set[int] = set()

    async def resume(self) -> None:
        """Go on with what was left when the last process ended. Raises DatabaseUnavailable."""
        for number in await self._records.read(notices.waiting_cases):
            self.announce(number)

    def announce(self, number: int) -> None:
        """There may be something to tell about this case."""
        self._drains.announce(number)

    async def stop(self) -> None:
        """Let go; what is not told stays in the table."""
        await self._drains.stop()

    async def _drain(self, number: int) -> None:
        while True:
            try:
                due = await self._records.read(lambda c: _next(c, number))
                if due is None:
                    return
                await self._tell(due)
            except DatabaseUnavailable:
                await asyncio.sleep(PAUSE_AFTER_A_FAULT_SECONDS)

    async def _tell(self, due: _Due) -> None:
        notice = due.notice
        try:
            told = await self._once(due)
        except TryLater as later:
            await asyncio.sleep(later.seconds)
            return
        except Undeliverable as error:
            log.error("the group cannot be told about case %s: %s", notice.number, error)
            await self._settle(due, None, notices.FAILED)
            return
        except Exception as error:
            log.error("telling about case %s failed: %s", notice.number, type(error).__name__)
            await asyncio.sleep(PAUSE_AFTER_A_FAULT_SECONDS)
            return
        await self._settle(due, told, notices.SENT)

    async def _once(self, due: _Due) -> Told:
        """Tell it; `after` only where another process may have told it before it died."""
        notice = due.notice
        first = notice.id not in self._tried
        self._tried.add(notice.id)

        async def note(newest: int) -> None:
            # What takes several messages is looked for from before the first of them.
            if notice.kind in MANY_MESSAGES and notice.id in self._noted:
                return
            self._noted.add(notice.id)
            await self._records.run(lambda c: notices.note_try(c, notice.id, newest))

        if first and due.tried_after is not None:
            self._noted.add(notice.id)
        token = ABOUT_TO_SEND.set(note)
        try:
            return await self._group.tell(notice, due.tried_after if first else None)
        finally:
            ABOUT_TO_SEND.reset(token)

    async def _settle(self, due: _Due, told: Told | None, state: str) -> None:
        """What was told must not be told again: the database is asked until it answers."""

        def write(connection: Connection) -> None:
            notices.mark(connection, [due.notice.id], state)
            if told is None:
                return
            known = cases.note_posts(connection, due.notice.number, told.thread, told.card)
            if not known and told.thread is not None and due.notice.kind != "deleted":
                # The resident erased everything while the topic was being made.
                at = datetime.now(timezone.utc)
                thread = str(told.thread)
                notices.add(connection, due.notice.number, "deleted", at, thread=thread)
            if due.remark is not None and told.post is not None:
                remarks.change(connection, due.remark.id, post=told.post)

        self._tried.discard(due.notice.id)
        self._noted.discard(due.notice.id)
        while True:
            try:
                await self._records.run(write)
            except DatabaseUnavailable:
                await asyncio.sleep(PAUSE_AFTER_A_FAULT_SECONDS)
            else:
                return


def _next(connection: Connection, number: int) -> _Due | None:
    waiting = notices.pending(connection, number)
    if not waiting:
        return None
    first = waiting[0]
    row = cases.get(connection, number)
    remark = remarks.get(connection, first.remark_id) if first.remark_id is not None else None
    if (row is not None and row.wants_pending) or (remark is not None and remark.pending):
        # It is told as soon as it is translated; the bell rings then.
        return None
    detail = dict(first.detail)
    if remark is not None and remark.post is not None:
        detail["post"] = str(remark.post)
    thread = row.thread if row else int(detail["thread"]) if "thread" in detail else None
    notice = Notice(
        id=first.id,
        number=number,
        kind=first.kind,
        case=views.case_of(row) if row else None,
        thread=thread,
        card=row.card if row else None,
        remark=views.remark_of(remark) if remark else None,
        detail=detail,
    )
    return _Due(notice, remark, first.tried_after)
