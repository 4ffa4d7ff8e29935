"""What the use cases work with: the bank, the data file, the exercises, a clock and a source of chance."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from random import Random, SystemRandom

from quizapp.bank.compiled import Bank
from quizapp.exercises.supply import Supply
from quizapp.store.database import Database, open_database
from quizapp.study.days import study_day


class Clock:
    """The system's time."""

    def now_ms(self) -> int:
        """UTC, milliseconds since 1970."""
        return time.time_ns() // 1_000_000

    def today(self) -> int:
        """The study day of now, where the learner is."""
        return study_day(self.now_ms(), None)

    def monotonic_ms(self) -> int:
        """Milliseconds that only ever grow, whatever happens to the system's time."""
        return time.monotonic_ns() // 1_000_000


@dataclass(frozen=True)
class Desk:
    """One learner at work."""

    bank: Bank
    database: Database
    clock: Clock = field(default_factory=Clock)
    chance: Random = field(default_factory=SystemRandom)
    supply: Supply = field(default_factory=Supply)
    notices: list[str] = field(default_factory=list)
    """What happened that the learner should know: while opening, and beside the app."""
    bank_option: str = ""
    """What a command needs to work on this bank: --bank with its folder, nothing for the bank that comes with the program."""

    def command(self, words: str) -> str:
        """The command that does *words* on this bank, for a sentence that names it."""
        return " ".join(filter(None, ("quizapp", words, self.bank_option)))

    def close(self) -> None:
        """Closes the files."""
        self.database.close()
        self.bank.close()


@contextmanager
def beside(desk: Desk) -> Iterator[Desk]:
    """*desk* on a connection of its own to the data file, for a thread that works beside the screens; closed at the end."""
    with closing(open_database(desk.database.path)) as database:
        yield replace(desk, database=database)
