"""Answering, taking back, and ending a sitting. An answer is in the log before anything else happens."""

from __future__ import annotations

from quizapp.errors import NothingToUndoError
from quizapp.store import answers, sittings
from quizapp.study.grading import Mark, grade, mark
from quizapp.study.sitting import Response, Sitting
from quizapp.usecases.ask import question_of
from quizapp.usecases.desk import Desk

MAX_ELAPSED_MS = 10 * 60_000
"""Longest time counted for one answer: beyond it the learner was away."""


def answer(desk: Desk, sitting: Sitting, given: str, *, unsure: bool, elapsed_ms: int) -> tuple[Sitting, Mark]:
    """Judges and keeps an answer; the sitting then shows its feedback.

    Raises ResponseFormatError or NumberFormatError for what is no answer (nothing is written), and the store's errors where it cannot be
    kept (the question stays open).
    """
    question = question_of(sitting)
    verdict = mark(question, given)
    elapsed = max(0, min(elapsed_ms, MAX_ELAPSED_MS))
    identity = answers.append(
        desk.database,
        answers.Given(
            at_ms=desk.clock.now_ms(),
            day=desk.clock.today(),
            sitting=sitting.id,
            position=sitting.position,
            question=question,
            response=given.strip(),
            correct=verdict.correct,
            unsure=unsure,
            elapsed_ms=elapsed,
            grade=grade(question, given, correct=verdict.correct, unsure=unsure),
        ),
    )
    response = Response(answer=identity, given=given.strip(), correct=verdict.correct, unsure=unsure, elapsed_ms=elapsed)
    return sitting.answered(response), verdict


def undo(desk: Desk, sitting: Sitting) -> Sitting:
    """Takes the last answer of the sitting back; its question is asked again. Raises NothingToUndoError."""
    if not sitting.responses:
        raise NothingToUndoError
    answers.undo(desk.database, sitting.last_response.answer, desk.clock.now_ms())
    return sitting.undone()


def end(desk: Desk, sitting: Sitting) -> None:
    """Ends the sitting for good, finished or not; it will not be offered again."""
    sittings.end(desk.database, sitting.id, desk.clock.now_ms())
