"""The fit of regressions with exact fractions, from the data, the sums or the R² that are shown."""

from fractions import Fraction
from math import sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row, table


def _told(exercise: Exercise) -> list[Fraction]:
    """The size, the number of predictors, and what follows."""
    return numbers(exercise.stem)


def _adjusted(r_squared: Fraction, n: Fraction, p: Fraction) -> Fraction:
    """One minus the ratio of the unbiased variances, the whole one set to 1."""
    return 1 - ((1 - r_squared) / (n - p - 1)) / (1 / (n - 1))


@oracle("regression.fit.from_data")
def from_data(exercise: Exercise) -> float:
    """The explained share: the predictions' sum of squares over that of y."""
    x, y = (row(exercise, name) for name, *_ in table(exercise).rows)
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    slope = sum((a - mean_x) * b for a, b in zip(x, y, strict=True)) / sum((a - mean_x) ** 2 for a in x)
    explained = sum((slope * (a - mean_x)) ** 2 for a in x)
    return float(explained / sum((b - mean_y) ** 2 for b in y))


@oracle("regression.fit.anova")
def anova(exercise: Exercise) -> float:
    n, p, *_ = _told(exercise)
    (residual,), (total,) = row(exercise, "잔차"), row(exercise, "전체")
    return float((total - residual) * (n - p - 1) / (p * residual))


@oracle("regression.fit.adjusted")
def adjusted(exercise: Exercise) -> float:
    n, p, first, *more = _told(exercise)
    r_squared = 1 - more[0] / first if "제곱합" in exercise.stem else first
    return float(_adjusted(r_squared, n, p))


@oracle("regression.fit.f_from_r_squared")
def f_from_r_squared(exercise: Exercise) -> float:
    n, p, r_squared, *_ = _told(exercise)
    return float(r_squared * (n - p - 1) / (p * (1 - r_squared)))


@oracle("regression.fit.residual_error")
def residual_error(exercise: Exercise) -> float:
    n, p, *_ = _told(exercise)
    r_squared, total = numbers(exercise.stem.partition("R² = ")[2])[:2]
    return sqrt((total - r_squared * total) / (n - p - 1))


@oracle("regression.fit.compare")
def compare(exercise: Exercise) -> float:
    n = _told(exercise)[0]
    values = {p: _adjusted(Fraction(str(r_squared)), n, Fraction(p)) for p, r_squared in table(exercise).rows}
    best = max(values, key=values.get)
    assert exercise.answer.startswith(f"변수 {best}개, ")
    return float(values[best])


@oracle("regression.fit.slope_t")
def slope_t(exercise: Exercise) -> float:
    """The correlation over its standard error under the null hypothesis."""
    n, slope, r_squared = numbers(exercise.stem)[:3]
    correlation = sqrt(r_squared) * (1 if slope > 0 else -1)
    return correlation / sqrt((1 - r_squared) / (n - 2))
