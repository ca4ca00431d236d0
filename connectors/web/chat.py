"""The chat page for residents and what it talks to."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from connectors.messages import Accept, Export, InboundMessage, Mailbox, MessageKind
from connectors.web import events, fields, session
from connectors.web.download import download
from connectors.web.errors import Endpoint, Refused, answering, unavailable
from connectors.web.headers import SecurityHeaders
from connectors.web.page import Page
from connectors.web.static_files import StaticFiles

_log = logging.getLogger(__name__)

CHANNEL = "web"
MAX_BODY_BYTES = 64 * 1024

_HERE = Path(__file__).parent
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_KINDS = {kind.value: kind for kind in (MessageKind.TEXT, MessageKind.BUTTON, MessageKind.LOCATION)}


def routes(
    accept: Accept,
    mailbox: Mailbox,
    export: Export,
    texts: Mapping[str, Mapping[str, str]],
    language_names: Mapping[str, str],
    secure_cookie: bool,
    keep_alive: float = events.KEEP_ALIVE,
) -> list[Route]:
    """The routes to mount at the root.

    accept: keeps a message. mailbox: of the channel "web". export: makes a resident's file.
    texts: the page's words by language and key, the first language being the default.
    language_names: of each language, in itself.
    secure_cookie: the page is reached by https. keep_alive: seconds between signs of life.
    Raises OSError, jinja2.TemplateError or KeyError when files or names are missing.
    """
    files = StaticFiles(_HERE / "static")
    page = Page(_HERE / "templates", texts, language_names, f"/chat/static/{files.version}")
    chat = _Chat(accept, mailbox, export, frozenset(texts), secure_cookie, keep_alive)

    def route(path: str, endpoint: Endpoint, method: str, name: str) -> Route:
        return Route(
            path,
            answering(endpoint),
            methods=[method],
            name=name,
            middleware=[Middleware(SecurityHeaders)],
        )

    return [
        route("/chat", page.show, "GET", "chat"),
        route("/chat/session", chat.ask, "GET", "chat_session"),
        route("/chat/session", chat.begin, "POST", "chat_session_begin"),
        route("/chat/session", chat.end, "DELETE", "chat_session_end"),
        route("/chat/session/leave", chat.end, "POST", "chat_session_leave"),
        route("/chat/messages", chat.take, "POST", "chat_messages"),
        route("/chat/seen", chat.seen, "POST", "chat_seen"),
        route("/chat/events", chat.events, "GET", "chat_events"),
        route("/chat/mydata", chat.my_data, "GET", "chat_my_data"),
        route("/chat/static/{name}", files.serve, "GET", "chat_static"),
        route("/chat/static/{version}/{name}", files.serve, "GET", "chat_static_version"),
    ]


class _Chat:
    def __init__(
        self,
        accept: Accept,
        mailbox: Mailbox,
        export: Export,
        languages: Collection[str],
        secure: bool,
        keep_alive: float,
    ) -> None:
        self._accept = accept
        self._mailbox = mailbox
        self._export = export
        self._languages = languages
        self._secure = secure
        self._keep_alive = keep_alive

    async def ask(self, request: Request) -> Response:
        """Whether there is a session: the page cannot read the cookie."""
        return JSONResponse(
            {"session": session.current(request) is not None}, headers={"Cache-Control": "no-store"}
        )

    async def begin(self, request: Request) -> Response:
        """Begin a session, or keep the one there is for longer."""
        response = Response(status_code=204)
        session.begin(request, response, self._secure)
        return response

    async def end(self, request: Request) -> Response:
        """End the session. By POST too: a page that is being left can only send a beacon."""
        response = Response(status_code=204)
        session.end(response, self._secure)
        return response

    async def take(self, request: Request) -> Response:
        """Keep what a resident said and note what they have seen."""
        address = session.required(request)
        if not _is_json(request):
            raise Refused(415, "the content type is not application/json")
        body = await fields.json_object(request, MAX_BODY_BYTES)
        seen = fields.cursor(body.get("seen", 0), "seen")
        message = self._message(address, body)
        try:
            accepted = await self._accept(message)
        except Exception as error:
            # An error of a database quotes the message, so only its kind is logged.
            _log.error("a message was not kept (%s)", type(error).__name__)
            raise unavailable() from None
        await self._note_seen(address, seen)
        return JSONResponse({"accepted": accepted}, status_code=202)

    async def seen(self, request: Request) -> Response:
        """Note what is on the resident's screen: a counsellor waits to hear that it arrived."""
        address = session.required(request)
        if not _is_json(request):
            raise Refused(415, "the content type is not application/json")
        body = await fields.json_object(request, MAX_BODY_BYTES)
        await self._note_seen(address, fields.cursor(body.get("seen", 0), "seen"))
        return Response(status_code=204)

    async def events(self, request: Request) -> Response:
        """What is said to the resident, as it is said."""
        address = session.required(request)
        asked = fields.cursor(request.query_params.get("after", "0"), "after")
        # A browser that reconnects by itself asks with the address of the first time.
        known = fields.cursor(request.headers.get("Last-Event-ID") or "0", "Last-Event-ID")
        after = max(asked, known)
        await self._note_seen(address, after)
        return events.stream(self._mailbox, address, after, self._keep_alive)

    async def my_data(self, request: Request) -> Response:
        """Everything kept about the resident as a file, made for this request."""
        return await download(self._export, session.required(request))

    async def _note_seen(self, address: str, outbox_id: int) -> None:
        """A note that is not taken costs nothing: the next one says the same."""
        if not outbox_id:
            return
        try:
            await self._mailbox.seen(address, outbox_id)
        except Exception as error:
            _log.warning("what was seen could not be noted (%s)", type(error).__name__)

    def _message(self, address: str, body: dict[str, Any]) -> InboundMessage:
        message_id, kind = fields.text(body, "id"), _KINDS.get(fields.text(body, "kind", "text"))
        if not _UUID.fullmatch(message_id):
            raise Refused(400, "id is not a UUID")
        if kind is None:
            raise Refused(400, "kind is not text, button or location")
        located = kind is MessageKind.LOCATION
        text = fields.text(body, "text", "" if located else None)
        if kind is MessageKind.BUTTON and not text:
            raise Refused(400, "a button carries text")
        language = fields.text(body, "language", "")
        return InboundMessage(
            channel=CHANNEL,
            address=address,
            message_id=message_id.lower(),
            kind=kind,
            text=text,
            latitude=fields.number(body, "latitude", 90) if located else None,
            longitude=fields.number(body, "longitude", 180) if located else None,
            language=language if language in self._languages else None,
        )


def _is_json(request: Request) -> bool:
    media_type = request.headers.get("Content-Type", "").partition(";")[0]
    return media_type.strip().lower() == "application/json"
