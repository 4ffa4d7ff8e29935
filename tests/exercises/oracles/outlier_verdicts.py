"""Verdicts on one value, from the printed summary and the table."""

from fractions import Fraction
from math import sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table
from tests.exercises.oracles.outlier_fences import fences_of


@oracle("outlier.fences.summary")
def summary(exercise: Exercise) -> float:
    printed = {line.split()[0]: Fraction(line.split()[1]) for line in exercise.data.splitlines()}
    low, high = fences_of(printed["25%"], printed["75%"])
    upper = "max 값" in exercise.stem
    is_outlier = printed["max"] > high if upper else printed["min"] < low
    assert is_outlier == ("아님" not in exercise.answer)
    return float(high if upper else low)


@oracle("outlier.fences.z_rule")
def z_rule(exercise: Exercise) -> float:
    values = table(exercise).rows[0][1:]
    limit, judged = (numbers(exercise.stem.partition(part)[2])[0] for part in ("|z| > ", "가장 먼 값 "))
    mean = Fraction(sum(values), len(values))
    assert all(abs(judged - mean) > abs(value - mean) for value in values if value != judged)
    square = (judged - mean) ** 2 * len(values) / sum((value - mean) ** 2 for value in values)
    assert (square > limit**2) == ("아님" not in exercise.answer)
    return sqrt(square)
