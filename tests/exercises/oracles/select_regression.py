"""Criteria of regressions with exact fractions where they are rational."""

from fractions import Fraction
from math import log

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


@oracle("select.criteria.from_residuals")
def from_residuals(exercise: Exercise) -> float:
    n, sse, k, *_ = numbers(exercise.stem)
    return float(n) * (log(sse) - log(n)) + 2 * float(k)


@oracle("select.criteria.mallows")
def mallows(exercise: Exercise) -> float:
    n = numbers(exercise.stem)[0]
    (_, full_k, full), (_, k, reduced) = table(exercise).rows
    return float(Fraction(reduced) * (n - full_k) / full - n + 2 * k)


@oracle("select.criteria.adjusted")
def adjusted(exercise: Exercise) -> float:
    n = numbers(exercise.stem)[0]
    values = {name: 1 - (1 - Fraction(square)) * (n - 1) / (n - 1 - p) for name, p, square in table(exercise).rows}
    best = max(values, key=values.get)
    assert exercise.shown.startswith(f"{best}, ")
    return float(values[best])
