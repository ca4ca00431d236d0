"""The inbox's routes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timezone, tzinfo
from pathlib import Path

from starlette.middleware import Middleware
from starlette.routing import Route

from connectors.desk import Desk
from connectors.web import events
from connectors.web.errors import Endpoint, answering
from connectors.web.headers import SecurityHeaders
from connectors.web.inbox.accounts import Accounts
from connectors.web.inbox.actions import Actions
from connectors.web.inbox.case_page import CasePage, Viewed
from connectors.web.inbox.door import Door
from connectors.web.inbox.live import Live
from connectors.web.inbox.overview import Overview
from connectors.web.inbox.pages import Pages
from connectors.web.inbox.sign_in import SignIn
from connectors.web.inbox.words import Say, TopicTitles
from connectors.web.static_files import StaticFiles

_HERE = Path(__file__).parent
#: Styles that the reports share.
STATIC = _HERE / "static"


def _now() -> datetime:
    return datetime.now(timezone.utc)


def routes(
    desk: Desk,
    accounts: Accounts,
    say: Say,
    topic_titles: TopicTitles,
    language_names: Mapping[str, str],
    secure_cookie: bool,
    zone: tzinfo,
    viewed: Viewed,
    clock: Callable[[], datetime] = _now,
    keep_alive: float = events.KEEP_ALIVE,
) -> list[Route]:
    """The routes to mount at the root.

    say: the phrases of `dialogues/phrases/inbox`. topic_titles: topic id -> language -> title.
    language_names: of each language, in itself. secure_cookie: the pages are reached by https.
    zone: where the counsellors are. viewed: hears the number of each case before somebody reads it,
    and who; what it raises keeps the case closed. keep_alive: seconds between signs of life.
    Raises OSError, jinja2.TemplateError or KeyError when files, words or names are missing.
    """
    files = StaticFiles(STATIC)
    static = f"/inbox/static/{files.version}"
    pages = Pages(say, topic_titles, language_names, static, zone, clock)
    door = Door(accounts, pages, secure_cookie)
    sign_in = SignIn(accounts, pages, secure_cookie)
    overview, case = Overview(desk, pages), CasePage(desk, pages, viewed)
    actions = Actions(desk, pages, case)
    live = Live(desk, accounts, keep_alive)

    def route(path: str, endpoint: Endpoint, method: str, name: str) -> Route:
        return Route(
            f"/inbox{path}",
            endpoint,
            methods=[method],
            name=f"inbox_{name}",
            middleware=[Middleware(SecurityHeaders)],
        )

    number = "/{number:int}"
    return [
        route("", door.signed_in(overview.show), "GET", "list"),
        route("/sign-in", door.open_to_all(sign_in.show), "GET", "sign_in"),
        route("/sign-in", door.open_to_all(sign_in.sign_in), "POST", "sign_in_form"),
        route("/sign-out", door.signed_in(sign_in.sign_out, any_role=True), "POST", "sign_out"),
        route("/events", door.signed_in(live.events, page=False), "GET", "events"),
        route(number, door.signed_in(case.show), "GET", "case"),
        route(f"{number}/{{action}}", door.signed_in(actions.act), "POST", "action"),
        route(f"{number}/{{action}}", door.signed_in(actions.back), "GET", "action_back"),
        route("/static/{version}/{name}", answering(files.serve), "GET", "static"),
    ]
