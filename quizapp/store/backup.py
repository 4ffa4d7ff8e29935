"""Copies of the data file: whole, checked, and never in the place of something else."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

from quizapp.errors import BackupExistsError, BackupNotWrittenError, BackupOntoItselfError, BackupUnsoundError
from quizapp.store.connection import Connection, connect
from quizapp.store.database import BUSY_MS
from quizapp.store.health import check_sound, damage_in, open_copy

KEPT_DAYS = 14
"""Daily copies that are kept; older ones are removed."""


def backup(path: Path, target: Path) -> Path:
    """Copies the data file at *path*, write-ahead log included, to *target* once the copy is whole and sound, and returns *target*.

    Raises BackupOntoItselfError, BackupExistsError, BackupNotWrittenError, DatabaseDamagedError where the file itself is not sound, and
    DatabaseBusyError. Opens the file itself, so that it can run beside the app in another thread.
    """
    if target.exists():
        raise BackupOntoItselfError(path) if target.samefile(path) else BackupExistsError(target)
    with closing(connect(path, wait_ms=BUSY_MS)) as connection:
        temporary = _filled(connection, target)
        try:
            with closing(open_copy(temporary)) as copy:
                if damage := damage_in(copy):
                    raise connection.damaged(damage[0])
            os.close(os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))  # what another process put there meanwhile stays
            temporary.replace(target)
        except sqlite3.Error as error:
            connection.tell(error)
            raise BackupNotWrittenError(target, str(error)) from error
        except FileExistsError as error:
            raise BackupExistsError(target) from error
        except OSError as error:
            raise BackupNotWrittenError(target, error.strerror or str(error)) from error
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    return target


def backup_folder(path: Path) -> Path:
    """Where the copies of the data file at *path* lie."""
    return path.parent / "backups"


def free_name(wanted: Path) -> Path:
    """*wanted*, or that name with the first number at which there is no file yet."""
    numbered = (wanted.with_stem(f"{wanted.stem}-{number}") for number in count(2))
    return wanted if not wanted.exists() else next(name for name in numbered if not name.exists())


def backup_as_asked(path: Path, asked: Path | None, stamp: str) -> Path:
    """A copy at the place asked for: a file, a folder that gets one under the usual name, or the folder of the copies."""
    usual = f"{path.stem}-{stamp}{path.suffix}"
    if asked is not None and not asked.is_dir():
        return backup(path, asked)
    return backup(path, free_name((asked or backup_folder(path)) / usual))


def daily_backup(path: Path, day: str) -> Path | None:
    """Makes the copy of *day* (YYYY-MM-DD) unless there is one, and removes the oldest ones; returns what was made.

    A file that is not sound is not copied and no earlier copy goes for it. Raises the errors of `backup`.
    """
    target = backup_folder(path) / f"{path.stem}-{day}{path.suffix}"
    if target.exists():
        return None
    backup(path, target)
    daily = sorted(target.parent.glob(f"{path.stem}-[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]{path.suffix}"))
    for old in daily[:-KEPT_DAYS]:
        with suppress(OSError):
            old.unlink()
    return target


def newest_good(path: Path) -> Path | None:
    """The newest copy of the data file at *path* that is sound and has answers; None where there is none."""
    for copy in _copies(path):
        with suppress(BackupUnsoundError, sqlite3.Error, OSError):
            check_sound(copy, path.stem)
            with closing(open_copy(copy)) as connection:
                if connection.execute("SELECT 1 FROM answer LIMIT 1").fetchone():
                    return copy
    return None


def _copies(path: Path) -> Iterator[Path]:
    """All copies of the data file, also those made before a migration, the newest first."""
    found: dict[Path, float] = {}
    for folder, pattern in ((backup_folder(path), f"{path.stem}-*{path.suffix}"), (path.parent, f"{path.stem}-before-*{path.suffix}")):
        with suppress(OSError):
            found |= {copy: copy.stat().st_mtime for copy in folder.glob(pattern) if copy.is_file()}
    return iter(sorted(found, key=lambda copy: (found[copy], copy.name), reverse=True))


def _filled(connection: Connection, target: Path) -> Path:
    """A copy under a name of its own in the folder of *target*."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600))
        with closing(sqlite3.connect(temporary)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        if isinstance(error, sqlite3.Error):
            connection.tell(error)
        raise BackupNotWrittenError(target, getattr(error, "strerror", None) or str(error)) from error
    return temporary
