"""The keys that addresses are encrypted with, as one process knows them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.privacy.wrapping import Wrapping
from bot.storage import address_keys
from bot.storage.address_keys import Row
from bot.storage.database import Database, DatabaseUnavailable

#: Seconds after which a process looks for a newer key before it seals.
LOOK_AGAIN_SECONDS = 30.0
#: Seconds after which it refuses to seal with what it knows. Far below the hour that a retired key
#: is kept for (`bot.privacy.key_rotation`): nothing is ever sealed with a key that is gone.
TOO_OLD_SECONDS = 600.0


class KeyRing:
    """Seals with the newest key that is not retired and opens with every one there is."""

    def __init__(
        self,
        wrapping: Wrapping,
        load: Callable[[], Sequence[Row]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """load: the keys in the database, the newest first; may raise DatabaseUnavailable.

        Without any, the key derived from the secret seals and opens, as it did before there were
        others. clock: seconds, never going back. Nothing is loaded yet.
        """
        self._wrapping = wrapping
        self._load = load
        self._clock = clock
        self._lock = threading.Lock()
        self._known: tuple[float, MultiFernet] | None = None

    def seal(self, address: str) -> bytes:
        """The address encrypted, different each time.

        Raises WrongSecret, and DatabaseUnavailable when the keys known are too old to be trusted.
        """
        return self._fresh().encrypt(address.encode())

    def open(self, sealed: bytes) -> str:
        """The address again, with keys read anew when none of those known fits.

        Raises cryptography.fernet.InvalidToken, WrongSecret, DatabaseUnavailable.
        """
        known = self._known
        if known is not None:
            try:
                return known[1].decrypt(sealed).decode()
            except InvalidToken:
                pass
        return self._reload().decrypt(sealed).decode()

    def _fresh(self) -> MultiFernet:
        known = self._known
        if known is not None and self._clock() - known[0] < LOOK_AGAIN_SECONDS:
            return known[1]
        try:
            return self._reload()
        except DatabaseUnavailable:
            if known is None or self._clock() - known[0] > TOO_OLD_SECONDS:
                raise
            return known[1]

    def _reload(self) -> MultiFernet:
        with self._lock:
            began = self._clock()
            ring = opened(self._wrapping, self._load())
            self._known = (began, ring)
            return ring


def opened(wrapping: Wrapping, rows: Sequence[Row]) -> MultiFernet:
    """A ring of these keys, the newest first; the first one that is not retired seals.

    Raises WrongSecret.
    """
    keys = [wrapping.unwrap(row.wrapped) for row in in_order(rows)] or [wrapping.first_key]
    return MultiFernet([Fernet(key) for key in keys])


def in_order(rows: Sequence[Row]) -> list[Row]:
    """The key that seals, then the others. rows: the newest first."""
    return sorted(rows, key=lambda row: row.retired_at is not None)


def stored_ring(secret: str, database: Database) -> KeyRing:
    """The ring of a database. secret: LOTSE_SECRET_KEY."""

    def load() -> list[Row]:
        with database.read() as connection:
            return address_keys.everything(connection)

    return KeyRing(Wrapping(secret), load)
