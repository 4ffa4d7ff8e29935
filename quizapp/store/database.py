"""Opens the data file: pragmas, version, faults told as sentences."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from quizapp.errors import (
    AnswerNotSavedError,
    DatabaseForeignError,
    DatabaseNewerError,
    DatabaseReplacedError,
    DatabaseUnreadableError,
    DataFolderError,
    QuizappError,
)
from quizapp.store.connection import Connection, connect

VERSION = 7
"""`PRAGMA user_version` of a file with every migration of `migrations.py` applied; comparing it spares importing sqlite-utils (120 ms)."""

BUSY_MS = 3000
CHECKPOINT_PAGES = 20_000
"""Pages in the write-ahead log at which SQLite itself checkpoints during a commit: a safety net, as idle time comes far earlier."""


class Database:
    """An open data file. Every write is one transaction, durable when it returns."""

    def __init__(self, connection: Connection) -> None:
        self.path = connection.path
        self.connection = connection
        self._file = _identity(self.path)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A write, whole or not at all.

        Raises AnswerNotSavedError or DatabaseBusyError where SQLite cannot keep it, DatabaseDamagedError where the file is known to be
        damaged, and DatabaseReplacedError where it is no longer the file in its place.
        """
        if self.connection.damage:
            raise self.connection.damaged(self.connection.damage)
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            self._check_in_place()
            yield self.connection
            self.connection.execute("COMMIT")
        except BaseException as error:
            with suppress(sqlite3.Error):  # what failed may have ended the transaction already
                self.connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.OperationalError):
                raise AnswerNotSavedError(self.path, str(error)) from error
            raise

    def _check_in_place(self) -> None:
        if _identity(self.path) != self._file:
            raise DatabaseReplacedError(self.path)

    def parsed(self, text: str) -> Any:
        """The value that *text*, read from the file, is the JSON of. Raises DatabaseDamagedError."""
        try:
            return json.loads(text)
        except ValueError as error:
            raise self.connection.damaged(str(error)) from error

    def checkpoint(self) -> None:
        """Moves the write-ahead log into the file as far as nobody reads it; meant for idle time."""
        with suppress(sqlite3.Error, QuizappError):  # a busy file is checkpointed another time
            self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def close(self) -> None:
        """Closes the file; the last one to close it leaves no log behind."""
        self.connection.close()


def open_database(path: Path) -> Database:
    """The data file at *path*, made or migrated where needed.

    Raises DataFolderError, DatabaseNewerError, DatabaseForeignError, DatabaseDamagedError or DatabaseBusyError; in none of these cases is
    a file changed.
    """
    _make_file(path)
    connection = _connection(path)
    try:
        found = _checked_version(connection)
        _set_pragmas(connection)
        if found < VERSION:
            from quizapp.store.migrations import migrate

            migrate(connection, path)
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.OperationalError | DatabaseUnreadableError):
            raise DataFolderError(path.parent, str(error.__cause__ or error)) from error
        raise
    return Database(connection)


def _make_file(path: Path) -> None:
    """An answer log is private: the file is made with mode 0600 before SQLite opens it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise DataFolderError(path.parent, error.strerror or str(error)) from error


def _connection(path: Path) -> Connection:
    try:
        return connect(path, wait_ms=BUSY_MS)
    except sqlite3.Error as error:
        raise DataFolderError(path.parent, str(error)) from error


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells the file at *path* from another of the same name."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _checked_version(connection: Connection) -> int:
    """The version of the file, once it is clear that it is ours."""
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found > VERSION:
        raise DatabaseNewerError(connection.path, found, VERSION)
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if "answer" in tables or not (found or tables):
        return found
    raise connection.damaged("풀이 기록의 표가 없습니다") if found else DatabaseForeignError(connection.path)


def _set_pragmas(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    if sys.platform == "darwin":  # there fsync alone does not reach the disk
        connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
