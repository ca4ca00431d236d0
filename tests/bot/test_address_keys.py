"""The keys of addresses: changing them loses no address and stops nobody."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from cryptography.fernet import InvalidToken
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.privacy import key_ring
from bot.privacy.key_ring import KeyRing, stored_ring
from bot.privacy.key_rotation import KEPT, KeyRotation
from bot.privacy.pseudonyms import Pseudonyms
from bot.privacy.wrapping import Wrapping, WrongSecret
from bot.storage import address_keys, audit
from bot.storage.address_keys import Row
from bot.storage.database import Database, DatabaseUnavailable
from bot.storage.tables import metadata
from tests.bot.sealed_rows import NOON, addresses, write

SECRET, ANOTHER = "a secret of some length", "another secret of ours"
STEP = timedelta(minutes=1)


class Clock:
    """A clock the test sets, for dates and for seconds."""

    def __init__(self) -> None:
        self.moment = NOON

    def __call__(self) -> datetime:
        return self.moment

    def seconds(self) -> float:
        return self.moment.timestamp()


class Office:
    """An operator with a database, and the processes that work on it."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = Clock()
        self.rotation = KeyRotation(database, SECRET, self.clock, batch=2)

    def process(self) -> KeyRing:
        """What another process knows of the keys."""

        def load() -> list[Row]:
            with self.database.read() as connection:
                return address_keys.everything(connection)

        return KeyRing(Wrapping(SECRET), load, self.clock.seconds)

    def later(self, time: timedelta) -> None:
        self.clock.moment += time

    def read(self) -> set[str]:
        """Every address, as a process reads it that was just started."""
        ring = self.process()
        return {ring.open(sealed) for sealed in addresses(self.database)}

    def numbers(self) -> list[int]:
        return [row.id for row in self.rotation.all_keys()]


@pytest.fixture
def office(database: Database) -> Office:
    """An office whose first key is made."""
    office = Office(database)
    office.rotation.begin()
    return office


def test_after_a_rotation_no_address_can_be_read_with_the_key_before(office: Office) -> None:
    before = office.process()
    for name in "abcde":
        write(office.database, before.seal(name))
    old = [row for row in office.rotation.all_keys() if row.retired_at is None]
    office.rotation.rotate(audit.OPERATOR)
    assert office.rotation.tidy().resealed == 15
    assert office.read() == set("abcde")
    only_old = KeyRing(Wrapping(SECRET), lambda: old)
    for sealed in addresses(office.database):
        with pytest.raises(InvalidToken):
            only_old.open(sealed)


def test_addresses_of_the_time_before_the_ring_are_read_and_sealed_anew(
    database: Database,
) -> None:
    write(database, Pseudonyms(SECRET).seal("4242"))
    office = Office(database)
    office.rotation.begin()
    assert office.read() == {"4242"}
    office.rotation.begin()
    assert len(office.numbers()) == 2
    assert office.rotation.tidy().resealed == 3
    office.later(KEPT + STEP)
    assert office.rotation.tidy().deleted == (1,)
    assert office.read() == {"4242"}
    with pytest.raises(InvalidToken):
        Pseudonyms(SECRET).open(addresses(database)[0])


def test_a_process_reads_with_a_new_key_at_once_and_seals_with_it_soon(office: Office) -> None:
    running, name = office.process(), "a"
    sealed_before = running.seal(name)
    office.rotation.rotate(audit.OPERATOR)
    assert running.open(office.process().seal("b")) == "b"
    assert running.open(sealed_before) == name
    sleeping = office.process()
    sleeping.seal(name)
    number = office.rotation.rotate(audit.OPERATOR)
    office.later(timedelta(seconds=key_ring.LOOK_AGAIN_SECONDS + 1))
    newest = [row for row in office.rotation.all_keys() if row.id == number]
    assert KeyRing(Wrapping(SECRET), lambda: newest).open(sleeping.seal("c")) == "c"


def test_a_retired_key_goes_after_an_hour_when_no_row_needs_it(office: Office) -> None:
    write(office.database, office.process().seal("a"))
    before = office.numbers()
    number = office.rotation.rotate(audit.OPERATOR)
    assert office.rotation.tidy().deleted == ()
    office.later(KEPT)
    assert office.rotation.tidy().deleted == ()
    office.later(STEP)
    assert office.rotation.tidy().deleted == tuple(sorted(before))
    assert office.numbers() == [number]
    assert office.read() == {"a"}


