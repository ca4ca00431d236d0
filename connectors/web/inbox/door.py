"""Lets in who may come in, and turns whatever goes wrong into a page."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Awaitable, Callable

from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from connectors.desk import Counsellor, DeskRefusal
from connectors.web.errors import RETRY_AFTER, Endpoint
from connectors.web.inbox import cookies, forms
from connectors.web.inbox.accounts import Accounts
from connectors.web.inbox.pages import Pages
from connectors.web.inbox.problems import Problem
from connectors.web.inbox.visit import Visit, visit
from connectors.web.inbox.words import LANGUAGES

_log = logging.getLogger(__name__)

SIGN_IN = "/inbox/sign-in"
ROLES = frozenset({"counsellor", "admin"})

Show = Callable[[Visit], Awaitable[Response]]


class Door:
    """Turns pages into endpoints."""

    def __init__(self, accounts: Accounts, pages: Pages, secure: bool) -> None:
        """secure: cookies go over https only."""
        self._accounts = accounts
        self._pages = pages
        self._secure = secure

    def open_to_all(self, show: Show) -> Endpoint:
        """An endpoint for everybody; `Visit.counsellor` is set for those signed in."""

        async def inner(current: Visit) -> Response:
            current.counsellor = await self._who(current)
            return await show(current)

        return self._guarded(inner)

    def signed_in(self, show: Show, any_role: bool = False, page: bool = True) -> Endpoint:
        """An endpoint for those signed in; the others are led to where they can sign in.

        any_role: for everybody with an account, not only for those who work on cases.
        page: False for what only scripts read, who are told by the status.
        What is posted without the token of the session's pages is refused.
        """

        async def inner(current: Visit) -> Response:
            current.counsellor = await self._who(current)
            if current.counsellor is None:
                return _to_sign_in(current.request) if page else Response(status_code=401)
            if not any_role and current.counsellor.role not in ROLES:
                raise Problem(403, "role")
            if current.request.method == "POST":
                await take_form(current, current.token)
            return await show(current)

        return self._guarded(inner)

    async def _who(self, current: Visit) -> Counsellor | None:
        return await self._accounts.who(current.token) if current.token else None

    def _guarded(self, show: Show) -> Endpoint:
        async def answer(request: Request) -> Response:
            current = visit(request)
            response = await self._tried(current, show)
            if request.query_params.get("lang") in LANGUAGES:
                cookies.keep_language(response, current.language, self._secure)
            # Nothing of a case may come back by the browser's "back" after signing out.
            response.headers["Cache-Control"] = "no-store"
            return response

        return answer

    async def _tried(self, current: Visit, show: Show) -> Response:
        try:
            return await show(current)
        except Problem as problem:
            return self._pages.problem(current, problem.status, problem.kind)
        except DeskRefusal as refusal:
            # Pages of a case say this themselves; here there is no case (any more).
            status = 404 if refusal.reason == "unknown_case" else 409
            said = self._pages.words(current).refusal(refusal.reason, refusal.who)
            return self._pages.problem(current, status, "refused", said)
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception as error:
            # An error of a database quotes what was said, so only kind and place are logged.
            place = traceback.extract_tb(error.__traceback__)[-1]
            _log.error(
                "a page of the inbox was not served (%s in %s, line %s)",
                type(error).__name__,
                place.filename,
                place.lineno,
            )
            response = self._pages.problem(current, 503, "unavailable")
            response.headers["Retry-After"] = str(RETRY_AFTER)
            return response


async def take_form(current: Visit, cookie: str) -> None:
    """Read the visit's form. Raises Problem when it did not come from a page of this cookie's."""
    form = await forms.read(current.request)
    if not cookies.fits(cookie, form.text("csrf")):
        raise Problem(403, "form")
    current.form = form


def _to_sign_in(request: Request) -> Response:
    number = request.path_params.get("number")
    after = "" if number is None else f"?next=/inbox/{number}"
    return RedirectResponse(f"{SIGN_IN}{after}", 303)
