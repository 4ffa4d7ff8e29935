"""Tukey's fences with exact fractions, from what is shown."""

from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def quartile_of(values, quarter: int) -> Fraction:
    """By the rule of the stem: the value at place 1 + (n − 1)p, linear between two values."""
    ordered = sorted(values)
    steps, part = divmod((len(ordered) - 1) * quarter, 4)
    following = ordered[min(steps + 1, len(ordered) - 1)]
    return Fraction(ordered[steps]) + Fraction(part, 4) * (following - ordered[steps])


def fences_of(q1: Fraction, q3: Fraction) -> tuple[Fraction, Fraction]:
    return (5 * q1 - 3 * q3) / 2, (5 * q3 - 3 * q1) / 2


@oracle("outlier.fences.fence")
def fence(exercise: Exercise) -> float:
    values = table(exercise).rows[0][1:]
    assert "1 + (n − 1)p번째" in exercise.stem
    return float(fences_of(quartile_of(values, 1), quartile_of(values, 3))["위 울타리" in exercise.stem])


@oracle("outlier.fences.count")
def count(exercise: Exercise) -> float:
    values = []
    for line in exercise.data.splitlines()[1:]:
        stem, _, leaves = line.partition("|")
        values += [10 * int(stem) + int(leaf) for leaf in leaves.split()]
    assert len(values) == numbers(exercise.stem)[0]
    low, high = fences_of(quartile_of(values, 1), quartile_of(values, 3))
    return sum(value < low or value > high for value in values)


@oracle("outlier.fences.inverse")
def inverse(exercise: Exercise) -> float:
    factor, low, high = (numbers(exercise.stem.partition(part)[2])[0] for part in ("Q1 − ", "정상 범위가 ", "이상 "))
    middle = (high - low) / (1 + 2 * factor)
    return float(low + factor * middle if exercise.stem.partition("이 자료의 ")[2].startswith("Q1") else high - factor * middle)
