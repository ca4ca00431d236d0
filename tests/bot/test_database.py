"""Migrations and an unreachable database."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from bot.storage.database import Database, DatabaseUnavailable
from bot.storage.tables import metadata


def test_the_migrations_make_the_tables_the_code_describes(database: Database) -> None:
    with database.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        differences = compare_metadata(context, metadata)
    own = [d for d in differences if "sqlite_sequence" not in str(d)]
    assert own == []


def test_migrating_again_changes_nothing(database: Database) -> None:
    database.migrate()
    assert database.answers()


def test_two_processes_may_migrate_at_once(database_url: str) -> None:
    databases = [Database(database_url), Database(database_url)]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda d: d.migrate(), databases))
    assert all(d.answers() for d in databases)
    for database in databases:
        database.close()


def test_a_database_that_is_away_is_told_as_such() -> None:
    database = Database("postgresql://nobody@127.0.0.1:1/none")
    assert not database.answers()
    with pytest.raises(DatabaseUnavailable), database.begin():
        pass


def test_a_full_disk_is_told_as_an_unavailable_database(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'small.db'}")
    database.migrate()
    with pytest.raises(DatabaseUnavailable), database.begin() as connection:
        pages = connection.execute(sa.text("PRAGMA page_count")).scalar_one()
        connection.execute(sa.text(f"PRAGMA max_page_count={pages}"))
        for _ in range(200):  # fails when the pages are used up
            connection.execute(
                sa.text(
                    "INSERT INTO outbox (conversation_id, channel, address, text, language,"
                    " buttons, state, attempts, created_at)"
                    " VALUES ('c','web',x'00',:t,'de','[]','pending',0,'2026-11-22')"
                ),
                {"t": "x" * 4000},
            )
    database.close()


def test_what_was_written_before_an_error_is_undone(database: Database) -> None:
    with pytest.raises(RuntimeError), database.begin() as connection:
        connection.execute(sa.text("DELETE FROM inbox"))
        raise RuntimeError
    assert database.answers()


def test_no_number_is_given_twice_even_after_its_row_is_deleted(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'lotse.db'}")
    database.migrate()
    with database.read() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master").all()
    database.close()
    made = dict(rows)
    for table in metadata.sorted_tables:
        if table.dialect_options["sqlite"]["autoincrement"]:
            assert "AUTOINCREMENT" in made[table.name], table.name


def test_what_was_deleted_is_in_no_file_any_more(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'lotse.db'}")
    database.migrate()
    with database.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (x TEXT)")
        connection.exec_driver_sql("INSERT INTO t VALUES ('Quittenmarmelade')")
    with database.begin() as connection:
        connection.exec_driver_sql("DELETE FROM t")
    assert b"Quittenmarmelade" in (tmp_path / "lotse.db-wal").read_bytes()
    database.forget()
    for file in tmp_path.iterdir():
        assert b"Quittenmarmelade" not in file.read_bytes()
    database.close()


def test_forgetting_works_while_others_write(database: Database) -> None:
    database.forget()
    with database.begin() as connection:
        connection.execute(sa.text("SELECT 1"))
    database.forget()
