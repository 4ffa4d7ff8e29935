"""Making today's queue in a large file: with the exam-day plan, and the due queue alone.

python -m benchmarks.drill [--memories 5000] [--answers 100000] [--due 100000] [--runs 20] [--json]

The bank is the real one, made larger by a factor so that it has as many entries as there are memories.
"""

from __future__ import annotations

import tempfile
import time
from dataclasses import replace
from pathlib import Path
from random import Random
from unittest.mock import patch

from benchmarks.answering import START_MS, fill
from benchmarks.report import arguments, show, summary
from quizapp.bank.compiled import ItemRef
from quizapp.paths import Folders, default_bank
from quizapp.store import memories
from quizapp.store.database import Database, open_database
from quizapp.usecases import config
from quizapp.usecases.ask import ask
from quizapp.usecases.desk import Clock
from quizapp.usecases.drill import todays_queue
from quizapp.usecases.opening import open_desk
from quizapp.usecases.start import start_quiz

DAY = 740_000


class StillClock(Clock):
    """A clock that stands on one study day."""

    def today(self) -> int:
        """The day after the last answers."""
        return DAY + 60

    def now_ms(self) -> int:
        """A moment after the last answers."""
        return START_MS


def vary(database: Database) -> None:
    """Gives the memories different stabilities and days."""
    chance = Random(1)
    keys = [key for (key,) in database.connection.execute("SELECT key FROM memory")]
    with database.transaction() as connection:
        connection.executemany(
            "UPDATE memory SET stability = ?, difficulty = ?, last_day = ?, due_day = ? WHERE key = ?",
            (
                (chance.uniform(0.2, 60), chance.uniform(3, 9), DAY + chance.randint(0, 59), DAY + chance.randint(1, 120), key)
                for key in keys
            ),
        )


def timed(runs: int, work: object) -> list[float]:
    """Seconds of each of *runs* calls."""
    seconds = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()  # type: ignore[operator]
        seconds.append(time.perf_counter() - begun)
    return seconds


def main() -> None:
    """Prints a row a measurement."""
    options = arguments(__doc__ or "", memories=5000, answers=100_000, due=100_000, runs=20)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        desk = open_desk(default_bank(), Folders(home, home), lambda: None)
        fill(desk.database, options.memories, options.answers)
        vary(desk.database)
        desk = replace(desk, clock=StillClock())
        config.put(desk.database, "exam-date", "2027-05-01")
        refs = desk.bank.refs()
        large = [ItemRef(f"bench-item-{n:06}", "choice", refs[n % len(refs)].syllabus, f"point {n}", 1) for n in range(options.memories)]
        with patch.object(type(desk.bank), "refs", lambda *_: large):
            plan = timed(options.runs, lambda: todays_queue(desk, (), 60, 1800.0))
        sitting = start_quiz(desk, (), 20, 1, ("choice",))
        following = timed(options.runs, lambda: ask(desk, sitting, may_wait=False))
        rows = [
            summary(f"today's queue, {options.memories} memories, {options.answers} answers", plan) | {"wanted_ms": 150},
            summary("the next question from it", following) | {"wanted_ms": 2},
        ]
        rows.append(due_alone(home, options.due, options.runs))
        show(rows, as_json=options.json)


def due_alone(home: Path, count: int, runs: int) -> dict[str, object]:
    """The due queue in a file of *count* memories."""
    database = open_database(home / "due.db")
    fill(database, count, 0)
    vary(database)
    seconds = timed(runs, lambda: memories.due(database, DAY + 60, 200))
    database.close()
    return summary(f"due queue alone, {count} memories", seconds) | {"wanted_ms": 12}


if __name__ == "__main__":
    main()
