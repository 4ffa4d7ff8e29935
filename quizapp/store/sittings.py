"""Sittings that may be interrupted: what was planned, frozen question by question."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import Any

from quizapp.errors import SittingMovedError
from quizapp.store.database import Database
from quizapp.store.identity import new_id


@dataclass(frozen=True, slots=True)
class SittingRow:
    """A sitting as it is kept."""

    id: str
    verb: str
    seed: int
    topics: tuple[str, ...]
    started_ms: int
    limit_ms: int
    """Time after which it ends, 0 for none."""


def begin(
    database: Database, verb: str, seed: int, topics: tuple[str, ...], started_ms: int, slots: list[dict[str, Any]], limit_ms: int = 0
) -> SittingRow:
    """Keeps a new sitting with all its slots (questions, or exercises still to be made) in one transaction."""
    with database.transaction() as connection:
        return put(connection, verb, seed, topics, started_ms, slots, limit_ms)


def put(
    connection: sqlite3.Connection,
    verb: str,
    seed: int,
    topics: tuple[str, ...],
    started_ms: int,
    slots: list[dict[str, Any]],
    limit_ms: int = 0,
) -> SittingRow:
    """Writes a new sitting within a transaction that is open."""
    row = SittingRow(new_id(started_ms), verb, seed, topics, started_ms, limit_ms)
    connection.execute(
        "INSERT INTO sitting (id, verb, seed, topics, started_ms, limit_ms) VALUES (?, ?, ?, ?, ?, ?)",
        (row.id, verb, seed, json.dumps(topics), started_ms, limit_ms),
    )
    connection.executemany(
        "INSERT INTO sitting_question VALUES (?, ?, ?)", [(row.id, position, _json(slot)) for position, slot in enumerate(slots)]
    )
    return row


def freeze(database: Database, sitting: str, slots: dict[int, dict[str, Any]]) -> None:
    """Puts other slots at some positions: an exercise that was made, or two slots that changed places.

    Raises SittingMovedError where one of them is answered already.
    """
    with database.transaction() as connection:
        _check_open(connection, sitting, min(slots))
        connection.executemany(
            "UPDATE sitting_question SET question = ? WHERE sitting = ? AND position = ?",
            [(_json(slot), sitting, position) for position, slot in slots.items()],
        )


def drop(database: Database, sitting: str, position: int) -> None:
    """Takes the slot at *position* out; those after it move up. Raises SittingMovedError where it, or one after it, is answered already."""
    with database.transaction() as connection:
        _check_open(connection, sitting, position)
        connection.execute("DELETE FROM sitting_question WHERE sitting = ? AND position = ?", (sitting, position))
        later = "SELECT position FROM sitting_question WHERE sitting = ? AND position > ? ORDER BY position"
        for (at,) in connection.execute(later, (sitting, position)).fetchall():  # one by one: a position is unique at every moment
            connection.execute("UPDATE sitting_question SET position = ? WHERE sitting = ? AND position = ?", (at - 1, sitting, at))


def note_failure(database: Database, skill: str, seed: int, reason: str, at_ms: int) -> None:
    """Notes that an exercise could not be made, and why."""
    with database.transaction() as connection:
        connection.execute("INSERT INTO template_failure VALUES (?, ?, ?, ?, ?)", (new_id(at_ms), at_ms, skill, seed, reason))


def end(database: Database, sitting: str, at_ms: int) -> None:
    """Notes that the sitting is over; noting it twice changes nothing."""
    with database.transaction() as connection:
        connection.execute("UPDATE sitting SET ended_ms = ? WHERE id = ? AND ended_ms IS NULL", (at_ms, sitting))


def slots_of(database: Database, sitting: str) -> list[dict[str, Any]]:
    """The slots of a sitting in order."""
    rows = database.connection.execute("SELECT question FROM sitting_question WHERE sitting = ? ORDER BY position", (sitting,))
    return [database.parsed(question) for (question,) in rows]


def unfinished(database: Database) -> SittingRow | None:
    """The sitting begun last that has not ended and has a question without an answer, papers aside (see `exams`)."""
    row = database.connection.execute(
        "SELECT id, verb, seed, topics, started_ms, limit_ms FROM sitting WHERE ended_ms IS NULL AND verb != 'exam' AND EXISTS ("
        "SELECT 1 FROM sitting_question AS slot WHERE slot.sitting = sitting.id AND NOT EXISTS ("
        "SELECT 1 FROM counted WHERE counted.sitting = slot.sitting AND counted.position = slot.position)) ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return SittingRow(row[0], row[1], row[2], tuple(database.parsed(row[3])), row[4], row[5]) if row else None


def progress(database: Database, sitting: str) -> tuple[int, int]:
    """How many questions of a sitting are answered, and how many it has."""
    (answered,) = database.connection.execute("SELECT COUNT(*) FROM counted WHERE sitting = ?", (sitting,)).fetchone()
    (total,) = database.connection.execute("SELECT COUNT(*) FROM sitting_question WHERE sitting = ?", (sitting,)).fetchone()
    return answered, total


def _check_open(connection: sqlite3.Connection, sitting: str, position: int) -> None:
    """Raises SittingMovedError unless the slot at *position* and all after it wait for an answer."""
    if connection.execute("SELECT 1 FROM counted WHERE sitting = ? AND position >= ?", (sitting, position)).fetchone():
        raise SittingMovedError


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
