"""The keys by which the desk knows what was asked before."""

from __future__ import annotations


def message_key(message_id: int) -> str:
    """Of a message for the resident."""
    return f"tg:{message_id}"


def message_id(key: str) -> int | None:
    """The message of this group that a remark was said with, None for one from elsewhere."""
    kind, _, number = key.partition(":")
    return int(number) if kind == "tg" and number.isascii() and number.isdecimal() else None


def post_key(message_id: int) -> str:
    """Of a remark by the message of ours that shows it."""
    return f"post:{message_id}"


def note_key(message_id: int) -> str:
    """Of the internal part of a message, which is a remark of its own."""
    return f"tg:{message_id}:note"


def press_key(query_id: str) -> str:
    """Of a button press."""
    return f"tg:press:{query_id}"
