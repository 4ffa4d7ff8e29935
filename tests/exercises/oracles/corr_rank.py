"""Rank correlation by counting, from the tables that are shown."""

from itertools import combinations
from math import sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import oracle, table
from tests.exercises.oracles.corr_pearson import pearson


def ranks(values) -> list[float]:
    """How many are smaller, and half of those that are the same."""
    return [sum(other < value for other in values) + (1 + values.count(value)) / 2 for value in values]


def _columns(exercise: Exercise):
    return [list(cells[1:]) for cells in table(exercise).rows]


@oracle("corr.rank.spearman")
def spearman(exercise: Exercise) -> float:
    return pearson(*map(ranks, _columns(exercise)))


@oracle("corr.rank.ties")
def ties(exercise: Exercise) -> float:
    columns = _columns(exercise)
    assert all(len(set(column)) == len(column) - 1 for column in columns)
    return pearson(*map(ranks, columns))


@oracle("corr.rank.kendall")
def kendall(exercise: Exercise) -> float:
    x, y = _columns(exercise)
    scores = [1 if (x[i] < x[j]) == (y[i] < y[j]) else -1 for i, j in combinations(range(len(x)), 2)]
    assert sqrt(1 + 8 * len(scores)) == 2 * len(x) - 1
    return sum(scores) / len(scores)
