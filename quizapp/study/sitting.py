"""A sitting: a row of questions being answered. One state machine, whatever the screen."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from quizapp.errors import NotAnsweredError, NothingToUndoError, SittingFinishedError
from quizapp.items import Difficulty, Question

READING_MS = 10_000
"""Time that the feedback of an answer takes on the average."""


class Stage(Enum):
    """What the sitting waits for."""

    ASKING = "asking"
    FEEDBACK = "feedback"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Planned:
    """An exercise that is still to be made."""

    skill: str
    seed: int
    difficulty: Difficulty
    typed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """An answer given in a sitting."""

    answer: str
    """Its id in the log."""
    position: int
    """The index of the slot that it answers."""
    given: str
    correct: bool
    unsure: bool
    elapsed_ms: int


Slot = Question | Planned


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Slots in the order asked, and the responses in the order given.

    The responses answer the first of the slots; only where two windows worked on one sitting, others may be answered instead.
    """

    id: str
    verb: str
    topics: tuple[str, ...]
    slots: tuple[Slot, ...]
    responses: tuple[Response, ...] = ()
    shows_feedback: bool = False
    """Whether the last answer is being looked at; the next question comes after it."""
    limit_ms: int = 0
    """Time after which it ends, 0 for none."""
    kinds: tuple[str, ...] = field(default=(), compare=False)
    """The kinds of questions that were asked for; none where it was taken up again or chose by itself."""

    @property
    def spent_ms(self) -> int:
        """Time taken so far: by the answers, and READING_MS for the feedback of each."""
        return sum(response.elapsed_ms + READING_MS for response in self.responses)

    @property
    def stage(self) -> Stage:
        """What the sitting waits for."""
        if self.shows_feedback:
            return Stage.FEEDBACK
        is_over = len(self.responses) >= len(self.slots) or 0 < self.limit_ms <= self.spent_ms
        return Stage.FINISHED if is_over else Stage.ASKING

    @property
    def position(self) -> int:
        """The index of the slot being asked or looked at."""
        if self.shows_feedback:
            return self.last_response.position
        answered = {response.position for response in self.responses}
        return next((at for at in range(len(self.slots)) if at not in answered), len(self.slots))

    @property
    def current(self) -> Slot:
        """The slot being asked or looked at. Raises SittingFinishedError."""
        if self.stage is Stage.FINISHED:
            raise SittingFinishedError
        return self.slots[self.position]

    @property
    def is_followed(self) -> bool:
        """Whether a later slot is answered already, so that the current one cannot change its place."""
        return any(response.position > self.position for response in self.responses)

    @property
    def last_response(self) -> Response:
        """The response given last. Raises NotAnsweredError."""
        if not self.responses:
            raise NotAnsweredError
        return self.responses[-1]

    def answered(self, response: Response) -> Sitting:
        """With the current question answered; its feedback is shown next. Raises SittingFinishedError."""
        if self.stage is not Stage.ASKING:
            raise SittingFinishedError
        return replace(self, responses=(*self.responses, response), shows_feedback=True)

    def proceeded(self) -> Sitting:
        """Past the feedback, to the next question or the end. Raises NotAnsweredError."""
        if self.stage is not Stage.FEEDBACK:
            raise NotAnsweredError
        return replace(self, shows_feedback=False)

    def undone(self) -> Sitting:
        """With the last answer taken back: its question is asked again. Raises NothingToUndoError."""
        if not self.responses:
            raise NothingToUndoError
        return replace(self, responses=self.responses[:-1], shows_feedback=False)

    def filled(self, question: Question) -> Sitting:
        """With the current slot's exercise made."""
        slots = list(self.slots)
        slots[self.position] = question
        return replace(self, slots=tuple(slots))

    def without_current(self) -> Sitting:
        """With the current slot dropped: its exercise could not be made."""
        return replace(self, slots=self.slots[: self.position] + self.slots[self.position + 1 :])

    def swapped(self) -> Sitting:
        """With the next question that is ready asked now instead; the same sitting where none is."""
        here = self.position
        for later in range(here + 1, len(self.slots)):
            if isinstance(self.slots[later], Question):
                slots = list(self.slots)
                slots[here], slots[later] = slots[later], slots[here]
                return replace(self, slots=tuple(slots))
        return self
