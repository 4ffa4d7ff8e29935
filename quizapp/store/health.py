"""Whether the data file is sound."""

from __future__ import annotations

from quizapp.store.database import Database


def faults(database: Database) -> list[str]:
    """What SQLite finds wrong with the file and its references, a line each; empty where it is sound."""
    found = [str(row[0]) for row in database.connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    broken = database.connection.execute("PRAGMA foreign_key_check").fetchall()
    return found + [f"{table} {row}: {parent}에 없는 것을 가리킵니다" for table, row, parent, _ in broken]
