"""Keys of addresses as they are kept: encrypted with one derived from the secret."""

from __future__ import annotations

import base64

from cryptography.fernet import Fernet, InvalidToken

from bot.privacy.derivation import derived


class WrongSecret(Exception):
    """LOTSE_SECRET_KEY is not the one that the keys in the database were wrapped with."""

    def __init__(self) -> None:
        super().__init__(
            "LOTSE_SECRET_KEY is not the one this database was written with: the addresses of "
            "residents cannot be read. Set the secret that was used before"
        )


class Wrapping:
    """Wraps and unwraps keys."""

    def __init__(self, secret: str) -> None:
        """secret: LOTSE_SECRET_KEY."""
        self._cipher = Fernet(base64.urlsafe_b64encode(derived(secret, b"lotse address keys")))
        #: What sealed every address before there was a ring of keys.
        self.first_key = base64.urlsafe_b64encode(derived(secret, b"lotse address"))

    def wrap(self, key: bytes) -> bytes:
        """A Fernet key, encrypted."""
        return self._cipher.encrypt(key)

    def unwrap(self, wrapped: bytes) -> bytes:
        """The key again. Raises WrongSecret."""
        try:
            return self._cipher.decrypt(wrapped)
        except InvalidToken:
            raise WrongSecret from None
