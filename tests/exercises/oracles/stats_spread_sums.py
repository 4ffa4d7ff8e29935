"""Variance from summaries with exact fractions."""

from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


@oracle("stats.spread.pooled")
def pooled(exercise: Exercise) -> float:
    rows = [(Fraction(size) - 1, Fraction(str(variance))) for _, size, variance in table(exercise).rows]
    return float(sum(df * variance for df, variance in rows) / sum(df for df, _ in rows))


@oracle("stats.spread.from_sums")
def from_sums(exercise: Exercise) -> float:
    """The mean square less the square of the mean, by n or n − 1."""
    told, _, sums = exercise.stem.partition("건의 합")
    size, total, squares = numbers(told)[-1], *(numbers(sums.partition(name)[2])[0] for name in (" Σx는 ", "Σx²는 "))
    variance = squares / size - (total / size) ** 2
    return float(variance * size / (size - 1) if "n − 1로" in exercise.stem else variance)
