"""Refusals as JSON."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

Endpoint = Callable[[Request], Awaitable[Response]]

#: Seconds a client is asked to wait when a message could not be kept.
RETRY_AFTER = 5


class Refused(Exception):
    """A request is answered with an error. `reason` is shown to the client, so it quotes nothing.

    headers: further headers of the answer.
    """

    def __init__(self, status: int, reason: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason
        self.headers = headers


def unavailable() -> Refused:
    """The refusal that says: nothing was kept, try again soon."""
    return Refused(503, "not available, try again", {"Retry-After": str(RETRY_AFTER)})


def answering(endpoint: Endpoint) -> Endpoint:
    """The endpoint, with every `Refused` turned into `{"error": reason}`."""

    async def answer(request: Request) -> Response:
        try:
            return await endpoint(request)
        except Refused as refused:
            return JSONResponse(
                {"error": refused.reason}, status_code=refused.status, headers=refused.headers
            )
        except ClientDisconnect:
            # Nobody reads this; without it the server would log a traceback for a lost network.
            return Response(status_code=400)

    return answer
