"""The resident's session: a random cookie that is the address of the conversation."""

from __future__ import annotations

import re
import secrets

from starlette.requests import Request
from starlette.responses import Response

from connectors.web.errors import Refused

COOKIE = "lotse_chat"
#: Long enough to come back for a counsellor's reply after a weekend and a holiday.
DAYS = 7

_PATH = "/chat"
_VALID = re.compile(r"[0-9a-f]{32}")


def current(request: Request) -> str | None:
    """The session of a request, None if it has none or an invented one."""
    value = request.cookies.get(COOKIE, "")
    return value if _VALID.fullmatch(value) else None


def required(request: Request) -> str:
    """The session of a request. Raises Refused(401) if it has none."""
    session = current(request)
    if session is None:
        raise Refused(401, "no session")
    return session


def begin(request: Request, response: Response, secure: bool) -> None:
    """Put the session into the response's cookie, a new one if the request has none yet."""
    response.set_cookie(
        COOKIE,
        current(request) or secrets.token_hex(16),
        max_age=DAYS * 24 * 3600,
        path=_PATH,
        secure=secure,
        httponly=True,
        samesite="strict",
    )


def end(response: Response, secure: bool) -> None:
    """Have the browser forget the session."""
    response.delete_cookie(COOKIE, path=_PATH, secure=secure, httponly=True, samesite="strict")
