"""Information criteria by plain logarithms, from what the stem says."""

import re
from math import log

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _penalty(exercise: Exercise, n: float) -> float:
    """What one parameter costs."""
    name = re.search(r"(AIC|BIC)(?:의 값은|로 고른|는)", exercise.stem)[1]
    printed = float(re.search(rf"ln {n:.0f} = ([\d.]+)", exercise.stem)[1])
    assert abs(printed - log(n)) < 0.0006
    return 2.0 if name == "AIC" else log(n)


@oracle("select.criteria.from_likelihood")
def from_likelihood(exercise: Exercise) -> float:
    n, likelihood, variables = (float(number) for number in numbers(exercise.stem)[:3])
    return -2 * likelihood + (variables + 2) * _penalty(exercise, n)


@oracle("select.criteria.inverse")
def inverse(exercise: Exercise) -> float:
    n, k, bic = (float(number) for number in numbers(exercise.stem)[:3])
    return (k * _penalty(exercise, n) - bic) / 2


@oracle("select.criteria.choose")
def choose(exercise: Exercise) -> float:
    n = float(numbers(exercise.stem)[0])
    values = {name: -2 * float(likelihood.replace("−", "-")) + k * _penalty(exercise, n) for name, likelihood, k in table(exercise).rows}
    best = min(values, key=values.get)
    assert exercise.shown.startswith(f"{best}, ")
    return values[best]
