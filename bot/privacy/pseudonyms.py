"""How residents are known to us: by a keyed pseudonym, their address encrypted."""

from __future__ import annotations

import hashlib
import hmac

from bot.privacy.derivation import derived
from bot.privacy.key_ring import KeyRing
from bot.privacy.wrapping import Wrapping


class Pseudonyms:
    """Turns a channel's address into a conversation id; only we can read the address."""

    def __init__(self, secret: str, ring: KeyRing | None = None) -> None:
        """secret: LOTSE_SECRET_KEY; with another one the same address has another id.

        ring: the keys of addresses; without one the key derived from the secret is the only one.
        """
        self._key = derived(secret, b"lotse conversation id")
        self._ring = ring or KeyRing(Wrapping(secret), tuple)

    def conversation_id(self, channel: str, address: str) -> str:
        """32 hexadecimal digits (HMAC-SHA-256, RFC 2104, shortened to 128 bits)."""
        text = f"{channel}\0{address}".encode()
        return hmac.new(self._key, text, hashlib.sha256).hexdigest()[:32]

    def seal(self, address: str) -> bytes:
        """The address encrypted (Fernet), different each time. May ask the database for keys.

        Raises what `KeyRing.seal` does.
        """
        return self._ring.seal(address)

    def open(self, sealed: bytes) -> str:
        """The address again. May ask the database for keys.

        Raises cryptography.fernet.InvalidToken when no key fits, and what `KeyRing.open` does.
        """
        return self._ring.open(bytes(sealed))
