"""Keeping a paper's clock while a face that reads line by line waits for the learner."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress

from quizapp.errors import QuizappError
from quizapp.store.database import open_database
from quizapp.study.attempt import Paper
from quizapp.usecases.desk import Desk
from quizapp.usecases.exam import keep_clock

TICK_SECONDS = 1.0


@contextmanager
def ticking(desk: Desk, current: Callable[[], Paper]) -> Iterator[None]:
    """While this lasts, a thread keeps the clock of the *current* paper every second, on a connection of its own."""
    over = threading.Event()

    def tick() -> None:
        with suppress(QuizappError), closing(open_database(desk.database.path)) as database:  # every deed keeps the clock as well
            while not over.wait(TICK_SECONDS):
                with suppress(QuizappError):  # tried again in a second
                    keep_clock(database, desk.clock, current())

    thread = threading.Thread(target=tick, name="exam clock", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
