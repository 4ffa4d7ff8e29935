"""The answer log: rows are added, never changed. Taking an answer back is a row of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quizapp.errors import AnswerNotLastError, SittingChangedError, SittingGoneError, SittingMovedError
from quizapp.store import memories, slips, sums
from quizapp.store.database import Database
from quizapp.store.identity import new_id
from quizapp.store.memories import MemoryRow
from quizapp.store.slips import SlipRow

if TYPE_CHECKING:
    import sqlite3

    from quizapp.items import Question  # 7 ms of import that a sum over the log does not need


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer as it is written to the log."""

    at_ms: int
    """UTC, milliseconds since 1970."""
    day: int
    """The study day (see `quizapp.study.days`) where the learner was: kept, because a time zone cannot be told from UTC later."""
    sitting: str
    position: int
    previous: str = ""
    """The id of the answer given before it in the sitting; empty for the first."""
    question: Question
    response: str
    correct: bool
    unsure: bool
    elapsed_ms: int
    grade: int


@dataclass(frozen=True, slots=True)
class Review:
    """What the memory model needs of an answer."""

    key: str
    grade: int
    day: int
    at_ms: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """A review with how it was asked and whether it was right."""

    review: Review
    correct: bool
    form: str
    variant: str


def append(
    database: Database, given: Given, memory_left: Callable[[], MemoryRow], slip_left: Callable[[str], SlipRow | None] = lambda _: None
) -> str:
    """Writes an answer with the memory and the entry of the notebook it leaves, and returns its id; durable when this returns.

    *memory_left*, and *slip_left* with the answer's id, are called once the answer is in the log, before any of it is kept for good.
    Raises SittingGoneError, SittingMovedError or SittingChangedError where the sitting is not as the window knows it, and the errors of
    `Database.transaction`.
    """
    with database.transaction() as connection:
        _check_place(connection, given)
        identity = put(connection, given)
        memories.put(connection, given.question.origin.key, memory_left())
        slips.put(connection, slips.entry_of(given.question.origin), slip_left(identity))
    return identity


