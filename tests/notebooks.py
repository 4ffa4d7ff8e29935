"""Desks for tests with something in the notebook."""

from __future__ import annotations

from quizapp.items import Form, Question
from quizapp.study.sitting import Sitting
from quizapp.usecases.answer import answer
from quizapp.usecases.ask import ask, question_of
from quizapp.usecases.desk import Desk
from quizapp.usecases.slips import differences
from quizapp.usecases.start import start_quiz


def given_for(question: Question, how: str) -> str:
    """An answer of that kind: x wrong, o right, ? right by a guess."""
    is_right = how in "o?"
    if question.form is Form.CHOICE:
        return str(question.right_number if is_right else question.right_number % len(question.choices) + 1)
    if question.form is Form.CARD:
        return "3" if is_right else "1"
    if is_right:
        return question.shown
    if question.form is Form.ORDER:
        return question.shown[::-1]
    return question.mistakes[0].shown if question.mistakes else "모름"


def study(
    desk: Desk,
    hows: str,
    topics: tuple[str, ...] = ("1-1-1-2",),
    kinds: tuple[str, ...] = ("choice",),
    sitting: Sitting | None = None,
) -> Sitting:
    """Answers one question after another as *hows* says, a second apart; the notebook is then what the log gives."""
    sitting = sitting or start_quiz(desk, topics, len(hows), 3, kinds)
    for how in hows:
        sitting = ask(desk, sitting, may_wait=True)
        desk.clock.pass_ms(1000)  # type: ignore[attr-defined]  # the tests' clock
        sitting, _ = answer(desk, sitting, given_for(question_of(sitting), how), unsure=how == "?", elapsed_ms=1000)
        sitting = sitting.proceeded()
    assert differences(desk.database) == []
    return sitting
