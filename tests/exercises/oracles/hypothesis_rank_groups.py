"""Ranks and runs with exact fractions: H as the ranks' variance between the groups over their total variance."""

from fractions import Fraction
from itertools import groupby
from math import sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


@oracle("test.rank.kruskal")
def kruskal(exercise: Exercise) -> float:
    groups = [cells[1:] for cells in table(exercise).rows]
    every = sorted(value for group in groups for value in group)
    middle = Fraction(len(every) + 1, 2)
    means = [Fraction(sum(every.index(value) + 1 for value in group), len(group)) for group in groups]
    between = sum(len(group) * (mean - middle) ** 2 for group, mean in zip(groups, means, strict=True))
    total = sum((rank - middle) ** 2 for rank in range(1, len(every) + 1))
    return float((len(every) - 1) * between / total)


@oracle("test.rank.runs")
def runs(exercise: Exercise) -> float:
    values = table(exercise).rows[0][1:]
    level, printed, *_ = numbers(exercise.stem.partition("이다.")[2])
    sides = [value > level for value in values]
    assert level not in values
    n, above = len(sides), sum(sides)
    below = n - above
    variance = Fraction(2 * above * below * (2 * above * below - n), n * n * (n - 1))
    assert abs(sqrt(variance) - printed) < 0.006
    return float(len(list(groupby(sides))) - Fraction(2 * above * below, n) - 1) / sqrt(variance)
