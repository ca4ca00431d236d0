"""Receiving by HTTP: Telegram calls us."""

from __future__ import annotations

import hmac
import json
import logging
import re
from collections.abc import Sequence
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from connectors.telegram.client import Client
from connectors.telegram.health import RECEIVING, Health
from connectors.telegram.intake import Intake, is_update
from connectors.telegram.polling import ALLOWED_UPDATES

_log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
MAX_BODY_BYTES = 1024 * 1024

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


class Webhook:
    """Registers an address with Telegram and takes what is posted there.

    url: the public https address. secret: 1 to 256 of A-Z a-z 0-9 _ -. max_connections: how many
    calls Telegram may make at once, 1 to 100; it keeps the order within a chat by itself.
    Raises ValueError for a secret that Telegram would refuse.
    """

    def __init__(
        self,
        client: Client,
        intake: Intake,
        health: Health,
        *,
        url: str,
        secret: str,
        allowed_updates: Sequence[str] = ALLOWED_UPDATES,
        max_connections: int = 10,
    ) -> None:
        if not _SECRET.fullmatch(secret):
            raise ValueError("a webhook secret has 1 to 256 letters, digits, '_' or '-'")
        self._client = client
        self._intake = intake
        self._health = health
        self._url = url
        self._secret = secret.encode()
        self._allowed_updates = allowed_updates
        self._max_connections = max_connections

    async def prepare(self) -> None:
        """Tell Telegram where to call. Raises TelegramError.

        Nothing takes the registration back when we stop: updates then wait at Telegram.
        """
        await self._client.set_webhook(
            self._url,
            secret_token=self._secret.decode(),
            allowed_updates=list(self._allowed_updates),
            max_connections=self._max_connections,
        )
        self._health.well(RECEIVING)

    def route(self, path: str) -> Route:
        """Return the route to mount. path: where requests for `url` arrive here, e.g. "/tg"."""
        return Route(path, self._receive, methods=["POST"], name="telegram_webhook")

    async def _receive(self, request: Request) -> Response:
        """200 taken, 400 no update, 401 wrong secret, 413 too large, 503 try again."""
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            return Response(status_code=401)
        try:
            body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if body is None:
            return Response(status_code=413)
        raw = _update(body)
        if raw is None:
            return Response(status_code=400)
        return Response(status_code=await self._take(raw))

    async def _take(self, raw: dict[str, Any]) -> int:
        try:
            await self._intake.take(raw)
        except Exception as error:
            name = type(error).__name__
            self._health.ailing(RECEIVING, f"inbox {name}")
            _log.error("update %d was not taken (%s)", raw["update_id"], name)
            return 503
        self._health.well(RECEIVING)
        return 200


def _update(body: bytes) -> dict[str, Any] | None:
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return raw if is_update(raw) else None


async def _body(request: Request) -> bytes | None:
    """Return the body, None as soon as it is larger than allowed."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            return None
    return bytes(body)
