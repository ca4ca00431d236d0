"""Who asks for a page, in which language, with which form."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from connectors.desk import Counsellor
from connectors.web.inbox import cookies
from connectors.web.inbox.forms import Form
from connectors.web.inbox.words import LANGUAGES
from connectors.web.page import preferred


@dataclass
class Visit:
    """One request. counsellor: None until it is known who asks. form: of a POST, once checked."""

    request: Request
    language: str
    token: str
    counsellor: Counsellor | None = None
    form: Form | None = None

    @property
    def who(self) -> Counsellor:
        """Who asks. Raises LookupError on a page that is open to all."""
        if self.counsellor is None:
            raise LookupError("nobody is signed in")
        return self.counsellor

    @property
    def posted(self) -> Form:
        """The form. Raises LookupError when nothing was posted."""
        if self.form is None:
            raise LookupError("nothing was posted")
        return self.form


def visit(request: Request) -> Visit:
    """A visit by somebody not known yet; the language is what was chosen last or is preferred."""
    chosen = (request.query_params.get("lang", ""), request.cookies.get(cookies.LANGUAGE, ""))
    accepted = preferred(request.headers.get("Accept-Language", ""))
    wanted = [*chosen, *accepted]
    language = next((each for each in wanted if each in LANGUAGES), LANGUAGES[0])
    return Visit(request, language, cookies.get(request, cookies.SESSION))
