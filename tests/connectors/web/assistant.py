"""An assistant in memory: keeps what is said to it, and what it says is set by the test."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from connectors.desk import Attachment
from connectors.messages import EXPORT, Button, File, InboundMessage, OutboundMessage

Turn = Callable[["Assistant", InboundMessage], Awaitable[None]]


class Assistant:
    """`accept`, `export` and a `Mailbox` in one; `broken` makes all fail as a lost database would.

    files: what is kept about somebody, by address.
    """

    def __init__(self) -> None:
        self.heard: list[InboundMessage] = []
        self.attempts: list[InboundMessage] = []
        self.said: list[OutboundMessage] = []
        self.seen_calls: list[tuple[str, int]] = []
        self.done: set[tuple[str, str]] = set()
        self.files: dict[str, File] = {}
        self.broken = False
        self.turn: Turn | None = None
        self._news = asyncio.Condition()
        self._turns: set[asyncio.Task[None]] = set()

    async def accept(self, message: InboundMessage) -> bool:
        self.attempts.append(message)
        self._fail_if_broken(message.text)
        if self._key(message) in map(self._key, self.heard):
            return False
        self.heard.append(message)
        if self.turn is not None:
            task = asyncio.create_task(self._take(message))
            self._turns.add(task)
            task.add_done_callback(self._turns.discard)
        return True

    async def say(
        self,
        address: str,
        text: str,
        language: str = "de",
        buttons: Sequence[Button] = (),
        reply_to: str | None = None,
        exports: bool = False,
    ) -> OutboundMessage:
        attachment = Attachment(EXPORT, "") if exports else None
        message = OutboundMessage(
            len(self.said) + 1, address, text, language, tuple(buttons), reply_to, attachment
        )
        self.said.append(message)
        await self._tell()
        return message

    async def export(self, address: str) -> File | None:
        self._fail_if_broken("export")
        return self.files.get(address)

    async def after(self, address: str, outbox_id: int) -> Sequence[OutboundMessage]:
        self._fail_if_broken("after")
        return [m for m in self.said if m.address == address and m.outbox_id > outbox_id]

    async def seen(self, address: str, outbox_id: int) -> None:
        self._fail_if_broken("seen")
        self.seen_calls.append((address, outbox_id))

    async def wait(self, address: str, seconds: float) -> bool:
        async with self._news:
            try:
                await asyncio.wait_for(self._news.wait(), seconds)
            except asyncio.TimeoutError:
                return False
        return True

    async def answer_to(
        self, address: str, message_id: str, seconds: float
    ) -> Sequence[OutboundMessage] | None:
        async with self._news:
            try:
                await asyncio.wait_for(
                    self._news.wait_for(lambda: (address, message_id) in self.done), seconds
                )
            except asyncio.TimeoutError:
                return None
        return [m for m in self.said if (m.address, m.reply_to) == (address, message_id)]

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.heard]

    async def _take(self, message: InboundMessage) -> None:
        assert self.turn is not None
        await self.turn(self, message)
        self.done.add((message.address, message.message_id))
        await self._tell()

    async def _tell(self) -> None:
        async with self._news:
            self._news.notify_all()

    def _fail_if_broken(self, text: str) -> None:
        if self.broken:
            raise ConnectionError("database down, and here is what was said: " + text)

    @staticmethod
    def _key(message: InboundMessage) -> tuple[str, str, str]:
        return message.channel, message.address, message.message_id


async def echo(assistant: Assistant, message: InboundMessage) -> None:
    """A turn that repeats what it heard."""
    await assistant.say(message.address, f"echo {message.text}", reply_to=message.message_id)
