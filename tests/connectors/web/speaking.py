"""Beginning a session and saying something without the page's script."""

from __future__ import annotations

import uuid
from typing import Any

import httpx


def a_message(**fields: Any) -> dict[str, Any]:
    return {"id": str(uuid.uuid4()), "kind": "text", "text": "Hallo", "seen": 0} | fields


async def begin(client: httpx.AsyncClient) -> str:
    response = await client.post("/chat/session")
    assert response.status_code == 204
    return client.cookies["lotse_chat"]
