"""Standard errors and normal areas with the standard library, from the numbers that are told."""

from math import sqrt
from statistics import NormalDist, stdev

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


@oracle("sampling.clt.from_data")
def from_data(exercise: Exercise) -> float:
    values = table(exercise).rows[0][1:]
    return stdev(values) / sqrt(len(values))


@oracle("sampling.clt.tail")
def tail(exercise: Exercise) -> float:
    mean, deviation, size, limit, *_ = map(float, numbers(exercise.stem))
    return 1 - NormalDist(size * mean, sqrt(size) * deviation).cdf(size * limit)


@oracle("sampling.clt.proportion")
def proportion(exercise: Exercise) -> float:
    percent, size, limit, *_ = map(float, numbers(exercise.stem))
    hits = NormalDist(size * percent / 100, sqrt(size * percent * (100 - percent)) / 100)
    return 1 - hits.cdf(size * limit / 100)


@oracle("sampling.clt.more_units")
def more_units(exercise: Exercise) -> float:
    """The variance times the size stays the same."""
    size, error, target = numbers(exercise.stem)
    return float(error**2 * size / target**2 - size)


@oracle("sampling.clt.finite")
def finite(exercise: Exercise) -> float:
    """The variance of a mean is the sum of all variances and covariances of the units drawn."""
    population, size, deviation, *_ = numbers(exercise.stem)
    covariance = -(deviation**2) / (population - 1)
    return sqrt((size * deviation**2 + size * (size - 1) * covariance) / size**2)
