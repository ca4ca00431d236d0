"""What the inbox needs to know of accounts."""

from __future__ import annotations

from typing import Protocol

from connectors.desk import Counsellor


class SignInRefused(Exception):
    """Login or password do not fit, or it was tried too often.

    seconds_to_wait: until the next try is looked at; 0: at once.
    """

    def __init__(self, seconds_to_wait: int = 0) -> None:
        super().__init__("sign-in refused")
        self.seconds_to_wait = seconds_to_wait


class Accounts(Protocol):
    """Signing in and out. Every call may raise another exception when it cannot be done now."""

    async def sign_in(self, login: str, password: str, address: str) -> tuple[str, Counsellor]:
        """Begin a session; its token and whose it is. Raises SignInRefused.

        address: of the client, to slow down guessing.
        """

    async def who(self, token: str) -> Counsellor | None:
        """Whose session this is, None when there is none (any more)."""

    async def sign_out(self, token: str) -> None:
        """End a session; nothing happens when there is none."""
