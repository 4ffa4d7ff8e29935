"""McNemar's statistic, Cramér's V and a risk behind an odds ratio with exact fractions."""

import re
from fractions import Fraction
from math import sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


@oracle("table.association.mcnemar")
def mcnemar(exercise: Exercise) -> float:
    (_, _, b), (_, c, _) = table(exercise).rows
    gap = abs(b - c) - ("1을 빼고" in exercise.stem)
    value = gap**2 / (b + c)
    assert exercise.shown.startswith("기각, " if value > 3.84 else "기각하지 않음, ")
    return value


@oracle("table.association.cramers_v")
def cramers_v(exercise: Exercise) -> float:
    size, rows, columns, chi2, *_ = numbers(exercise.stem)
    return sqrt(chi2 / size / (min(rows, columns) - 1))


@oracle("table.association.risk_of_odds_ratio")
def risk_of_odds_ratio(exercise: Exercise) -> float:
    risk = Fraction(re.search(r"비율은 ([\d.]+)이고", exercise.stem)[1])
    ratio = Fraction(re.search(r"오즈비는 ([\d/]+)이다", exercise.stem)[1])
    return float(risk * ratio / (1 - risk + risk * ratio))
