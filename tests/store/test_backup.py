"""Copies of the data file: whole, private, checked before they take its place."""

import os
import sqlite3
import stat

import pytest

from quizapp.errors import BackupUnsoundError, DatabaseBusyError, DataFolderError
from quizapp.store import sittings
from quizapp.store.backup import KEPT_DAYS, backup, backup_folder, daily_backup, restore
from quizapp.store.database import VERSION, open_database


@pytest.fixture
def path(home):
    return home / "exam.db"


def begin(path, seed):
    database = open_database(path)
    sittings.begin(database, "quiz", seed, (), 1, [])
    return database


def seeds(path):
    database = open_database(path)
    found = [seed for (seed,) in database.connection.execute("SELECT seed FROM sitting ORDER BY seed")]
    database.close()
    return found


def test_a_copy_holds_what_is_still_in_the_write_ahead_log(path, tmp_path):
    database = begin(path, 1)
    copy = backup(database, tmp_path / "copies" / "one.db")
    assert seeds(copy) == [1]
    if os.name == "posix":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    database.close()


def test_a_restored_copy_takes_the_place_and_the_present_file_is_kept(path, tmp_path):
    database = begin(path, 1)
    copy = backup(database, tmp_path / "one.db")
    sittings.begin(database, "quiz", 2, (), 1, [])
    database.close()
    kept = restore(copy, path, "stamp")
    assert seeds(path) == [1]
    assert seeds(kept) == [1, 2]


def test_restoring_where_nothing_was_makes_the_file(path, tmp_path):
    database = begin(tmp_path / "other.db", 5)
    copy = backup(database, tmp_path / "one.db")
    database.close()
    assert restore(copy, path, "stamp") is None
    assert seeds(path) == [5]


@pytest.mark.parametrize("fault", ["missing", "garbage", "torn", "foreign", "newer"])
def test_an_unsound_copy_changes_nothing(path, tmp_path, fault):
    database = begin(path, 1)
    source = tmp_path / "source.db"
    if fault == "garbage":
        source.write_bytes(b"no database" * 500)
    elif fault == "foreign":
        sqlite3.connect(source).execute("CREATE TABLE other (x)")
    elif fault != "missing":
        backup(database, source)
        if fault == "torn":
            source.write_bytes(source.read_bytes()[:9000])
        else:
            with sqlite3.connect(source) as connection:
                connection.execute(f"PRAGMA user_version = {VERSION + 1}")
            connection.close()
    database.close()
    with pytest.raises(BackupUnsoundError):
        restore(source, path, "stamp")
    assert seeds(path) == [1]


def test_a_damaged_present_file_is_kept_byte_by_byte(path, tmp_path):
    database = begin(tmp_path / "other.db", 5)
    copy = backup(database, tmp_path / "one.db")
    database.close()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"damaged" * 1000)
    kept = restore(copy, path, "stamp")
    assert kept.read_bytes() == b"damaged" * 1000
    assert seeds(path) == [5]


def test_a_file_that_another_window_writes_is_not_replaced(path, tmp_path):
    database = begin(path, 1)
    copy = backup(database, tmp_path / "one.db")
    database.connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseBusyError):
        restore(copy, path, "stamp")
    database.connection.execute("ROLLBACK")
    database.close()


def test_one_copy_a_day_is_made_and_old_ones_go(path):
    begin(path, 1).close()
    assert daily_backup(path, "2027-03-01").name == "exam-2027-03-01.db"
    assert daily_backup(path, "2027-03-01") is None
    for day in range(2, KEPT_DAYS + 5):
        daily_backup(path, f"2027-03-{day:02}")
    names = sorted(copy.name for copy in backup_folder(path).iterdir())
    assert len(names) == KEPT_DAYS
    assert names[-1] == f"exam-2027-03-{KEPT_DAYS + 4:02}.db"


def test_a_place_that_cannot_be_written_is_named(path, tmp_path):
    database = begin(path, 1)
    (tmp_path / "file").write_text("")
    with pytest.raises(DataFolderError, match="file"):
        backup(database, tmp_path / "file" / "one.db")
    database.close()
