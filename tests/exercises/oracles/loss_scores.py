"""Hinge and Brier as exact fractions, focal loss term by term."""

from fractions import Fraction
from math import log

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _pairs(exercise: Exercise) -> list[tuple[Fraction, Fraction]]:
    actual, given = ([Fraction(str(cell)) for cell in cells[1:]] for cells in table(exercise).rows)
    return list(zip(actual, given, strict=True))


@oracle("loss.classification.hinge")
def hinge(exercise: Exercise) -> float:
    pairs = _pairs(exercise)
    return float(sum(1 - y * f for y, f in pairs if y * f < 1) / len(pairs))


@oracle("loss.classification.brier")
def brier(exercise: Exercise) -> float:
    pairs = _pairs(exercise)
    return float(sum(p * p - 2 * p * y + y for y, p in pairs) / len(pairs))  # y² = y


@oracle("loss.classification.focal")
def focal(exercise: Exercise) -> float:
    gamma = int(numbers(exercise.stem.partition("γ =")[2])[0])
    pairs = _pairs(exercise)
    return sum(p**gamma * log(1 / (1 - p)) if not y else (1 - p) ** gamma * log(1 / p) for y, p in pairs) / len(pairs)