def put(connection: sqlite3.Connection, given: Given) -> str:
    """Writes an answer within a transaction that is open, and returns its id."""
    origin = given.question.origin
    row = {
        "id": new_id(given.at_ms),
        "at_ms": given.at_ms,
        "day": given.day,
        "sitting": given.sitting,
        "position": given.position,
        "key": origin.key,
        "syllabus": given.question.syllabus,
        "item": origin.item,
        "revision": origin.revision,
        "skill": origin.skill,
        "template": origin.template,
        "seed": origin.seed,
        "difficulty": origin.difficulty,
        "version": origin.version,
        "variant": origin.variant,
        "form": given.question.form.value,
        "shown": json.dumps(_shown(given.question), ensure_ascii=False, separators=(",", ":")),
        "response": given.response,
        "correct": int(given.correct),
        "unsure": int(given.unsure),
        "elapsed_ms": given.elapsed_ms,
        "grade": given.grade,
    }
    connection.execute(f"INSERT INTO answer ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))
    sums.put_in(connection, str(row["id"]))
    return str(row["id"])


def undo(
    database: Database,
    answer: str,
    at_ms: int,
    key: str,
    memory_left: Callable[[], MemoryRow | None],
    slips_left: Callable[[], dict[str, SlipRow | None]] = dict,
) -> None:
    """Takes the answer of that id back, by a row that says so; *memory_left* then tells what is left of *key* without it.

    *slips_left* tells what is left of which entries of the notebook.

    Where another window has taken it back, nothing is left to do. Raises AnswerNotLastError where its sitting has gone on.
    """
    later = "SELECT 1 FROM answer JOIN counted USING (id) WHERE answer.sitting = ? AND answer.rowid > ?"
    with database.transaction() as connection:
        found = connection.execute("SELECT sitting, rowid FROM answer WHERE id = ?", (answer,)).fetchone()
        if found is None:
            raise SittingGoneError
        if connection.execute(later, found).fetchone():
            raise AnswerNotLastError
        if connection.execute("SELECT 1 FROM undo WHERE answer = ?", (answer,)).fetchone():
            return
        sums.take_out(connection, answer)
        connection.execute("INSERT INTO undo (id, at_ms, answer) VALUES (?, ?, ?)", (new_id(at_ms), at_ms, answer))
        memories.put(connection, key, memory_left())
        for entry, row in slips_left().items():
            slips.put(connection, entry, row)


def is_empty(database: Database) -> bool:
    """Whether no answer was ever given."""
    return database.connection.execute("SELECT 1 FROM answer LIMIT 1").fetchone() is None


def state(database: Database) -> str:
    """What changes whenever an answer, an undo, a corrected grade or a rest comes or goes."""
    counts = (
        "SELECT MAX(rowid) FROM answer",
        "SELECT COUNT(*) FROM undo",
        "SELECT COUNT(*) FROM regrade",
        "SELECT SUM(until_day) FROM rest",
    )
    return "-".join(str(database.connection.execute(count).fetchone()[0] or 0) for count in counts)


@dataclass(frozen=True, slots=True)
class Chosen:
    """An answer to a choice item by the words that were chosen."""

    id: str
    sitting: str
    text: str
    correct: bool


def choices_of(database: Database, item: str) -> list[Chosen]:
    """The answers that count to a choice item."""
    rows = database.connection.execute(
        "SELECT id, sitting, shown, response, correct FROM counted WHERE key = ? AND form = 'choice'", (f"item:{item}",)
    )
    return [
        Chosen(identity, sitting, database.parsed(shown)["choices"][int(response) - 1], bool(correct))
        for identity, sitting, shown, response, correct in rows
    ]


def regrade(database: Database, changes: list[tuple[str, bool]], at_ms: int) -> None:
    """Notes for each answer's id how it counts from now on."""
    with database.transaction() as connection:
        for answer, correct in changes:
            sums.take_out(connection, answer)
            connection.execute("INSERT INTO regrade VALUES (?, ?, ?, ?)", (new_id(at_ms), at_ms, answer, int(correct)))
            sums.put_in(connection, answer)


def reviews_of(database: Database, key: str = "") -> Iterator[Review]:
    """The answers that count of one *key* (of all, where it is empty), oldest first."""
    where, values = ("WHERE key = ?", (key,)) if key else ("", ())
    rows = database.connection.execute(f"SELECT key, grade, day, at_ms FROM counted {where} ORDER BY at_ms, id", values)
    return (Review(*row) for row in rows)


def outcomes(database: Database) -> Iterator[Outcome]:
    """The answers that count, oldest first."""
    rows = database.connection.execute(
        "SELECT counted.key, counted.grade, counted.day, counted.at_ms, counted.correct, counted.form, answer.variant"
        " FROM counted JOIN answer USING (id) ORDER BY counted.at_ms, id"
    )
    return (Outcome(Review(*row[:4]), bool(row[4]), row[5], row[6]) for row in rows)


def last_seed(database: Database, key: str) -> int | None:
    """The seed of the exercise that was last answered of a skill; None where there was none."""
    row = database.connection.execute("SELECT seed FROM answer WHERE key = ? ORDER BY at_ms DESC LIMIT 1", (key,)).fetchone()
    return row[0] if row else None


@dataclass(frozen=True, slots=True)
class Past:
    """An answer in the history of an item or a skill."""

    id: str
    at_ms: int
    correct: bool
    unsure: bool


def history(database: Database, key: str, most: int) -> list[Past]:
    """The last answers that count of *key*, the latest first, at most so many."""
    wanted = "SELECT id, at_ms, correct, unsure FROM counted WHERE key = ? ORDER BY at_ms DESC, id DESC LIMIT ?"
    rows = database.connection.execute(wanted, (key, most))
    return [Past(identity, at_ms, bool(correct), bool(unsure)) for identity, at_ms, correct, unsure in rows]


def recent_elapsed(database: Database, form: str, most: int) -> list[int]:
    """The times (ms) of the last answers of *form*, at most so many."""
    rows = database.connection.execute("SELECT elapsed_ms FROM answer WHERE form = ? ORDER BY rowid DESC LIMIT ?", (form, most))
    return [elapsed for (elapsed,) in rows.fetchall()]  # a row at a time costs ten times as much, and every answer waits for it


def of_sitting(database: Database, sitting: str) -> list[dict[str, Any]]:
    """The answers of one sitting that were not taken back, in the order given."""
    columns = ("id", "position", "response", "correct", "unsure", "elapsed_ms", "grade")
    names = ", ".join(f"counted.{column}" for column in columns)
    wanted = f"SELECT {names} FROM counted JOIN answer USING (id) WHERE counted.sitting = ? ORDER BY answer.rowid"
    rows = database.connection.execute(wanted, (sitting,))
    return [dict(zip(columns, row, strict=True)) for row in rows]


def log(database: Database) -> Iterator[dict[str, Any]]:
    """Every answer in the order given, those taken back included (`undone`), for export."""
    cursor = database.connection.execute(
        "SELECT answer.*, undo.at_ms AS undone_ms FROM answer LEFT JOIN undo ON undo.answer = answer.id ORDER BY answer.at_ms, answer.rowid"
    )
    names = [column[0] for column in cursor.description]
    for values in cursor:
        row = dict(zip(names, values, strict=True))
        row["shown"] = database.parsed(row["shown"])
        row |= {"correct": bool(row["correct"]), "unsure": bool(row["unsure"]), "undone": row["undone_ms"] is not None}
        yield row


def _check_place(connection: sqlite3.Connection, given: Given) -> None:
    """Raises an error unless the sitting still has its answers as far as *previous*, and none at this position."""
    is_there, is_taken, has_previous = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM sitting WHERE id = ?1), EXISTS (SELECT 1 FROM counted WHERE sitting = ?1 AND position = ?2),"
        " ?3 = '' OR EXISTS (SELECT 1 FROM counted WHERE id = ?3)",
        (given.sitting, given.position, given.previous or ""),
    ).fetchone()
    if not is_there:
        raise SittingGoneError
    if is_taken:
        raise SittingMovedError
    if not has_previous:
        raise SittingChangedError


def _shown(question: Question) -> dict[str, Any]:
    """What must be kept to know what the learner saw: of an item the order of its choices, of an exercise all of it."""
    from quizapp.items import Form, plain_values

    if question.form is Form.CHOICE and not question.origin.skill:
        return {"choices": [choice.text for choice in question.choices]}
    return plain_values(question)
