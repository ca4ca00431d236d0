"""Who belongs to the group."""

from __future__ import annotations

import time

from telegram import ChatMemberRestricted
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, Forbidden

from connectors.telegram.client import Client
from connectors.telegram.limits import FloodLimits

#: Seconds a member is believed to be one without asking again.
BELIEVED_SECONDS = 300.0
_INSIDE = {ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.MEMBER}


class Members:
    """Asks Telegram whether somebody is in the group; those who are, only now and then."""

    def __init__(self, client: Client, limits: FloodLimits, chat_id: int) -> None:
        self._client = client
        self._limits = limits
        self._chat_id = chat_id
        self._seen: dict[int, float] = {}

    async def has(self, user_id: int) -> bool:
        """Return whether a user is in the group now. Raises TelegramError when it cannot be told.

        Buttons can be pressed by people who see an old message but were removed since, and in a
        public group by anybody.
        """
        now = time.monotonic()
        if now - self._seen.get(user_id, -BELIEVED_SECONDS) < BELIEVED_SECONDS:
            return True
        self._seen.pop(user_id, None)
        await self._limits.wait_overall()
        try:
            member = await self._client.get_chat_member(self._chat_id, user_id)
        except (BadRequest, Forbidden):
            return False
        inside = member.status in _INSIDE or (
            isinstance(member, ChatMemberRestricted) and member.is_member
        )
        if inside:
            self._seen[user_id] = now
        return inside
