"""Posting updates to a webhook."""

from __future__ import annotations

import asyncio

import httpx

from tests.botapi.state import State

FIRST_PAUSE = 0.05
LONGEST_PAUSE = 1.0


async def deliver(state: State) -> None:
    """Post updates one after the other, each until it is taken, until the bot is forgotten."""
    pause = FIRST_PAUSE
    async with httpx.AsyncClient(trust_env=False, verify=False, timeout=10.0) as client:
        # Python 3.10's wait_for may swallow a cancellation, so this is looked at too.
        while not state.closed:
            if not (state.webhook.url and state.updates):
                await state.change(60.0)
                continue
            if await _post(client, state):
                pause = FIRST_PAUSE
            else:
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)


async def _post(client: httpx.AsyncClient, state: State) -> bool:
    hook, update = state.webhook, state.updates[0]
    headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
    try:
        response = await client.post(hook.url, json=update, headers=headers)
    except httpx.HTTPError as error:
        hook.last_error = f"Connection failed: {type(error).__name__}"
        return False
    if not response.is_success:
        hook.last_error = f"Wrong response from the webhook: {response.status_code}"
        return False
    if update in state.updates:
        state.updates.remove(update)
        state.tell()
    return True
