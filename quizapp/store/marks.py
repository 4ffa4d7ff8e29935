"""What the learner adds: notes and stars on items, skills and terms. They are no part of the log and derived from nothing."""

from __future__ import annotations

from quizapp.store.database import Database


def note(database: Database, key: str) -> str:
    """The learner's note on *key*; empty for none."""
    row = database.connection.execute("SELECT text FROM note WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""


def put_note(database: Database, key: str, text: str, at_ms: int) -> None:
    """Keeps a note, durable when this returns; an empty one is taken away."""
    with database.transaction() as connection:
        if text:
            connection.execute("INSERT OR REPLACE INTO note VALUES (?, ?, ?)", (key, text, at_ms))
        else:
            connection.execute("DELETE FROM note WHERE key = ?", (key,))


def notes(database: Database) -> dict[str, str]:
    """Every note by its key, the latest first."""
    return dict(database.connection.execute("SELECT key, text FROM note ORDER BY at_ms DESC, key"))


def is_starred(database: Database, key: str) -> bool:
    """Whether *key* has a star."""
    return database.connection.execute("SELECT 1 FROM star WHERE key = ?", (key,)).fetchone() is not None


def put_star(database: Database, key: str, at_ms: int) -> None:
    """Gives *key* a star."""
    with database.transaction() as connection:
        connection.execute("INSERT OR REPLACE INTO star VALUES (?, ?)", (key, at_ms))


def take_star(database: Database, key: str) -> None:
    """Takes the star of *key* away."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM star WHERE key = ?", (key,))


def stars(database: Database) -> list[str]:
    """What has a star, the latest first."""
    return [key for (key,) in database.connection.execute("SELECT key FROM star ORDER BY at_ms DESC, key")]
