"""The log summed by day and by topic: derived, written in the same transaction as the answer, so that no screen has to go through the log.

A sum changes by taking an answer out as it counted before and putting it in as it counts now.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from quizapp.store.database import Database

_SUMS = "COUNT(*), SUM(correct), SUM(unsure), SUM(elapsed_ms)"
_BY_TOPIC = f"SELECT syllabus, item, revision, {_SUMS} FROM counted GROUP BY syllabus, item, revision"
_SUBJECT = "SUBSTR(syllabus || '-', 1, INSTR(syllabus || '-', '-') - 1)"
_BY_DAY = f"SELECT day, {_SUBJECT} AS subject, {_SUMS} FROM counted GROUP BY day, subject"
_FROM_LOG = {"topic_sum": _BY_TOPIC, "day_sum": _BY_DAY}
_KEYS = {"topic_sum": ("syllabus", "item", "revision"), "day_sum": ("day", "subject")}
_VALUES = ("answers", "correct", "unsure", "elapsed_ms")
_ADD = {
    table: f"INSERT INTO {table} VALUES ({', '.join('?' * (len(keys) + len(_VALUES)))}) ON CONFLICT ({', '.join(keys)}) DO UPDATE SET "
    + ", ".join(f"{name} = {name} + excluded.{name}" for name in _VALUES)
    for table, keys in _KEYS.items()
}


@dataclass(frozen=True, slots=True)
class Tally:
    """Answers that count, summed by topic and by the revision of the item (skills have neither)."""

    syllabus: str
    item: str
    revision: int
    answers: int
    correct: int
    unsure: int
    elapsed_ms: int


@dataclass(frozen=True, slots=True)
class DaySum:
    """Answers that count, summed by study day and subject."""

    day: int
    subject: str
    answers: int
    correct: int
    unsure: int
    elapsed_ms: int


def put_in(connection: sqlite3.Connection, answer: str) -> None:
    """Adds the answer of that id, as it counts now, within a transaction that is open."""
    _change(connection, answer, 1)


def take_out(connection: sqlite3.Connection, answer: str) -> None:
    """Takes the answer of that id out, as it counts now, within a transaction that is open."""
    _change(connection, answer, -1)


def tallies(database: Database) -> list[Tally]:
    """All sums by topic."""
    return [Tally(*row) for row in database.connection.execute("SELECT * FROM topic_sum ORDER BY syllabus, item, revision")]


def days(database: Database, first: int) -> list[DaySum]:
    """The sums of the study days from *first* on."""
    return [DaySum(*row) for row in database.connection.execute("SELECT * FROM day_sum WHERE day >= ? ORDER BY day, subject", (first,))]


def days_studied(database: Database) -> list[int]:
    """The study days with an answer, the latest first."""
    return [day for (day,) in database.connection.execute("SELECT DISTINCT day FROM day_sum ORDER BY day DESC")]


def are_true(database: Database) -> bool:
    """Whether the sums are what the log gives."""
    return not any(
        database.connection.execute(f"SELECT * FROM (SELECT * FROM ({one}) EXCEPT SELECT * FROM ({other})) LIMIT 1").fetchone()
        for table, from_log in _FROM_LOG.items()
        for one, other in ((from_log, f"SELECT * FROM {table}"), (f"SELECT * FROM {table}", from_log))
    )


def rebuild(database: Database) -> None:
    """Sums the log anew."""
    with database.transaction() as connection:
        for table, from_log in _FROM_LOG.items():
            connection.execute(f"DELETE FROM {table}")
            connection.execute(f"INSERT INTO {table} {from_log}")


def _change(connection: sqlite3.Connection, answer: str, sign: int) -> None:
    found = connection.execute(
        f"SELECT syllabus, item, revision, day, {_SUBJECT}, correct, unsure, elapsed_ms FROM counted WHERE id = ?", (answer,)
    ).fetchone()
    if found is None:
        return
    *place, correct, unsure, elapsed_ms = found
    values = [sign * value for value in (1, correct, unsure, elapsed_ms)]
    for table, at in (("topic_sum", place[:3]), ("day_sum", place[3:])):
        connection.execute(_ADD[table], (*at, *values))
        if sign < 0:
            where = " AND ".join(f"{name} = ?" for name in _KEYS[table])
            connection.execute(f"DELETE FROM {table} WHERE {where} AND answers = 0", at)
