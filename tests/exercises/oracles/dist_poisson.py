"""Poisson probabilities term by term, from the rate and the length of time that are told."""

import re
from fractions import Fraction
from math import exp, log

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle


def below(count: int, mean: Fraction) -> float:
    """The probability of fewer than *count* events."""
    term, total = exp(-mean), 0.0
    for number in range(count):
        total += term
        term *= float(mean) / (number + 1)
    return total


def _told(exercise: Exercise) -> list[Fraction]:
    """Period, rate and what follows in the stem."""
    return numbers(exercise.stem)


@oracle("dist.poisson.exactly")
def exactly(exercise: Exercise) -> float:
    _, mean, period, count, *_ = _told(exercise)
    assert period == _told(exercise)[0]
    return below(int(count) + 1, mean) - below(int(count), mean)


@oracle("dist.poisson.at_least")
def at_least(exercise: Exercise) -> float:
    _, mean, _, count, *_ = _told(exercise)
    return 1 - below(int(count), mean)


@oracle("dist.poisson.interval")
def interval(exercise: Exercise) -> float:
    period, rate, length, *_ = _told(exercise)
    parts = 60 * period if re.search(r"\d분 동안", exercise.stem) else period
    none = below(1, rate * length / parts)
    return none if "도 없을" in exercise.stem else 1 - none


@oracle("dist.poisson.from_none")
def from_none(exercise: Exercise) -> float:
    period, none, length, *_ = _told(exercise)
    return float(length / period) * -log(none)


@oracle("dist.poisson.approximation")
def approximation(exercise: Exercise) -> float:
    percent, trials, most, *_ = _told(exercise)
    return below(int(most) + 1, trials * percent / 100)
