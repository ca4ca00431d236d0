"""Runs the web application and says when it is ready and where to find it."""

from __future__ import annotations

import asyncio
import logging
import socket

import uvicorn
from rich.console import Console

from bot.app import build_server
from bot.server import Server, build_web
from bot.settings import Settings

log = logging.getLogger(__name__)


def serve(settings: Settings, console: Console) -> int:
    """Serve until told to stop (SIGINT, SIGTERM); gives the exit status."""
    try:
        listening = _listen(settings.host, settings.port)
    except OSError as error:
        where = f"{settings.host}:{settings.port}"
        console.print(f"[red]LOTSE_HOST, LOTSE_PORT: cannot listen on {where}: {error}[/red]")
        return 2
    server = build_server(settings)
    config = uvicorn.Config(
        build_web(server),
        host=settings.host,
        port=settings.port,
        log_config=None,
        log_level="warning",
        access_log=False,
        ws="none",
        timeout_graceful_shutdown=5,
        lifespan="on",
    )
    web = uvicorn.Server(config)
    with listening:
        asyncio.run(_serve(web, listening, server, settings, console))
    return 0 if web.started else 1


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns off Nagle's algorithm (40 ms a reply) only where the protocol is spelt out.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(128)
    except OSError:
        listening.close()
        raise
    return listening


async def _serve(
    web: uvicorn.Server,
    listening: socket.socket,
    server: Server,
    settings: Settings,
    console: Console,
) -> None:
    told = asyncio.create_task(_tell_when_ready(server, settings, console))
    try:
        await web.serve(sockets=[listening])
    finally:
        told.cancel()


async def _tell_when_ready(server: Server, settings: Settings, console: Console) -> None:
    console.print("Starting ...")
    await server.workers.until_ready()
    address = f"http://{settings.host}:{settings.port}"
    console.print(f"\nLotse is ready. Open [bold]{address}/chat[/bold]")
    console.print(f"  REST     {address}/webhooks/rest/webhook")
    console.print(f"  state    {address}/ready   {address}/metrics")
    if settings.telegram_token:
        console.print("  Telegram is served too")
