"""What can wait until nobody does: the day's copy of the data file, and modules that the first answer will need."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from quizapp.errors import DatabaseBusyError, DatabaseDamagedError, QuizappError
from quizapp.store.backup import daily_backup
from quizapp.study import memory
from quizapp.usecases import answer
from quizapp.usecases.desk import Desk
from quizapp.usecases.recall import refresh_calibration

FIRST_ANSWER = answer
"""Imported here so that the first answer finds it loaded."""


def prepare(desk: Desk) -> str:
    """Runs beside the app, in a thread of its own; returns what the learner should know, empty where all is well."""
    memory.scheduler()
    return copy_of_today(desk)


def calibrate(desk: Desk) -> None:
    """Once a day, beside the app, looks for the best prediction; with 100 000 answers that takes seconds."""
    if not desk.database.connection.damage:
        with suppress(QuizappError):  # tried again at the next start; answering goes on
            refresh_calibration(desk.database.path, desk.bank.exam, _today(desk))


def copy_of_today(desk: Desk) -> str:
    """Makes the day's copy of the data file where there is none; returns what the learner should know, empty where all is well.

    Into a file that turns out to be damaged nothing more is written.
    """
    try:
        daily_backup(desk.database.path, _today(desk))
    except DatabaseBusyError:
        return ""  # tried again at the next start
    except DatabaseDamagedError as error:
        desk.database.connection.damage = error.reason
        return str(error)
    except QuizappError as error:
        return str(error)
    return ""


def _today(desk: Desk) -> str:
    return date.fromordinal(desk.clock.today()).isoformat()
