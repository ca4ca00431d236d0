"""Rasa's REST interface, for programs: a message in, the answer out."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from connectors.messages import Accept, Export, InboundMessage, Mailbox, OutboundMessage
from connectors.web import fields
from connectors.web.download import download
from connectors.web.errors import Endpoint, Refused, answering, unavailable
from connectors.web.guard import guarded

_log = logging.getLogger(__name__)

CHANNEL = "rest"
MAX_BODY_BYTES = 1024 * 1024
MAX_SENDER = 255
MAX_MESSAGE_ID = 128

Parse = Callable[[str], Awaitable[dict[str, Any]]]


def routes(
    accept: Accept,
    mailbox: Mailbox,
    export: Export,
    parse: Parse,
    api_token: str,
    turn_timeout: float = 60,
) -> list[Route]:
    """The routes to mount at the root.

    accept: keeps a message. mailbox: of the channel "rest". export: makes a resident's file.
    parse: understands one text. api_token: what callers must show; empty: nothing.
    turn_timeout: seconds to wait for an answer.
    """
    rest = _Rest(accept, mailbox, export, parse, turn_timeout)

    def route(path: str, endpoint: Endpoint, method: str, name: str) -> Route:
        return Route(path, answering(guarded(endpoint, api_token)), methods=[method], name=name)

    return [
        route("/webhooks/rest/webhook", rest.talk, "POST", "rest_webhook"),
        route("/model/parse", rest.understand, "POST", "rest_parse"),
        route("/conversations/{sender:path}/messages", rest.read, "GET", "rest_messages"),
        route("/conversations/{sender:path}/mydata", rest.my_data, "GET", "rest_my_data"),
    ]


class _Rest:
    def __init__(
        self, accept: Accept, mailbox: Mailbox, export: Export, parse: Parse, turn_timeout: float
    ) -> None:
        self._accept = accept
        self._mailbox = mailbox
        self._export = export
        self._parse = parse
        self._turn_timeout = turn_timeout

    async def talk(self, request: Request) -> Response:
        """Take a message and wait for what is said to it."""
        body = await fields.json_object(request, MAX_BODY_BYTES)
        sender = _sender(fields.text(body, "sender"))
        message = InboundMessage(
            CHANNEL, sender, _message_id(body), text=fields.text(body, "message")
        )
        await _tried(partial(self._accept, message))
        answer = await _tried(
            partial(self._mailbox.answer_to, sender, message.message_id, self._turn_timeout)
        )
        if answer is None:
            raise Refused(504, "the answer takes too long")
        return JSONResponse([_said(message) for message in answer])

    async def understand(self, request: Request) -> Response:
        """Say how a text is understood; nothing is kept."""
        body = await fields.json_object(request, MAX_BODY_BYTES)
        text = fields.text(body, "text")
        return JSONResponse(await _tried(partial(self._parse, text)))

    async def read(self, request: Request) -> Response:
        """What was said to a sender since a message; what came before it counts as seen."""
        sender = _sender(request.path_params["sender"])
        after = fields.cursor(request.query_params.get("after", "0"), "after")
        if after:
            await _tried(partial(self._mailbox.seen, sender, after))
        messages = await _tried(partial(self._mailbox.after, sender, after))
        return JSONResponse([{"id": each.outbox_id, **_said(each)} for each in messages])

    async def my_data(self, request: Request) -> Response:
        """Everything kept about a sender as a file, made for this request."""
        return await download(self._export, _sender(request.path_params["sender"]))


async def _tried(call: Callable[[], Awaitable[Any]]) -> Any:
    try:
        return await call()
    except Exception as error:
        # An error of a database quotes the message, so only its kind is logged.
        _log.error("a request could not be served (%s)", type(error).__name__)
        raise unavailable() from None


def _sender(sender: str) -> str:
    if not sender.strip() or len(sender) > MAX_SENDER:
        raise Refused(400, f"sender has not 1 to {MAX_SENDER} characters")
    return sender


def _message_id(body: dict[str, Any]) -> str:
    if body.get("message_id") is None:
        return str(uuid4())
    message_id = fields.text(body, "message_id")
    if not 0 < len(message_id) <= MAX_MESSAGE_ID:
        raise Refused(400, f"message_id has not 1 to {MAX_MESSAGE_ID} characters")
    return message_id


def _said(message: OutboundMessage) -> dict[str, object]:
    said: dict[str, object] = {"recipient_id": message.address, "text": message.text}
    if message.buttons:
        said["buttons"] = [
            {"title": button.title, "payload": button.payload} for button in message.buttons
        ]
    if message.changes is not None:
        said["recalls" if message.recall else "changes"] = int(message.changes)
    return said
