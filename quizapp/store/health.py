"""Whether a data file is sound: the one in use, or a copy that is to take its place."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from quizapp.errors import BackupUnsoundError
from quizapp.store.database import VERSION, Database

EXAM_SETTING = "exam"
"""The setting in which a data file keeps the exam that it belongs to."""


def damage_in(connection: sqlite3.Connection) -> list[str]:
    """What SQLite finds damaged, a line each; empty where the file is sound."""
    return [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)").fetchall() if row[0] != "ok"]


def check(database: Database) -> None:
    """Raises DatabaseDamagedError where the file is damaged; nothing is written into it from then on."""
    if damage := damage_in(database.connection):
        raise database.connection.damaged(damage[0])


def dangling(database: Database) -> list[str]:
    """References to what is not there, a line each."""
    broken = database.connection.execute("PRAGMA foreign_key_check").fetchall()
    return [f"{table} {row}: {parent}에 없는 것을 가리킵니다" for table, row, parent, _ in broken]


def open_copy(source: Path) -> sqlite3.Connection:
    """Opens a copy for reading only; without a write-ahead log beside it, in a way that also works where nothing can be written."""
    log = source.with_name(f"{source.name}-wal")
    way = "mode=ro" if log.exists() and log.stat().st_size else "immutable=1"
    return sqlite3.connect(f"{source.resolve().as_uri()}?{way}", uri=True)


def check_sound(source: Path, exam: str) -> None:
    """Raises BackupUnsoundError unless *source* is a whole data file of *exam* that this version can read."""
    if not source.is_file():
        raise BackupUnsoundError(source, "그런 파일이 없습니다")
    try:
        with closing(open_copy(source)) as connection:
            reason = _unsound(connection, exam)
    except (sqlite3.Error, OSError) as error:
        raise BackupUnsoundError(source, str(error)) from error
    if reason:
        raise BackupUnsoundError(source, reason)


def _unsound(connection: sqlite3.Connection, exam: str) -> str:
    """Why the file cannot be used; empty where it can."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        return f"더 새로운 quizapp이 만든 파일입니다 (판 {version}, 이 프로그램은 {VERSION}까지)"
    if version < 1:
        return "quizapp의 풀이 기록이 아닙니다"
    from quizapp.store.migrations import form_of  # sqlite-utils costs 120 ms

    for table, wanted in form_of(version).items():
        columns = {name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))}
        if missing := [column for column in wanted if column not in columns]:
            return f"quizapp의 풀이 기록이 아닙니다: {table} 표에 {', '.join(missing)} 칸이 없습니다"
    if damage := damage_in(connection):
        return f"손상된 파일입니다: {damage[0]}"
    belongs_to = _exam_of(connection) if version > 1 else exam
    return "" if belongs_to in {"", exam} else f"다른 시험({belongs_to})의 기록입니다"


def _exam_of(connection: sqlite3.Connection) -> str:
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (EXAM_SETTING,)).fetchone()
    return str(row[0]) if row else ""
