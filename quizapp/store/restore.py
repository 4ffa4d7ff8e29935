"""Putting a copy back: its content goes into the file in use, so that windows that have it open go on with what was restored."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp.errors import BackupNotWrittenError, BackupUnsoundError, DatabaseBusyError, DatabaseDamagedError, DataFolderError
from quizapp.store.backup import backup, backup_folder, free_name
from quizapp.store.database import VERSION, Database, open_database
from quizapp.store.health import check, check_sound, open_copy


def restore(source: Path, path: Path, stamp: str) -> Path | None:
    """Puts the content of the copy *source* into the data file at *path*; returns where the present content is kept (None without any).

    The copy is checked first. A sound file is filled in one transaction, in which what it held is kept as well: an answer that a window
    gives comes before it and is kept, or after it and goes into what was restored. A damaged file is put aside whole. Raises
    BackupUnsoundError, DatabaseNewerError, DatabaseBusyError, BackupNotWrittenError, DataFolderError.
    """
    if path.exists() and source.exists() and source.samefile(path):
        raise BackupUnsoundError(source, "지금 쓰고 있는 기록 파일입니다")
    check_sound(source, path.stem)
    had_content = path.exists() and path.stat().st_size > 0
    kept = free_name(backup_folder(path) / f"{path.stem}-before-restore-{stamp}{path.suffix}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with TemporaryDirectory(prefix=".restore-", dir=path.parent, ignore_cleanup_errors=True) as folder:
            ready = _made_ready(source, Path(folder) / path.name)
            try:
                with closing(open_database(path)) as live:
                    _fill(live, ready, kept if had_content else None)
            except DatabaseDamagedError:
                _put_aside(path, kept)
                ready.replace(path)
    except OSError as error:
        raise DataFolderError(path.parent, error.strerror or str(error)) from error
    return kept if had_content else None


def _made_ready(source: Path, ready: Path) -> Path:
    """A copy of the copy in its present form."""
    try:
        with closing(open_copy(source)) as copy, closing(sqlite3.connect(ready)) as made:
            copy.backup(made)
    except sqlite3.Error as error:
        raise BackupUnsoundError(source, str(error)) from error
    open_database(ready).close()
    return ready


def _fill(live: Database, ready: Path, kept: Path | None) -> None:
    """Puts the content of *ready* in the place of all that *live* holds, which goes to *kept*."""
    from quizapp.store.migrations import form_of

    check(live)
    live.connection.execute("PRAGMA foreign_keys = OFF")  # tables are emptied in any order
    live.connection.execute("ATTACH ? AS restored", (str(ready),))
    with live.transaction() as connection:
        if kept is not None:
            backup(live.path, kept)  # through a connection of its own: nobody else can write while this transaction is open
        for table, columns in form_of(VERSION).items():
            names = ", ".join(columns)
            connection.execute(f"DELETE FROM main.{table}")
            connection.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM restored.{table}")


def _put_aside(path: Path, kept: Path) -> None:
    """Moves a damaged file with its log away; a window that still has it open writes there and not into nothing."""
    try:
        kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        for part in ("-wal", "-shm", ""):  # the file itself last: as long as it is there, nothing new is begun in its place
            with suppress(FileNotFoundError):
                path.with_name(path.name + part).rename(kept.with_name(kept.name + part))
    except PermissionError as error:  # Windows moves no file that a window has open
        raise DatabaseBusyError(path) from error
    except OSError as error:
        raise BackupNotWrittenError(kept, error.strerror or str(error)) from error
