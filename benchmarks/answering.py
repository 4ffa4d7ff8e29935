"""Writing an answer into a large file, beside bare `sqlite3` doing the same writes, in turn and in one run.

python -m benchmarks.answering [--memories 100000] [--answers 1000000] [--runs 600] [--json]
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.report import arguments, p99, show, summary
from quizapp.items import Choice, Form, Origin, Question
from quizapp.store import answers, sums
from quizapp.store.answers import Given, Review
from quizapp.store.database import Database, open_database
from quizapp.store.identity import new_id
from quizapp.usecases.remember import after

START_MS, DAY = 1_800_000_000_000, 740_000
_ONE_MORE = "DO UPDATE SET answers = answers + 1, correct = correct + 1, elapsed_ms = elapsed_ms + 4000"
TOPIC_SUM = f"INSERT INTO topic_sum VALUES ('1-1-1-1', ?, 1, 1, 1, 0, 4000) ON CONFLICT (syllabus, item, revision) {_ONE_MORE}"  # noqa: S608
DAY_SUM = f"INSERT INTO day_sum VALUES (?, '1', 1, 1, 0, 4000) ON CONFLICT (day, subject) {_ONE_MORE}"  # noqa: S608
SHOWN = '{"choices":["보기 0 글","보기 1 글","보기 2 글","보기 3 글"]}'


def question(number: int) -> Question:
    """A choice question of the item of that number."""
    choices = tuple(Choice(text=f"보기 {at} 글", why="까닭") for at in range(4))
    return Question(
        origin=Origin(item=f"bench-item-{number:06}", revision=1),
        form=Form.CHOICE,
        syllabus="1-1-1-1",
        stem="물음",
        shown="",
        choices=choices,
    )


def fill(database: Database, memories: int, count: int) -> None:
    """Puts *memories* memories and *count* answers into the file."""
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO memory VALUES (?, 3.1, 5.0, ?, ?, 3, 0, 3, 3, ?)",
            ((f"item:bench-item-{n:06}", DAY, DAY + n % 60, START_MS) for n in range(memories)),
        )
        connection.executemany(
            "INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, '1-1-1-1', ?, 1, '', '', 0, '', 0, '', 'choice', ?, '1', 1, 0, 4000, 3)",
            (
                (f"{n:036}", START_MS - count + n, DAY, f"sitting-{n // 20}", n % 20, f"item:{item}", item, SHOWN)
                for n, item in ((n, f"bench-item-{n % memories:06}") for n in range(count))
            ),
        )  # fmt: skip
    sums.rebuild(database)
    database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def by_quizapp(database: Database, number: int, memories: int) -> float:
    """Seconds for an answer the way the app gives it."""
    asked = question(number * 7919 % memories)
    begun = time.perf_counter()
    given = Given(
        at_ms=START_MS + number, day=DAY + 1, sitting="bench", position=number, previous=f"{number:036}", question=asked, response="1",
        correct=True, unsure=False, elapsed_ms=4000, grade=3,
    )  # fmt: skip
    answers.recent_elapsed(database, "choice", 60)
    review = Review(asked.origin.key, 3, given.day, given.at_ms)
    answers.append(database, given, lambda: after(database, review))
    return time.perf_counter() - begun


def by_sqlite(connection: sqlite3.Connection, number: int, memories: int) -> float:
    """Seconds for the same four rows, written without anything around them."""
    item, identity = f"bench-item-{number * 7919 % memories:06}", new_id(START_MS + number)
    begun = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "INSERT INTO answer VALUES (?, ?, ?, 'bare', ?, ?, '1-1-1-1', ?, 1, '', '', 0, '', 0, '', 'choice', ?, '1', 1, 0, 4000, 3)",
        (identity, START_MS + number, DAY + 1, number, f"item:{item}", item, SHOWN),
    )  # fmt: skip
    due = DAY + 2 + number * 37 % 12  # days as scattered as the model's, for the index on them
    connection.execute("INSERT OR REPLACE INTO memory VALUES (?, 3.1, 5.0, ?, ?, 4, 0, 3, 3, ?)", (f"item:{item}", DAY + 1, due, START_MS))
    connection.execute(TOPIC_SUM, (f"bench-item-{number * 7919 % memories:06}",))
    connection.execute(DAY_SUM, (DAY + 1,))
    connection.execute("COMMIT")
    return time.perf_counter() - begun


def main() -> None:
    """Measures and prints."""
    options = arguments(__doc__ or "", memories=100_000, answers=1_000_000, runs=600)
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(Path(folder) / "bench.db")
        fill(database, options.memories, options.answers)
        with database.transaction() as connection:
            connection.execute("INSERT INTO sitting VALUES ('bench', 'quiz', 1, '[]', 1, NULL, 0)")
        ours, bare = [], []
        order = [by_quizapp, by_sqlite]
        for number in range(options.runs):
            Random(number).shuffle(order)
            for way in order:
                if way is by_quizapp:
                    ours.append(by_quizapp(database, number, options.memories))
                else:
                    bare.append(by_sqlite(database.connection, number, options.memories))
            if number % 50 == 49:
                database.checkpoint()  # as the app does in idle time
    ours, bare = ours[20:], bare[20:]
    rows = [
        summary("bare sqlite3", bare),
        summary("quizapp", ours)
        | {"ratio": round(median(ours) / median(bare), 2), "wanted": 1.3, "p99": round(p99(ours) * 1000, 2), "wanted_p99_ms": 6},
    ]
    show(rows, as_json=options.json)


if __name__ == "__main__":
    main()
