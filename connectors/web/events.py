"""What is said to a resident, as server-sent events."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from typing import Any

import anyio
from sse_starlette import EventSourceResponse, ServerSentEvent

from connectors.messages import Mailbox, OutboundMessage

_log = logging.getLogger(__name__)

#: Seconds; proxies and phone networks cut connections that are silent for longer than 30 or 60.
KEEP_ALIVE = 15.0
_GRACE = 5.0


def stream(mailbox: Mailbox, address: str, after: int, keep_alive: float) -> EventSourceResponse:
    """Everything said to the address after an outbox id, then what follows, until either side ends.

    An event "ready" without an id tells that all that was there has been sent. When the mailbox
    fails the stream ends; the client comes back with the last id it has.
    """
    stopping = anyio.Event()
    return EventSourceResponse(
        _events(mailbox, address, after, keep_alive, stopping),
        ping=keep_alive,
        ping_message_factory=lambda: ServerSentEvent(comment="keep-alive"),
        shutdown_event=stopping,
        shutdown_grace_period=_GRACE,
    )


async def _events(
    mailbox: Mailbox, address: str, last: int, keep_alive: float, stopping: anyio.Event
) -> AsyncIterator[ServerSentEvent]:
    ready = False
    try:
        while not stopping.is_set():
            # Waiting begins before reading: news between the two would else be noticed late.
            news = asyncio.ensure_future(mailbox.wait(address, keep_alive))
            try:
                await asyncio.sleep(0)
                for message in await mailbox.after(address, last):
                    last = message.outbox_id
                    yield _event(message)
                if not ready:
                    ready = True
                    yield ServerSentEvent(event="ready", data="")
                await _first(news, stopping)
            finally:
                await _cancelled(news)
    except Exception as error:
        # An error of a database quotes the message, so only its kind is logged.
        _log.error("the mailbox could not be read (%s)", type(error).__name__)


async def _first(news: asyncio.Future[bool], stopping: anyio.Event) -> None:
    stop = asyncio.ensure_future(stopping.wait())
    either: set[asyncio.Future[Any]] = {news, stop}
    try:
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
    finally:
        await _cancelled(stop)
    if news.done():
        news.result()


async def _cancelled(task: asyncio.Future[Any]) -> None:
    if not task.done():
        task.cancel()
        await asyncio.wait({task})
    elif not task.cancelled():
        task.exception()


def _event(message: OutboundMessage) -> ServerSentEvent:
    data = {
        "id": message.outbox_id,
        "text": message.text,
        "language": message.language,
        "buttons": [
            {"title": button.title, "payload": button.payload} for button in message.buttons
        ],
        "reply_to": message.reply_to,
        "changes": None if message.changes is None else int(message.changes),
        "recall": message.recall,
        "file": message.exports,
    }
    return ServerSentEvent(id=str(message.outbox_id), event="message", data=json.dumps(data))
