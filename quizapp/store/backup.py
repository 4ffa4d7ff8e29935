"""Copies of the data file: whole, checked, and never in the place of something else before they are."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from quizapp.errors import BackupUnsoundError, DatabaseBusyError, DataFolderError
from quizapp.store.database import VERSION, Database

KEPT_DAYS = 14
"""Daily copies that are kept; older ones are removed."""


def backup(database: Database, target: Path) -> Path:
    """Copies the data file, write-ahead log included, to *target* (replaced only when the copy is whole). Raises DataFolderError."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600))
        with closing(sqlite3.connect(temporary)) as copy:
            database.connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        temporary.replace(target)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise DataFolderError(target.parent, getattr(error, "strerror", None) or str(error)) from error
    return target


def backup_folder(path: Path) -> Path:
    """Where the copies of the data file at *path* lie."""
    return path.parent / "backups"


def daily_backup(path: Path, day: str) -> Path | None:
    """Makes the copy of *day* (YYYY-MM-DD) unless there is one, and removes the oldest ones; returns what was made.

    Opens the file itself, so that it can run beside the app in another thread.
    """
    target = backup_folder(path) / f"{path.stem}-{day}{path.suffix}"
    if target.exists():
        return None
    with closing(sqlite3.connect(path)) as connection:
        backup(Database(path, connection), target)
    daily = sorted(target.parent.glob(f"{path.stem}-[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]{path.suffix}"))
    for old in daily[:-KEPT_DAYS]:
        with suppress(OSError):
            old.unlink()
    return target


def restore(source: Path, path: Path, stamp: str) -> Path | None:
    """Puts the copy *source* in the place of the data file at *path*; returns where the present one is kept (None where there was none).

    The copy is checked first. Raises BackupUnsoundError, DatabaseBusyError where a window has the file open for writing, DataFolderError.
    """
    check_sound(source)
    kept = None
    if path.exists():
        kept = backup_folder(path) / f"{path.stem}-before-restore-{stamp}{path.suffix}"
        with closing(sqlite3.connect(path, timeout=1, isolation_level=None)) as present:
            try:
                present.execute("BEGIN EXCLUSIVE")
                present.execute("COMMIT")
            except sqlite3.OperationalError as error:
                raise DatabaseBusyError(path) from error
            except sqlite3.DatabaseError:
                _keep_damaged(path, kept)
            else:
                backup(Database(path, present), kept)
    with closing(sqlite3.connect(source)) as copy:
        backup(Database(source, copy), path)
    for rest in ("-wal", "-shm"):  # they belong to the file that was replaced
        path.with_name(path.name + rest).unlink(missing_ok=True)
    return kept


def check_sound(source: Path) -> None:
    """Raises BackupUnsoundError unless *source* is a whole data file that this version can read."""
    if not source.is_file():
        raise BackupUnsoundError(source, "그런 파일이 없습니다")
    try:
        with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            has_log = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'answer'").fetchone()
    except sqlite3.Error as error:
        raise BackupUnsoundError(source, str(error)) from error
    if verdict != "ok":
        raise BackupUnsoundError(source, str(verdict))
    if not has_log:
        raise BackupUnsoundError(source, "풀이 기록이 없는 파일입니다")
    if version > VERSION:
        raise BackupUnsoundError(source, f"더 새로운 quizapp이 만든 파일입니다 (판 {version})")


def _keep_damaged(path: Path, kept: Path) -> None:
    """A damaged file cannot be copied page by page; its bytes are kept as they are."""
    kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept.write_bytes(path.read_bytes())
