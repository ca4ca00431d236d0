"""Renders the pages of reports."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from connectors.web.inbox import cookies
from connectors.web.inbox.door import ROLES as CASE_ROLES
from connectors.web.inbox.visit import Visit
from connectors.web.inbox.words import LANGUAGES, Say

_TEMPLATES = Path(__file__).parent / "templates"


class Pages:
    """Pages in German and English."""

    def __init__(
        self, say: Say, language_names: Mapping[str, str], shared: str, static: str
    ) -> None:
        """say: the phrases of `dialogues/phrases/reports`. shared: where the inbox's styles are.

        static: where those of the reports are.
        """
        self._environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(shared=shared, static=static)
        self._say = say
        self._languages = {each: language_names[each] for each in LANGUAGES}

    def show(self, visit: Visit, name: str, status: int = 200, **values: Any) -> Response:
        """A page. values: for its template."""
        page = self._environment.get_template(name).render(
            t=partial(_said, self._say, visit.language),
            language=visit.language,
            languages=self._languages,
            in_language=partial(_in_language, visit),
            who=visit.counsellor,
            works_on_cases=visit.counsellor is not None and visit.counsellor.role in CASE_ROLES,
            csrf=cookies.form_token(visit.token) if visit.token else "",
            **values,
        )
        return HTMLResponse(page, status)

    def problem(self, visit: Visit, status: int, kind: str) -> Response:
        """The page that says what went wrong: role, choice, unknown, unavailable."""
        return self.show(visit, "problem.html", status, kind=kind)


def _said(say: Say, language: str, phrase: str, **values: str | int | float) -> str:
    return say(phrase, language, **values)


def _in_language(visit: Visit, language: str) -> str:
    """The address of the same page in a language."""
    query = {name: value for name, value in visit.request.query_params.items() if value}
    return f"{visit.request.url.path}?{urlencode({**query, 'lang': language})}"
