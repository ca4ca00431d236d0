"""A reply before it belongs to a channel."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class ReplyButton:
    """A button: a title in the resident's language and what pressing it sends."""

    title: str
    payload: str


@dataclass(frozen=True)
class Reply:
    """One message to the resident."""

    text: str
    buttons: tuple[ReplyButton, ...] = ()


def payload(intent: str, **entities: str) -> str:
    """`/intent` or `/intent{"entity":"value"}`, short enough for a Telegram button."""
    if not entities:
        return f"/{intent}"
    return f"/{intent}{json.dumps(entities, ensure_ascii=False, separators=(',', ':'))}"
