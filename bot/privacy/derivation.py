"""Keys made from the secret."""

from __future__ import annotations

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def derived(secret: str, purpose: bytes) -> bytes:
    """32 bytes for one purpose (HKDF-SHA-256, RFC 5869), so that no key tells about another.

    secret: LOTSE_SECRET_KEY.
    """
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=purpose).derive(
        secret.encode()
    )
