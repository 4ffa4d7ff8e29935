"""Normal probabilities with the standard library's NormalDist, from the mean and the deviation that are told."""

from math import sqrt
from statistics import NormalDist

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle


@oracle("dist.normal.rule")
def rule(exercise: Exercise) -> float:
    mean, deviation, count, low, high, *_ = map(float, numbers(exercise.stem))
    normal = NormalDist(mean, deviation)
    return count * (normal.cdf(high) - normal.cdf(low))


@oracle("dist.normal.table")
def table(exercise: Exercise) -> float:
    mean, variance, low, high, *_ = map(float, numbers(exercise.stem))
    normal = NormalDist(mean, sqrt(variance))
    return normal.cdf(high) - normal.cdf(low)


@oracle("dist.normal.quantile")
def quantile(exercise: Exercise) -> float:
    mean, deviation, percent, *_ = map(float, numbers(exercise.stem))
    share = percent / 100
    return NormalDist(mean, deviation).inv_cdf(1 - share if "상위" in exercise.stem else share)


@oracle("dist.normal.setting")
def setting(exercise: Exercise) -> float:
    told, limit, percent, *_ = map(float, numbers(exercise.stem))
    point = NormalDist().inv_cdf(percent / 100)
    return limit - point * told if "표준편차가" in exercise.stem else (limit - told) / point


@oracle("dist.normal.sum")
def sum_of_two(exercise: Exercise) -> float:
    m1, s1, m2, s2, *rest = map(float, numbers(exercise.stem))
    first, second = NormalDist(m1, s1), NormalDist(m2, s2)
    return 1 - (first + second).cdf(rest[0]) if "합이" in exercise.stem else 1 - (first - second).cdf(0)
