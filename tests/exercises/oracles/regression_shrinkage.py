"""Shrunken coefficients: the minimum of the stated objective with exact fractions."""

from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _rows(exercise: Exercise):
    return [[Fraction(str(cell)) for cell in cells[1:]] for cells in table(exercise).rows]


def _after(exercise: Exercise, words: str) -> Fraction:
    return numbers(exercise.stem.partition(words)[2])[0]


def _sums(exercise: Exercise):
    """Sum of squares and of products about the means, by the raw sums."""
    x, y = _rows(exercise)
    products = sum(a * b for a, b in zip(x, y, strict=True))
    return sum(a * a for a in x) - sum(x) ** 2 / len(x), products - sum(x) * sum(y) / len(x)


def _asked(exercise: Exercise) -> int:
    """The position of the column that the stem asks for."""
    asked = exercise.stem.rpartition(" ")[0]
    return next(at for at, name in enumerate(table(exercise).columns[1:]) if f"{name}의" in asked)


@oracle("regression.penalty.ridge_slope")
def ridge_slope(exercise: Exercise) -> float:
    squares, products = _sums(exercise)
    return float(products / (squares + _after(exercise, "λ = ")))


@oracle("regression.penalty.ridge_lambda")
def ridge_lambda(exercise: Exercise) -> float:
    squares, products = _sums(exercise)
    return float(products / _after(exercise, "추정값이 ") - squares)


@oracle("regression.penalty.soft_threshold")
def soft_threshold(exercise: Exercise) -> float:
    estimate, penalty = _rows(exercise)[0][_asked(exercise)], _after(exercise, "λ = ")
    return float(max(estimate - penalty, 0) + min(estimate + penalty, 0))


@oracle("regression.penalty.weight_decay")
def weight_decay(exercise: Exercise) -> float:
    weights, gradients = _rows(exercise)
    at, rate, decay = _asked(exercise), _after(exercise, "η = "), _after(exercise, "λ = ")
    return float((1 - rate * decay) * weights[at] - rate * gradients[at])
