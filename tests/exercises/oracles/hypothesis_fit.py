"""Goodness of fit with exact fractions, from the counts and the shares that are shown."""

import re
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


@oracle("test.fit.statistic")
def statistic(exercise: Exercise) -> float:
    """Σ O²/E − N."""
    (_, *percents), (_, *observed) = table(exercise).rows
    total = sum(observed)
    assert sum(percents) == 100
    return float(sum(Fraction(100 * o * o, percent * total) for o, percent in zip(observed, percents, strict=True)) - total)


@oracle("test.fit.decide")
def decide(exercise: Exercise) -> float:
    observed = table(exercise).rows[0][1:]
    assert f"{sum(observed)}" in exercise.stem
    estimated = 2 if "평균과 분산을" in exercise.stem else 1 if "평균을" in exercise.stem else 0
    df = len(observed) - 1 - estimated
    chi2 = numbers(exercise.stem.partition("통계량이")[2])[0]
    criticals = numbers(re.search(r"차례로 (.*)\)", exercise.stem)[1])
    assert exercise.shown.startswith("기각, " if chi2 > criticals[df - 1] else "기각하지 않음, ")
    return df
