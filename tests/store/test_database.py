"""The data file: private, durable settings, and every fault told without harm."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing

import pytest

from quizapp.errors import (
    AnswerNotSavedError,
    DatabaseBusyError,
    DatabaseDamagedError,
    DatabaseForeignError,
    DatabaseNewerError,
    DatabaseReplacedError,
    DataFolderError,
)
from quizapp.store import database as module
from quizapp.store.database import VERSION, open_database
from quizapp.store.memories import everything
from quizapp.store.migrations import STEPS
from tests.store.files import begin, damage, give, make


@pytest.fixture
def path(home):
    return home / "exam.db"


def test_a_new_file_is_private_durable_and_strict(path):
    database = open_database(path)
    pragma = {name: database.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert pragma == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    listed = "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE '%sqlite%'"
    strict = dict(database.connection.execute(listed))
    assert strict
    assert set(strict.values()) == {1}
    database.close()


def test_the_version_is_the_number_of_the_last_migration_and_they_stand_in_order():
    numbers = [int(step.name[1:4]) for step in STEPS._migrations]
    assert numbers == sorted(set(numbers))
    assert numbers[-1] == VERSION


def test_a_newer_file_is_refused_and_left_as_it_is(path):
    open_database(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DatabaseNewerError, match="새 판"):
        open_database(path)
    assert path.read_bytes() == before


def test_a_damaged_file_is_refused_and_left_as_it_is(path):
    path.parent.mkdir(parents=True)
    path.write_bytes(b"this is no database" * 100)
    with pytest.raises(DatabaseDamagedError):
        open_database(path)
    assert path.read_bytes() == b"this is no database" * 100


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DataFolderError, match="file"):
        open_database(tmp_path / "file" / "below" / "exam.db")


def test_a_locked_file_is_told_and_the_write_is_undone(path, monkeypatch):
    monkeypatch.setattr(module, "BUSY_MS", 50)
    database = open_database(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseBusyError), database.transaction() as connection:
        connection.execute("DELETE FROM answer")
    other.execute("ROLLBACK")
    with database.transaction() as connection:
        connection.execute("DELETE FROM answer")
    other.close()
    database.close()


def test_a_full_disk_is_told_and_the_file_stays_sound(path):
    database = open_database(path)
    pages = database.connection.execute("PRAGMA page_count").fetchone()[0]
    database.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(AnswerNotSavedError, match="full"), database.transaction() as connection:
        for number in range(5000):
            connection.execute("INSERT INTO sitting VALUES (?, 'quiz', 1, '[]', 1, NULL, 0)", (f"{number:0200}",))
    assert database.connection.execute("SELECT COUNT(*) FROM sitting").fetchone() == (0,)
    assert database.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()


def test_two_windows_opened_at_once_make_the_file_once(path):
    code = f"from pathlib import Path; from quizapp.store.database import open_database; open_database(Path({str(path)!r})).close()"
    started = [subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE) for _ in range(3)]
    assert [(process.wait(), process.stderr.read()) for process in started] == [(0, b"")] * 3
    for process in started:
        process.stderr.close()
    database = open_database(path)
    assert database.connection.execute("SELECT COUNT(*) FROM _sqlite_migrations").fetchone() == (len(STEPS._migrations),)
    database.close()


def test_a_failing_migration_leaves_nothing_behind(path, monkeypatch):
    from quizapp.store import migrations

    def fail(_):
        raise RuntimeError("half way")

    monkeypatch.setattr(migrations.STEPS._migrations[-1], "fn", fail)
    with pytest.raises(RuntimeError):
        open_database(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT COUNT(*) FROM sqlite_schema").fetchone() == (0,)
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)
    connection.close()


def test_a_file_of_something_else_is_refused_and_left_as_it_is(path):
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipe (x)")
    before = path.read_bytes()
    with pytest.raises(DatabaseForeignError, match="다른 곳으로"):
        open_database(path)
    assert path.read_bytes() == before


def test_a_file_whose_tables_are_gone_counts_as_damaged(path):
    make(path, 1)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(bytes([0x0D]) + bytes(4096 - 101))
    with pytest.raises(DatabaseDamagedError):
        open_database(path)


@pytest.mark.parametrize("how", ["zeroed", "random"])
def test_damage_met_while_reading_is_told_and_nothing_more_is_written(path, how):
    make(path, 40)
    damage(path, how, "memory")
    with closing(open_database(path)) as database:
        with pytest.raises(DatabaseDamagedError, match="성한 백업을 찾지 못했습니다"):
            everything(database)
        with pytest.raises(DatabaseDamagedError):
            begin(database)


def test_damage_met_while_writing_is_no_matter_of_disk_space(path):
    make(path, 40)
    damage(path, "zeroed", "memory")
    with closing(open_database(path)) as database:
        sitting = begin(database)
        with pytest.raises(DatabaseDamagedError, match="malformed"):
            give(database, sitting, 0)


def test_text_that_is_no_text_counts_as_damage(path):
    with closing(open_database(path)) as database:
        database.connection.execute("INSERT INTO setting VALUES ('x', CAST(X'ff00fe' AS TEXT))")
        with pytest.raises(DatabaseDamagedError):
            database.connection.execute("SELECT value FROM setting").fetchall()


def test_a_file_that_was_moved_away_or_replaced_takes_no_more_writes(path):
    with closing(open_database(path)) as database:
        path.rename(path.with_name("away.db"))
        with pytest.raises(DatabaseReplacedError, match="다시 여세요"):
            begin(database)
        make(path, 2)
        with pytest.raises(DatabaseReplacedError):
            begin(database)


def test_a_fault_of_the_program_is_not_told_as_a_full_disk(path):
    with closing(open_database(path)) as database:
        begin(database)
        with pytest.raises(sqlite3.IntegrityError), database.transaction() as connection:
            connection.execute("INSERT INTO sitting SELECT * FROM sitting")
        assert not database.connection.in_transaction
