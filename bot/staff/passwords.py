"""Keeps passwords as argon2 hashes and checks them, never on the event loop."""

from __future__ import annotations

import asyncio
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
#: Longer than any passphrase; a bound on what is hashed for a stranger.
LONGEST = 512


class Passwords:
    """Hashes and checks. One at a time: a hash takes 64 MiB and most of a core."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        """hasher: argon2id as RFC 9106 recommends by default."""
        self._hasher = hasher or PasswordHasher()
        self._turn = asyncio.Lock()
        self._nobody: str | None = None

    def hash(self, password: str) -> str:
        """The hash to keep. Takes as long as a check."""
        return self._hasher.hash(password)

    async def fits(self, kept: str | None, password: str) -> bool:
        """Whether the password belongs to the hash; None takes as long and fits nothing."""
        async with self._turn:
            return await asyncio.to_thread(self._fits, kept, password)

    async def renewed(self, kept: str, password: str) -> str | None:
        """A hash with the parameters of today, None if the one that is kept has them."""
        if not self._hasher.check_needs_rehash(kept):
            return None
        async with self._turn:
            return await asyncio.to_thread(self.hash, password)

    def _fits(self, kept: str | None, password: str) -> bool:
        if self._nobody is None:
            self._nobody = self.hash(secrets.token_urlsafe())
        too_long = len(password) > LONGEST
        try:
            self._hasher.verify(kept or self._nobody, "" if too_long else password)
        except (VerificationError, InvalidHashError):
            return False
        return kept is not None and not too_long
