"""Files of every earlier version come up to the present, with and without rows, and are copied first."""

import sqlite3
from contextlib import closing

import pytest
import sqlite_utils

from quizapp.store.database import VERSION, open_database
from quizapp.store.migrations import STEPS

ANSWER = {
    "id": "01", "at_ms": 1_800_000_000_000, "day": 740_000, "sitting": "s", "position": 0, "key": "item:a-1", "syllabus": "1-1-1-1",
    "item": "a-1", "revision": 1, "skill": "", "template": "", "seed": 0, "difficulty": "", "version": 0, "variant": "", "form": "choice",
    "shown": '{"choices":["가","나"]}', "response": "1", "correct": 1, "unsure": 0, "elapsed_ms": 900, "grade": 3,
}  # fmt: skip


def make_version(path, version):
    """A file as that version left it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        names = [step.name for step in STEPS._migrations]
        database = sqlite_utils.Database(connection)
        STEPS.apply(database, stop_before=names[version:])
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()


@pytest.mark.parametrize("version", range(1, VERSION))
@pytest.mark.parametrize("rows", [0, 1])
def test_an_older_file_is_migrated_with_its_answers_and_copied_first(home, version, rows):
    path = home / "exam.db"
    make_version(path, version)
    with closing(sqlite3.connect(path)) as connection, connection:
        for _ in range(rows):
            connection.execute(f"INSERT INTO answer ({', '.join(ANSWER)}) VALUES ({', '.join('?' * len(ANSWER))})", tuple(ANSWER.values()))
    database = open_database(path)
    assert database.connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert database.connection.execute("SELECT COUNT(*) FROM counted").fetchone() == (rows,)
    database.close()
    with closing(sqlite3.connect(home / f"exam-before-{version}-to-{VERSION}.db")) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (version,)
        assert copy.execute("SELECT COUNT(*) FROM answer").fetchone() == (rows,)


def test_a_migrated_file_has_its_memories_made_from_the_log(bank_folder, make_desk, home):
    path = home / "sample-exam.db"
    make_version(path, 1)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"INSERT INTO answer ({', '.join(ANSWER)}) VALUES ({', '.join('?' * len(ANSWER))})", tuple(ANSWER.values()))
    desk = make_desk(bank_folder)
    (row,) = desk.database.connection.execute("SELECT key, last_day, reviews FROM memory").fetchall()
    assert row == ("item:a-1", 740_000, 1)
