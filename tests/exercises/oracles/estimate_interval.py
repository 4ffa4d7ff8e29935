"""Intervals with the standard library's normal quantiles; those of t from its distribution function for whole degrees of freedom."""

import re
from math import atan, ceil, cos, pi, sin, sqrt
from statistics import NormalDist

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle


def _numbers(exercise: Exercise) -> list[float]:
    return [float(number) for number in numbers(exercise.stem)]


def _z(level: float) -> float:
    return NormalDist().inv_cdf((1 + level / 100) / 2)


def _sign(exercise: Exercise) -> int:
    return -1 if "하한은?" in exercise.stem else 1


def _inside(point: float, freedom: int) -> float:
    """P(|T| ≤ point) as the finite sum of powers of a cosine (Abramowitz and Stegun, 26.7.3 and 26.7.4)."""
    angle = atan(point / sqrt(freedom))
    term, total = (cos(angle), 0.0) if freedom % 2 else (1.0, 0.0)
    for step in range(1 if freedom % 2 else 0, freedom - 1, 2):
        total += term
        term *= (step + 1) / (step + 2) * cos(angle) ** 2
    return 2 / pi * (angle + sin(angle) * total) if freedom % 2 else sin(angle) * total


def _t(level: float, freedom: int) -> float:
    low, high = 0.0, 100.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if _inside(middle, freedom) < level / 100 else (low, middle)
    return low


@oracle("estimate.interval.known")
def known(exercise: Exercise) -> float:
    size, mean, deviation, level, *_ = _numbers(exercise)
    return mean + _sign(exercise) * _z(level) * deviation / sqrt(size)


@oracle("estimate.interval.unknown")
def unknown(exercise: Exercise) -> float:
    size, mean, deviation, level, *_ = _numbers(exercise)
    return mean + _sign(exercise) * _t(level, int(size) - 1) * deviation / sqrt(size)


@oracle("estimate.interval.share")
def share(exercise: Exercise) -> float:
    size, hits, level, *_ = _numbers(exercise)
    return (hits + _sign(exercise) * _z(level) * sqrt(hits * (size - hits) / size)) / size


@oracle("estimate.interval.size_for_mean")
def size_for_mean(exercise: Exercise) -> float:
    deviation, level, margin, *_ = _numbers(exercise)
    return next(size for size in range(1, 10_000) if _z(level) * deviation <= margin * sqrt(size))


@oracle("estimate.interval.size_for_share")
def size_for_share(exercise: Exercise) -> float:
    level, *told = _numbers(exercise)
    share, margin = (told[0], told[1]) if "지난 조사" in exercise.stem else (0.5, told[0])
    return ceil((_z(level) * sqrt(share * (1 - share)) * 100 / margin) ** 2)


@oracle("estimate.interval.other_level")
def other_level(exercise: Exercise) -> float:
    first, low, high, second, *_ = _numbers(exercise)
    return (low + high) / 2 + _sign(exercise) * (high - low) / 2 * _z(second) / _z(first)


@oracle("estimate.interval.decide")
def decide(exercise: Exercise) -> float:
    level, standard, size, mean, deviation, *_ = _numbers(exercise)
    limit = mean - _z(level) * deviation / sqrt(size)
    assert re.match("기준 충족" if limit >= standard else "기준 미달", exercise.answer)
    return limit
