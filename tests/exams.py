"""Papers for tests."""

from __future__ import annotations

from quizapp.study.attempt import Paper
from quizapp.usecases import exam
from quizapp.usecases.desk import Desk
from quizapp.usecases.papers import draw_paper


def new_paper(desk: Desk, form: str = "subject-1", seed: int | None = 3, *, is_timed: bool = True) -> Paper:
    """A paper that has just been begun; the first subject of the small bank has no exercise, so it is drawn at once."""
    order = exam.order_paper(desk, form, seed, is_timed=is_timed)
    return exam.begin_exam(desk, draw_paper(desk.bank, desk.supply, order))


def opened_paper(desk: Desk, form: str = "subject-1", seed: int | None = 3, *, is_timed: bool = True) -> Paper:
    """A new paper with its clock running."""
    return exam.opened(desk, new_paper(desk, form, seed, is_timed=is_timed))


def answered_paper(desk: Desk, paper: Paper, answers: str) -> Paper:
    """The paper with its first questions answered rightly (o), wrongly (x) or not at all (-)."""
    for at, answer in enumerate(answers):
        paper = exam.go(desk, paper, at)
        if answer != "-":
            number = paper.question.right_number
            paper = exam.choose(desk, paper, str(number if answer == "o" else number % 4 + 1))
    return paper
