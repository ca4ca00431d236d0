"""The serving process: starts and stops its parts in order, and answers the operator's pages."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.cases.notices import Notices
from bot.cases.renderings import Renderings
from bot.deliveries import Deliveries
from bot.metrics import Metrics
from bot.privacy.key_rotation import KeyRotation
from bot.privacy.wrapping import WrongSecret
from bot.records import Records
from bot.schedule import Schedule
from bot.storage.database import Database, DatabaseUnavailable
from bot.translation_parts import TranslationParts
from bot.workers import Workers
from connectors.messages import Connector

log = logging.getLogger(__name__)


class GroupOfCounsellors(Protocol):
    """The Telegram group, as far as the server starts and stops it."""

    async def start(self) -> None:
        """Look whether the group is as it has to be. Never raises."""

    async def stop(self) -> None:
        """Let go."""

    def describe(self) -> Mapping[str, Any]:
        """The state, without secrets."""


@dataclass
class Server:
    """The parts of the serving process."""

    database: Database
    records: Records
    keys: KeyRotation
    workers: Workers
    deliveries: Deliveries
    connectors: dict[str, Connector]
    metrics: Metrics
    schedule: Schedule
    routes: Sequence[BaseRoute]
    renderings: Renderings
    translation: TranslationParts
    notices: Notices | None = None
    group: GroupOfCounsellors | None = None
    remember: Callable[[], Awaitable[None]] | None = None

    async def start(self) -> None:
        """Migrate, start the workers, resume deliveries, then begin to receive.

        Raises DatabaseUnavailable, WrongSecret, or what a misconfigured connector raises.
        """
        await self.records.call(self.database.migrate)
        await self.records.call(self.keys.begin)
        self.workers.start()
        if self.remember is not None:
            await self.remember()
        for connector in self.connectors.values():
            await connector.start()
        if self.group is not None:
            await self.group.start()
        await self.deliveries.resume()
        await self.translation.refresh()
        await self.renderings.resume()
        if self.notices is not None:
            await self.notices.resume()
        self.schedule.start()

    async def stop(self) -> None:
        """Stop in the opposite order; what is not done stays in inbox and outbox."""
        self.schedule.stop()
        await asyncio.gather(*(c.stop() for c in self.connectors.values()))
        await self.renderings.stop()
        await self.translation.machine.close()
        await self.deliveries.stop()
        if self.notices is not None:
            await self.notices.stop()
        if self.group is not None:
            await self.group.stop()
        await self.workers.stop()
        self.records.close()

    async def readiness(self) -> tuple[bool, dict[str, Any]]:
        """Whether messages are answered now, and what is missing."""
        database = await self.records.call(self.database.answers)
        state: dict[str, Any] = {
            "model": self.workers.ready > 0,
            "workers": self.workers.ready,
            "database": database,
        }
        for name, connector in self.connectors.items():
            describe = getattr(connector, "describe", None)
            state[name] = describe() if describe else {}
        state["translation"] = self.translation.describe()
        if self.group is not None:
            state["counsellors"] = self.group.describe()
        return bool(state["model"] and database), state


def build_web(server: Server) -> Starlette:
    """The web application: the channels' pages and the operator's."""

    async def health(_: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def ready(_: Request) -> Response:
        is_ready, state = await server.readiness()
        return JSONResponse({"ready": is_ready, **state}, status_code=200 if is_ready else 503)

    async def metrics(_: Request) -> Response:
        return Response(server.metrics.page(), media_type="text/plain; version=0.0.4")

    async def root(_: Request) -> Response:
        return RedirectResponse("/chat")

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        try:
            await server.start()
        except WrongSecret as error:
            log.error("%s", error)
            raise
        yield
        await server.stop()

    async def database_away(_: Request, __: Exception) -> Response:
        body = {"error": "the database does not answer; please try again"}
        return JSONResponse(body, status_code=503, headers={"Retry-After": "2"})

    return Starlette(
        routes=[
            Route("/", root),
            Route("/health", health),
            Route("/ready", ready),
            Route("/metrics", metrics),
            *server.routes,
        ],
        lifespan=lifespan,
        exception_handlers={DatabaseUnavailable: database_away},
    )
