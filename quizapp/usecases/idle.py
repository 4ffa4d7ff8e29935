"""What can wait until nobody does: the day's copy of the data file, and modules that the first answer will need."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from quizapp.errors import QuizappError
from quizapp.store.backup import daily_backup
from quizapp.study import memory
from quizapp.usecases import answer
from quizapp.usecases.desk import Desk

FIRST_ANSWER = answer
"""Imported here so that the first answer finds it loaded."""


def prepare(desk: Desk) -> None:
    """Runs beside the app, in a thread of its own."""
    memory.scheduler()
    with suppress(QuizappError):  # tried again at the next start; answering goes on
        daily_backup(desk.database.path, date.fromordinal(desk.clock.today()).isoformat())
