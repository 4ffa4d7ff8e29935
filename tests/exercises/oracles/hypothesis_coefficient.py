"""Coefficients by the normal equations with exact fractions, and intervals by the incomplete beta function."""

from fractions import Fraction
from math import sqrt

from scipy.special import betaincinv

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row, table


@oracle("test.coefficient.slope_t")
def slope_t(exercise: Exercise) -> float:
    """By the correlation: t = r √(n − 2) / √(1 − r²); the printed line must be the fitted one."""
    x, y = row(exercise, "x"), row(exercise, "y")
    n, sx, sy = len(x), sum(x), sum(y)
    sxx, syy = n * sum(v * v for v in x) - sx * sx, n * sum(v * v for v in y) - sy * sy
    sxy = n * sum(a * b for a, b in zip(x, y, strict=True)) - sx * sy
    intercept, slope = numbers(exercise.stem.partition("ŷ =")[2])[:2]
    assert slope == Fraction(sxy, sxx)
    assert intercept == (sy - slope * sx) / n
    square = Fraction(sxy * sxy, sxx * syy)
    return sqrt(square * (n - 2) / (1 - square))


@oracle("test.coefficient.output")
def output(exercise: Exercise) -> float:
    b, error, t = next(cells[1:] for cells in table(exercise).rows if "?" in cells)
    if t == "?":
        return float(Fraction(b) / Fraction(error))
    return float(Fraction(b) / Fraction(t) if error == "?" else Fraction(error) * Fraction(t))


@oracle("test.coefficient.interval")
def interval(exercise: Exercise) -> float:
    count, n, b, error, level, *_ = numbers(exercise.stem)
    df, tail = int(n - count - 1), (1 - level / 100) / 2
    x = betaincinv(df / 2, 0.5, float(2 * tail))
    t = sqrt(df * (1 - x) / x)
    printed = row(exercise, df)[list(map(Fraction, table(exercise).columns[1:])).index(tail)]
    assert abs(t - printed) < 0.0006
    return float(b) + float(error) * t * (1 if "상한은" in exercise.stem else -1)
