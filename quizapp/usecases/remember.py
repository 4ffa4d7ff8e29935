"""Memories from answers: one more review, or all of them replayed from the log."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from quizapp.store import answers, memories, sums
from quizapp.store.answers import Review
from quizapp.store.database import Database
from quizapp.store.memories import MemoryRow
from quizapp.study.grading import Grade
from quizapp.study.memory import Memory, reviewed

_GRADES = {int(grade): grade for grade in Grade}


def memory_of(row: MemoryRow) -> Memory:
    """The memory that is kept as *row*."""
    return Memory(
        stability=row.stability,
        difficulty=row.difficulty,
        last_day=row.last_day,
        due_day=row.due_day,
        reviews=row.reviews,
        lapses=row.lapses,
        first_grade=_GRADES[row.first_grade],
        last_grade=_GRADES[row.last_grade],
    )


def after(database: Database, review: Review) -> MemoryRow:
    """The memory that *review*, the newest in the log, leaves.

    It goes on top of what is kept, unless the clock stood still or was set back since: then its place in the log is not the last one.
    """
    kept = memories.get(database, review.key)
    if kept is None or kept.last_ms < review.at_ms:
        return _one_more(kept, review)
    return replayed(answers.reviews_of(database, review.key))[review.key]


def left(database: Database, key: str) -> MemoryRow | None:
    """The memory of *key* that the log gives; None without answers."""
    return replayed(answers.reviews_of(database, key)).get(key)


def replayed(reviews: Iterable[Review]) -> dict[str, MemoryRow]:
    """The memories that *reviews*, oldest first, leave behind, by key."""
    states: dict[str, MemoryRow] = {}
    for review in reviews:
        states[review.key] = _one_more(states.get(review.key), review)
    return states


def refresh(database: Database, keys: Iterable[str]) -> None:
    """Makes the memories of *keys* anew from the log."""
    for key in keys:
        with database.transaction() as connection:
            memories.put(connection, key, left(database, key))


def differences(database: Database) -> list[str]:
    """The keys whose kept memory is not what the log gives."""
    from_log, kept = replayed(answers.reviews_of(database)), {row.key: row for row in memories.everything(database)}
    return sorted(key for key in from_log.keys() | kept.keys() if from_log.get(key) != kept.get(key))


def rebuild(database: Database) -> int:
    """Makes all that is derived from the log anew, and returns how many memories there are."""
    sums.rebuild(database)
    states = replayed(answers.reviews_of(database))
    memories.replace_all(database, states.values())
    return len(states)


def _one_more(row: MemoryRow | None, review: Review) -> MemoryRow:
    now = reviewed(memory_of(row) if row else None, Grade(review.grade), review.day, review.key)
    return MemoryRow(key=review.key, last_ms=review.at_ms, **asdict(now))
