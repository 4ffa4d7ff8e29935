"""Moments with exact fractions; draws without replacement by counting every sample."""

from fractions import Fraction
from itertools import combinations
from math import sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row, table


def _values(exercise: Exercise) -> list[Fraction]:
    return [Fraction(value) for value in table(exercise).columns[1:]]


@oracle("dist.moments.variance")
def variance(exercise: Exercise) -> float:
    """Half the mean square of the difference between two independent draws."""
    pairs = list(zip(_values(exercise), row(exercise, "P(X)"), strict=True))
    return float(sum((x - y) ** 2 * p * q for x, p in pairs for y, q in pairs) / 2)


@oracle("dist.moments.missing")
def missing(exercise: Exercise) -> float:
    """Cramer's rule."""
    mean = numbers(exercise.stem.partition("E(X)")[2])[0]
    cells = dict(zip(table(exercise).rows[0][1:], _values(exercise), strict=True))
    known = [(x, Fraction(p)) for x, p in zip(_values(exercise), table(exercise).rows[0][1:], strict=True) if p not in ("a", "b")]
    left, rest = 1 - sum(p for _, p in known), mean - sum(x * p for x, p in known)
    return float((left * cells["b"] - rest) / (cells["b"] - cells["a"]))


@oracle("dist.moments.linear")
def linear(exercise: Exercise) -> float:
    """Two values as far from the mean as the deviation stand for X."""
    mean, square, slope, shift = numbers(exercise.stem)
    reach = sqrt(square - mean**2)
    low, high = (float(slope) * (float(mean) + side * reach) + float(shift) for side in (-1, 1))
    return (high - low) / 2 if "표준편차" in exercise.stem else ((high - low) / 2) ** 2


@oracle("dist.moments.mix")
def mix(exercise: Exercise) -> float:
    text = exercise.stem.partition("같다. ")[2].partition("의 분산")[0]
    left, sign, right = text.split()
    a = Fraction(left.removesuffix("X") or 1)
    b = Fraction(right.removesuffix("Y") or 1) * (1 if sign == "+" else -1)
    (_, vx, cov), (_, _, vy) = table(exercise).rows
    return float(a * a * vx + a * b * cov + b * a * cov + b * b * vy)


@oracle("dist.moments.geometric")
def geometric(exercise: Exercise) -> float:
    percent, trial, *_ = numbers(exercise.stem)
    rate = percent / 100
    chances = [rate * (1 - rate) ** before for before in range(int(trial))]
    return float(sum(chances) if "번째까지" in exercise.stem else chances[-1])


@oracle("dist.moments.hypergeometric")
def hypergeometric(exercise: Exercise) -> float:
    total, marked, size, hits, *_ = map(int, numbers(exercise.stem))
    samples = list(combinations(range(total), size))
    return sum(sum(one < marked for one in sample) == hits for sample in samples) / len(samples)
