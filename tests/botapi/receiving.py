"""How the bot gets its updates."""

from __future__ import annotations

import re
import time

from tests.botapi.errors import ApiError, bad_request
from tests.botapi.params import Params
from tests.botapi.registry import method
from tests.botapi.state import Json, State, Webhook

MAX_UPDATES = 100
MAX_TIMEOUT = 50

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@method("getUpdates")
async def get_updates(state: State, params: Params) -> list[Json]:
    """Wait for updates; an offset confirms all before it."""
    state.allow(params.json("allowed_updates"))
    _confirm(state, params.number("offset"))
    state.poller += 1
    mine = state.poller
    state.tell()
    limit = min(params.number("limit") or MAX_UPDATES, MAX_UPDATES)
    deadline = time.monotonic() + min(params.number("timeout") or 0, MAX_TIMEOUT)
    while True:
        if state.webhook.url:
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        if state.poller != mine:
            raise ApiError(
                409,
                "Conflict: terminated by other getUpdates request; "
                "make sure that only one bot instance is running",
            )
        remaining = deadline - time.monotonic()
        if state.updates or remaining <= 0 or state.closed:
            return state.updates[:limit]
        await state.change(remaining)


@method("setWebhook")
async def set_webhook(state: State, params: Params) -> bool:
    """Have updates posted to an address. Plain http is fine, as on a self-hosted server."""
    url, secret = params.text("url"), params.text("secret_token")
    if url and not re.match(r"https?://[^/\s]+", url):
        raise bad_request("bad webhook: invalid webhook URL specified")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    state.allow(params.json("allowed_updates"))
    _drop_pending(state, params)
    state.webhook = Webhook(url, secret, params.number("max_connections") or 40)
    state.tell()
    return True


@method("deleteWebhook")
async def delete_webhook(state: State, params: Params) -> bool:
    """Go back to getUpdates."""
    _drop_pending(state, params)
    state.webhook = Webhook()
    state.tell()
    return True


@method("getWebhookInfo")
async def get_webhook_info(state: State, params: Params) -> Json:
    """Return what setWebhook was told and how delivering goes."""
    info: Json = {
        "url": state.webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(state.updates),
        "max_connections": state.webhook.max_connections,
    }
    if state.allowed is not None:
        info["allowed_updates"] = sorted(state.allowed)
    if state.webhook.last_error:
        info["last_error_message"] = state.webhook.last_error
    return info


def _confirm(state: State, offset: int | None) -> None:
    if offset is None:
        return
    if offset < 0:
        state.updates = state.updates[offset:]
    else:
        state.updates = [update for update in state.updates if update["update_id"] >= offset]


def _drop_pending(state: State, params: Params) -> None:
    if params.flag("drop_pending_updates"):
        state.updates.clear()
