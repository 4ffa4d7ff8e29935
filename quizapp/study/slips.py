"""What stands in the wrong-answer notebook (오답노트), and when it leaves: after right answers on two different days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

RIGHTS = 2
"""Different days with a right answer after which an entry retires."""
OFTEN = 3
"""Wrong answers from which on something is often wrong."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the notebook needs of an answer."""

    answer: str
    day: int
    correct: bool
    unsure: bool
    in_exam: bool = False
    reason: str = ""
    """Of a wrong answer: the misconception that leads to it; empty where none is known."""


@dataclass(frozen=True, slots=True)
class Track:
    """Slips of one kind: how many, the last one, and the days with a right answer since."""

    count: int = 0
    last: str = ""
    """The id of the answer."""
    rights: int = 0
    right_day: int = 0
    """The last day that counted."""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be made up for."""
        return self.count > 0 and self.rights < RIGHTS

    def slipped(self, answer: str) -> Track:
        """After another slip."""
        return Track(self.count + 1, answer)

    def right_on(self, day: int) -> Track:
        """After a right answer; a second one on the same day changes nothing."""
        if not self.is_open or (self.rights and day == self.right_day):
            return self
        return replace(self, rights=self.rights + 1, right_day=day)


@dataclass(frozen=True, slots=True)
class Slip:
    """An item, or a template of an exercise, as the notebook knows it."""

    wrong: Track = field(default_factory=Track)
    lucky: Track = field(default_factory=Track)
    """Right answers that were guessed; they make up for nothing."""
    in_exams: int = 0
    """How many of the wrong answers were given in mock papers."""
    reasons: tuple[tuple[str, int], ...] = ()
    """The misconceptions with how often each led to a wrong answer; the latest is the last."""

    def after(self, told: Told) -> Slip:
        """After another answer."""
        if not told.correct:
            counts = dict(self.reasons)
            again = counts.pop(told.reason, 0) + 1
            reasons = (*counts.items(), (told.reason, again))
            return replace(self, wrong=self.wrong.slipped(told.answer), in_exams=self.in_exams + told.in_exam, reasons=reasons)
        if told.unsure:
            return replace(self, lucky=self.lucky.slipped(told.answer))
        return replace(self, wrong=self.wrong.right_on(told.day), lucky=self.lucky.right_on(told.day))

    @property
    def is_clean(self) -> bool:
        """Whether nothing ever went wrong, so that nothing need be kept."""
        return not self.wrong.count and not self.lucky.count


def slip_of(told: Iterable[Told]) -> Slip:
    """What answers, oldest first, leave in the notebook."""
    slip = Slip()
    for one in told:
        slip = slip.after(one)
    return slip
