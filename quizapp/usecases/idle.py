"""What can wait until nobody does: the day's copy of the data file, and modules that the first answer will need."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from quizapp.errors import QuizappError
from quizapp.store.backup import daily_backup
from quizapp.study import memory
from quizapp.usecases import answer
from quizapp.usecases.desk import Desk
from quizapp.usecases.recall import refresh_calibration

FIRST_ANSWER = answer
"""Imported here so that the first answer finds it loaded."""


def prepare(desk: Desk) -> None:
    """Runs beside the app, in a thread of its own."""
    memory.scheduler()
    today = date.fromordinal(desk.clock.today()).isoformat()
    with suppress(QuizappError):  # tried again at the next start; answering goes on
        daily_backup(desk.database.path, today)
        refresh_calibration(desk.database.path, desk.bank.exam, today)
