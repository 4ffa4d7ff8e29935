"""The results of papers, for the screen and for programs: computed from the answers as they count now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from quizapp.bank.compiled import Bank
from quizapp.errors import ExamOpenError, UnknownExamError
from quizapp.items import ChoiceItem, Question
from quizapp.store import answers, exams
from quizapp.store.exams import ExamRow
from quizapp.study.attempt import Paper
from quizapp.study.scoring import Outcome, Part, Score, scored
from quizapp.study.sitting import Sitting
from quizapp.usecases import start
from quizapp.usecases.desk import Desk
from quizapp.usecases.exam import paper_of


@dataclass(frozen=True, slots=True)
class ExamResult:
    """A paper that was handed in, question by question."""

    paper: Paper
    outcomes: tuple[Outcome, ...]
    score: Score


@dataclass(frozen=True, slots=True)
class ExamSummary:
    """A paper in a line."""

    row: ExamRow
    questions: int
    answered: int
    flagged: int
    score: Score | None
    """None while it has not been handed in."""

    @property
    def remaining_ms(self) -> int | None:
        """What is left of its time; None where that is not limited."""
        return None if self.row.allowed_ms is None else max(0, self.row.allowed_ms - self.row.used_ms)


def exam_result(desk: Desk, identity: str) -> ExamResult:
    """The result of the paper of that id. Raises UnknownExamError, and ExamOpenError where it has not been handed in."""
    row = _row(desk, identity)
    if row.ended_ms is None:
        raise ExamOpenError
    paper = paper_of(desk, row)
    outcomes = _outcomes(desk, paper)
    return ExamResult(paper, outcomes, scored(outcomes, desk.bank.exam))


def summaries(desk: Desk) -> list[ExamSummary]:
    """Every paper, the oldest first."""
    return [_summary(desk, row) for row in exams.all_of(desk.database)]


def unfinished_summary(desk: Desk) -> ExamSummary | None:
    """The paper that can be gone on with; None where there is none."""
    row = exams.unfinished(desk.database)
    return _summary(desk, row) if row else None


def sit_again(desk: Desk, outcomes: list[Outcome]) -> Sitting:
    """A quiz on what the paper asked, with other numbers and another order of choices. Raises NothingToAskError where none is left."""
    return start.sit_again(desk, (outcome.question for outcome in outcomes))


def summary_row(summary: ExamSummary) -> dict[str, Any]:
    """A paper in a line, for programs."""
    row, score = summary.row, summary.score
    return {
        "id": row.id,
        "form": row.form,
        "seed": row.seed,
        "started": _iso(row.started_ms),
        "state": "open" if row.ended_ms is None else "submitted",
        "answered": summary.answered,
        "flagged": summary.flagged,
        "remaining_s": None if summary.remaining_ms is None else round(summary.remaining_ms / 1000, 3),
        "score": None if score is None else round(score.points, 2),
        "subjects": None if score is None else [_part(part, score) for part in score.subjects],
        "passed": None if score is None else score.passed,
    }


def result_row(desk: Desk, identity: str) -> dict[str, Any]:
    """A paper with every position, for programs; of one that is still open, nothing of what is right. Raises UnknownExamError."""
    row = _row(desk, identity)
    paper = paper_of(desk, row)
    attempt = paper.attempt
    verdicts: dict[int, Outcome] = {} if row.ended_ms is None else {outcome.position: outcome for outcome in _outcomes(desk, paper)}
    return {
        **summary_row(_summary(desk, row)),
        "submitted": None if row.ended_ms is None else _iso(row.ended_ms),
        "by_time": attempt.by_time,
        "used_s": round(row.used_ms / 1000, 3),
        "closed_s": round(attempt.closed_ms / 1000, 3),
        "paused_s": round(attempt.paused_ms / 1000, 3),
        "positions": [
            {
                "position": at + 1,
                "item": question.origin.item or question.origin.template,
                "revision": question.origin.revision,
                "seed": question.origin.seed if question.origin.template else None,
                "syllabus": question.syllabus,
                "response": entry.response or None,
                "correct": verdicts[at].is_correct if at in verdicts else None,
                "regraded": at in verdicts and verdicts[at].is_regraded,
                "unsure": entry.is_unsure,
                "flagged": entry.is_flagged,
                "struck": sorted(entry.struck),
                "earlier": list(entry.earlier),
                "elapsed_ms": entry.elapsed_ms,
            }
            for at, (question, entry) in enumerate(zip(paper.questions, attempt.entries, strict=True))
        ],
    }


def _row(desk: Desk, identity: str) -> ExamRow:
    row = exams.get(desk.database, identity)
    if row is None:
        raise UnknownExamError(identity)
    return row


def _summary(desk: Desk, row: ExamRow) -> ExamSummary:
    paper = paper_of(desk, row)
    answered = len(paper.questions) - len(paper.attempt.open_positions)
    score = None if row.ended_ms is None else scored(_outcomes(desk, paper), desk.bank.exam)
    return ExamSummary(row, len(paper.questions), answered, len(paper.attempt.flagged_positions), score)


def _outcomes(desk: Desk, paper: Paper) -> tuple[Outcome, ...]:
    right = {given["position"]: bool(given["correct"]) for given in answers.of_sitting(desk.database, paper.id)}
    regraded, corrected = exams.regraded(desk.database), set(desk.bank.corrected())
    return tuple(
        Outcome(
            position=at,
            question=with_present_key(desk.bank, question) if question.origin.item in corrected else question,
            entry=entry,
            is_correct=right.get(at, False),
            is_regraded=(paper.id, at) in regraded,
        )
        for at, (question, entry) in enumerate(zip(paper.questions, paper.attempt.entries, strict=True))
    )


def with_present_key(bank: Bank, question: Question) -> Question:
    """A question whose key was corrected after it was frozen, in its own order of choices but with what the bank says now."""
    item = bank.item(question.origin.item)
    if not isinstance(item, ChoiceItem):
        return question
    present = {choice.text: choice for choice in item.choices}
    if any(choice.text not in present for choice in question.choices):
        return question
    choices = tuple(present[choice.text] for choice in question.choices)
    return replace(question, choices=choices, shown=next(one.text for one in choices if one.correct), explanation=item.explanation)


def _part(part: Part, score: Score) -> dict[str, Any]:
    return {
        "code": part.code,
        "questions": part.questions,
        "correct": part.correct,
        "score": round(part.points, 2),
        "failed": score.is_failed(part),
    }


def _iso(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, UTC).isoformat(timespec="seconds")
