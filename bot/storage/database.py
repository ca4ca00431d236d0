"""The connection to SQLite or PostgreSQL, and its migrations."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.engine import Connection, Engine

from bot.storage.writer_queue import WriterQueue

MIGRATIONS = Path(__file__).parent / "migrations"
_READING, _DURABLE = "lotse_reading", "lotse_durable"


class DatabaseUnavailable(Exception):
    """The database did not answer or refused; what was asked for has not happened."""


class Conflict(Exception):
    """Another transaction got there first; what was asked for has not happened."""


class Database:
    """One database. Transactions are short and belong to the caller's `with`."""

    def __init__(self, url: str, pool_size: int = 5) -> None:
        """url: as in LOTSE_DATABASE_URL. Nothing is opened yet."""
        self.url = url
        self.is_sqlite = url.startswith("sqlite")
        file = sa.engine.make_url(url).database if self.is_sqlite else None
        self._queue = WriterQueue(Path(f"{file}-queue")) if file else None
        self._engine: Engine = sa.create_engine(
            url, future=True, hide_parameters=True, **self._options(pool_size)
        )
        if self.is_sqlite:
            sa.event.listen(self._engine, "connect", _prepare_sqlite)
            sa.event.listen(self._engine, "begin", _begin_sqlite)

    def _options(self, pool_size: int) -> dict[str, Any]:
        if self.is_sqlite:
            # SQLAlchemy would open the file anew for each transaction.
            return {
                "poolclass": sa.pool.QueuePool,
                "pool_size": pool_size,
                "connect_args": {"timeout": 30, "check_same_thread": False},
            }
        return {
            "pool_size": pool_size,
            "pool_pre_ping": True,
            "connect_args": {"connect_timeout": 5},
        }

    @contextmanager
    def begin(self, durable: bool = False) -> Iterator[Connection]:
        """A transaction that is committed at the end of the block, or rolled back on an error.

        durable: on SQLite it survives a power cut too, not only a kill (decision 1).
        Raises DatabaseUnavailable when the database cannot be reached or written, and Conflict when
        a row that must be the only one is there already.
        """
        try:
            with (
                self._queue or nullcontext(),
                self._connect(_DURABLE, durable) as connection,
                connection.begin(),
            ):
                yield connection
        except sa.exc.IntegrityError:
            # Not chained: the text of the original names values.
            raise Conflict from None
        except (sa.exc.OperationalError, sa.exc.InterfaceError) as error:
            raise DatabaseUnavailable(type(error.orig).__name__) from error

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads: on SQLite it never waits for a writer.

        Raises DatabaseUnavailable when the database cannot be reached.
        """
        try:
            with self._connect(_READING, True) as connection, connection.begin():
                yield connection
        except (sa.exc.OperationalError, sa.exc.InterfaceError) as error:
            raise DatabaseUnavailable(type(error.orig).__name__) from error

    def _connect(self, option: str, value: bool) -> Connection:
        return self._engine.connect().execution_options(**{option: value})

    def migrate(self) -> None:
        """Bring the tables to the newest version; safe when two processes start at once."""
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        with self.begin() as connection:
            if not self.is_sqlite:
                connection.execute(sa.text("SELECT pg_advisory_xact_lock(5005)"))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    def forget(self) -> None:
        """Let nothing that was deleted remain in the files.

        SQLite overwrites what it deletes (secure_delete), but its write-ahead log still holds what
        was there before: it is emptied. PostgreSQL keeps deleted rows until they are vacuumed.
        Raises DatabaseUnavailable; then the next time will do.
        """
        try:
            with self._engine.connect() as connection:
                raw = connection.connection.dbapi_connection
                if self.is_sqlite:
                    with self._queue or nullcontext():
                        _empty_log(raw)
                else:
                    raw.autocommit = True
                    try:
                        raw.cursor().execute("VACUUM (SKIP_LOCKED)")
                    finally:
                        raw.autocommit = False
        except (sa.exc.OperationalError, sa.exc.InterfaceError) as error:
            raise DatabaseUnavailable(type(error.orig).__name__) from error

    def answers(self) -> bool:
        """Whether the database can be reached now."""
        try:
            with self.read() as connection:
                connection.execute(sa.text("SELECT 1"))
        except DatabaseUnavailable:
            return False
        return True

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()
        if self._queue is not None:
            self._queue.close()


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # pysqlite would otherwise begin late and commit on its own; SQLAlchemy's documentation on
    # "serializable isolation, savepoints and transactional DDL" says how to take that over.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()


def _empty_log(connection: Any) -> None:
    cursor = connection.cursor()
    # Whoever reads just now is waited for, but not long: nobody can write meanwhile.
    cursor.execute("PRAGMA busy_timeout=2000")
    try:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        cursor.execute("PRAGMA busy_timeout=30000")
        cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # IMMEDIATE takes the write lock at once; a deferred one can fail halfway instead of waiting.
    options = connection.get_execution_options()
    if options.get(_READING):
        connection.exec_driver_sql("BEGIN")
        return
    level = "FULL" if options.get(_DURABLE) else "NORMAL"
    connection.exec_driver_sql(f"PRAGMA synchronous={level}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
