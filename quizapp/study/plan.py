"""What to study today: every possible review and first meeting is valued by what it adds to the exam, per second of the learner's time.

With an exam day, the value of asking *x* now is the expected rise of the recall of *x* on that day: over both outcomes of the answer,
recall on the day with this review less recall without it. It is weighted by how much of the paper *x* stands for and counted only as far
as guessing does not give it anyway. Without an exam day, reviews are due when recall has fallen to the desired retention, the most
forgotten first, and new matter follows by weight.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.study.grading import Grade
from quizapp.study.memory import RETENTION, Memory, recall, reviewed


@dataclass(frozen=True, slots=True)
class Prospect:
    """Something that could be asked today."""

    key: str
    syllabus: str
    memory: Memory | None
    """None for what was never asked."""
    weight: float
    """Share of the paper's questions that it stands for."""
    guess: float
    """Probability of a right answer without knowing."""
    prior: float
    """Probability that it is known without having been asked here (0 to 1)."""
    seconds: float
    """Expected time of an answer."""


@dataclass(frozen=True, slots=True)
class Step:
    """A prospect in the queue."""

    prospect: Prospect
    value: float
    """Expected gain per second, in shares of the paper; comparable within one queue only."""

    @property
    def is_new(self) -> bool:
        """Whether it was never asked."""
        return self.prospect.memory is None


def queue(prospects: Iterable[Prospect], today: int, exam_day: int | None, *, count: int, seconds: float) -> list[Step]:
    """The steps of today, best first and then mixed: at most *count*, together at most *seconds*."""
    steps = [Step(prospect, _value(prospect, today, exam_day)) for prospect in prospects]
    steps = sorted((step for step in steps if step.value > 0), key=lambda step: (-step.value, step.prospect.key))
    chosen: list[Step] = []
    left = seconds
    for step in steps:
        if len(chosen) == count:
            break
        if step.prospect.seconds <= left:
            chosen.append(step)
            left -= step.prospect.seconds
    return interleaved(chosen)


def interleaved(steps: list[Step]) -> list[Step]:
    """The same steps in nearly the same order, but never two of one topic in a row where another is left."""
    rest, mixed = list(steps), list[Step]()
    while rest:
        last = mixed[-1].prospect.syllabus if mixed else ""
        mixed.append(rest.pop(next((at for at, step in enumerate(rest) if step.prospect.syllabus != last), 0)))
    return mixed


def _value(prospect: Prospect, today: int, exam_day: int | None) -> float:
    if exam_day is None or exam_day <= today:
        return _due_value(prospect, today)
    gain = _recall_with_review(prospect, today, exam_day) - _recall_without(prospect, exam_day)
    return prospect.weight * (1 - prospect.guess) * gain / prospect.seconds


def _recall_without(prospect: Prospect, day: int) -> float:
    return prospect.prior if prospect.memory is None else recall(prospect.memory, day)


def _recall_with_review(prospect: Prospect, today: int, day: int) -> float:
    """Recall on *day* after an answer today, expected over its being right or wrong."""
    knows = _recall_without(prospect, today)
    right = recall(reviewed(prospect.memory, Grade.GOOD, today, prospect.key), day)
    wrong = recall(reviewed(prospect.memory, Grade.AGAIN, today, prospect.key), day)
    return knows * right + (1 - knows) * wrong


def _due_value(prospect: Prospect, today: int) -> float:
    """Without a day to aim at: what is due, the most forgotten first; then what is new, by weight and by what is not known yet."""
    if prospect.memory is None:
        return prospect.weight * (1 - prospect.prior) / 1000
    now = recall(prospect.memory, today)
    return 1 + RETENTION - now if prospect.memory.due_day <= today or now < RETENTION else 0.0
