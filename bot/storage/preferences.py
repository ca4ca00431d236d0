"""What counsellors chose for themselves: rows and nothing else."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage.tables import preferences


def wants_back(connection: Connection, who_key: str) -> bool:
    """Whether a counsellor wants replies translated back; yes unless they said no."""
    chosen = connection.execute(
        sa.select(preferences.c.back_translation).where(preferences.c.who_key == who_key)
    ).scalar()
    return True if chosen is None else bool(chosen)


def set_back(connection: Connection, who_key: str, wanted: bool) -> None:
    """Keep what a counsellor chose."""
    connection.execute(sa.delete(preferences).where(preferences.c.who_key == who_key))
    connection.execute(sa.insert(preferences).values(who_key=who_key, back_translation=wanted))
