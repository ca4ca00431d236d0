"""How residents are known to us: by a keyed pseudonym, their address encrypted."""

from __future__ import annotations

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def _derived(secret: str, purpose: bytes) -> bytes:
    # RFC 5869; one key for each purpose, so that neither tells about the other.
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=purpose).derive(
        secret.encode()
    )


class Pseudonyms:
    """Turns a channel's address into a conversation id; only we can read the address."""

    def __init__(self, secret: str) -> None:
        """secret: LOTSE_SECRET_KEY; with another one the same address has another id."""
        self._key = _derived(secret, b"lotse conversation id")
        self._cipher = Fernet(base64.urlsafe_b64encode(_derived(secret, b"lotse address")))

    def conversation_id(self, channel: str, address: str) -> str:
        """32 hexadecimal digits (HMAC-SHA-256, RFC 2104, shortened to 128 bits)."""
        text = f"{channel}\0{address}".encode()
        return hmac.new(self._key, text, hashlib.sha256).hexdigest()[:32]

    def seal(self, address: str) -> bytes:
        """The address encrypted (Fernet), different each time."""
        return self._cipher.encrypt(address.encode())

    def open(self, sealed: bytes) -> str:
        """The address again. Raises cryptography.fernet.InvalidToken with another secret."""
        return self._cipher.decrypt(bytes(sealed)).decode()
