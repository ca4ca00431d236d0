"""Shows that a reply is on its way, on channels that can."""

from __future__ import annotations

import asyncio

from connectors.messages import Accept, Connector, InboundMessage


class TypingSigns:
    """Accepts messages as the intake does and then lets the connector show that it is typing."""

    def __init__(self, accept: Accept) -> None:
        """accept: the intake's. The connector is given later: it needs this object first."""
        self._accept = accept
        self._connector: Connector | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def show_on(self, connector: Connector) -> None:
        """Use this connector from now on."""
        self._connector = connector

    async def accept(self, message: InboundMessage) -> bool:
        """Keep the message; the sign does not hold up the answer. Raises what the intake raises."""
        is_new = await self._accept(message)
        if is_new and self._connector is not None:
            task = asyncio.create_task(self._connector.typing(message.address))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return is_new
