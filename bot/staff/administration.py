"""Accounts as an operator sees them: make, list, lock, change the password."""

from __future__ import annotations

import re
from datetime import datetime, timezone

from sqlalchemy.engine import Connection

from bot.staff.logins import LONGEST_LOGIN, normalised
from bot.staff.passwords import LONGEST, SHORTEST, Passwords
from bot.storage import audit, staff
from bot.storage.database import Database

ROLES = ("counsellor", "coordinator", "curator", "admin")
_LOGIN = re.compile(rf"[a-z0-9][a-z0-9._@-]{{0,{LONGEST_LOGIN - 1}}}")
_LONGEST_NAME = 128


class StaffError(ValueError):
    """It cannot be done; the message tells an operator why."""


class Administration:
    """Changes accounts, each call in one transaction. Raises StaffError, DatabaseUnavailable."""

    def __init__(self, database: Database, passwords: Passwords | None = None) -> None:
        """database: migrated."""
        self._database = database
        self._passwords = passwords or Passwords()

    def add(self, login: str, name: str, role: str, password: str) -> str:
        """A new account; its login as it is kept."""
        key, shown = normalised(login), name.strip()
        if not _LOGIN.fullmatch(key):
            raise StaffError(
                f"a login has 1 to {LONGEST_LOGIN} letters a-z, digits or . _ @ -, "
                "and begins with a letter or digit"
            )
        if role not in ROLES:
            raise StaffError("the role must be one of " + ", ".join(ROLES))
        if not 0 < len(shown) <= _LONGEST_NAME:
            raise StaffError(f"a name has 1 to {_LONGEST_NAME} characters")
        check(password)
        hashed = self._passwords.hash(password)
        with self._database.begin() as connection:
            if staff.by_login(connection, key) is not None:
                raise StaffError(f"{key} has an account already")
            now = datetime.now(timezone.utc)
            number = staff.insert(
                connection, login=key, name=shown, role=role, password=hashed, created_at=now
            )
            _record(connection, audit.ACCOUNT_ADDED, number)
        return key

    def everybody(self) -> list[staff.Row]:
        """Every account, by login."""
        with self._database.read() as connection:
            return staff.everybody(connection)

    def disable(self, login: str) -> None:
        """Nobody signs in with the account any more, and whoever is signed in no longer is."""
        with self._database.begin() as connection:
            found = _found(connection, login)
            staff.change(connection, found.id, active=False)
            staff.end_sessions_of(connection, found.id)
            _record(connection, audit.ACCOUNT_DISABLED, found.id)

    def enable(self, login: str) -> None:
        """Take `disable` back."""
        with self._database.begin() as connection:
            found = _found(connection, login)
            staff.change(connection, found.id, active=True)
            _record(connection, audit.ACCOUNT_ENABLED, found.id)

    def set_password(self, login: str, password: str) -> None:
        """Another password; whoever is signed in must sign in again."""
        check(password)
        hashed = self._passwords.hash(password)
        with self._database.begin() as connection:
            found = _found(connection, login)
            staff.change(connection, found.id, password=hashed)
            staff.end_sessions_of(connection, found.id)
            _record(connection, audit.PASSWORD_SET, found.id)


def check(password: str) -> None:
    """Raises StaffError when a password is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise StaffError(f"a password has {SHORTEST} to {LONGEST} characters")


def _found(connection: Connection, login: str) -> staff.Row:
    row = staff.by_login(connection, normalised(login))
    if row is None:
        raise StaffError(f"there is no account {normalised(login)}")
    return row


def _record(connection: Connection, action: str, staff_id: int) -> None:
    now = datetime.now(timezone.utc)
    audit.record(connection, audit.OPERATOR, action, f"staff:{staff_id}", now)
