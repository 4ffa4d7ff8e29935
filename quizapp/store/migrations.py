"""The steps from an empty file to the present form. Named, in order, never edited after a release.

Imported only when `PRAGMA user_version` says that a step is due, because sqlite-utils costs 120 ms.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database, Migrations

from quizapp.store.backup import backup, free_name
from quizapp.store.database import VERSION

STEPS = Migrations("quizapp")


@STEPS()
def m001_answers_and_sittings(database: Database) -> None:
    """The answer log with its undo rows, and the sittings with their frozen questions."""
    for statement in (
        """
        CREATE TABLE sitting (
            id TEXT PRIMARY KEY,
            verb TEXT NOT NULL,
            seed INTEGER NOT NULL,
            topics TEXT NOT NULL,
            started_ms INTEGER NOT NULL,
            ended_ms INTEGER
        ) STRICT
        """,
        """
        CREATE TABLE sitting_question (
            sitting TEXT NOT NULL REFERENCES sitting (id),
            position INTEGER NOT NULL,
            question TEXT NOT NULL,
            PRIMARY KEY (sitting, position)
        ) STRICT
        """,
        """
        CREATE TABLE answer (
            id TEXT PRIMARY KEY,
            at_ms INTEGER NOT NULL,
            day INTEGER NOT NULL,
            sitting TEXT NOT NULL,
            position INTEGER NOT NULL,
            key TEXT NOT NULL,
            syllabus TEXT NOT NULL,
            item TEXT NOT NULL,
            revision INTEGER NOT NULL,
            skill TEXT NOT NULL,
            template TEXT NOT NULL,
            seed INTEGER NOT NULL,
            difficulty TEXT NOT NULL,
            version INTEGER NOT NULL,
            variant TEXT NOT NULL,
            form TEXT NOT NULL,
            shown TEXT NOT NULL,
            response TEXT NOT NULL,
            correct INTEGER NOT NULL CHECK (correct IN (0, 1)),
            unsure INTEGER NOT NULL CHECK (unsure IN (0, 1)),
            elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
            grade INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 4)
        ) STRICT
        """,
        "CREATE INDEX answer_of_sitting ON answer (sitting, position)",
        "CREATE INDEX answer_of_key ON answer (key, at_ms)",
        """
        CREATE TABLE undo (
            id TEXT PRIMARY KEY,
            at_ms INTEGER NOT NULL,
            answer TEXT NOT NULL UNIQUE REFERENCES answer (id)
        ) STRICT
        """,
        """
        CREATE TABLE template_failure (
            id TEXT PRIMARY KEY,
            at_ms INTEGER NOT NULL,
            skill TEXT NOT NULL,
            seed INTEGER NOT NULL,
            reason TEXT NOT NULL
        ) STRICT
        """,
    ):
        database.execute(statement)


@STEPS()
def m002_memories_regrades_settings(database: Database) -> None:
    """Memory states (to be filled from the log by the program), grades given anew after a key was corrected, settings."""
    for statement in (
        """
        CREATE TABLE memory (
            key TEXT PRIMARY KEY,
            stability REAL NOT NULL,
            difficulty REAL NOT NULL,
            last_day INTEGER NOT NULL,
            due_day INTEGER NOT NULL,
            reviews INTEGER NOT NULL,
            lapses INTEGER NOT NULL,
            last_ms INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX memory_due ON memory (due_day)",
        """
        CREATE TABLE regrade (
            id TEXT PRIMARY KEY,
            at_ms INTEGER NOT NULL,
            answer TEXT NOT NULL REFERENCES answer (id),
            correct INTEGER NOT NULL CHECK (correct IN (0, 1))
        ) STRICT
        """,
        "CREATE INDEX regrade_of_answer ON regrade (answer, id)",
        "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
        """
        CREATE VIEW counted AS
        SELECT answer.id, at_ms, day, sitting, position, key, syllabus, item, revision, form, response, unsure, elapsed_ms, shown,
            COALESCE((SELECT correct FROM regrade WHERE regrade.answer = answer.id ORDER BY regrade.id DESC LIMIT 1), correct) AS correct,
            CASE (SELECT correct FROM regrade WHERE regrade.answer = answer.id ORDER BY regrade.id DESC LIMIT 1)
                WHEN 0 THEN 1 WHEN 1 THEN MAX(grade, 3 - unsure) ELSE grade END AS grade
        FROM answer WHERE NOT EXISTS (SELECT 1 FROM undo WHERE undo.answer = answer.id)
        """,
        "INSERT INTO setting SELECT 'memories_stale', '1' WHERE EXISTS (SELECT 1 FROM answer)",
    ):
        database.execute(statement)


