"""A process that understands: takes the turns of the conversations it is told about.

It speaks with the serving process over a socket, one JSON object a line:
`{"turn": conversation}` and `{"parse": number, "text": ...}` come in; `{"ready": true}`,
`{"done": conversation, "case": number or null}`, `{"idle": conversation}` and
`{"parsed": number, "result": ...}` go out.
"""

from __future__ import annotations

import asyncio
import json
import logging
import socket
from collections.abc import Awaitable, Callable
from typing import Any

from bot.storage.database import DatabaseUnavailable
from bot.turn import Done

log = logging.getLogger(__name__)
#: How long to wait before asking a database again that did not answer.
DATABASE_PAUSE_SECONDS = 1.0
#: Longest line either side sends: a parsed text with all its details fits many times over.
LINE_LIMIT = 4 * 1024 * 1024

RunNext = Callable[[str], Awaitable[Done | None]]
Parse = Callable[[str], Awaitable[dict[str, Any]]]


class WorkerLoop:
    """Reads jobs from the socket and does them one after the other."""

    def __init__(self, run_next: RunNext, parse: Parse) -> None:
        """run_next: take the next turn of a conversation; None when there is none."""
        self._run_next = run_next
        self._parse = parse

    async def serve(self, sock: socket.socket) -> None:
        """Work until the other side closes the socket."""
        reader, writer = await asyncio.open_connection(sock=sock, limit=LINE_LIMIT)
        _write(writer, {"ready": True})
        while line := await reader.readline():
            job = json.loads(line)
            if "turn" in job:
                await self._turns(job["turn"], writer)
            else:
                _write(writer, {"parsed": job["parse"], "result": await self._parse(job["text"])})
            await writer.drain()
        writer.close()

    async def _turns(self, conversation_id: str, writer: asyncio.StreamWriter) -> None:
        while True:
            try:
                done = await self._run_next(conversation_id)
            except DatabaseUnavailable:
                log.warning("the database does not answer; waiting")
                await asyncio.sleep(DATABASE_PAUSE_SECONDS)
                continue
            if done is None:
                break
            if done.message_id is not None:
                _write(writer, {"done": conversation_id, "case": done.case})
                await writer.drain()
        _write(writer, {"idle": conversation_id})


def _write(writer: asyncio.StreamWriter, message: dict[str, Any]) -> None:
    writer.write(json.dumps(message, ensure_ascii=False).encode() + b"\n")
