"""How logins are written."""

from __future__ import annotations

LONGEST_LOGIN = 64


def normalised(login: str) -> str:
    """A login as it is kept: without capitals and without spaces around it."""
    return login.strip().casefold()[: LONGEST_LOGIN + 1]