def test_what_was_sealed_late_with_a_retired_key_gives_that_key_another_hour(
    office: Office,
) -> None:
    slow = office.process()
    late = slow.seal("late")
    retired = office.numbers()
    office.rotation.rotate(audit.OPERATOR)
    office.later(KEPT - STEP)
    write(office.database, late)
    assert office.rotation.tidy().resealed == 3
    office.later(2 * STEP)
    assert retired[0] not in office.rotation.tidy().deleted
    # A turn that read the row before it was sealed anew writes a copy of what it read.
    write(office.database, late)
    assert office.read() == {"late"}
    office.rotation.tidy()
    office.later(KEPT + STEP)
    office.rotation.tidy()
    assert len(office.numbers()) == 1
    assert office.read() == {"late"}


def test_two_rotations_at_once_leave_one_key_that_seals(office: Office) -> None:
    for name in "abcdef":
        write(office.database, office.process().seal(name))
    together = threading.Barrier(2)

    def rotate() -> None:
        other = KeyRotation(office.database, SECRET, office.clock, batch=1)
        together.wait()
        other.rotate(audit.OPERATOR)
        other.tidy()

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(rotate), pool.submit(rotate)]:
            done.result()
    assert sum(row.retired_at is None for row in office.rotation.all_keys()) == 1
    assert office.read() == set("abcdef")
    office.rotation.tidy()
    assert office.rotation.tidy().resealed == 0


def test_two_servers_that_start_at_once_make_one_first_key(database: Database) -> None:
    office = Office(database)
    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(office.rotation.begin) for _ in range(4)]:
            done.result()
    assert len(office.numbers()) == 2


