"""Settings of the learner, as names and texts."""

from __future__ import annotations

from quizapp.store.database import Database


def get(database: Database, name: str, default: str) -> str:
    """The setting's value, or *default* where it was never set."""
    row = database.connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else default


def put(database: Database, name: str, value: str) -> None:
    """Keeps a setting."""
    with database.transaction() as connection:
        connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))
