"""The HTTP side: one server in a thread of its own, any number of bots on it."""

from __future__ import annotations

import asyncio
import re
import threading
import time
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from tests.botapi import methods, params
from tests.botapi.delivery import deliver
from tests.botapi.errors import ApiError
from tests.botapi.faults import Dropped
from tests.botapi.state import Call, State

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_TRANSPORT = "botapi.transport"


class _Protocol(H11Protocol):
    """Hands the connection to the application, so that it can be cut."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.app: ASGIApp = _with_transport(self.app, transport)


def _with_transport(app: ASGIApp, transport: asyncio.Transport) -> ASGIApp:
    async def call(scope: Scope, receive: Receive, send: Send) -> None:
        scope[_TRANSPORT] = transport
        await app(scope, receive, send)

    return call


class Server:
    """Serves every registered bot under one address."""

    def __init__(self) -> None:
        self._states: dict[str, State] = {}
        self._deliveries: dict[str, asyncio.Task[None]] = {}
        config = uvicorn.Config(
            Starlette(
                routes=[
                    Route("/bot{token}/{method}", self._call, methods=["GET", "POST"]),
                    Route("/file/bot{token}/{path:path}", self._file, methods=["GET"]),
                ]
            ),
            host="127.0.0.1",
            port=0,
            http=_Protocol,
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="critical",
            access_log=False,
            timeout_graceful_shutdown=1,
        )
        self._uvicorn = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._run, name="bot-api", daemon=True)
        self.loop = asyncio.new_event_loop()
        self.url = ""

    def start(self) -> None:
        """Listen on a free port; `url` tells which."""
        self._thread.start()
        deadline = time.monotonic() + 10
        while not self._uvicorn.started:
            if time.monotonic() > deadline:
                raise RuntimeError("the Bot API test server did not start")
            time.sleep(0.005)
        port = self._uvicorn.servers[0].sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"

    def stop(self) -> None:
        """Close everything."""
        self._uvicorn.should_exit = True
        self._thread.join(timeout=5)

    async def add(self, token: str) -> State:
        """Register a bot (on the server's loop)."""
        state = self._states[token] = State(token)
        self._deliveries[token] = asyncio.create_task(deliver(state))
        return state

    async def remove(self, token: str) -> None:
        """Forget a bot and end what still waits (on the server's loop)."""
        state = self._states.pop(token)
        state.closed = True
        state.faults.clear()
        state.tell()
        task = self._deliveries.pop(token)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_until_complete(self._uvicorn.serve())
        left = asyncio.all_tasks(self.loop)
        for task in left:
            task.cancel()
        self.loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        self.loop.close()

    async def _call(self, request: Request) -> Response:
        try:
            state = self._state(request)
            return await _answer(state, request)
        except ApiError as error:
            return JSONResponse(error.body(), status_code=error.status)
        except Dropped:
            request.scope[_TRANSPORT].abort()
            return Response(status_code=500)

    async def _file(self, request: Request) -> Response:
        try:
            state = self._state(request)
        except ApiError as error:
            return JSONResponse(error.body(), status_code=error.status)
        for path, content in state.files.values():
            if path == request.path_params["path"]:
                return Response(content, media_type="application/octet-stream")
        return Response(status_code=404)

    def _state(self, request: Request) -> State:
        token = request.path_params["token"]
        if token in self._states:
            return self._states[token]
        if _TOKEN.fullmatch(token):
            raise ApiError(401, "Unauthorized")
        raise ApiError(404, "Not Found")


async def _answer(state: State, request: Request) -> Response:
    found = methods.find(request.path_params["method"])
    if found is None:
        raise ApiError(404, "Not Found")
    name, function = found
    given = await params.read(request)
    state.calls.append(Call(name, dict(given), time.monotonic()))
    state.tell()
    fault = await state.faults.before(name)
    result: Any = await function(state, given)
    if fault is not None and fault.drop == "after":
        raise Dropped
    if fault is not None and fault.body is not None:
        return Response(fault.body, media_type="application/json")
    return JSONResponse({"ok": True, "result": result})
