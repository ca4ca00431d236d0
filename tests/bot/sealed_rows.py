"""Rows with sealed addresses, for the tests of their keys."""

from __future__ import annotations

import itertools
from datetime import datetime, timezone

from bot.storage import address_keys, conversations, inbox, outbox
from bot.storage.conversations import Conversation
from bot.storage.database import Database

NOON = datetime(2026, 11, 22, 12, tzinfo=timezone.utc)
_numbers = itertools.count(1)


def write(database: Database, sealed: bytes) -> str:
    """A conversation with a message and a reply, all with this address; its id."""
    number = next(_numbers)
    name = f"{number:032x}"
    reply = {
        "conversation_id": name,
        "inbox_id": None,
        "reply_to": None,
        "channel": "web",
        "address": sealed,
        "text": "Guten Tag",
        "language": "de",
        "buttons": [],
        "created_at": NOON,
    }
    with database.begin() as connection:
        conversations.save(connection, Conversation(name, "web", sealed, NOON), is_new=True)
        inbox.add(connection, name, f"m{number}", "web", sealed, {"kind": "text"}, NOON)
        outbox.add(connection, [reply])
    return name


def addresses(database: Database) -> list[bytes]:
    """Every address there is."""
    with database.read() as connection:
        return list(address_keys.every_address(connection))
