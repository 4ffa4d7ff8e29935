"""Data files for tests: with answers in them, and damaged in the ways a disk damages."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing

from quizapp.store import answers, sittings
from quizapp.store.database import open_database
from quizapp.store.memories import MemoryRow
from tests.questions import choice_question

PAGE = 4096


def give(database, sitting, position, previous="", at_ms=1_800_000_000_000):
    """An answer to a sitting, and its id."""
    given = answers.Given(
        at_ms=at_ms + position, day=740_000, sitting=sitting, position=position, previous=previous, question=choice_question(position),
        response="2", correct=True, unsure=False, elapsed_ms=1200, grade=3,
    )  # fmt: skip
    key = given.question.origin.key
    return answers.append(database, given, lambda: MemoryRow(key, 2.3, 5.0, 740_000, 740_002, 1, 0, 3, 3, given.at_ms))


def begin(database, seed=1):
    """A sitting, and its id."""
    return sittings.begin(database, "quiz", seed, (), 1, []).id


def make(path, count, seed=1):
    """A closed data file with so many answers."""
    with closing(open_database(path)) as database:
        sitting = begin(database, seed)
        for position in range(count):
            give(database, sitting, position)
    return path


def count(path):
    """The answers in a file, read without changing it."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT COUNT(*) FROM answer").fetchone()[0]


def damage(path, how, table="answer"):
    """Overwrites the root page of *table*, or the whole file, in place."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    with path.open("r+b") as file:
        if how == "header":
            file.write(b"no database" * 500)
        elif how == "torn":
            file.truncate(path.stat().st_size // 2)
        else:
            file.seek((page - 1) * PAGE)
            file.write(bytes(PAGE) if how == "zeroed" else os.urandom(PAGE))


DAMAGES = ("zeroed", "random", "torn", "header")
