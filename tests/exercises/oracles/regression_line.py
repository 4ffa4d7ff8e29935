"""Least squares by exact fractions, from the data, the sums or the summary that is shown."""

import re
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row, table


def _line(x: list[Fraction], y: list[Fraction]) -> tuple[Fraction, Fraction]:
    """Intercept and slope by the determinants of the normal equations."""
    n, sx, sy = len(x), sum(x), sum(y)
    sxx, sxy = sum(a * a for a in x), sum(a * b for a, b in zip(x, y, strict=True))
    determinant = n * sxx - sx * sx
    return Fraction(sy * sxx - sx * sxy) / determinant, Fraction(n * sxy - sx * sy) / determinant


def _data(exercise: Exercise) -> list[list[Fraction]]:
    return [row(exercise, name) for name, *_ in table(exercise).rows]


def _equation(exercise: Exercise) -> tuple[Fraction, Fraction]:
    intercept, slope = numbers(re.sub(r"([−+]) ", r"\1", exercise.stem.partition("ŷ = ")[2]).replace("+", ""))[:2]
    return intercept, slope


@oracle("regression.line.from_data")
def from_data(exercise: Exercise) -> float:
    intercept, slope = _line(*_data(exercise))
    return float(slope if "기울기 b는" in exercise.stem else intercept)


@oracle("regression.line.from_sums")
def from_sums(exercise: Exercise) -> float:
    n, sx, sy, sxy, sxx = (Fraction(cell) for cell in table(exercise).rows[0])
    x = numbers(exercise.stem.partition("x = ")[2])[0]
    cov, var = sxy / n - sx * sy / n**2, sxx / n - (sx / n) ** 2
    return float(sy / n + cov / var * (x - sx / n))


@oracle("regression.line.residual")
def residual(exercise: Exercise) -> float:
    intercept, slope = _equation(exercise)
    x, y = _data(exercise)
    assert (intercept, slope) == _line(x, y)
    place = int(re.search(r"(\d+)번 관측", exercise.stem)[1]) - 1
    return float(y[place] - intercept - slope * x[place])


@oracle("regression.line.from_summary")
def from_summary(exercise: Exercise) -> float:
    """The standardised y is the standardised x times r."""
    (_, mean_x, sx), (_, mean_y, sy) = table(exercise).rows
    r = numbers(exercise.stem.partition("상관계수는")[2])[0]
    x = numbers(exercise.stem.partition("x = ")[2])[0]
    return float(mean_y + sy * r * (x - mean_x) / sx)


@oracle("regression.line.missing")
def missing(exercise: Exercise) -> float:
    """The value with which the sum of the residuals is zero."""
    intercept, slope = _equation(exercise)
    (_, *x), (_, *y) = table(exercise).rows
    place = y.index("?")
    residuals = [b - intercept - slope * a for n, (a, b) in enumerate(zip(x, y, strict=True)) if n != place]
    return float(intercept + slope * x[place] - sum(residuals))
