"""Uniform probabilities as lengths over lengths, with exact fractions."""

from fractions import Fraction
from math import sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle


@oracle("dist.uniform.interval")
def interval(exercise: Exercise) -> float:
    low, high, start, end, *_ = numbers(exercise.stem)
    return float(Fraction(sum(low <= place < high for place in range(int(start), int(end))), high - low))


@oracle("dist.uniform.spread")
def spread(exercise: Exercise) -> float:
    """The square's mean less the mean's square."""
    low, high, *_ = numbers(exercise.stem)
    variance = (high**3 - low**3) / (3 * (high - low)) - ((low + high) / 2) ** 2
    return sqrt(variance) if "표준편차" in exercise.stem else float(variance)


@oracle("dist.uniform.conditional")
def conditional(exercise: Exercise) -> float:
    _, high, known, asked, *_ = numbers(exercise.stem)
    return float((high - asked) / (high - known))


@oracle("dist.uniform.bounds")
def bounds(exercise: Exercise) -> float:
    mean, variance, *_ = numbers(exercise.stem)
    half = sqrt(12 * variance) / 2
    return float(mean) + (half if "상한" in exercise.stem else -half)


@oracle("dist.uniform.density")
def density(exercise: Exercise) -> float:
    low, point, share, *_ = numbers(exercise.stem)
    return float(1 / ((point - low) / share))
