"""Accounts in memory."""

from __future__ import annotations

from connectors.desk import Counsellor
from connectors.web.inbox import SignInRefused
from tests.connectors.web.inbox.desk import ANNA, BORIS

PASSWORD = "ein gutes Passwort"
PEOPLE = {
    "anna": ANNA,
    "boris": BORIS,
    "carla": Counsellor("staff:3", "Carla", "coordinator"),
    "admin": Counsellor("staff:4", "Dora", "admin"),
}


class FakeAccounts:
    """Everybody has the same password; `pause` is what the next refusal asks for."""

    def __init__(self) -> None:
        self.sessions: dict[str, Counsellor] = {}
        self.addresses: list[str] = []
        self.pause = 0

    async def sign_in(self, login: str, password: str, address: str) -> tuple[str, Counsellor]:
        self.addresses.append(address)
        if login not in PEOPLE or password != PASSWORD:
            raise SignInRefused(self.pause)
        token = f"a-session-of-{login}-{len(self.addresses)}"
        self.sessions[token] = PEOPLE[login]
        return token, PEOPLE[login]

    async def who(self, token: str) -> Counsellor | None:
        return self.sessions.get(token)

    async def sign_out(self, token: str) -> None:
        self.sessions.pop(token, None)
