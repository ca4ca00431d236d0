"""What the test server knows about one bot: people, chats, messages, updates, files.

Belongs to the server's event loop; nothing else may change it.
"""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tests.botapi.faults import Faults
from tests.botapi.flood import Flood

Json = dict[str, Any]

#: Sent only if the bot asks for them by name.
_UNASKED = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass
class User:
    """A person with a Telegram account."""

    id: int
    first_name: str
    language_code: str | None
    blocked: bool = False

    def json(self) -> Json:
        """Return it as the Bot API shows it."""
        shown: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        return shown | ({"language_code": self.language_code} if self.language_code else {})


@dataclass
class Topic:
    """A forum topic; its id is the message that opened it."""

    id: int
    name: str
    closed: bool = False


@dataclass
class Chat:
    """A private chat, group, supergroup or channel."""

    id: int
    type: str
    name: str
    is_forum: bool = False
    members: dict[int, str] = field(default_factory=dict)
    bot_rights: set[str] = field(default_factory=set)
    messages: dict[int, Json] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    actions: list[tuple[str, float]] = field(default_factory=list)
    migrated_to: int | None = None
    last_id: int = 0

    def json(self) -> Json:
        """Return it as the Bot API shows it."""
        named = "first_name" if self.type == "private" else "title"
        shown: Json = {"id": self.id, "type": self.type, named: self.name}
        return shown | ({"is_forum": True} if self.is_forum else {})


@dataclass
class Webhook:
    """Where updates are posted to; no url means polling."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    last_error: str | None = None


@dataclass(frozen=True)
class Call:
    """A call the bot made. at: seconds (monotonic)."""

    method: str
    params: dict[str, Any]
    at: float


class State:
    """Everything about one bot."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.me: Json = {
            "id": int(token.split(":", maxsplit=1)[0]),
            "is_bot": True,
            "first_name": "Lotse",
            "username": "lotse_test_bot",
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.updates: list[Json] = []
        self.allowed: set[str] | None = None
        self.webhook = Webhook()
        self.files: dict[str, tuple[str, bytes]] = {}
        self.queries: dict[str, Json] = {}
        self.answered: list[str] = []
        self.told: dict[str, str] = {}
        self.commands: dict[str, list[Json]] = {}
        self.calls: list[Call] = []
        self.faults = Faults()
        self.flood = Flood()
        self.poller = 0
        self.closed = False
        self._update_ids = itertools.count(500_000_001)
        self._shared_ids = itertools.count(1)
        self._query_ids = itertools.count(4_200_000_000_000_001)
        self._changed = asyncio.Event()

    def tell(self) -> None:
        """Wake everybody who waits for a change."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def change(self, timeout: float) -> None:
        """Return after the next change or `timeout` seconds."""
        try:
            await asyncio.wait_for(self._changed.wait(), max(timeout, 0))
        except asyncio.TimeoutError:
            return

    def private_chat(self, user: User) -> Chat:
        """Return a person's chat with the bot, opening it if there is none."""
        chat = self.chats.get(user.id)
        if chat is None:
            chat = self.chats[user.id] = Chat(user.id, "private", user.first_name)
        return chat

    def add_message(self, chat: Chat, sender: Json | None, **content: Any) -> Json:
        """Store a message under the next message_id and return it.

        Supergroups and channels count for themselves; a bot's private chats and plain groups share
        one series, as on the real server.
        """
        shared = chat.type in {"private", "group"}
        chat.last_id = next(self._shared_ids) if shared else chat.last_id + 1
        message: Json = {
            "message_id": chat.last_id,
            "date": int(time.time()),
            "chat": chat.json(),
            **({"from": sender} if sender else {}),
            **content,
        }
        chat.messages[chat.last_id] = message
        self.tell()
        return message

    def add_update(self, kind: str, payload: Json) -> int | None:
        """Queue an update if the bot wants its kind; return its id."""
        wanted = kind not in _UNASKED if self.allowed is None else kind in self.allowed
        if not wanted:
            return None
        return self.add_raw_update({kind: payload})

    def add_raw_update(self, content: Json) -> int:
        """Queue an update whatever it contains; return its id."""
        update_id = next(self._update_ids)
        self.updates.append({"update_id": update_id, **content})
        self.tell()
        return update_id

    def add_query(self, user: User, message: Json, data: str) -> str:
        """Queue a press of a button and return the query's id."""
        query_id = str(next(self._query_ids))
        query: Json = {
            "id": query_id,
            "from": user.json(),
            "message": message,
            "chat_instance": str(message["chat"]["id"] * 7),
            "data": data,
        }
        self.queries[query_id] = query
        self.add_update("callback_query", query)
        return query_id

    def add_file(self, folder: str, name: str, content: bytes) -> Json:
        """Store a file and return what messages say about it."""
        number = len(self.files) + 1
        file_id = f"file-id-{number}"
        self.files[file_id] = (f"{folder}/file_{number}_{name}", content)
        return {
            "file_id": file_id,
            "file_unique_id": f"unique-{number}",
            "file_size": len(content),
        }

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Remember which updates are wanted; None keeps what was said before, nothing is all."""
        if kinds is not None:
            self.allowed = set(kinds) or None
