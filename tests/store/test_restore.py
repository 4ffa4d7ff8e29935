"""Putting a copy back: checked first, nothing lost on the way, and windows that are open go on with what was restored."""

import sqlite3
import threading
from contextlib import closing, suppress

import pytest

from quizapp.errors import (
    BackupNotWrittenError,
    BackupUnsoundError,
    DatabaseBusyError,
    DatabaseReplacedError,
    QuizappError,
    SittingGoneError,
)
from quizapp.store import answers, settings
from quizapp.store import database as module
from quizapp.store.backup import backup, backup_folder
from quizapp.store.database import VERSION, open_database
from quizapp.store.health import EXAM_SETTING, damage_in
from quizapp.store.memories import are_stale
from quizapp.store.migrations import form_of
from quizapp.store.restore import restore
from tests.store.files import begin, count, damage, give, make


@pytest.fixture
def path(home):
    return home / "exam.db"


@pytest.fixture
def copy(path, tmp_path):
    """A copy with two answers."""
    return backup(make(tmp_path / "other" / "exam.db", 2), tmp_path / "copy.db")


def test_a_restored_copy_takes_the_place_and_the_present_content_is_kept(path, copy):
    make(path, 3, seed=9)
    kept = restore(copy, path, "stamp")
    assert (count(path), count(kept)) == (2, 3)
    with closing(open_database(path)) as database:
        assert damage_in(database.connection) == []
        assert database.connection.execute("SELECT COUNT(*) FROM memory").fetchone() == (2,)


def test_restoring_where_nothing_was_makes_the_file(path, copy):
    assert restore(copy, path, "stamp") is None
    assert count(path) == 2


def test_an_open_window_sees_what_was_restored_and_its_later_answers_are_kept(path, copy):
    make(path, 3)
    with closing(open_database(path)) as window:
        assert window.connection.execute("SELECT COUNT(*) FROM answer").fetchone() == (3,)
        restore(copy, path, "stamp")
        assert window.connection.execute("SELECT COUNT(*) FROM answer").fetchone() == (2,)
        give(window, begin(window, 5), 0, at_ms=1_900_000_000_000)
    assert count(path) == 3


def test_the_next_answer_to_a_sitting_that_is_not_in_the_restored_content_is_refused(path, copy):
    with closing(open_database(path)) as window:
        sitting = begin(window)
        first = give(window, sitting, 0)
        restore(copy, path, "stamp")
        with pytest.raises(SittingGoneError):
            give(window, sitting, 1, previous=first)
        with pytest.raises(SittingGoneError):
            answers.undo(window, first, 1, "item:x", lambda: None)


def test_every_answer_given_while_restoring_is_in_the_kept_copy_or_in_the_restored_content(path, copy, monkeypatch):
    monkeypatch.setattr(module, "BUSY_MS", 20_000)
    make(path, 300)
    given = []
    stop = threading.Event()

    def study():
        with closing(open_database(path)) as window:
            number = 0
            while not stop.is_set():
                number += 1
                with suppress(SittingGoneError):  # a restore came between: the window is told
                    given.append(give(window, begin(window, number), 0, at_ms=1_900_000_000_000 + number))

    window = threading.Thread(target=study)
    window.start()
    kept = [restore(copy, path, "stamp") for _ in range(5)]
    stop.set()
    window.join()
    assert given
    found = set()
    for file in (path, *kept):
        with closing(sqlite3.connect(file)) as connection:
            found |= {identity for (identity,) in connection.execute("SELECT id FROM answer")}
    assert set(given) <= found


