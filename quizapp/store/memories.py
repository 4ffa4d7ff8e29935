"""The memory states: derived from the log, written in the same transaction as the answer that changed them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, fields
from operator import attrgetter

from quizapp.store.database import Database

_COLUMNS = "key, stability, difficulty, last_day, due_day, reviews, lapses, first_grade, last_grade, last_ms"


@dataclass(frozen=True, slots=True)
class MemoryRow:
    """A memory as it is kept."""

    key: str
    stability: float
    difficulty: float
    last_day: int
    due_day: int
    reviews: int
    lapses: int
    first_grade: int
    last_grade: int
    last_ms: int


_values = attrgetter(*(field.name for field in fields(MemoryRow)))
"""A row's values in the order of its fields; `astuple` copies each of them, which an answer need not wait for."""


def get(database: Database, key: str) -> MemoryRow | None:
    """The memory of *key*, if there is one."""
    row = database.connection.execute(f"SELECT {_COLUMNS} FROM memory WHERE key = ?", (key,)).fetchone()
    return MemoryRow(*row) if row else None


def everything(database: Database) -> list[MemoryRow]:
    """All memories by key."""
    return [MemoryRow(*row) for row in database.connection.execute(f"SELECT {_COLUMNS} FROM memory ORDER BY key")]


def due(database: Database, day: int, most: int) -> list[MemoryRow]:
    """The memories due on study *day* or before, those due longest first, at most so many."""
    rows = database.connection.execute(f"SELECT {_COLUMNS} FROM memory WHERE due_day <= ? ORDER BY due_day, key LIMIT ?", (day, most))
    return [MemoryRow(*row) for row in rows]


def first_met_on(database: Database, day: int) -> int:
    """How many things were answered on study *day* and never on a day before."""
    earlier = "SELECT 1 FROM counted WHERE counted.key = memory.key AND counted.day < memory.last_day"
    row = database.connection.execute(f"SELECT COUNT(*) FROM memory WHERE last_day = ? AND NOT EXISTS ({earlier})", (day,)).fetchone()
    return int(row[0])


def last_answered(database: Database) -> dict[str, int]:
    """When each item or skill was last answered (UTC ms), by its key."""
    return dict(database.connection.execute("SELECT key, last_ms FROM memory"))


def put(connection: sqlite3.Connection, key: str, row: MemoryRow | None) -> None:
    """Writes the memory of *key* within a transaction that is open; None removes it."""
    if row is None:
        connection.execute("DELETE FROM memory WHERE key = ?", (key,))
    else:
        connection.execute(
            f"INSERT OR REPLACE INTO memory ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            _values(row),
        )


def replace_all(database: Database, rows: Iterable[MemoryRow]) -> None:
    """Puts *rows* in the place of all memories, and notes that they are up to date."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM memory")
        for row in rows:
            put(connection, row.key, row)
        connection.execute("DELETE FROM setting WHERE name = 'memories_stale'")


def are_stale(database: Database) -> bool:
    """Whether a migration left the memories to be rebuilt from the log."""
    return database.connection.execute("SELECT 1 FROM setting WHERE name = 'memories_stale'").fetchone() is not None
