"""The sketches of who sought advice, and the key of the running quarter."""

from __future__ import annotations

import secrets

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from bot.storage.tables import sketch_keys, sketches


def key_of(connection: Connection, quarter: str) -> bytes:
    """The key of a quarter; made by whoever needs it first."""
    postgres = connection.dialect.name == "postgresql"
    insert = postgresql.insert(sketch_keys) if postgres else sqlite.insert(sketch_keys)
    connection.execute(
        insert.values(quarter=quarter, key=secrets.token_bytes(32)).on_conflict_do_nothing()
    )
    key = connection.execute(
        sa.select(sketch_keys.c.key).where(sketch_keys.c.quarter == quarter)
    ).scalar_one()
    return bytes(key)


def registers(connection: Connection, quarter: str, place: str) -> bytes | None:
    """The sketch of a quarter and place, locked; None when it is empty."""
    found = connection.execute(
        sa.select(sketches.c.registers)
        .where(sketches.c.quarter == quarter, sketches.c.place == place)
        .with_for_update()
    ).scalar()
    return None if found is None else bytes(found)


def save(connection: Connection, quarter: str, place: str, packed: bytes, is_new: bool) -> None:
    """Write a sketch. Raises Conflict (from `Database.begin`) when another made it meanwhile."""
    if is_new:
        values = {"quarter": quarter, "place": place, "registers": packed}
        connection.execute(sa.insert(sketches).values(values))
        return
    connection.execute(
        sa.update(sketches)
        .where(sketches.c.quarter == quarter, sketches.c.place == place)
        .values(registers=packed)
    )


def of_quarter(connection: Connection, quarter: str) -> dict[str, bytes]:
    """The sketches of a quarter by place."""
    rows = connection.execute(
        sa.select(sketches.c.place, sketches.c.registers).where(sketches.c.quarter == quarter)
    )
    return {place: bytes(packed) for place, packed in rows}


def throw_keys_away(connection: Connection, but_quarter: str) -> int:
    """Forget the keys of every quarter but one; how many were forgotten."""
    gone = connection.execute(sa.delete(sketch_keys).where(sketch_keys.c.quarter != but_quarter))
    return int(gone.rowcount)
