"""Opens the data file: pragmas, version, faults told as sentences."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from quizapp.errors import (
    AnswerNotSavedError,
    DatabaseBusyError,
    DatabaseDamagedError,
    DatabaseNewerError,
    DataFolderError,
    QuizappError,
)

VERSION = 5
"""`PRAGMA user_version` of a file with every migration of `migrations.py` applied; comparing it spares importing sqlite-utils (120 ms)."""

BUSY_MS = 3000
CHECKPOINT_PAGES = 20_000
"""Pages in the write-ahead log at which SQLite itself checkpoints during a commit: a safety net, as idle time comes far earlier."""


class Database:
    """An open data file. Every write is one transaction, durable when it returns."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A write, whole or not at all. Raises AnswerNotSavedError or DatabaseBusyError where SQLite cannot keep it."""
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            yield self.connection
            self.connection.execute("COMMIT")
        except BaseException as error:
            with suppress(sqlite3.Error):  # what failed may have ended the transaction already
                self.connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error):
                raise self._told(error) from error
            raise

    def checkpoint(self) -> None:
        """Moves the write-ahead log into the file as far as nobody reads it; meant for idle time."""
        with suppress(sqlite3.Error):  # a busy file is checkpointed another time
            self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def close(self) -> None:
        """Closes the file; the last one to close it leaves no log behind."""
        self.connection.close()

    def _told(self, error: sqlite3.Error) -> QuizappError:
        if "locked" in str(error) or "busy" in str(error):
            return DatabaseBusyError(self.path)
        return AnswerNotSavedError(self.path, str(error))


def open_database(path: Path) -> Database:
    """The data file at *path*, made or migrated where needed.

    Raises DataFolderError, DatabaseNewerError, DatabaseDamagedError or DatabaseBusyError; in none of these cases is a file changed.
    """
    _make_file(path)
    try:
        connection = sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None)
        found = _version(connection)
        if found > VERSION:
            connection.close()
            raise DatabaseNewerError(path, found, VERSION)
        _set_pragmas(connection)
        if found < VERSION:
            from quizapp.store.migrations import migrate

            migrate(connection, path)
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise DatabaseBusyError(path) from error
        raise DataFolderError(path.parent, str(error)) from error
    except sqlite3.DatabaseError as error:
        raise DatabaseDamagedError(path, str(error)) from error
    return Database(path, connection)


def _make_file(path: Path) -> None:
    """An answer log is private: the file is made with mode 0600 before SQLite opens it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise DataFolderError(path.parent, error.strerror or str(error)) from error


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _set_pragmas(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    if sys.platform == "darwin":  # there fsync alone does not reach the disk
        connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
