"""Files of every earlier version come up to the present, with and without rows, and are copied first."""

import json
import sqlite3
from contextlib import closing

import pytest
import sqlite_utils

from quizapp.errors import DatabaseDamagedError
from quizapp.items import plain_values
from quizapp.store import slips, sums
from quizapp.store.database import VERSION, open_database
from quizapp.store.migrations import STEPS, steps_after
from quizapp.study.sitting import Stage
from quizapp.usecases.answer import answer
from quizapp.usecases.remember import differences
from quizapp.usecases.slips import differences as slip_differences
from quizapp.usecases.start import unfinished
from tests.questions import choice_question
from tests.store.files import damage

ANSWER = {
    "id": "01", "at_ms": 1_800_000_000_000, "day": 740_000, "sitting": "s", "position": 0, "key": "item:a-1", "syllabus": "1-1-1-1",
    "item": "a-1", "revision": 1, "skill": "", "template": "", "seed": 0, "difficulty": "", "version": 0, "variant": "", "form": "choice",
    "shown": '{"choices":["가","나"]}', "response": "1", "correct": 1, "unsure": 0, "elapsed_ms": 900, "grade": 3,
}  # fmt: skip


PRESENT_MEMORIES = 3
"""The version from which on a file holds memories in their present form, written with every answer."""


def make_version(path, version):
    """A file as that version left it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        database = sqlite_utils.Database(connection)
        STEPS.apply(database, stop_before=steps_after(version))
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()


def insert_answer(path, **changes):
    """Puts an answer in, as every version could hold it."""
    row = ANSWER | changes
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"INSERT INTO answer ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))


@pytest.mark.parametrize("version", range(1, VERSION))
@pytest.mark.parametrize("rows", [0, 1])
def test_an_older_file_is_migrated_with_its_answers_and_copied_first(home, version, rows):
    path = home / "exam.db"
    make_version(path, version)
    for _ in range(rows):
        insert_answer(path)
    database = open_database(path)
    assert database.connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert database.connection.execute("SELECT COUNT(*) FROM counted").fetchone() == (rows,)
    assert sums.are_true(database)
    assert [(one.day, one.subject, one.answers) for one in sums.days(database, 0)] == [(740_000, "1", 1)] * rows
    database.close()
    with closing(sqlite3.connect(home / f"exam-before-{version}-to-{VERSION}.db")) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (version,)
        assert copy.execute("SELECT COUNT(*) FROM answer").fetchone() == (rows,)


@pytest.mark.parametrize("version", range(1, PRESENT_MEMORIES))
def test_a_migrated_file_has_its_memories_made_from_the_log(bank_folder, make_desk, home, version):
    path = home / "sample-exam.db"
    make_version(path, version)
    insert_answer(path)
    desk = make_desk(bank_folder)
    (row,) = desk.database.connection.execute("SELECT key, last_day, reviews FROM memory").fetchall()
    assert row == ("item:a-1", 740_000, 1)


@pytest.mark.parametrize("version", range(1, VERSION))
def test_a_migrated_sitting_with_answers_and_an_undo_goes_on(bank_folder, make_desk, home, version):
    path = home / "sample-exam.db"
    make_version(path, version)
    shown = json.dumps({"question": plain_values(choice_question(0))})
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO sitting (id, verb, seed, topics, started_ms) VALUES ('s', 'quiz', 1, '[]', 1)")
        connection.executemany("INSERT INTO sitting_question VALUES ('s', ?, ?)", [(at, shown) for at in range(3)])
    insert_answer(path)
    insert_answer(path, id="02", position=1)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO undo VALUES ('u', 1, '02')")
    desk = make_desk(bank_folder)
    sitting = unfinished(desk)
    assert (sitting.position, len(sitting.slots), sitting.limit_ms) == (1, 3, 0)
    assert answer(desk, sitting, "2", unsure=False, elapsed_ms=9)[0].stage is Stage.FEEDBACK
    assert version >= PRESENT_MEMORIES or differences(desk.database) == []


@pytest.mark.parametrize("version", range(1, VERSION))
def test_a_damaged_file_of_an_earlier_version_is_not_migrated(home, version):
    path = home / "exam.db"
    make_version(path, version)
    for number in range(40):
        insert_answer(path, id=f"{number:02}")
    damage(path, "zeroed")
    before = path.read_bytes()
    with pytest.raises(DatabaseDamagedError):
        open_database(path)
    assert path.read_bytes()[100:] == before[100:]  # the header notes how the file is opened
    assert [copy.name for copy in home.iterdir() if "before" in copy.name] == []


def test_a_second_migration_keeps_the_copy_of_the_first(home):
    path = home / "exam.db"
    for rows in (1, 2):
        make_version(path, 1)
        for number in range(rows):
            insert_answer(path, id=f"{number:02}")
        open_database(path).close()
        path.unlink()
    names = sorted(copy.name for copy in home.iterdir() if "before" in copy.name)
    assert names == [f"exam-before-1-to-{VERSION}-2.db", f"exam-before-1-to-{VERSION}.db"]


BEFORE_NOTEBOOK = 5
"""The last version without the notebook's entries."""


@pytest.mark.parametrize("version", range(1, BEFORE_NOTEBOOK + 1))
def test_a_migrated_file_has_its_notebook_made_from_the_log(bank_folder, make_desk, home, version):
    path = home / "sample-exam.db"
    make_version(path, version)
    insert_answer(path, correct=0, grade=1, response="2")
    desk = make_desk(bank_folder)
    (row,) = slips.everything(desk.database)
    assert (row.entry, row.wrong, row.wrong_answer, row.title) == ("item:a-1", 1, "01", "a-1")
    assert not slips.are_stale(desk.database)
    assert slip_differences(desk.database) == []
