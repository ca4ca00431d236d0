"""Signing in and out."""

from __future__ import annotations

import re

from starlette.responses import RedirectResponse, Response

from connectors.desk import Counsellor
from connectors.web.inbox import cookies
from connectors.web.inbox.accounts import Accounts, SignInRefused
from connectors.web.inbox.door import SIGN_IN, take_form
from connectors.web.inbox.pages import Pages
from connectors.web.inbox.problems import Problem
from connectors.web.inbox.visit import Visit

_NEXT = re.compile(
    r"/inbox/[0-9]{1,18}|/reports(?:/[a-z]{1,16})?(?:\?[A-Za-z0-9%&=_.*+~-]{0,500})?"
)
#: Those who do not work on cases begin with the reports.
_BEGIN_WITH_REPORTS = frozenset({"coordinator", "curator"})


class SignIn:
    """The page on which counsellors and coordinators sign in, and what its form does."""

    def __init__(self, accounts: Accounts, pages: Pages, secure: bool) -> None:
        self._accounts = accounts
        self._pages = pages
        self._secure = secure

    async def show(self, visit: Visit) -> Response:
        """The form; who is signed in already goes on to where they work."""
        if visit.counsellor is not None:
            goes_to = visit.request.query_params.get("next", "")
            return RedirectResponse(_after(goes_to, visit.counsellor), 303)
        return self._form(visit, goes_to=visit.request.query_params.get("next", ""))

    async def sign_in(self, visit: Visit) -> Response:
        """Begin a session, or show the form again."""
        try:
            await take_form(visit, cookies.get(visit.request, cookies.VISITOR))
        except Problem as problem:
            if problem.kind != "form":
                raise
            return self._form(visit, 403, self._pages.words(visit)("problem-form"))
        form = visit.posted
        login, goes_to = form.text("login"), form.text("next")
        client = visit.request.client
        try:
            token, who = await self._accounts.sign_in(
                login, form.raw("password"), client.host if client else ""
            )
        except SignInRefused as refused:
            return self._refused(visit, refused.seconds_to_wait, login, goes_to)
        # Whoever signs in as somebody else ends what was there.
        if visit.token:
            await self._accounts.sign_out(visit.token)
        response = RedirectResponse(_after(goes_to, who), 303)
        cookies.begin_session(response, token, self._secure)
        return response

    async def sign_out(self, visit: Visit) -> Response:
        """End the session."""
        await self._accounts.sign_out(visit.token)
        response = RedirectResponse(f"{SIGN_IN}?signed-out", 303)
        cookies.end_session(response, self._secure)
        return response

    def _refused(self, visit: Visit, seconds: int, login: str, goes_to: str) -> Response:
        words = self._pages.words(visit)
        if seconds <= 0:
            return self._form(visit, 403, words("sign-in-wrong"), login, goes_to)
        said = words("sign-in-wait", seconds=seconds)
        response = self._form(visit, 429, said, login, goes_to)
        response.headers["Retry-After"] = str(seconds)
        return response

    def _form(
        self, visit: Visit, status: int = 200, alert: str = "", login: str = "", goes_to: str = ""
    ) -> Response:
        visitor = cookies.get(visit.request, cookies.VISITOR) or cookies.new_visitor()
        page = self._pages.show(
            visit,
            "sign_in.html",
            status,
            form_token=cookies.form_token(visitor),
            alert=alert,
            login=login,
            goes_to=goes_to if _NEXT.fullmatch(goes_to) else "",
            signed_out="signed-out" in visit.request.query_params,
        )
        cookies.keep_visitor(page, visitor, self._secure)
        return page


def _after(goes_to: str, who: Counsellor) -> str:
    if _NEXT.fullmatch(goes_to):
        return goes_to
    return "/reports" if who.role in _BEGIN_WITH_REPORTS else "/inbox"
