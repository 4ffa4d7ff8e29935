"""Answering, taking back, and ending a sitting. An answer is in the log before anything else happens."""

from __future__ import annotations

from quizapp.errors import NothingToUndoError
from quizapp.store import answers, sittings
from quizapp.study.grading import Mark, grade, is_fast, mark
from quizapp.study.sitting import Response, Sitting
from quizapp.usecases import slips
from quizapp.usecases.ask import question_of
from quizapp.usecases.desk import Desk
from quizapp.usecases.remember import after, left

MAX_ELAPSED_MS = 10 * 60_000
"""Longest time counted for one answer: beyond it the learner was away."""
PACE_WINDOW = 60
"""Last answers of a form from which the learner's pace is taken."""


def answer(desk: Desk, sitting: Sitting, given: str, *, unsure: bool, elapsed_ms: int) -> tuple[Sitting, Mark]:
    """Judges and keeps an answer with the memory it leaves; the sitting then shows its feedback.

    Raises ResponseFormatError or NumberFormatError for what is no answer (nothing is written), and the store's errors where it cannot be
    kept (the question stays open).
    """
    question = question_of(sitting)
    verdict = mark(question, given)
    elapsed = max(0, min(elapsed_ms, MAX_ELAPSED_MS))
    fast = is_fast(elapsed, answers.recent_elapsed(desk.database, question.form.value, PACE_WINDOW))
    row = answers.Given(
        at_ms=desk.clock.now_ms(),
        day=desk.clock.today(),
        sitting=sitting.id,
        position=sitting.position,
        previous=sitting.responses[-1].answer if sitting.responses else "",
        question=question,
        response=given.strip(),
        correct=verdict.correct,
        unsure=unsure,
        elapsed_ms=elapsed,
        grade=grade(question, given, correct=verdict.correct, unsure=unsure, is_fast=fast),
    )
    review = answers.Review(question.origin.key, row.grade, row.day, row.at_ms)
    identity = answers.append(
        desk.database, row, lambda: after(desk.database, review), lambda answer: slips.after(desk.database, row, answer)
    )
    response = Response(
        answer=identity, position=row.position, given=row.response, correct=verdict.correct, unsure=unsure, elapsed_ms=elapsed
    )
    return sitting.answered(response), verdict


def undo(desk: Desk, sitting: Sitting) -> Sitting:
    """Takes the last answer of the sitting back; its question is asked again.

    Raises NothingToUndoError, and AnswerNotLastError where another window has gone on.
    """
    if not sitting.responses:
        raise NothingToUndoError
    before = sitting.undone()
    key, last = question_of(before).origin.key, sitting.last_response.answer
    answers.undo(desk.database, last, desk.clock.now_ms(), key, lambda: left(desk.database, key), lambda: slips.left(desk.database, key))
    return before


def end(desk: Desk, sitting: Sitting) -> None:
    """Ends the sitting for good, finished or not; it will not be offered again."""
    sittings.end(desk.database, sitting.id, desk.clock.now_ms())
