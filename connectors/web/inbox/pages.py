"""Renders the inbox's pages."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any
from uuid import uuid4

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from connectors.web.inbox import cookies
from connectors.web.inbox.visit import Visit
from connectors.web.inbox.words import LANGUAGES, Say, TopicTitles, Words, iso
from connectors.web.page import RIGHT_TO_LEFT

#: The words the scripts say themselves.
_SCRIPT_WORDS = (
    "offline", "online", "not-sent", "signed-out-meanwhile", "sign-in-again", "sound-on",
    "sound-off", "new-message", "duration-now",
)  # fmt: skip
_TEMPLATES = Path(__file__).parent / "templates"


class Pages:
    """Pages in German and English."""

    def __init__(
        self,
        say: Say,
        topic_titles: TopicTitles,
        language_names: Mapping[str, str],
        static: str,
        zone: tzinfo,
        clock: Callable[[], datetime],
    ) -> None:
        """static: where scripts and styles are. zone: where the counsellors are.

        Raises jinja2.TemplateError or KeyError when templates or words are broken or missing.
        """
        environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters["mark"] = _mark
        environment.filters["iso"] = iso
        environment.globals.update(static=static, new_key=lambda: str(uuid4()))
        environment.globals["direction"] = direction
        self._environment = environment
        self._language_names = language_names
        self._clock = clock
        self._words = {each: Words(say, each, topic_titles, zone) for each in LANGUAGES}
        self._configuration = {each: _configuration(self._words[each]) for each in LANGUAGES}

    def words(self, visit: Visit) -> Words:
        """The words of the visit's language."""
        return self._words[visit.language]

    def now(self) -> datetime:
        """This moment."""
        return self._clock()

    def show(self, visit: Visit, name: str, status: int = 200, **values: Any) -> Response:
        """A page. values: for its template."""
        words, now = self.words(visit), self.now()
        page = self._environment.get_template(name).render(
            t=words,
            now=now,
            language=visit.language,
            languages={each: self._language_names[each] for each in LANGUAGES},
            counsellor=visit.counsellor,
            csrf=cookies.form_token(visit.token) if visit.token else "",
            path=visit.request.url.path,
            configuration=self._configuration[visit.language],
            **values,
        )
        return HTMLResponse(page, status)

    def problem(self, visit: Visit, status: int, kind: str, said: str = "") -> Response:
        """The page that says what went wrong, with what was typed, to copy.

        kind: of `problem-<kind>`, unless it is said in other words.
        """
        typed = visit.form.raw("text") if visit.form is not None else ""
        said = said or self.words(visit)(f"problem-{kind}")
        return self.show(visit, "problem.html", status, kind=kind, said=said, typed=typed)


def direction(language: str) -> str:
    """How a language is written, for `dir`."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def _configuration(words: Words) -> Mapping[str, Any]:
    said = {name: words(name) for name in _SCRIPT_WORDS}
    said["new-case"] = words("new-case", number="{number}")
    said["duration-minutes"] = words("duration-minutes", minutes="{minutes}")
    said["duration-hours"] = words("duration-hours", hours="{hours}", minutes="{minutes}")
    said["duration-days"] = words("duration-days", days="{days}", hours="{hours}")
    return {"words": said}


def _mark(rendered: object) -> str:
    """Changes with what is shown, so that a script sees what it need not touch."""
    return hashlib.sha256(str(rendered).encode()).hexdigest()[:12]
