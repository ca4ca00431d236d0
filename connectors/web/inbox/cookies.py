"""The inbox's cookies, and the tokens that prove a form came from one of its pages."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

from starlette.requests import Request
from starlette.responses import Response

SESSION = "lotse_inbox"
#: Stands for a session in the form that begins one.
VISITOR = "lotse_inbox_visitor"
LANGUAGE = "lotse_inbox_language"

#: The reports are for the same session.
_PATH = "/"
_YEAR = 365 * 24 * 3600
_WORKING_DAY = 12 * 3600
_VALID = re.compile(r"[A-Za-z0-9_-]{16,128}")


def get(request: Request, name: str) -> str:
    """A cookie that could be one of ours, empty otherwise."""
    value = request.cookies.get(name, "")
    return value if _VALID.fullmatch(value) else ""


def begin_session(response: Response, token: str, secure: bool) -> None:
    """Have the browser keep a session; it is no visitor's any more."""
    _set(response, SESSION, token, secure, _WORKING_DAY)
    _delete(response, VISITOR, secure)


def end_session(response: Response, secure: bool) -> None:
    """Have the browser forget its session."""
    _delete(response, SESSION, secure)


def new_visitor() -> str:
    """A value for a visitor's cookie."""
    return secrets.token_urlsafe(24)


def keep_visitor(response: Response, visitor: str, secure: bool) -> None:
    """Have the browser keep a visitor's cookie until its window is closed."""
    _set(response, VISITOR, visitor, secure, None)


def keep_language(response: Response, language: str, secure: bool) -> None:
    """Have the browser remember the language that was chosen."""
    _set(response, LANGUAGE, language, secure, _YEAR)


def form_token(cookie: str) -> str:
    """What a form of this session carries; it does not tell the session."""
    return hmac.new(cookie.encode(), b"lotse inbox form", hashlib.sha256).hexdigest()


def fits(cookie: str, token: str) -> bool:
    """Whether a form carries what it should."""
    return bool(cookie) and hmac.compare_digest(form_token(cookie).encode(), token.encode())


def _set(response: Response, name: str, value: str, secure: bool, seconds: int | None) -> None:
    response.set_cookie(
        name, value, seconds, path=_PATH, secure=secure, httponly=True, samesite="strict"
    )


def _delete(response: Response, name: str, secure: bool) -> None:
    response.delete_cookie(name, path=_PATH, secure=secure, httponly=True, samesite="strict")
