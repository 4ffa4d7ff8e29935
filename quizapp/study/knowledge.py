"""What a learner knows of each 세부항목, as far as the answers tell: what was met with its recall, and how first answers went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean

from quizapp.study.choosing import SKILL, Candidate
from quizapp.study.course import standing_stability
from quizapp.study.forgetting import Expectation, forgetting
from quizapp.study.grading import Grade
from quizapp.study.memory import Memory
from quizapp.study.predictors import Calibration
from quizapp.syllabus import branch_of

AS_ON_PAPER = {"choice", SKILL}
"""Kinds that are asked as the paper asks: a right answer to them may be a guess."""
FACT_SHARE = 0.75
"""How much of a question on the paper is answered by a remembered fact (a card, a term) of the same point."""


@dataclass(frozen=True, slots=True)
class BranchKnowledge:
    """One 세부항목. Probabilities are of a right answer on the paper, guessing included."""

    code: str
    questions: int
    """Questions that a paper takes from it."""
    met: float
    """Share of its points that were met."""
    right_if_met: float
    first_right: float
    first_wrong: float
    """First answers, counted as if all had been asked as on the paper."""


def branch_knowledge(
    entries: Iterable[tuple[Candidate, Memory | None]], questions: Mapping[str, int], day: int, guess: float, correction: Calibration | None
) -> list[BranchKnowledge]:
    """The knowledge on study *day*, a row for each of *questions* (by the code of a 세부항목).

    *guess*: probability of a right answer without knowing. *correction*: of recall, where one predicts the learner better.
    """
    model = Expectation(forgetting())
    points: dict[str, dict[tuple[str, str], float | None]] = defaultdict(dict)
    first: dict[str, list[float]] = defaultdict(list)
    for entry, memory in entries:
        branch, point = branch_of(entry.syllabus), (entry.syllabus, entry.point)
        known = points[branch].setdefault(point, None)
        if memory is None:
            continue
        days = max(0, day - memory.last_day)
        recall = model.recall(standing_stability(model, memory), days)
        right = correction.right(recall, days, guess) if correction else guess + (1 - guess) * recall
        if entry.kind not in AS_ON_PAPER:
            right = guess + FACT_SHARE * max(0.0, right - guess)
        points[branch][point] = max(known or 0.0, right)
        first[branch].append(_first_right(entry.kind, memory.first_grade, guess))
    return [_row(code, count, list(points[code].values()), first[code]) for code, count in questions.items()]


def _first_right(kind: str, grade: Grade, guess: float) -> float:
    """How much of a right answer on the paper the first answer was: what was asked otherwise might have been guessed there."""
    if kind in AS_ON_PAPER:
        return float(grade > Grade.AGAIN)
    return 1.0 if grade >= Grade.GOOD else guess


def _row(code: str, questions: int, points: list[float | None], first: list[float]) -> BranchKnowledge:
    met = [right for right in points if right is not None]
    return BranchKnowledge(
        code=code,
        questions=questions,
        met=len(met) / len(points) if points else 0.0,
        right_if_met=fmean(met) if met else 0.0,
        first_right=sum(first),
        first_wrong=len(first) - sum(first),
    )
