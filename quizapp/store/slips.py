"""What stands in the wrong-answer notebook: derived from the log, written in the same transaction as the answer that changed it.

An entry is an item or, of an exercise, its template: adding up 100 000 answers with what each of them showed would take seconds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from quizapp.store.database import Database

if TYPE_CHECKING:
    from quizapp.items import Origin

TITLE_LETTERS = 120
_ENTRY = "CASE answer.template WHEN '' THEN answer.key ELSE 'template:' || answer.template END"
_ASKED = (
    "SELECT counted.id, {entry} AS entry, counted.key, counted.syllabus, counted.at_ms, counted.day, counted.correct, counted.unsure,"
    " counted.response, COALESCE(sitting.verb, '') AS verb,"
    " CASE WHEN {whole} THEN slot.question END AS question, CASE WHEN {whole} AND slot.question IS NULL THEN counted.shown END AS shown"
    " FROM counted JOIN answer USING (id) LEFT JOIN sitting ON sitting.id = counted.sitting"
    " LEFT JOIN sitting_question AS slot ON slot.sitting = counted.sitting AND slot.position = counted.position"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipRow:
    """An entry as it is kept; the words are those of `quizapp.study.slips`."""

    entry: str
    key: str
    """What is remembered: the item, or the skill of the template."""
    syllabus: str
    title: str
    """The beginning of the question."""
    last_ms: int
    """When it was last answered, rightly or not."""
    wrong: int
    wrong_answer: str
    wrong_rights: int
    wrong_day: int
    lucky: int
    lucky_answer: str
    lucky_rights: int
    lucky_day: int
    in_exams: int
    reasons: str
    """JSON: pairs of a misconception and a count."""


@dataclass(frozen=True, slots=True)
class AskedRow:
    """An answer that counts, with the question as it was asked where that was wanted."""

    id: str
    entry: str
    key: str
    syllabus: str
    at_ms: int
    day: int
    correct: bool
    unsure: bool
    response: str
    verb: str
    slot: dict[str, Any] | None
    """The frozen slot of the sitting; None where the file does not have it."""
    shown: dict[str, Any] | None
    """What the log itself kept of the question, where there is no slot."""


_NAMES = [field.name for field in fields(SlipRow)]
_COLUMNS = ", ".join(_NAMES)
_PUT = f"INSERT OR REPLACE INTO slip ({_COLUMNS}) VALUES ({', '.join('?' * len(_NAMES))})"
_values = attrgetter(*_NAMES)


def entry_of(origin: Origin) -> str:
    """The notebook's name for what was asked."""
    return f"template:{origin.template}" if origin.template else origin.key


def get(database: Database, entry: str) -> SlipRow | None:
    """The entry of that name, if anything ever went wrong there."""
    return next(_rows(database, "WHERE entry = ?", entry), None)


def entries_of(database: Database, key: str) -> list[str]:
    """The names of the entries of *key*."""
    return [entry for (entry,) in database.connection.execute("SELECT entry FROM slip WHERE key = ?", (key,))]


def everything(database: Database) -> list[SlipRow]:
    """All entries, those that have retired included."""
    return list(_rows(database, "ORDER BY entry"))


def open_entries(database: Database, rights: int) -> list[SlipRow]:
    """The entries with fewer than *rights* days of right answers since the last wrong answer or the last guess."""
    is_open = "WHERE (wrong > 0 AND wrong_rights < ?) OR (lucky > 0 AND lucky_rights < ?) ORDER BY entry"
    return list(_rows(database, is_open, rights, rights))


def open_count(database: Database, rights: int, day: int) -> tuple[int, int]:
    """How many entries were answered wrong and are open, and how many of them are due by *day*."""
    found = database.connection.execute(
        "SELECT COUNT(*), COALESCE(SUM(due_day <= ?), 0) FROM slip LEFT JOIN memory USING (key) WHERE wrong > 0 AND wrong_rights < ?",
        (day, rights),
    ).fetchone()
    return int(found[0]), int(found[1])


def put(connection: sqlite3.Connection, entry: str, row: SlipRow | None) -> None:
    """Writes an entry within a transaction that is open; None removes it."""
    if row is None:
        connection.execute("DELETE FROM slip WHERE entry = ?", (entry,))
    else:
        connection.execute(_PUT, _values(row))


def replace_all(database: Database, rows: Iterable[SlipRow]) -> None:
    """Puts *rows* in the place of all entries, and notes that they are up to date."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM slip")
        for row in rows:
            put(connection, row.entry, row)
        connection.execute("DELETE FROM setting WHERE name = 'slips_stale'")


def are_stale(database: Database) -> bool:
    """Whether a migration left the entries to be rebuilt from the log."""
    return database.connection.execute("SELECT 1 FROM setting WHERE name = 'slips_stale'").fetchone() is not None


def answers_of(database: Database, key: str = "") -> Iterator[AskedRow]:
    """The answers that count of one *key* (of all, where it is empty), oldest first.

    Questions come only with those that went wrong or were guessed.
    """
    where, values = (" WHERE counted.key = ?", (key,)) if key else ("", ())
    query = _ASKED.format(entry=_ENTRY, whole="(counted.correct = 0 OR counted.unsure = 1)")
    return _asked(database, f"{query}{where} ORDER BY counted.at_ms, counted.id", values)


def answer(database: Database, identity: str) -> AskedRow | None:
    """One answer that counts, with its question."""
    return next(_asked(database, _ASKED.format(entry=_ENTRY, whole="1") + " WHERE counted.id = ?", (identity,)), None)


def _rows(database: Database, which: str, *values: object) -> Iterator[SlipRow]:
    names = _NAMES
    for row in database.connection.execute(f"SELECT {_COLUMNS} FROM slip {which}", values):
        yield SlipRow(**dict(zip(names, row, strict=True)))


def _asked(database: Database, query: str, values: tuple[str, ...]) -> Iterator[AskedRow]:
    for row in database.connection.execute(query, values):
        *kept, slot, shown = row
        kept[6:8] = map(bool, kept[6:8])
        yield AskedRow(*kept, *(database.parsed(text) if text else None for text in (slot, shown)))
