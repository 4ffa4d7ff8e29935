"""What a paper is worth: right answers by subject, the pass rule with 과락, and what flags, changes and guesses brought."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from quizapp.items import Question
from quizapp.study.attempt import Entry
from quizapp.syllabus import Exam, branch_of

FULL_POINTS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one question of a submitted paper went."""

    position: int
    question: Question
    """With the key that holds now."""
    entry: Entry
    is_correct: bool
    is_regraded: bool = False
    """Whether its key was corrected after the paper, so that it counts otherwise than on the day."""

    @property
    def first_was_right(self) -> bool | None:
        """Whether the first answer was right, where another followed; None where the answer was never changed."""
        first = self.entry.earlier[0] if self.entry.earlier else 0
        if not first or first == self.entry.response:
            return None
        return self.question.choices[first - 1].correct


@dataclass(frozen=True, slots=True)
class Part:
    """Right answers among the questions of a subject or a 세부항목."""

    code: str
    questions: int
    correct: int

    @property
    def points(self) -> float:
        """In points of 100."""
        return FULL_POINTS * self.correct / self.questions


@dataclass(frozen=True, slots=True)
class Score:
    """The subjects of a paper against the pass rule of the exam."""

    subjects: tuple[Part, ...]
    exam: Exam

    @property
    def points(self) -> float:
        """The average of the subjects, in points of 100."""
        return sum(part.points for part in self.subjects) / len(self.subjects)

    def is_failed(self, part: Part) -> bool:
        """Whether the subject alone fails the exam (과락)."""
        return FULL_POINTS * part.correct < self.exam.pass_subject * part.questions

    @property
    def failed(self) -> tuple[Part, ...]:
        """The subjects that alone fail the exam."""
        return tuple(part for part in self.subjects if self.is_failed(part))

    @property
    def reaches_average(self) -> bool:
        """Whether the average is enough; rounded far below any point, so that 48 of 80 are 60."""
        return round(self.points, 6) >= self.exam.pass_average

    @property
    def passed(self) -> bool:
        """Whether the paper is passed: the average and every subject."""
        return self.reaches_average and not self.failed


@dataclass(frozen=True, slots=True)
class Share:
    """So many right among so many."""

    count: int
    correct: int


def scored(outcomes: Sequence[Outcome], exam: Exam) -> Score:
    """The score of a paper."""
    return Score(_parts(outcomes, lambda code: code.partition("-")[0]), exam)


def by_branch(outcomes: Sequence[Outcome]) -> tuple[Part, ...]:
    """The right answers of each 세부항목 that the paper asked, in the order of the syllabus."""
    return _parts(outcomes, branch_of)


def share(outcomes: Iterable[Outcome]) -> Share:
    """How many there are and how many of them are right."""
    found = list(outcomes)
    return Share(len(found), sum(outcome.is_correct for outcome in found))


def seconds_a_question(exam: Exam) -> float:
    """The time that the exam leaves for a question."""
    return 60 * exam.minutes / sum(subject.questions for subject in exam.subjects)


def _parts(outcomes: Sequence[Outcome], code_of: Callable[[str], str]) -> tuple[Part, ...]:
    codes = [code_of(outcome.question.syllabus) for outcome in outcomes]
    return tuple(
        Part(code, codes.count(code), sum(outcome.is_correct for at, outcome in zip(codes, outcomes, strict=True) if at == code))
        for code in sorted(set(codes))
    )
