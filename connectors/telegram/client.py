"""The Bot API client: python-telegram-bot's, with three things it does not offer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import httpx
from telegram import Bot
from telegram.error import TelegramError
from telegram.request import BaseRequest, HTTPXRequest, RequestData

_TOO_MANY_REQUESTS = 429


class FloodWait(TelegramError):
    """Telegram answered 429.

    seconds: how long it wants to be left alone.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__("Too many requests")
        self.seconds = seconds


class Client(Bot):
    """A `telegram.Bot` that hands out raw updates and never shows its token.

    api_url: the server's root, "https://api.telegram.org" or a self-hosted one, no final slash
    needed. read_timeout: seconds to wait for an answer.
    """

    def __init__(self, token: str, api_url: str, *, read_timeout: float = 10.0) -> None:
        root = api_url.rstrip("/")
        # Reading the system's certificates takes longer than all the rest, so it is done once.
        certificates = {"verify": httpx.create_ssl_context()}
        super().__init__(
            token,
            base_url=f"{root}/bot",
            base_file_url=f"{root}/file/bot",
            request=_Request(
                connection_pool_size=64,
                read_timeout=read_timeout,
                pool_timeout=5.0,
                httpx_kwargs=certificates,
            ),
            get_updates_request=_Request(connection_pool_size=1, httpx_kwargs=certificates),
        )

    def __repr__(self) -> str:
        """Return a text for tracebacks; the original one contains the token."""
        return "Client()"

    async def raw_updates(
        self, *, offset: int | None, timeout: int, allowed_updates: Sequence[str]
    ) -> list[Any]:
        """Long-poll for updates and leave them unparsed.

        offset: first update_id wanted, which confirms all before; None for the oldest there is.
        timeout: seconds Telegram may keep the call open.
        `Bot.get_updates` parses the whole batch at once, so one broken update would block all.
        Raises TelegramError.
        """
        result: object = await self._post(
            "getUpdates",
            {"offset": offset, "timeout": timeout, "allowed_updates": list(allowed_updates)},
            read_timeout=timeout + 5.0,
        )
        if not isinstance(result, list):
            raise TelegramError("Invalid server response")
        return result


class _Request(HTTPXRequest):
    """Raises FloodWait for 429: creating the library's RetryAfter depends on an environment
    variable and issues a deprecation warning."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """See `HTTPXRequest.do_request`. Raises FloodWait, TelegramError."""
        status, body = await super().do_request(
            url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
        )
        if status == _TOO_MANY_REQUESTS:
            raise FloodWait(_retry_after(body))
        return status, body


def _retry_after(body: bytes) -> float:
    """A proxy in between may answer 429 with a body of its own; then one second is assumed."""
    try:
        return max(1.0, float(json.loads(body)["parameters"]["retry_after"]))
    except (ValueError, TypeError, KeyError):
        return 1.0
