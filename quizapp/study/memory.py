"""The memory model: FSRS-6 by the `fsrs` library, fed with study days.

The library counts blocks of 24 hours, so that two reviews 23 hours apart would count as one day's; every review is therefore mapped to
noon (UTC) of its study day. Learning steps are off: within a day the sitting itself decides what comes back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from random import Random
from typing import TYPE_CHECKING

from quizapp.study.grading import Grade

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

RETENTION = 0.9
"""Probability of recall at which a review falls due."""
FUZZ_FROM_DAYS = 3
FUZZ_SHARE = 0.05
"""Intervals of some days are shifted by up to this share, so that what was learned together does not fall due together for ever."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of one item, card or skill."""

    stability: float
    """Days after which the probability of recall has fallen to 0.9."""
    difficulty: float
    """From 1 to 10."""
    last_day: int
    """The study day of the last review."""
    due_day: int
    reviews: int
    lapses: int
    first_grade: Grade = Grade.GOOD
    last_grade: Grade = Grade.GOOD


def reviewed(memory: Memory | None, grade: Grade, day: int, key: str) -> Memory:
    """The memory after a review of *grade* on study *day*; None for what was never reviewed. *key* seeds the fuzz of the interval.

    A day before the last review's (a log merged late, a time zone crossed) counts as that day.
    """
    from fsrs import Rating

    day = max(day, memory.last_day) if memory else day
    card, _ = scheduler().review_card(_card(memory), Rating(int(grade)), _noon(day))
    if card.stability is None or card.difficulty is None:
        raise TypeError("the scheduler returned a card without a state")
    interval = (card.due - _noon(day)).days
    return Memory(
        stability=card.stability,
        difficulty=card.difficulty,
        last_day=day,
        due_day=day + _fuzzed(interval, f"{key}/{day}"),
        reviews=(memory.reviews if memory else 0) + 1,
        lapses=(memory.lapses if memory else 0) + (grade is Grade.AGAIN and memory is not None),
        first_grade=memory.first_grade if memory else grade,
        last_grade=grade,
    )


def recall(memory: Memory, day: int) -> float:
    """The probability that the memory is there on study *day* (0 to 1), guessing aside."""
    return float(scheduler().get_card_retrievability(_card(memory), _noon(max(day, memory.last_day))))


@cache
def scheduler() -> Scheduler:
    """The library's scheduler; importing it costs about 20 ms, so a face does it in idle time."""
    from fsrs import Scheduler

    return Scheduler(desired_retention=RETENTION, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def _card(memory: Memory | None) -> Card:
    from fsrs import Card, State

    if memory is None:
        return Card(card_id=1)  # without an id the library sleeps a millisecond to make one
    return Card(card_id=1, state=State.Review, stability=memory.stability, difficulty=memory.difficulty, last_review=_noon(memory.last_day))


def _noon(day: int) -> datetime:
    return datetime.combine(date.fromordinal(day), time(12), UTC)


def _fuzzed(interval: int, seed: str) -> int:
    if interval < FUZZ_FROM_DAYS:
        return interval
    width = max(1, round(interval * FUZZ_SHARE))
    return interval + round((2 * Random(seed).random() - 1) * width)
