"""Losses of regression, with exact fractions from the table."""

from fractions import Fraction
from math import isqrt

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _rows(exercise: Exercise) -> list[list[Fraction]]:
    return [[Fraction(str(cell)) for cell in cells[1:]] for cells in table(exercise).rows]


def _errors(exercise: Exercise) -> list[Fraction]:
    actual, predicted = _rows(exercise)
    return [y - guess for y, guess in zip(actual, predicted, strict=True)]


@oracle("loss.regression.huber")
def huber(exercise: Exercise) -> float:
    delta = numbers(exercise.stem.partition("δ =")[2])[0]
    total = Fraction(0)
    for error in map(abs, _errors(exercise)):
        inside = min(error, delta)  # the slope grows to δ and stays there
        total += inside * inside / 2 + delta * (error - inside)
    return float(total / len(_errors(exercise)))


@oracle("loss.regression.pinball")
def pinball(exercise: Exercise) -> float:
    tau = numbers(exercise.stem.partition("τ =")[2])[0]
    return float(sum(max(tau * error, (tau - 1) * error) for error in _errors(exercise)) / len(_errors(exercise)))


@oracle("loss.regression.missing_prediction")
def missing_prediction(exercise: Exercise) -> float:
    mse = numbers(exercise.stem.partition("나눔)가")[2])[0]
    y = numbers(exercise.stem.partition("실제값은")[2])[0]
    squares = [error**2 for error in _errors(exercise)]
    left = mse * (len(squares) + 1) - sum(squares)
    gap = isqrt(int(left))
    assert gap**2 == left
    return float(y + gap if "이보다 크다" in exercise.stem else y - gap)
