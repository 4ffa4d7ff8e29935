"""The screen on which something is begun or gone on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from quizapp.study.attempt import Paper
from quizapp.study.sitting import Sitting
from quizapp.usecases.desk import Desk
from quizapp.usecases.papers import PaperOrder

if TYPE_CHECKING:
    from quizapp.usecases.notebook import Filter


def screen_for(desk: Desk, begun: Sitting | Paper | PaperOrder | Filter) -> Screen[None]:
    """A sitting's question, a paper's room, the place where a paper is drawn, or the notebook."""
    if isinstance(begun, Sitting):
        from quizapp.tui.screens.question import QuestionScreen

        return QuestionScreen(desk, begun)
    if isinstance(begun, Paper):
        from quizapp.tui.screens.exam import ExamScreen

        return ExamScreen(desk, begun)
    if not isinstance(begun, PaperOrder):
        from quizapp.tui.screens.notebook import NotebookScreen

        return NotebookScreen(desk, begun)
    from quizapp.tui.screens.exam_drawing import ExamDrawingScreen

    return ExamDrawingScreen(desk, begun)
