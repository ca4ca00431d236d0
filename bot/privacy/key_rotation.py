"""Changes the keys that addresses are encrypted with, while messages flow.

A retired key is deleted an hour after it was last seen in use and only when no row is sealed with
it any more. The hour covers what no look at the rows can show: an address that was sealed, or read
to be copied, before and is about to be written. Every step may be repeated or broken off.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

import sqlalchemy as sa
from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.privacy.key_ring import in_order, opened
from bot.privacy.wrapping import Wrapping, WrongSecret
from bot.storage import address_keys, audit
from bot.storage.address_keys import Row, Sealed
from bot.storage.database import Database

log = logging.getLogger(__name__)
#: A retired key is kept so long after it was last seen in use.
KEPT = timedelta(hours=1)
#: Rows in one transaction: some ten milliseconds.
BATCH = 200
#: Addresses of each table that tell whether the secret is the right one.
SAMPLE = 3


@dataclass(frozen=True)
class Tidied:
    """What became of the rows: sealed anew, left to the next time because somebody wrote them, not
    to be opened with any key; and the numbers of the keys that were deleted."""

    resealed: int = 0
    left: int = 0
    unreadable: int = 0
    deleted: tuple[int, ...] = ()


def _now() -> datetime:
    return datetime.now(timezone.utc)


class KeyRotation:
    """The keys in the database. Every method raises WrongSecret and DatabaseUnavailable."""

    def __init__(
        self,
        database: Database,
        secret: str,
        now: Callable[[], datetime] = _now,
        batch: int = BATCH,
    ) -> None:
        """secret: LOTSE_SECRET_KEY. now: an aware datetime. batch: rows in one transaction."""
        self._database = database
        self._wrapping = Wrapping(secret)
        self._now = now
        self._batch = batch

    def begin(self) -> None:
        """Make the first key; the one derived from the secret, which sealed before, retires."""
        with self._database.begin() as connection:
            address_keys.lock(connection)
            rows = address_keys.everything(connection)
            if rows:
                opened(self._wrapping, rows)
                return
            self._check(address_keys.newest_addresses(connection, SAMPLE))
            now = self._now()
            address_keys.add(connection, self._wrapping.wrap(self._wrapping.first_key), now, now)
            address_keys.add(connection, self._wrapping.wrap(Fernet.generate_key()), now)

    def rotate(self, who_key: str) -> int:
        """Add a key that seals from now on; its number. The others retire.

        who_key: of whoever asked for it, for the audit log.
        """
        with self._database.begin() as connection:
            address_keys.lock(connection)
            opened(self._wrapping, address_keys.everything(connection))
            now = self._now()
            wrapped = self._wrapping.wrap(Fernet.generate_key())
            number = address_keys.add(connection, wrapped, now)
            address_keys.retire_before(connection, number, now)
            audit.record(connection, who_key, audit.KEYS_ROTATED, f"key {number}", now)
        return number

    def all_keys(self) -> list[Row]:
        """Every key, the newest first."""
        with self._database.read() as connection:
            rows = address_keys.everything(connection)
        opened(self._wrapping, rows)
        return rows

    def tidy(self) -> Tidied:
        """Seal anew what a retired key sealed, and delete retired keys nobody needs any more."""
        rows = self.all_keys()
        if all(row.retired_at is None for row in rows):
            return Tidied()
        walk = _Walk(self._wrapping, rows)
        for table in address_keys.SEALED:
            self._reseal(table, walk)
        if walk.unreadable and {row.id for row in self.all_keys()} <= {row.id for row in rows}:
            # Otherwise they were sealed with a key that came meanwhile.
            log.error("no key opens %s addresses", walk.unreadable)
        deleted = self._delete(walk)
        done = Tidied(walk.resealed, walk.left, walk.unreadable, deleted)
        if done.resealed or done.deleted:
            log.info("sealed %s addresses anew, deleted keys %s", done.resealed, list(deleted))
        return done

    def _reseal(self, table: sa.Table, walk: _Walk) -> None:
        after: str | int | None = None
        while True:
            with self._database.read() as connection:
                rows = address_keys.batch(connection, table, after, self._batch)
            if not rows:
                return
            after = rows[-1].id
            anew = walk.sealed_anew(rows)
            if not anew:
                continue
            with self._database.begin() as connection:
                free = address_keys.free(connection, table, [old.id for old, _ in anew])
                for old, address in anew:
                    if old.id in free and address_keys.reseal(connection, table, old, address):
                        walk.resealed += 1
                    else:
                        walk.left += 1

    def _delete(self, walk: _Walk) -> tuple[int, ...]:
        """Delete the retired keys that were not seen in use for an hour and that no row needs."""
        with self._database.begin() as connection:
            address_keys.lock(connection)
            address_keys.note_use(connection, sorted(walk.used), self._now())
            oldest = self._now() - KEPT
            # Read anew: another process may have seen one of them in use.
            candidates = {
                row.id: Fernet(self._wrapping.unwrap(row.wrapped))
                for row in address_keys.everything(connection)
                if row.retired_at is not None and row.retired_at < oldest
            }
            if candidates:
                for address in address_keys.every_address(connection):
                    for number in [n for n, key in candidates.items() if _opens(key, address)]:
                        del candidates[number]
                address_keys.remove(connection, list(candidates))
        return tuple(sorted(candidates))

    def _check(self, addresses: Sequence[bytes]) -> None:
        """Before there are keys to unwrap, the addresses tell whether the secret is right."""
        first = Fernet(self._wrapping.first_key)
        if addresses and not any(_opens(first, address) for address in addresses):
            raise WrongSecret


class _Walk:
    """What a walk through the rows has found so far. used: numbers of retired keys that sealed."""

    def __init__(self, wrapping: Wrapping, rows: Sequence[Row]) -> None:
        # Nearly every row is sealed with the first.
        self._keys = [(row.id, Fernet(wrapping.unwrap(row.wrapped))) for row in in_order(rows)]
        self._ring = MultiFernet([key for _, key in self._keys])
        self.used: set[int] = set()
        self.resealed = self.left = self.unreadable = 0

    def sealed_anew(self, rows: Sequence[Sealed]) -> list[tuple[Sealed, bytes]]:
        """Those of the rows that a retired key sealed, with their address sealed anew."""
        anew = []
        for row in rows:
            number = next((n for n, key in self._keys if _opens(key, row.address)), None)
            if number is None:
                self.unreadable += 1
            elif number != self._keys[0][0]:
                self.used.add(number)
                anew.append((row, self._ring.rotate(row.address)))
        return anew


def _opens(key: Fernet, address: bytes) -> bool:
    try:
        key.decrypt(address)
    except InvalidToken:
        return False
    return True
