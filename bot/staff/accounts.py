"""Signing in with an account of the table `staff`."""

from __future__ import annotations

import hashlib
import ipaddress
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta, timezone

from sqlalchemy.engine import Connection

from bot.records import Records
from bot.staff.logins import normalised
from bot.staff.passwords import Passwords
from bot.staff.throttle import Throttle
from bot.storage import audit, staff
from connectors.desk import Counsellor
from connectors.web.inbox.accounts import SignInRefused

#: A working day. It does not slide: a page left open would else keep its session for ever.
SESSION = timedelta(hours=12)


def _now() -> datetime:
    return datetime.now(timezone.utc)


class StaffAccounts:
    """`connectors.web.inbox.accounts.Accounts` on the database."""

    def __init__(
        self,
        records: Records,
        passwords: Passwords | None = None,
        clock: Callable[[], datetime] = _now,
        by_login: Throttle | None = None,
        by_address: Throttle | None = None,
    ) -> None:
        """by_login, by_address: what slows down guessing at one account, and from one place."""
        self._records = records
        self._passwords = passwords or Passwords()
        self._clock = clock
        # A minute at most, so that a stranger who knows a login cannot shut its owner out for long.
        self._by_login = by_login or Throttle(free=3, longest=60)
        # A whole office may share an address.
        self._by_address = by_address or Throttle(free=20, longest=900)

    async def sign_in(self, login: str, password: str, address: str) -> tuple[str, Counsellor]:
        """A new session's token, and whose it is.

        Raises SignInRefused for a wrong login or password and while a pause lasts, and
        DatabaseUnavailable.
        """
        name, place = normalised(login), _network(address)
        pause = self._pause(name, place)
        if pause:
            raise SignInRefused(pause)
        # Counted before it is known: guesses made at the same time must not slip through.
        self._by_login.count(name)
        self._by_address.count(place)
        try:
            row = await self._records.read(lambda c: staff.by_login(c, name))
            kept = row.password if row is not None and row.active else None
            fits = await self._passwords.fits(kept, password)
            if row is not None and fits:
                token = await self._begin(row, password)
            else:
                token = None
                await self._record_failure(row)
        except BaseException:
            self._by_login.take_back(name)
            self._by_address.take_back(place)
            raise
        if row is None or token is None:
            raise SignInRefused(self._pause(name, place))
        self._by_login.forget(name)
        self._by_address.take_back(place)
        return token, _counsellor(row)

    async def who(self, token: str) -> Counsellor | None:
        """Whose session this is, None when it is over. Raises DatabaseUnavailable."""
        now = self._clock()
        row = await self._records.read(lambda c: staff.session_owner(c, _hashed(token), now))
        return None if row is None else _counsellor(row)

    async def sign_out(self, token: str) -> None:
        """End a session. Raises DatabaseUnavailable."""
        hashed, now = _hashed(token), self._clock()

        def end(connection: Connection) -> None:
            row = staff.session_owner(connection, hashed, now)
            staff.end_session(connection, hashed)
            if row is not None:
                audit.record(connection, _key(row), audit.SIGNED_OUT, audit.NOBODY, now)

        await self._records.run(end)

    async def _begin(self, row: staff.Row, password: str) -> str:
        token, now = secrets.token_urlsafe(32), self._clock()
        renewed = await self._passwords.renewed(row.password, password)

        def begin(connection: Connection) -> None:
            staff.forget_expired(connection, now)
            if renewed is not None:
                staff.change(connection, row.id, password=renewed)
            staff.begin_session(connection, _hashed(token), row.id, now + SESSION)
            audit.record(connection, _key(row), audit.SIGNED_IN, audit.NOBODY, now)

        await self._records.run(begin)
        return token

    async def _record_failure(self, row: staff.Row | None) -> None:
        """Who it was is not known; what was typed is only kept when it is somebody's login."""
        login, now = audit.NOBODY if row is None else row.login, self._clock()
        await self._records.run(
            lambda c: audit.record(c, audit.NOBODY, audit.SIGN_IN_FAILED, login, now)
        )

    def _pause(self, name: str, place: str) -> int:
        return max(self._by_login.pause(name), self._by_address.pause(place))


def _counsellor(row: staff.Row) -> Counsellor:
    return Counsellor(_key(row), row.name, row.role)


def _key(row: staff.Row) -> str:
    return f"staff:{row.id}"


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _network(address: str) -> str:
    """The address, or of IPv6 what one customer gets: whoever has that has 2^64 addresses."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address[:64]
    if parsed.version == 4:
        return str(parsed)
    return str(ipaddress.ip_network(f"{parsed}/64", strict=False))
