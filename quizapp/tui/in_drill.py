"""What the drill adds to a question: why it is asked now, and a card that helps with what is forgotten again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.items import Card
from quizapp.study.sitting import Sitting
from quizapp.usecases.ask import question_of
from quizapp.usecases.desk import Desk

if TYPE_CHECKING:
    from quizapp.study.grading import Mark


def why_now(desk: Desk, sitting: Sitting) -> str:
    """In a drill, why the question is asked today; nothing elsewhere."""
    if sitting.verb != "drill":
        return ""
    from quizapp.usecases.drill import reason

    return reason(desk, question_of(sitting))


def card_for(desk: Desk, sitting: Sitting, verdict: Mark) -> Card | None:
    """In a drill, the card that helps with what was answered wrong once more."""
    if sitting.verb != "drill" or verdict.correct:
        return None
    from quizapp.usecases.drill import related_card

    return related_card(desk, question_of(sitting))
