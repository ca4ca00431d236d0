"""The keys by which the desk knows what was asked before."""

from __future__ import annotations


def message_key(message_id: int) -> str:
    """Of a message for the resident."""
    return f"tg:{message_id}"


def note_key(message_id: int) -> str:
    """Of the internal part of a message, which is a remark of its own."""
    return f"tg:{message_id}:note"


def press_key(query_id: str) -> str:
    """Of a button press."""
    return f"tg:press:{query_id}"
