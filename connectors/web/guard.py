"""Who may use the programming interface."""

from __future__ import annotations

from hmac import compare_digest

from starlette.requests import Request
from starlette.responses import Response

from connectors.web.errors import Endpoint, Refused


def guarded(endpoint: Endpoint, api_token: str) -> Endpoint:
    """The endpoint, open to those who show the token; to all when the token is empty.

    The token is taken from `Authorization: Bearer` or, as Rasa has it, from `?token=`.
    Raises Refused(401) to everybody else.
    """
    expected = api_token.encode()

    async def checked(request: Request) -> Response:
        if expected and not compare_digest(_given(request), expected):
            raise Refused(401, "the token is missing or wrong", {"WWW-Authenticate": "Bearer"})
        return await endpoint(request)

    return checked


def _given(request: Request) -> bytes:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        token = request.query_params.get("token", "")
    # Header values arrive as Latin-1, the query as UTF-8 that may be broken.
    encoding = "latin-1" if scheme.lower() == "bearer" else "utf-8"
    return token.strip().encode(encoding, "surrogateescape")
