"""Gives residents everything that is kept about them as a file, made when it is asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.privacy.export_gathering import gather
from bot.privacy.export_page import ExportPage
from bot.privacy.pseudonyms import Pseudonyms
from bot.records import Records
from connectors.messages import Export, File


class Exports:
    """Makes the files and keeps none of them."""

    def __init__(
        self,
        records: Records,
        pseudonyms: Pseudonyms,
        page: ExportPage,
        now: Callable[[], datetime],
    ) -> None:
        """page: writes the file. now: an aware datetime."""
        self._records = records
        self._pseudonyms = pseudonyms
        self._page = page
        self._now = now

    async def of(self, conversation_id: str) -> File | None:
        """The file of a conversation, None if it is not known. Raises DatabaseUnavailable."""
        kept = await self._records.read(lambda c: gather(c, conversation_id))
        if kept is None:
            return None
        made_at = self._now()
        # Apart from the database's thread, which others wait for.
        content = await asyncio.to_thread(self._page.written, kept, made_at)
        day = made_at.astimezone(ZoneInfo(self._page.place.timezone)).date()
        return File(f"lotse-{day.isoformat()}.html", content)

    def of_channel(self, channel: str) -> Export:
        """What makes the files of one channel's residents, by their address there."""

        async def of_address(address: str) -> File | None:
            return await self.of(self._pseudonyms.conversation_id(channel, address))

        return of_address
