"""The first time: what the learner is asked, and a placement."""

from __future__ import annotations

from quizapp.store import answers, settings
from quizapp.study.sitting import Sitting
from quizapp.usecases.desk import Desk
from quizapp.usecases.start import start_quiz

WELCOMED = "welcomed"
"""The setting that says that the welcome was shown."""
PLACEMENT_QUESTIONS = 20


def is_first_time(desk: Desk) -> bool:
    """Whether nothing was answered yet and the welcome never shown."""
    return answers.is_empty(desk.database) and not settings.get(desk.database, WELCOMED, "")


def note_welcomed(desk: Desk) -> None:
    """The welcome is not shown again."""
    settings.put(desk.database, WELCOMED, "1")


def start_placement(desk: Desk) -> Sitting:
    """Twenty questions over the syllabus, as often as the paper asks; what is right at first sight tells what is already known."""
    return start_quiz(desk, (), PLACEMENT_QUESTIONS, kinds=("choice",))
