"""Medians and quartiles with exact fractions: by position, and by the standard library's inclusive method."""

import re
from fractions import Fraction
from math import sqrt
from statistics import pvariance, quantiles

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _values(exercise: Exercise):
    return [Fraction(cell) for cell in table(exercise).rows[0][1:]]


@oracle("scaling.robust.from_data")
def from_data(exercise: Exercise) -> float:
    x = numbers(exercise.stem.partition(" 얼마로 바뀌는가")[0])[-1]
    lower, median, upper = quantiles(_values(exercise), n=4, method="inclusive")
    return float((x - median) / (upper - lower))


@oracle("scaling.robust.inverse")
def inverse(exercise: Exercise) -> float:
    printed = dict(line.split() for line in exercise.data.splitlines())
    lower, median, upper = (Fraction(printed[name]) for name in ("25%", "50%", "75%"))
    scaled = numbers(exercise.stem.partition("인 관측값")[0])[-1]
    return float(median + scaled * (upper - lower))


@oracle("scaling.robust.outlier")
def outlier(exercise: Exercise) -> float:
    values = _values(exercise)
    a, b = numbers(re.search(r"정상값 .* 사이", exercise.stem)[0])
    lower, _, upper = quantiles(values, n=4, method="inclusive")
    robust = float((b - a) / (upper - lower))
    standard = float(b - a) / sqrt(pvariance(values))
    return robust / standard
