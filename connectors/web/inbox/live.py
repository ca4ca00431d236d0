"""Tells the pages that something changed, as server-sent events."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator

import anyio
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.responses import Response

from connectors.desk import Desk
from connectors.web import fields
from connectors.web.errors import Refused
from connectors.web.inbox.accounts import Accounts
from connectors.web.inbox.problems import Problem
from connectors.web.inbox.visit import Visit

_log = logging.getLogger(__name__)
_GRACE = 5.0


class Live:
    """The stream behind every page. It carries nothing of a case: pages ask for what they show."""

    def __init__(self, desk: Desk, accounts: Accounts, keep_alive: float) -> None:
        """keep_alive: seconds between signs of life, and between looks at the session."""
        self._desk = desk
        self._accounts = accounts
        self._keep_alive = keep_alive

    async def events(self, visit: Visit) -> Response:
        """An event "changed" with each new version; "gone" when the session is over."""
        asked = visit.request.query_params.get("after", "0")
        known = visit.request.headers.get("Last-Event-ID") or "0"
        try:
            after = max(fields.cursor(asked, "after"), fields.cursor(known, "Last-Event-ID"))
        except Refused:
            raise Problem(400, "input") from None
        stopping = anyio.Event()
        return EventSourceResponse(
            self._events(visit.token, after, stopping),
            ping=self._keep_alive,
            ping_message_factory=lambda: ServerSentEvent(comment="keep-alive"),
            shutdown_event=stopping,
            shutdown_grace_period=_GRACE,
        )

    async def _events(
        self, token: str, last: int, stopping: anyio.Event
    ) -> AsyncIterator[ServerSentEvent]:
        yield ServerSentEvent(event="ready", data="")
        try:
            while not stopping.is_set():
                newest = await self._newest(last, stopping)
                if await self._accounts.who(token) is None:
                    yield ServerSentEvent(event="gone", data="")
                    return
                if newest != last:
                    last = newest
                    yield ServerSentEvent(event="changed", data=str(newest), id=str(newest))
        except Exception as error:
            # The page comes back by itself.
            _log.error("changes could not be told (%s)", type(error).__name__)

    async def _newest(self, last: int, stopping: anyio.Event) -> int:
        """The newest version, as soon as it is another one, the time is over or all ends."""
        news = asyncio.ensure_future(self._desk.changed(last, self._keep_alive))
        stop = asyncio.ensure_future(stopping.wait())
        try:
            await asyncio.wait({news, stop}, return_when=asyncio.FIRST_COMPLETED)
            return news.result() if news.done() else last
        finally:
            for task in (news, stop):
                task.cancel()
            await asyncio.gather(news, stop, return_exceptions=True)