@STEPS()
def m003_drill(database: Database) -> None:
    """What a drill needs: first and last grades beside the memories, what rests, the time a sitting may take, the pace by form."""
    for statement in (
        "DROP TABLE memory",
        """
        CREATE TABLE memory (
            key TEXT PRIMARY KEY,
            stability REAL NOT NULL,
            difficulty REAL NOT NULL,
            last_day INTEGER NOT NULL,
            due_day INTEGER NOT NULL,
            reviews INTEGER NOT NULL,
            lapses INTEGER NOT NULL,
            first_grade INTEGER NOT NULL,
            last_grade INTEGER NOT NULL,
            last_ms INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX memory_due ON memory (due_day)",
        "INSERT OR REPLACE INTO setting SELECT 'memories_stale', '1' WHERE EXISTS (SELECT 1 FROM answer)",
        "CREATE INDEX answer_of_form ON answer (form)",
        "CREATE TABLE rest (key TEXT PRIMARY KEY, until_day INTEGER NOT NULL, at_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID",
        "ALTER TABLE sitting ADD COLUMN limit_ms INTEGER NOT NULL DEFAULT 0",
    ):
        database.execute(statement)


@STEPS()
def m004_exams(database: Database) -> None:
    """Mock papers: their clock, what was done with them deed by deed, and the pages for working by hand."""
    for statement in (
        """
        CREATE TABLE exam (
            sitting TEXT PRIMARY KEY REFERENCES sitting (id),
            form TEXT NOT NULL,
            allowed_ms INTEGER,
            used_ms INTEGER NOT NULL CHECK (used_ms >= 0),
            seen_ms INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE exam_deed (
            id INTEGER PRIMARY KEY,
            sitting TEXT NOT NULL REFERENCES exam (sitting),
            at_ms INTEGER NOT NULL,
            used_ms INTEGER NOT NULL,
            kind TEXT NOT NULL,
            position INTEGER NOT NULL,
            value INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX exam_deed_of_sitting ON exam_deed (sitting, id)",
        """
        CREATE TABLE exam_scratch (
            sitting TEXT NOT NULL REFERENCES exam (sitting),
            position INTEGER NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (sitting, position)
        ) STRICT, WITHOUT ROWID
        """,
    ):
        database.execute(statement)


@STEPS()
def m005_forecasts(database: Database) -> None:
    """What was forecast when a paper was handed in."""
    database.execute(
        """
        CREATE TABLE forecast (
            sitting TEXT PRIMARY KEY REFERENCES exam (sitting),
            pass_probability REAL NOT NULL,
            low REAL NOT NULL,
            high REAL NOT NULL,
            score REAL NOT NULL
        ) STRICT, WITHOUT ROWID
        """
    )


@STEPS()
def m006_notebook(database: Database) -> None:
    """What stands in the wrong-answer notebook (to be filled from the log by the program), and what the learner adds: notes and stars."""
    for statement in (
        """
        CREATE TABLE slip (
            entry TEXT PRIMARY KEY,
            key TEXT NOT NULL,
            syllabus TEXT NOT NULL,
            title TEXT NOT NULL,
            last_ms INTEGER NOT NULL,
            wrong INTEGER NOT NULL,
            wrong_answer TEXT NOT NULL,
            wrong_rights INTEGER NOT NULL,
            wrong_day INTEGER NOT NULL,
            lucky INTEGER NOT NULL,
            lucky_answer TEXT NOT NULL,
            lucky_rights INTEGER NOT NULL,
            lucky_day INTEGER NOT NULL,
            in_exams INTEGER NOT NULL,
            reasons TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE TABLE note (key TEXT PRIMARY KEY, text TEXT NOT NULL, at_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID",
        "CREATE TABLE star (key TEXT PRIMARY KEY, at_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID",
        "INSERT OR REPLACE INTO setting SELECT 'slips_stale', '1' WHERE EXISTS (SELECT 1 FROM answer)",
    ):
        database.execute(statement)


@STEPS()
def m007_sums(database: Database) -> None:
    """The log summed by topic and by day, so that the first screen does not go through it."""
    sums = "COUNT(*), SUM(correct), SUM(unsure), SUM(elapsed_ms)"
    columns = """
            answers INTEGER NOT NULL,
            correct INTEGER NOT NULL,
            unsure INTEGER NOT NULL,
            elapsed_ms INTEGER NOT NULL,
    """
    for statement in (
        f"""
        CREATE TABLE topic_sum (
            syllabus TEXT NOT NULL,
            item TEXT NOT NULL,
            revision INTEGER NOT NULL,
            {columns}
            PRIMARY KEY (syllabus, item, revision)
        ) STRICT, WITHOUT ROWID
        """,
        f"""
        CREATE TABLE day_sum (
            day INTEGER NOT NULL,
            subject TEXT NOT NULL,
            {columns}
            PRIMARY KEY (day, subject)
        ) STRICT, WITHOUT ROWID
        """,
        f"INSERT INTO topic_sum SELECT syllabus, item, revision, {sums} FROM counted GROUP BY 1, 2, 3",
        "INSERT INTO day_sum SELECT day, SUBSTR(syllabus || '-', 1, INSTR(syllabus || '-', '-') - 1) AS subject, "
        f"{sums} FROM counted GROUP BY 1, 2",
    ):
        database.execute(statement)


def steps_after(version: int) -> list[str]:
    """The names of the steps that a file of that version lacks: a step's number is the version it leads to."""
    return [step.name for step in STEPS.pending(Database(memory=True, execute_plugins=False)) if int(step.name[1:4]) > version]


def form_of(version: int) -> dict[str, tuple[str, ...]]:
    """The tables of a file of that version with their columns."""
    with closing(sqlite3.connect(":memory:")) as connection:
        database = Database(connection, execute_plugins=False)
        STEPS.apply(database, stop_before=steps_after(version))
        listed = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%sqlite%'"
        tables = [name for (name,) in connection.execute(listed)]
        columns = "SELECT name FROM pragma_table_info(?) ORDER BY cid"
        return {table: tuple(name for (name,) in connection.execute(columns, (table,))) for table in tables}


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Brings the file to VERSION in one transaction; a file with data in it is copied first.

    The write lock is taken before the version is read again, so that two windows opened at once do the work once.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        found = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if found < VERSION:
            if found:
                _copy_before(path, found)
            STEPS.apply(Database(connection, execute_plugins=False))
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _copy_before(path: Path, found: int) -> None:
    """A whole copy of the file as it was, beside it; a damaged file is left as it is, because copying it says so."""
    backup(path, free_name(path.with_name(f"{path.stem}-before-{found}-to-{VERSION}{path.suffix}")))