def test_a_rotation_that_was_killed_is_finished_by_the_job(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abcdef":
        write(office.database, office.process().seal(name))
    office.rotation.rotate(audit.OPERATOR)
    with monkeypatch.context() as dying:
        done: list[int] = []
        reseal = address_keys.reseal

        def dies(*given: object) -> bool:
            done.append(1)
            if len(done) == 8:
                raise KeyboardInterrupt
            return reseal(*given)  # type: ignore[arg-type]

        dying.setattr(address_keys, "reseal", dies)
        with pytest.raises(KeyboardInterrupt):
            office.rotation.tidy()
    assert office.read() == set("abcdef")
    assert 0 < office.rotation.tidy().resealed < 18
    assert office.read() == set("abcdef")


def test_messages_flow_while_keys_change(office: Office) -> None:
    names = [f"resident {number}" for number in range(24)]

    def talk(name: str) -> None:
        write(office.database, office.process().seal(name))

    with ThreadPoolExecutor(3) as pool:
        talking = [pool.submit(talk, name) for name in names]
        for _ in range(3):
            office.rotation.rotate(audit.OPERATOR)
            office.rotation.tidy()
        for each in talking:
            each.result()
    assert office.read() == set(names)
    office.rotation.tidy()
    assert office.rotation.tidy().resealed == 0
    assert office.read() == set(names)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_row_somebody_writes_is_not_waited_for(office: Office) -> None:
    write(office.database, office.process().seal("a"))
    office.rotation.rotate(audit.OPERATOR)
    with office.database.begin() as connection:
        connection.execute(sa.text("SELECT * FROM conversations FOR UPDATE"))
        done = office.rotation.tidy()
    assert (done.resealed, done.left) == (2, 1)
    assert office.rotation.tidy().resealed == 1


def test_a_row_no_key_opens_is_left_and_told_without_its_address(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    write(office.database, Pseudonyms(ANOTHER).seal("4242"))
    write(office.database, office.process().seal("a"))
    office.rotation.rotate(audit.OPERATOR)
    done = office.rotation.tidy()
    assert (done.resealed, done.unreadable) == (3, 3)
    assert "no key opens 3 addresses" in caplog.text
    assert "4242" not in caplog.text


REFUSED: list[Callable[[KeyRotation], object]] = [
    lambda rotation: rotation.begin(),
    lambda rotation: rotation.rotate(audit.OPERATOR),
    lambda rotation: rotation.all_keys(),
    lambda rotation: rotation.tidy(),
]


@pytest.mark.parametrize("call", REFUSED)
def test_another_secret_is_refused_by_the_name_of_its_variable(
    office: Office, call: Callable[[KeyRotation], object]
) -> None:
    with pytest.raises(WrongSecret, match="LOTSE_SECRET_KEY"):
        call(KeyRotation(office.database, ANOTHER))
    with pytest.raises(WrongSecret):
        stored_ring(ANOTHER, office.database).seal("a")
    assert len(office.numbers()) == 2


def test_another_secret_is_noticed_before_the_first_key_is_made(database: Database) -> None:
    write(database, Pseudonyms(SECRET).seal("4242"))
    with pytest.raises(WrongSecret):
        KeyRotation(database, ANOTHER).begin()
    office = Office(database)
    office.rotation.begin()
    assert office.read() == {"4242"}


def test_a_database_that_does_not_answer_is_told() -> None:
    dead = Database("postgresql://nobody@127.0.0.1:1/none")
    for call in REFUSED:
        with pytest.raises(DatabaseUnavailable):
            call(KeyRotation(dead, SECRET))
    dead.close()


def test_while_the_database_is_away_known_keys_seal_but_not_for_long() -> None:
    clock, rows = Clock(), [Row(1, Wrapping(SECRET).wrap(b"A" * 43 + b"="), NOON, None)]
    away = False

    def load() -> list[Row]:
        if away:
            raise DatabaseUnavailable("gone")
        return rows

    ring = KeyRing(Wrapping(SECRET), load, clock.seconds)
    sealed = ring.seal("a")
    away = True
    clock.moment += timedelta(seconds=key_ring.TOO_OLD_SECONDS)
    assert ring.open(ring.seal("b")) == "b"
    clock.moment += timedelta(seconds=1)
    with pytest.raises(DatabaseUnavailable):
        ring.seal("c")
    assert ring.open(sealed) == "a"
    with pytest.raises(DatabaseUnavailable):
        ring.open(Pseudonyms(ANOTHER).seal("d"))


def test_rotations_are_in_the_audit_log(office: Office) -> None:
    number = office.rotation.rotate("staff:1")
    with office.database.read() as connection:
        rows = audit.entries(connection, NOON - STEP)
    assert [(r.who_key, r.action, r.subject) for r in rows] == [
        ("staff:1", audit.KEYS_ROTATED, f"key {number}")
    ]


@pytest.fixture(scope="module")
def shared() -> Iterator[Database]:
    """A database that is emptied, not made anew, for each example."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'lotse.db'}")
        database.migrate()
        yield database
        database.close()


STEPS = st.sampled_from(
    ["write", "write elsewhere", "read", "land", "rotate", "tidy", "seconds", "minutes", "hours"]
)


@settings(max_examples=30, deadline=None)
@given(steps=st.lists(STEPS, max_size=25))
def test_whatever_happens_in_whatever_order_every_address_can_be_read(
    shared: Database, steps: list[str]
) -> None:
    with shared.begin() as connection:
        for table in metadata.tables.values():
            connection.execute(sa.delete(table))
    office = Office(shared)
    write(shared, Pseudonyms(SECRET).seal("of old"))
    office.rotation.begin()
    here, elsewhere = office.process(), office.process()
    # An address that was read to be copied; nothing is on its way for as long as an hour.
    flying: list[tuple[datetime, bytes]] = []
    for step in steps:
        if step == "write":
            write(shared, here.seal("here"))
        elif step == "write elsewhere":
            write(shared, elsewhere.seal("elsewhere"))
        elif step == "read":
            flying.append((office.clock(), addresses(shared)[0]))
        elif step == "land" and flying:
            began, sealed = flying.pop()
            if office.clock() - began < KEPT:
                write(shared, sealed)
        elif step == "rotate":
            office.rotation.rotate(audit.OPERATOR)
        elif step == "tidy":
            assert office.rotation.tidy().unreadable == 0
        elif step in {"seconds", "minutes", "hours"}:
            office.later(timedelta(**{step: 20 if step != "hours" else 2}))
        assert office.read() <= {"of old", "here", "elsewhere"}
