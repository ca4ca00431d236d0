"""The chat page in one of its languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})

#: What Telegram allows in a deep link too, so that one poster serves both.
_SITE = re.compile(r"[A-Za-z0-9_-]{1,56}")
_RANGE = re.compile(r"\s*([A-Za-z]{1,8})[A-Za-z0-9-]*\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?")

Texts = Mapping[str, Mapping[str, str]]


class Page:
    """Renders the chat page.

    texts: by language and key; the first language is used for browsers that know none of them.
    language_names: of each language, in itself. static: where its scripts and styles are.
    Raises jinja2.TemplateError when the template is broken, KeyError when a name is missing.
    """

    def __init__(
        self, folder: Path, texts: Texts, language_names: Mapping[str, str], static: str
    ) -> None:
        environment = Environment(
            loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined
        )
        self._template = environment.get_template("chat.html")
        self._texts = texts
        self._names = {language: language_names[language] for language in texts}
        self._static = static

    async def show(self, request: Request) -> Response:
        """The page; `?lang=` and `?site=` that fit nothing are left out."""
        asked = request.query_params.get("lang", "")
        language = asked if asked in self._texts else self._accepted(request)
        site = request.query_params.get("site", "")
        return HTMLResponse(
            self._template.render(
                language=language,
                languages=self._names,
                right_to_left=RIGHT_TO_LEFT,
                texts=self._texts,
                static=self._static,
                config={
                    "language": language,
                    "linked": asked in self._texts,
                    "site": site if _SITE.fullmatch(site) else "",
                    "texts": {key: dict(texts) for key, texts in self._texts.items()},
                    "names": self._names,
                    "rightToLeft": sorted(RIGHT_TO_LEFT),
                },
            ),
            # Nothing of it may come back by the browser's "back" after leaving quickly.
            headers={"Cache-Control": "no-store"},
        )

    def _accepted(self, request: Request) -> str:
        wanted = preferred(request.headers.get("Accept-Language", ""))
        return next((each for each in wanted if each in self._texts), next(iter(self._texts)))


def preferred(accept_language: str) -> list[str]:
    """The languages (ISO 639-1) of an Accept-Language header, most wanted first."""
    ranges = [_RANGE.fullmatch(part) for part in accept_language.split(",")]
    weights = [(match[1].lower(), float(match[2] or 1)) for match in ranges if match is not None]
    return [name for name, weight in sorted(weights, key=lambda pair: -pair[1]) if weight > 0]