def test_restoring_twice_within_one_second_keeps_both_contents(path, copy, tmp_path):
    make(path, 3)
    other = backup(make(tmp_path / "third" / "exam.db", 5), tmp_path / "five.db")
    first, second = restore(copy, path, "stamp"), restore(other, path, "stamp")
    assert (count(first), count(second), count(path)) == (3, 2, 5)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("missing", "그런 파일이 없습니다"),
        ("garbage", "not a database"),
        ("torn", "malformed"),
        ("zeroed", "malformed"),
        ("empty", "풀이 기록이 아닙니다"),
        ("foreign", "풀이 기록이 아닙니다"),
        ("foreign with an answer table", "풀이 기록이 아닙니다"),
        ("foreign with a version", "표에 id, .* 칸이 없습니다"),
        ("newer", "더 새로운"),
        ("negative", "풀이 기록이 아닙니다"),
        ("other exam", "다른 시험"),
        ("itself", "지금 쓰고 있는"),
    ],
)
def test_an_unsound_copy_changes_nothing(path, copy, fault, words):
    make(path, 40)
    if fault == "missing":
        copy.unlink()
    elif fault == "itself":
        copy = path
    elif fault == "garbage":
        copy.write_bytes(b"no database" * 500)
    elif fault == "empty":
        copy.write_bytes(b"")
    elif fault in {"torn", "zeroed"}:
        damage(copy, fault)
    elif fault.startswith("foreign"):
        copy.unlink()
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("CREATE TABLE answer (id, text)" if "answer" in fault else "CREATE TABLE other (x)")
            connection.execute(f"PRAGMA user_version = {1 if 'version' in fault else 0}")
    elif fault == "other exam":
        with closing(open_database(copy)) as database:
            settings.put(database, EXAM_SETTING, "driving")
    else:
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute(f"PRAGMA user_version = {VERSION + 1 if fault == 'newer' else -1}")
    before = path.read_bytes()
    with pytest.raises(BackupUnsoundError, match=words):
        restore(copy, path, "stamp")
    assert path.read_bytes() == before
    assert not backup_folder(path).exists()


@pytest.mark.parametrize("version", range(1, VERSION))
def test_a_copy_of_an_earlier_version_is_restored_in_the_present_form(path, tmp_path, version):
    from tests.store.test_migrations import PRESENT_MEMORIES, insert_answer, make_version

    old = tmp_path / "old.db"
    make_version(old, version)
    insert_answer(old)
    before = old.read_bytes()
    make(path, 3)
    with closing(open_database(path)) as window:
        restore(old, path, "stamp")
        assert window.connection.execute("SELECT COUNT(*) FROM counted").fetchone() == (1,)
        assert are_stale(window) == (version < PRESENT_MEMORIES)
    assert old.read_bytes() == before


def test_a_data_file_that_was_copied_by_hand_with_its_log_can_be_restored(path, tmp_path):
    with closing(open_database(tmp_path / "used" / "exam.db")) as database:
        give(database, begin(database), 0)
        for part in ("", "-wal"):
            (tmp_path / f"hand.db{part}").write_bytes((tmp_path / "used" / f"exam.db{part}").read_bytes())
    make(path, 3)
    restore(tmp_path / "hand.db", path, "stamp")
    assert count(path) == 1


@pytest.mark.parametrize("how", ["zeroed", "torn", "header"])
def test_a_damaged_present_file_is_kept_byte_by_byte(path, copy, how):
    damage(make(path, 40), how)
    before = path.read_bytes()
    kept = restore(copy, path, "stamp")
    assert kept.read_bytes() == before
    assert count(path) == 2


def test_a_window_on_a_damaged_file_that_was_put_aside_says_so_and_writes_nothing(path, copy):
    make(path, 40)
    with closing(open_database(path)) as window:
        damage(path, "zeroed")
        restore(copy, path, "stamp")
        with pytest.raises(QuizappError) as raised:
            begin(window)
        assert isinstance(raised.value, DatabaseReplacedError)
    assert count(path) == 2


def test_a_file_that_another_window_is_writing_is_left_as_it_is(path, copy, monkeypatch):
    monkeypatch.setattr(module, "BUSY_MS", 50)
    make(path, 3)
    with closing(open_database(path)) as window:
        window.connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusyError):
            restore(copy, path, "stamp")
        window.connection.execute("ROLLBACK")
    assert count(path) == 3


def test_where_the_present_content_cannot_be_kept_nothing_is_restored(path, copy):
    make(path, 3)
    backup_folder(path).write_text("a file in the folder's place")
    with pytest.raises(BackupNotWrittenError):
        restore(copy, path, "stamp")
    assert count(path) == 3


def test_the_form_of_each_version_is_known():
    assert set(form_of(1)) == {"sitting", "sitting_question", "answer", "undo", "template_failure"}
    assert {"memory", "regrade", "setting"} <= set(form_of(2))
    assert "first_grade" in form_of(3)["memory"]
