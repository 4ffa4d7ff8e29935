"""Errors of the shown actual and predicted values, with exact fractions."""

import re
from fractions import Fraction
from math import log1p, sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _pairs(exercise: Exercise, first: int = 0) -> list[tuple[Fraction, Fraction]]:
    """Actual and predicted values of the two rows from *first* on."""
    rows = [[Fraction(str(cell)) for cell in cells[1:]] for cells in table(exercise).rows[first : first + 2]]
    return list(zip(*rows, strict=True))


def _mape(pairs: list[tuple[Fraction, Fraction]]) -> float:
    return float(sum(abs(1 - predicted / actual) for actual, predicted in pairs) / len(pairs) * 100)


@oracle("metrics.regression.from_data")
def from_data(exercise: Exercise) -> float:
    pairs = _pairs(exercise)
    absolute = float(sum(abs(actual - predicted) for actual, predicted in pairs) / len(pairs))
    squared = float(sum((actual - predicted) ** 2 for actual, predicted in pairs) / len(pairs))
    name = re.search(r"오차\((\w+)\)", exercise.stem)[1]
    return {"MSE": squared, "RMSE": sqrt(squared), "MAE": absolute}[name]


@oracle("metrics.regression.r_squared")
def r_squared(exercise: Exercise) -> float:
    pairs = _pairs(exercise)
    left = sum((actual - predicted) ** 2 for actual, predicted in pairs)
    whole = sum(actual**2 for actual, _ in pairs) - sum(actual for actual, _ in pairs) ** 2 / len(pairs)
    return float((whole - left) / whole)


@oracle("metrics.regression.inverse")
def inverse(exercise: Exercise) -> float:
    size, sst, _, r2, *_ = numbers(exercise.stem.replace("R²", ""))
    return sqrt((sst - r2 * sst) / size)


@oracle("metrics.regression.mape")
def mape(exercise: Exercise) -> float:
    return _mape(_pairs(exercise))


@oracle("metrics.regression.compare")
def compare(exercise: Exercise) -> float:
    errors = {table(exercise).rows[first][0].removesuffix(" 실제"): _mape(_pairs(exercise, first)) for first in (0, 2)}
    best = min(errors, key=errors.get)
    assert exercise.answer.startswith(f"{best}, ")
    return errors[best]


@oracle("metrics.regression.rmsle")
def rmsle(exercise: Exercise) -> float:
    pairs = _pairs(exercise)
    return sqrt(sum((log1p(predicted) - log1p(actual)) ** 2 for actual, predicted in pairs) / len(pairs))
