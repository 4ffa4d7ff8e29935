"""Courses: what asking something now, later, or both does to its recall on the exam day, followed in expectation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizapp.study.forgetting import Expectation, forgetting
from quizapp.study.grading import Grade
from quizapp.study.memory import Memory


def standing_stability(model: Expectation, memory: Memory) -> float:
    """The memory's stability; of what was only asked once, and was right then, at least that of what was known before."""
    if memory.reviews == 1 and memory.first_grade >= Grade.GOOD:
        return max(memory.stability, model.known_before)
    return memory.stability


_State = tuple[float, float]
"""Stability and difficulty, in expectation."""


class Course(NamedTuple):
    """Recall on the exam day, by what is asked until then."""

    idle: float
    """Without any answer."""
    now: tuple[float, ...]
    """Its rise with an answer today and 0, 1, … later ones."""
    later: tuple[float, ...]
    """Its rise with 0, 1, … later answers alone."""
    best: tuple[float, ...]
    """Its greatest rise by the number of answers."""


def courses_of(known: Iterable[tuple[Memory | None, float]], today: int, exam_day: int, most_later: int) -> list[Course]:
    """The courses from *today* to the day before *exam_day*, with at most so many answers after today.

    *known*: memories, or (None) what was never asked, each with the probability that it is known all the same.
    """
    model, dates, ahead = Expectation(forgetting()), _dates(exam_day - today, most_later), exam_day - today
    fresh: dict[float, Course] = {}
    courses = []
    for memory, prior in known:
        if memory is not None:
            state = (standing_stability(model, memory), memory.difficulty)
            courses.append(_course_of_known(model, state, today - memory.last_day, dates, ahead))
        else:  # all with the same prior have the same course
            if prior not in fresh:
                fresh[prior] = _course_of_new(model, prior, dates, ahead)
            courses.append(fresh[prior])
    return courses


def _dates(ahead: int, most: int) -> list[list[int]]:
    """Days from today of 1, 2, … later answers: evenly spread, the last on the day before the exam."""
    last = ahead - 1
    return [[round(last * turn / times) for turn in range(1, times + 1)] for times in range(1, min(most, last) + 1)]


def _course_of_known(model: Expectation, state: _State, days: int, dates: Sequence[Sequence[int]], ahead: int) -> Course:
    idle = model.recall(state[0], days + ahead)
    begun = model.asked(*state, days, ahead)
    now = [model.recall(begun[0], ahead) - idle]
    later = [0.0]
    for row in dates:
        now.append(_followed(model, begun, 0, row, ahead) - idle)
        later.append(_followed(model, state, -days, row, ahead) - idle)
    return _course(idle, now, later)


def _course_of_new(model: Expectation, prior: float, dates: Sequence[Sequence[int]], ahead: int) -> Course:
    begun = model.first_asked(prior, ahead)
    now = [model.recall(begun[0], ahead) - prior]
    later = [0.0]
    for first, *others in dates:
        now.append(_followed(model, begun, 0, [first, *others], ahead) - prior)
        later.append(_followed(model, model.first_asked(prior, ahead - first), first, others, ahead) - prior)
    return _course(prior, now, later)


def _followed(model: Expectation, state: _State, since: int, dates: Sequence[int], ahead: int) -> float:
    """Recall on the exam day after answers on *dates* (days from today), from a *state* reached on the day *since*."""
    for date in dates:
        state = model.asked(*state, date - since, ahead - date)
        since = date
    return model.recall(state[0], ahead - since)


def _course(idle: float, now: list[float], later: list[float]) -> Course:
    best = [0.0, *(max(one, other) for one, other in zip(now, later[1:], strict=False)), now[-1]]
    return Course(idle, tuple(now), tuple(later), tuple(best))
