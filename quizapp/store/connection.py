"""A connection to the data file that tells SQLite's failures as sentences, so that nobody who reads or writes has to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Self

from quizapp.errors import DatabaseBusyError, DatabaseDamagedError, DatabaseUnreadableError

_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_DAMAGE_WORDS = ("Could not decode to UTF-8", "unsupported file format")
"""Damage for which SQLite or Python has no code of its own."""
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_OUT_OF_REACH = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}


class Connection(sqlite3.Connection):
    """Raises DatabaseDamagedError, DatabaseBusyError and DatabaseUnreadableError in the place of what they stand for."""

    path: Path
    damage = ""
    """What was found wrong with the file; nothing is written from then on."""

    def cursor(self, factory: type[sqlite3.Cursor] | None = None) -> Any:  # type: ignore[override]  # typeshed's overloads
        """A cursor that tells failures in the same way."""
        return super().cursor(factory or _Cursor)

    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        """The statement on such a cursor."""
        return _Cursor(self).execute(*arguments)

    def executemany(self, sql: str, rows: Iterable[Any]) -> sqlite3.Cursor:
        """The statement for each of the rows, on such a cursor."""
        return _Cursor(self).executemany(sql, rows)

    def tell(self, error: sqlite3.Error) -> None:
        """Raises what *error* stands for; returns where it is none of these."""
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _DAMAGE or any(words in str(error) for words in _DAMAGE_WORDS):
            raise self.damaged(str(error)) from error
        if code in _BUSY:
            raise DatabaseBusyError(self.path) from error
        if code in _OUT_OF_REACH and not self.in_transaction:
            raise DatabaseUnreadableError(self.path, str(error)) from error

    def damaged(self, reason: str) -> DatabaseDamagedError:
        """The error that says so; from now on nothing more is written."""
        from quizapp.store.backup import newest_good

        self.damage = reason
        return DatabaseDamagedError(self.path, reason, newest_good(self.path))


class _Cursor(sqlite3.Cursor):
    def execute(self, *arguments: Any) -> Self:
        try:
            return super().execute(*arguments)
        except sqlite3.Error as error:
            _tell(self.connection, error)
            raise

    def executemany(self, sql: str, rows: Iterable[Any]) -> Self:
        try:
            return super().executemany(sql, rows)
        except sqlite3.Error as error:
            _tell(self.connection, error)
            raise

    def fetchone(self) -> Any:
        try:
            return super().fetchone()
        except sqlite3.Error as error:
            _tell(self.connection, error)
            raise

    def fetchall(self) -> list[Any]:
        try:
            return super().fetchall()
        except sqlite3.Error as error:
            _tell(self.connection, error)
            raise

    def __iter__(self) -> Iterator[Any]:  # type: ignore[override]  # sqlite3's is the cursor itself; a failure comes with any row
        try:
            yield from iter(super().__next__, None)
        except sqlite3.Error as error:
            _tell(self.connection, error)
            raise


def connect(path: Path, *, wait_ms: int) -> Connection:
    """Opens the file at *path*; another process that writes is waited for at most so long."""
    connection = sqlite3.connect(path, timeout=wait_ms / 1000, isolation_level=None, factory=Connection)
    connection.path = path
    return connection


def _tell(connection: sqlite3.Connection, error: sqlite3.Error) -> None:
    if isinstance(connection, Connection):
        connection.tell(error)
