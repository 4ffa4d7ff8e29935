"""Transformations by their definitions, in plain math; the way back is checked by going forward again."""

import re
from fractions import Fraction
from math import log, prod
from statistics import median

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _lambda(exercise: Exercise) -> float:
    written = re.search(r"λ = (\S+?)인", exercise.stem)[1].replace("−", "-")
    return float(Fraction(written))


def _box_cox(x: float, power: float) -> float:
    return (x**power - 1) / power if power else log(x)


@oracle("transform.power.log1p")
def log1p(exercise: Exercise) -> float:
    """The logarithm of the geometric mean of 1 + x."""
    values = numbers(exercise.stem.partition("하였다.")[2].partition("인 ")[0])
    return log(prod(1 + value for value in values)) / len(values)


@oracle("transform.power.box_cox")
def box_cox(exercise: Exercise) -> float:
    x = numbers(exercise.stem.partition("할 때,")[2])[0]
    assert x in table(exercise).rows[0][1:]
    return _box_cox(float(x), _lambda(exercise))


@oracle("transform.power.back")
def back(exercise: Exercise) -> float:
    """The value whose transform is the given one, by bisection: the transform rises."""
    y = float(numbers(exercise.stem.partition("변환값이")[2])[0])
    low, high = 1e-3, 1e5
    for _ in range(200):
        middle = (low * high) ** 0.5
        low, high = (middle, high) if _box_cox(middle, _lambda(exercise)) < y else (low, middle)
    return low


@oracle("transform.power.tail_ratio")
def tail_ratio(exercise: Exercise) -> float:
    values = table(exercise).rows[0][1:]
    middle = median(values)
    return log(max(values) / middle) / log(middle / min(values))
