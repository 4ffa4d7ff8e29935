"""What the learner put aside: items and skills that are not asked before a day, or never."""

from __future__ import annotations

from quizapp.store.database import Database

FOR_GOOD = 9_999_999
"""A day that never comes."""


def put(database: Database, key: str, until_day: int, at_ms: int) -> None:
    """Lets *key* rest: it is not asked before *until_day*."""
    with database.transaction() as connection:
        connection.execute("INSERT OR REPLACE INTO rest VALUES (?, ?, ?)", (key, until_day, at_ms))


def lift(database: Database, key: str) -> bool:
    """Ends the rest of *key*; False where it was not resting."""
    with database.transaction() as connection:
        return connection.execute("DELETE FROM rest WHERE key = ?", (key,)).rowcount > 0


def resting(database: Database, day: int) -> dict[str, int]:
    """What rests on study *day*: the day before which it is not asked, by key."""
    return dict(database.connection.execute("SELECT key, until_day FROM rest WHERE until_day > ? ORDER BY key", (day,)))
