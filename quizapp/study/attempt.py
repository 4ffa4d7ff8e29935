"""What a learner does with a paper, as deeds in a row; everything else (the answers of now, the time of each question) follows from them.

A paper is not asked question by question as a quiz is: one goes to and fro, changes answers, marks and strikes out, and sees nothing of
what is right. So it has a state of its own beside `sitting.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from quizapp.items import Question
from quizapp.study.watch import Watch


class Kind(StrEnum):
    """What was done. What the value of the deed means stands with each."""

    OPEN = "open"
    """The paper was opened, for how many milliseconds it had been closed."""
    GO = "go"
    """To the question at the position."""
    ANSWER = "answer"
    """The choice's number; 0 where the answer was taken away."""
    UNSURE = "unsure"
    """1 for a guess, 0 for none."""
    FLAG = "flag"
    """1 for marked, 0 for not."""
    STRIKE = "strike"
    """The choices that are struck out, bit by bit: 1 for the first, 2 for the second, 4 …"""
    PAUSE = "pause"
    """A pause that was asked for is over; its milliseconds."""
    SUBMIT = "submit"
    """1 where the time was over, 0 where the learner handed the paper in."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done at a position when the paper had been open for *used_ms*."""

    kind: Kind
    position: int
    value: int
    used_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One question's line on the answer sheet."""

    response: int = 0
    """The choice's number; 0 for a blank."""
    is_unsure: bool = False
    is_flagged: bool = False
    was_flagged: bool = False
    """Whether it ever was flagged."""
    struck: frozenset[int] = frozenset()
    elapsed_ms: int = 0
    """How long the question was before the learner, in all."""
    earlier: tuple[int, ...] = ()
    """The answers that were given before the present one, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """The answer sheet as it is now, with the time that was not spent on it."""

    entries: tuple[Entry, ...]
    position: int = 0
    used_ms: int = 0
    closed_ms: int = 0
    closings: int = 0
    paused_ms: int = 0
    pauses: int = 0
    is_over: bool = False
    by_time: bool = False
    """Whether it was the clock that handed the paper in."""

    @property
    def current(self) -> Entry:
        """The line of the question that is shown."""
        return self.entries[self.position]

    @property
    def open_positions(self) -> list[int]:
        """Where no answer stands."""
        return [at for at, entry in enumerate(self.entries) if not entry.response]

    @property
    def flagged_positions(self) -> list[int]:
        """Where a flag stands."""
        return [at for at, entry in enumerate(self.entries) if entry.is_flagged]

    def next_of(self, positions: list[int]) -> int | None:
        """The first of *positions* after the present one, going round; None where there is no other."""
        others = [at for at in positions if at != self.position]
        return next((at for at in others if at > self.position), others[0] if others else None)

    def after(self, deed: Deed) -> Attempt:
        """The sheet once *deed* is done."""
        now = self._timed(deed.used_ms)
        match deed.kind:
            case Kind.OPEN:
                return replace(now, closed_ms=now.closed_ms + deed.value, closings=now.closings + (deed.value > 0))
            case Kind.PAUSE:
                return replace(now, paused_ms=now.paused_ms + deed.value, pauses=now.pauses + 1)
            case Kind.SUBMIT:
                return replace(now, is_over=True, by_time=bool(deed.value))
            case Kind.GO:
                return replace(now, position=deed.position)
        entry = now.entries[deed.position]
        match deed.kind:
            case Kind.ANSWER:
                earlier = (*entry.earlier, entry.response) if entry.response not in {0, deed.value} else entry.earlier
                entry = replace(entry, response=deed.value, earlier=earlier, struck=entry.struck - {deed.value})
            case Kind.UNSURE:
                entry = replace(entry, is_unsure=bool(deed.value))
            case Kind.FLAG:
                entry = replace(entry, is_flagged=bool(deed.value), was_flagged=entry.was_flagged or bool(deed.value))
            case Kind.STRIKE:
                entry = replace(entry, struck=frozenset(bit + 1 for bit in range(deed.value.bit_length()) if deed.value >> bit & 1))
        return _with(now, deed.position, entry)

    def _timed(self, used_ms: int) -> Attempt:
        """The time since the deed before belongs to the question that was shown."""
        entry = self.current
        passed = max(0, used_ms - self.used_ms)
        timed = _with(self, self.position, replace(entry, elapsed_ms=entry.elapsed_ms + passed))
        return replace(timed, used_ms=self.used_ms + passed)


def attempted(questions: int, deeds: Iterable[Deed]) -> Attempt:
    """The sheet of a paper of so many *questions* after *deeds*."""
    attempt = Attempt(entries=(Entry(),) * questions)
    for deed in deeds:
        attempt = attempt.after(deed)
    return attempt


def _with(attempt: Attempt, position: int, entry: Entry) -> Attempt:
    return replace(attempt, entries=(*attempt.entries[:position], entry, *attempt.entries[position + 1 :]))


def struck_value(struck: Iterable[int]) -> int:
    """The value of a STRIKE deed that leaves these choices struck out."""
    return sum(1 << number - 1 for number in struck)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper before the learner: frozen questions, what was done with them, and the clock."""

    id: str
    form: str
    seed: int
    started_ms: int
    """UTC."""
    allowed_ms: int | None
    """None where the time is not limited."""
    questions: tuple[Question, ...]
    attempt: Attempt
    watch: Watch

    @property
    def question(self) -> Question:
        """The question that is shown."""
        return self.questions[self.attempt.position]

    def remaining_ms(self, monotonic_ms: int) -> int | None:
        """What is left of the time by then, never below 0; None where it is not limited."""
        return None if self.allowed_ms is None else max(0, self.allowed_ms - self.watch.at(monotonic_ms))
