"""Tables of variance by differences and ratios; critical values of F by the incomplete beta function."""

import re
from fractions import Fraction

from scipy.special import betaincinv

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row, table


@oracle("test.anova.fill_table")
def fill_table(exercise: Exercise) -> float:
    (_, between, above, *_), _, (_, total, every, *_) = table(exercise).rows
    return float(Fraction(between, above) / Fraction(total - between, every - above))


def _groups_and_size(exercise: Exercise) -> tuple[int, int]:
    groups, names, size = re.search(r"(\d)개 집단\((.*?)\)에서 (\d+)개씩", exercise.stem).groups()
    assert len(names.split(", ")) == int(groups)
    return int(groups), int(size)


@oracle("test.anova.inverse")
def inverse(exercise: Exercise) -> float:
    groups, size = _groups_and_size(exercise)
    between, f = numbers(exercise.stem.partition("제곱합이")[2])[:2]
    return float(between * (groups * size - groups) / ((groups - 1) * f))


@oracle("test.anova.decide")
def decide(exercise: Exercise) -> float:
    groups, size = _groups_and_size(exercise)
    f, alpha, *_ = numbers(exercise.stem.partition("통계량이")[2])
    above, below = groups - 1, groups * (size - 1)
    x = betaincinv(below / 2, above / 2, float(alpha))
    value = below * (1 - x) / (above * x)
    printed = row(exercise, below)[table(exercise).columns[1:].index(f"분자의 자유도 {above}")]
    assert abs(value - printed) < 0.006
    assert exercise.shown.startswith("기각, " if f > printed else "기각하지 않음, ")
    return value
