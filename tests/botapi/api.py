"""What a test gets: one bot on the server, its people, its troubles."""

from __future__ import annotations

import asyncio
import itertools
import secrets
import time
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from tests.botapi.errors import ApiError
from tests.botapi.faults import ANY, Fault
from tests.botapi.flood import Flood
from tests.botapi.people import Group, Person
from tests.botapi.server import Server
from tests.botapi.state import Call, Chat, Json, State, User

T = TypeVar("T")


class BotApi:
    """One bot with a token of its own.

    url: the server's root, for LOTSE_TELEGRAM_API_URL. token: for LOTSE_TELEGRAM_TOKEN.
    """

    def __init__(self, server: Server) -> None:
        self._server = server
        self.url = server.url
        self.token = f"{secrets.randbelow(10**8) + 6 * 10**9}:AA{secrets.token_urlsafe(24)}"
        self.state: State = self._run(server.add(self.token))
        self._user_ids = itertools.count(712_345_001)
        self._chat_ids = itertools.count(1_001_234_567_001)

    def close(self) -> None:
        """End everything that still waits."""
        self._run(self._server.remove(self.token))

    def person(
        self,
        id: int | None = None,
        first_name: str = "Amira",
        language_code: str | None = "de",
    ) -> Person:
        """Return a new person, who has not written to the bot yet."""
        user = User(id or next(self._user_ids), first_name, language_code)
        self.state.users[user.id] = user
        return Person(self, user)

    def supergroup(self, title: str = "Team", *, forum: bool = False) -> Group:
        """Return a new supergroup without anybody in it."""
        return self._add_chat(Chat(-next(self._chat_ids), "supergroup", title, is_forum=forum))

    def group(self, title: str = "Team") -> Group:
        """Return a new plain group without anybody in it."""
        return self._add_chat(Chat(-(next(self._chat_ids) % 10**9), "group", title))

    @property
    def flood(self) -> Flood:
        """Return the flood control: set `on`, `per_chat`, `burst`, `overall`."""
        return self.state.flood

    @property
    def answered(self) -> list[str]:
        """Return the ids of answered callback queries."""
        return list(self.state.answered)

    @property
    def told(self) -> dict[str, str]:
        """Return what the presser of a button was told, by the callback query's id."""
        return dict(self.state.told)

    @property
    def pending(self) -> int:
        """Return the number of updates not confirmed yet."""
        return len(self.state.updates)

    @property
    def commands(self) -> dict[str, list[Json]]:
        """Return the menus by language ("" for all others)."""
        return dict(self.state.commands)

    def calls(self, method: str) -> list[Call]:
        """Return the calls of a method so far."""
        return [call for call in list(self.state.calls) if call.method == method]

    def fail(
        self,
        method: str = ANY,
        status: int = 500,
        times: int = 1,
        description: str = "Internal Server Error",
        parameters: Json | None = None,
    ) -> None:
        """Answer the next calls of a method with an error."""
        self._fault(Fault(method, times, error=ApiError(status, description, parameters)))

    def drop(self, method: str = ANY, times: int = 1, *, after: bool = False) -> None:
        """Cut the connection of the next calls, `after` they had their effect or before."""
        self._fault(Fault(method, times, drop="after" if after else "before"))

    def delay(self, method: str, seconds: float, times: int = 1) -> None:
        """Let the next calls of a method take longer."""
        self._fault(Fault(method, times, delay=seconds))

    def garble(self, method: str, body: bytes = b"{", times: int = 1) -> None:
        """Send something else than the answer; the call has its effect."""
        self._fault(Fault(method, times, body=body))

    def goes_silent(self) -> None:
        """Answer nothing any more, but keep connections open."""
        self.on_server(self.state.faults.silence)

    def recovers(self) -> None:
        """Forget all faults and speak again."""
        self.on_server(self.state.faults.clear)

    def sets_webhook_elsewhere(self, url: str) -> None:
        """Do what another program with the same token would do."""
        self.on_server(self._set_webhook, url)

    def update(self, content: Json) -> int:
        """Queue any update, e.g. a broken one; return its update_id."""
        return self.on_server(self.state.add_raw_update, content)

    async def until(
        self,
        find: Callable[[], T | None],
        timeout: float = 5.0,
        describe: Callable[[], str] = lambda: "it did not happen",
    ) -> T:
        """Wait until `find` returns something true and return it.

        timeout: seconds. Raises AssertionError with `describe()`.
        """
        deadline = time.monotonic() + timeout
        while not (found := find()):
            remaining = deadline - time.monotonic()
            if remaining <= 0:
                raise AssertionError(f"nothing within {timeout} s: {describe()}")
            # A condition may look at more than the server, so a change is not waited for long.
            await self.wait_for(self.state.change(min(remaining, 0.02)))
        return found

    async def wait_for(self, work: Coroutine[Any, Any, T]) -> T:
        """Run something on the server's loop and wait for it."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._server.loop))

    def on_server(self, function: Callable[..., T], *args: Any) -> T:
        """Call something on the server's loop, also from tests without a loop."""

        async def call() -> T:
            return function(*args)

        return self._run(call())

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._server.loop).result(timeout=10)

    def _fault(self, fault: Fault) -> None:
        self.on_server(self.state.faults.add, fault)

    def _add_chat(self, chat: Chat) -> Group:
        self.state.chats[chat.id] = chat
        return Group(self, chat)

    def _set_webhook(self, url: str) -> None:
        self.state.webhook.url = url
        self.state.tell()
