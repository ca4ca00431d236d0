"""The routes of the reports."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from starlette.middleware import Middleware
from starlette.routing import Route

from connectors.reports import Reports
from connectors.web.errors import Endpoint, answering
from connectors.web.headers import SecurityHeaders
from connectors.web.inbox import STATIC as SHARED
from connectors.web.inbox.accounts import Accounts
from connectors.web.inbox.words import Say
from connectors.web.reports.addresses import ROOT
from connectors.web.reports.door import Door
from connectors.web.reports.pages import Pages
from connectors.web.reports.report_page import ReportPage, Seen
from connectors.web.static_files import StaticFiles

_HERE = Path(__file__).parent


def routes(
    reports: Reports,
    accounts: Accounts,
    say: Say,
    language_names: Mapping[str, str],
    secure_cookie: bool,
    seen: Seen,
) -> list[Route]:
    """The routes to mount at the root, beside the inbox's, whose styles and sign-in they share.

    say: the phrases of `dialogues/phrases/reports`. language_names: of each language, in itself.
    secure_cookie: the pages are reached by https. seen: hears who sees which report.
    Raises OSError or KeyError when files or names are missing.
    """
    files = StaticFiles(_HERE / "static")
    shared = f"/inbox/static/{StaticFiles(SHARED).version}"
    pages = Pages(say, language_names, shared, f"{ROOT}/static/{files.version}")
    door, page = Door(accounts, pages, secure_cookie), ReportPage(reports, pages, seen)

    def route(path: str, endpoint: Endpoint, name: str) -> Route:
        return Route(
            f"{ROOT}{path}",
            endpoint,
            methods=["GET"],
            name=f"reports_{name}",
            middleware=[Middleware(SecurityHeaders)],
        )

    return [
        route("", door.signed_in(page.show), "first"),
        route("/static/{version}/{name}", answering(files.serve), "static"),
        route("/{report}", door.signed_in(page.show), "report"),
        route("/{report}/chart/{number:int}", door.signed_in(page.chart), "chart"),
        route("/{report}/download/{format}", door.signed_in(page.download), "download"),
    ]
