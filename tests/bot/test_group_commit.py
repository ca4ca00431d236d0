"""Writing together what arrives together."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any, cast

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.group_commit import GroupCommit, Work
from bot.records import Records
from bot.storage.database import Database, DatabaseUnavailable

NO_CONNECTION = cast(Connection, None)


class Disk:
    """Does the work it is given, slowly, and remembers how much came at once."""

    def __init__(self) -> None:
        self.batches: list[int] = []
        self.away = False

    async def write(self, works: Sequence[Work]) -> list[Any]:
        self.batches.append(len(works))
        await asyncio.sleep(0.01)
        if self.away:
            raise DatabaseUnavailable("gone")
        return [work(NO_CONNECTION) for work in works]


def _broken(_: Connection) -> str:
    raise ValueError("broken")


@pytest.mark.asyncio
async def test_what_arrives_while_the_disk_is_busy_is_written_at_once() -> None:
    disk = Disk()
    group = GroupCommit(disk.write)
    results = await asyncio.gather(*(group.run(lambda _, n=n: n) for n in range(20)))
    assert results == list(range(20))
    assert len(disk.batches) <= 2


@pytest.mark.asyncio
async def test_one_that_fails_takes_nobody_with_it() -> None:
    group = GroupCommit(Disk().write)
    works: list[Work] = [lambda _: "first", _broken, lambda _: "last"]
    first, broken, last = await asyncio.gather(
        *(group.run(work) for work in works), return_exceptions=True
    )
    assert (first, last) == ("first", "last")
    assert isinstance(broken, ValueError)


@pytest.mark.asyncio
async def test_everybody_hears_that_the_database_is_away_and_later_ones_are_written() -> None:
    disk = Disk()
    disk.away = True
    group = GroupCommit(disk.write)
    errors = await asyncio.gather(
        *(group.run(lambda _: 1) for _ in range(3)), return_exceptions=True
    )
    assert [type(error) for error in errors] == [DatabaseUnavailable] * 3
    disk.away = False
    assert await group.run(lambda _: 2) == 2


@pytest.mark.asyncio
async def test_somebody_who_stops_waiting_does_not_hold_up_the_others() -> None:
    group = GroupCommit(Disk().write)
    impatient = asyncio.create_task(group.run(lambda _: 1))
    patient = asyncio.create_task(group.run(lambda _: 2))
    await asyncio.sleep(0)
    impatient.cancel()
    assert await patient == 2


@pytest.mark.asyncio
async def test_what_can_wait_is_written_before_what_comes_next_in_the_same_transaction() -> None:
    disk, done = Disk(), list[str]()
    group = GroupCommit(disk.write)
    group.later(lambda _: done.append("mark"))
    await group.run(lambda _: done.append("message"))
    assert done == ["mark", "message"]
    assert disk.batches == [2]


@pytest.mark.asyncio
async def test_what_can_wait_is_written_soon_when_nothing_else_comes() -> None:
    done: list[str] = []
    group = GroupCommit(Disk().write)
    group.later(lambda _: done.append("mark"))
    await asyncio.sleep(0.5)
    assert done == ["mark"]


@pytest.mark.asyncio
async def test_what_can_wait_is_tried_again_when_the_database_comes_back() -> None:
    disk, done = Disk(), list[str]()
    group = GroupCommit(disk.write)
    disk.away = True
    group.later(lambda _: done.append("mark"))
    with pytest.raises(DatabaseUnavailable):
        await group.run(lambda _: None)
    disk.away = False
    await group.run(lambda _: None)
    assert done == ["mark"]


@pytest.mark.asyncio
async def test_kept_work_is_in_the_database(database: Database) -> None:
    records = Records(database)

    def insert(name: str) -> Any:
        statement = sa.text(f"CREATE TABLE {name} (id integer)")
        return lambda connection: connection.execute(statement).rowcount

    await asyncio.gather(records.keep(insert("one")), records.keep(insert("two")))
    names = await records.read(lambda c: sa.inspect(c).get_table_names())
    assert {"one", "two"} <= set(names)
    await records.run(lambda c: [c.execute(sa.text(f"DROP TABLE {n}")) for n in ("one", "two")])
    records.close()
