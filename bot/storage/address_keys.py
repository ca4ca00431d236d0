"""The keys of addresses, and the addresses they seal: rows and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage.tables import address_keys, conversations, inbox, outbox

#: Every table that has sealed addresses.
SEALED = (conversations, inbox, outbox)
#: PostgreSQL's advisory lock; the migrations take 5005.
_LOCK = 5006


@dataclass(frozen=True)
class Row:
    """A row of `address_keys`.

    wrapped: the key, encrypted with one derived from the secret. retired_at: when it was last known
    to be in use, None for the key that seals.
    """

    id: int
    wrapped: bytes
    created_at: datetime
    retired_at: datetime | None


@dataclass(frozen=True)
class Sealed:
    """An address as it stands in a row. id: the row's, of the type its table has."""

    id: str | int
    address: bytes


_COLUMNS = [address_keys.c[name] for name in Row.__dataclass_fields__]


def everything(connection: Connection) -> list[Row]:
    """Every key, the newest first."""
    rows = connection.execute(sa.select(*_COLUMNS).order_by(address_keys.c.id.desc()))
    return [Row(row.id, bytes(row.wrapped), row.created_at, row.retired_at) for row in rows]


def lock(connection: Connection) -> None:
    """Let nobody else change keys until this transaction ends; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})


def add(
    connection: Connection, wrapped: bytes, now: datetime, retired_at: datetime | None = None
) -> int:
    """A new key; its number."""
    result = connection.execute(
        sa.insert(address_keys).values(wrapped=wrapped, created_at=now, retired_at=retired_at)
    )
    return int(result.inserted_primary_key[0])


def retire_before(connection: Connection, number: int, now: datetime) -> None:
    """Retire every key older than the one of this number that is not retired yet."""
    older = sa.and_(address_keys.c.id < number, address_keys.c.retired_at.is_(None))
    connection.execute(sa.update(address_keys).where(older).values(retired_at=now))


def note_use(connection: Connection, numbers: Sequence[int], now: datetime) -> None:
    """Retired keys turned out to be in use still: their time begins anew."""
    retired = sa.and_(address_keys.c.id.in_(numbers), address_keys.c.retired_at.is_not(None))
    connection.execute(sa.update(address_keys).where(retired).values(retired_at=now))


def remove(connection: Connection, numbers: Sequence[int]) -> None:
    """Delete keys. What they sealed can never be opened again."""
    connection.execute(sa.delete(address_keys).where(address_keys.c.id.in_(numbers)))


def batch(
    connection: Connection, table: sa.Table, after: str | int | None, limit: int
) -> list[Sealed]:
    """The next rows of a table in the order of their ids, from the first one on without `after`."""
    statement = sa.select(table.c.id, table.c.address).order_by(table.c.id).limit(limit)
    if after is not None:
        statement = statement.where(table.c.id > after)
    return [Sealed(row.id, bytes(row.address)) for row in connection.execute(statement)]


def free(connection: Connection, table: sa.Table, ids: Sequence[str | int]) -> set[str | int]:
    """Those rows nobody else is writing, locked; waiting for the others could end in a deadlock."""
    statement = sa.select(table.c.id).where(table.c.id.in_(ids))
    return set(connection.execute(statement.with_for_update(skip_locked=True)).scalars())


def reseal(connection: Connection, table: sa.Table, old: Sealed, address: bytes) -> bool:
    """Write an address anew; False when the row is gone or holds another one meanwhile."""
    changed = connection.execute(
        sa.update(table)
        .where(table.c.id == old.id, table.c.address == old.address)
        .values(address=address)
    )
    return bool(changed.rowcount)


def every_address(connection: Connection) -> Iterator[bytes]:
    """Every sealed address as it is at one instant, whoever writes meanwhile."""
    # One statement sees one state on PostgreSQL; transactions of several do not.
    selects = [sa.select(table.c.address) for table in SEALED]
    for address in connection.execute(sa.union_all(*selects)).scalars():
        yield bytes(address)


def newest_addresses(connection: Connection, each: int) -> list[bytes]:
    """Some of the last addresses of every table."""
    found: list[bytes] = []
    for table in SEALED:
        statement = sa.select(table.c.address).order_by(table.c.id.desc()).limit(each)
        found += [bytes(address) for address in connection.execute(statement).scalars()]
    return found
