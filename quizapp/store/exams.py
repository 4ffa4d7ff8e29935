"""Mock papers: a sitting of the verb `exam` with a clock. What is done is added deed by deed, each durable before the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from quizapp.errors import SittingFinishedError, SittingGoneError
from quizapp.store import answers, memories, sittings, slips
from quizapp.store.answers import Given
from quizapp.store.database import Database
from quizapp.store.memories import MemoryRow
from quizapp.store.slips import SlipRow

VERB = "exam"
_SELECT = (
    "SELECT sitting.id, form, seed, started_ms, ended_ms, allowed_ms, used_ms, seen_ms FROM exam JOIN sitting ON sitting.id = exam.sitting"
)


@dataclass(frozen=True, slots=True)
class ExamRow:
    """A paper as it is kept, its questions and deeds aside."""

    id: str
    form: str
    seed: int
    started_ms: int
    ended_ms: int | None
    """None while it has not been submitted."""
    allowed_ms: int | None
    used_ms: int
    """How long it has been open."""
    seen_ms: int
    """UTC, when it was last known to be open."""


@dataclass(frozen=True, slots=True)
class DeedRow:
    """Something the learner did; the words are those of `quizapp.study.attempt`."""

    kind: str
    position: int
    value: int
    used_ms: int


def begin(database: Database, *, form: str, seed: int, allowed_ms: int | None, started_ms: int, slots: list[dict[str, Any]]) -> ExamRow:
    """Keeps a new paper, whole or not at all."""
    with database.transaction() as connection:
        row = sittings.put(connection, VERB, seed, (), started_ms, slots)
        connection.execute("INSERT INTO exam VALUES (?, ?, ?, 0, ?)", (row.id, form, allowed_ms, started_ms))
    return ExamRow(row.id, form, seed, started_ms, None, allowed_ms, 0, started_ms)


def add(database: Database, sitting: str, deed: DeedRow, at_ms: int) -> None:
    """Keeps a deed; durable when this returns.

    Raises SittingFinishedError where the paper was submitted, also in another window, and SittingGoneError where a restored backup does
    not have it.
    """
    with database.transaction() as connection:
        _add(connection, sitting, deed, at_ms)


def tick(database: Database, sitting: str, used_ms: int, at_ms: int) -> None:
    """Keeps how long the paper has been open."""
    with database.transaction() as connection:
        _tick(connection, sitting, used_ms, at_ms)


def submit(
    database: Database,
    sitting: str,
    deed: DeedRow,
    at_ms: int,
    given: Iterable[Given],
    memory_left: Callable[[Given], MemoryRow],
    slip_left: Callable[[Given, str], SlipRow | None],
) -> None:
    """Ends the paper by *deed* and writes its answers to the log with what they leave in memory and notebook: all of it or nothing.

    Raises SittingFinishedError where that was done before.
    """
    with database.transaction() as connection:
        _add(connection, sitting, deed, at_ms)
        connection.execute("UPDATE sitting SET ended_ms = ? WHERE id = ?", (at_ms, sitting))
        for answer in given:
            identity, origin = answers.put(connection, answer), answer.question.origin
            memories.put(connection, origin.key, memory_left(answer))
            slips.put(connection, slips.entry_of(origin), slip_left(answer, identity))


def all_of(database: Database) -> list[ExamRow]:
    """Every paper, the oldest first."""
    return [ExamRow(*row) for row in database.connection.execute(f"{_SELECT} ORDER BY sitting.rowid")]


def get(database: Database, sitting: str) -> ExamRow | None:
    """The paper of that id; None where there is none."""
    row = database.connection.execute(f"{_SELECT} WHERE sitting.id = ?", (sitting,)).fetchone()
    return ExamRow(*row) if row else None


def unfinished(database: Database) -> ExamRow | None:
    """The paper begun last that has not been submitted."""
    row = database.connection.execute(f"{_SELECT} WHERE ended_ms IS NULL ORDER BY sitting.rowid DESC LIMIT 1").fetchone()
    return ExamRow(*row) if row else None


def deeds_of(database: Database, sitting: str) -> list[DeedRow]:
    """What was done with the paper, in order."""
    rows = database.connection.execute("SELECT kind, position, value, used_ms FROM exam_deed WHERE sitting = ? ORDER BY id", (sitting,))
    return [DeedRow(*row) for row in rows]


def regraded(database: Database) -> dict[tuple[str, int], bool]:
    """The answers in papers whose grade was changed by a corrected key: whether each is right now, by paper and position."""
    rows = database.connection.execute(
        "SELECT counted.sitting, counted.position, counted.correct FROM counted JOIN exam ON exam.sitting = counted.sitting"
        " JOIN answer ON answer.id = counted.id WHERE answer.correct != counted.correct"
    )
    return {(sitting, position): bool(correct) for sitting, position, correct in rows}


def scratch(database: Database, sitting: str, position: int) -> str:
    """What was written on the page beside the question."""
    row = database.connection.execute("SELECT text FROM exam_scratch WHERE sitting = ? AND position = ?", (sitting, position)).fetchone()
    return str(row[0]) if row else ""


def put_scratch(database: Database, sitting: str, position: int, text: str) -> None:
    """Keeps what is written on the page beside the question. Raises SittingGoneError."""
    with database.transaction() as connection:
        if not connection.execute("SELECT 1 FROM exam WHERE sitting = ?", (sitting,)).fetchone():
            raise SittingGoneError
        connection.execute("INSERT OR REPLACE INTO exam_scratch VALUES (?, ?, ?)", (sitting, position, text))


def _add(connection: sqlite3.Connection, sitting: str, deed: DeedRow, at_ms: int) -> None:
    found = connection.execute("SELECT ended_ms FROM sitting WHERE id = ?", (sitting,)).fetchone()
    if found is None:
        raise SittingGoneError
    if found[0] is not None:
        raise SittingFinishedError
    connection.execute(
        "INSERT INTO exam_deed (sitting, at_ms, used_ms, kind, position, value) VALUES (?, ?, ?, ?, ?, ?)",
        (sitting, at_ms, deed.used_ms, deed.kind, deed.position, deed.value),
    )
    _tick(connection, sitting, deed.used_ms, at_ms)


def _tick(connection: sqlite3.Connection, sitting: str, used_ms: int, at_ms: int) -> None:
    connection.execute("UPDATE exam SET used_ms = MAX(used_ms, ?), seen_ms = ? WHERE sitting = ?", (used_ms, at_ms, sitting))
