"""Numbers of receipts: random, short, and hard to misread aloud or on paper."""

from __future__ import annotations

import secrets

#: Crockford's base 32 (crockford.com/base32.html): no I, L, O and U.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_PREFIX, _LENGTH = "L", 8
#: What people write for a sign of the alphabet.
_MEANT = str.maketrans("OIL", "011")


def new_number() -> str:
    """A number like L-7F3K-9QWX: 40 random bits, too many to be guessed by asking."""
    return _written("".join(secrets.choice(ALPHABET) for _ in range(_LENGTH)))


def as_kept(typed: str) -> str | None:
    """A number as somebody typed it, in the form it is kept in; None for what is no number.

    Capitals, dashes, spaces and signs that cannot be seen do not matter, nor O for 0 or I and L
    for 1.
    """
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())
    if len(signs) == _LENGTH + 1 and signs[0] == _PREFIX:
        signs = signs[1:]
    signs = signs.translate(_MEANT)
    known = len(signs) == _LENGTH and all(sign in ALPHABET for sign in signs)
    return _written(signs) if known else None


def _written(signs: str) -> str:
    half = _LENGTH // 2
    return f"{_PREFIX}-{signs[:half]}-{signs[half:]}"
