"""Point estimates from the data that are shown, with exact fractions."""

import re
from fractions import Fraction
from math import comb
from statistics import mean

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _observed(exercise: Exercise) -> list[Fraction]:
    return [Fraction(value) for value in table(exercise).rows[0][1:]]


@oracle("estimate.point.rate")
def rate(exercise: Exercise) -> float:
    return float(1 / mean(_observed(exercise)))


@oracle("estimate.point.poisson")
def poisson(exercise: Exercise) -> float:
    """One count a period."""
    periods = zip(table(exercise).columns[1:], table(exercise).rows[0][1:], strict=True)
    return float(mean(Fraction(count) for count, days in periods for _ in range(days)))


@oracle("estimate.point.likelihood")
def likelihood(exercise: Exercise) -> float:
    trials, hits, *rates = numbers(exercise.stem.partition("일 때,")[0])
    n, k = int(trials), int(hits)
    likelihoods = {p: comb(n, k) * p**k * (1 - p) ** (n - k) for p in rates}
    best = max(likelihoods, key=likelihoods.get)
    assert exercise.answer.startswith(f"p = {float(best):g}, ")
    return float(likelihoods[best])


@oracle("estimate.point.uniform")
def uniform(exercise: Exercise) -> float:
    values = _observed(exercise)
    return float(2 * mean(values) if "적률법" in exercise.stem else max(values))


@oracle("estimate.point.variance_from_output")
def variance_from_output(exercise: Exercise) -> float:
    count, std = (Fraction(re.search(rf"{name}\s+(\S+)", exercise.data)[1]) for name in ("count", "std"))
    return float(std**2 * (count - 1) / count)


@oracle("estimate.point.unbiased")
def unbiased(exercise: Exercise) -> float:
    count, total, squares, *_ = numbers(exercise.stem.partition("건 뽑아")[0].split()[-1] + exercise.stem.partition("건 뽑아")[2])
    return float((count * squares - total**2) / (count * (count - 1)))


@oracle("estimate.point.least_error")
def least_error(exercise: Exercise) -> float:
    parameter = numbers(exercise.stem.partition("θ = ")[2])[0]
    errors = {name: Fraction(variance) + (Fraction(centre) - parameter) ** 2 for name, centre, variance in table(exercise).rows}
    best = min(errors, key=errors.get)
    assert exercise.answer.startswith(f"{best}, ")
    return float(errors[best])
