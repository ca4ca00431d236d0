"""Lets in those who may see reports, and turns whatever goes wrong into a page."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Awaitable, Callable
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from connectors.reports import UnknownChoice
from connectors.web.errors import RETRY_AFTER, Endpoint
from connectors.web.inbox import cookies
from connectors.web.inbox.accounts import Accounts
from connectors.web.inbox.door import SIGN_IN
from connectors.web.inbox.visit import Visit, visit
from connectors.web.inbox.words import LANGUAGES
from connectors.web.reports.pages import Pages

_log = logging.getLogger(__name__)

#: What no form asks for.
_PARTS_OF_PATHS = ("report", "chart", "format")
ROLES = frozenset({"coordinator", "admin"})

Show = Callable[[Visit], Awaitable[Response]]


class Door:
    """Turns pages into endpoints, by the same sign-in as the inbox."""

    def __init__(self, accounts: Accounts, pages: Pages, secure: bool) -> None:
        """secure: cookies go over https only."""
        self._accounts = accounts
        self._pages = pages
        self._secure = secure

    def signed_in(self, show: Show) -> Endpoint:
        """An endpoint for ROLES; others are told, and who is not signed in is led to the form."""

        async def answer(request: Request) -> Response:
            current = visit(request)
            response = await self._tried(current, show)
            if request.query_params.get("lang") in LANGUAGES:
                cookies.keep_language(response, current.language, self._secure)
            response.headers["Cache-Control"] = "no-store"
            return response

        return answer

    async def _tried(self, current: Visit, show: Show) -> Response:
        try:
            if current.token:
                current.counsellor = await self._accounts.who(current.token)
            if current.counsellor is None:
                return _to_sign_in(current.request)
            if current.counsellor.role not in ROLES:
                return self._pages.problem(current, 403, "role")
            return await show(current)
        except UnknownChoice as unknown:
            kind = "unknown" if unknown.about in _PARTS_OF_PATHS else "choice"
            return self._pages.problem(current, 404, kind)
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            _log.error(
                "a report was not served (%s in %s, line %s)",
                type(error).__name__,
                place.filename,
                place.lineno,
            )
            response = self._pages.problem(current, 503, "unavailable")
            response.headers["Retry-After"] = str(RETRY_AFTER)
            return response


def _to_sign_in(request: Request) -> Response:
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(f"{SIGN_IN}?next={quote(asked, safe='/')}", 303)
