"""A desk on which something was learned."""

from __future__ import annotations

from quizapp.usecases.answer import answer
from quizapp.usecases.ask import ask, question_of
from quizapp.usecases.desk import Desk
from quizapp.usecases.start import start_quiz

DAY_MS = 86_400_000


def practise(desk: Desk, clock, days: int = 12, a_day: int = 4, *, skip: tuple[int, ...] = (3, 4)) -> Desk:
    """The desk after quizzes on so many days, of which some were left out; the first answer of each is wrong, the second unsure."""
    for day in range(days):
        if day not in skip:
            sitting = ask(desk, start_quiz(desk, ("1",), a_day, kinds=("choice", "term", "cloze")), may_wait=True)
            for at in range(a_day):
                question = question_of(sitting)
                right = str(question.right_number) if question.choices else question.shown
                given = right if at else str(question.right_number % 4 + 1) if question.choices else "모름"
                sitting, _ = answer(desk, sitting, given, unsure=at == 1, elapsed_ms=20_000 + 1000 * at)
                clock.pass_ms(20_000)  # answers of one millisecond have no order
                sitting = sitting.proceeded()
                if at + 1 < len(sitting.slots):
                    sitting = ask(desk, sitting, may_wait=True)
        if day < days - 1:
            clock.pass_ms(DAY_MS)
    return desk
