"""Pearson's skewness and the order of centres with exact fractions, from what is shown."""

import re
from fractions import Fraction
from math import sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _median(values) -> Fraction:
    ordered, half = sorted(values), len(values) // 2
    return Fraction(ordered[half] + ordered[-half - 1], 2)


@oracle("stats.shape.pearson")
def pearson(exercise: Exercise) -> float:
    values = table(exercise).rows[0][1:]
    mean = Fraction(sum(values), len(values))
    variance = sum((value - mean) ** 2 for value in values) / len(values)
    return float(3 * (mean - _median(values))) / sqrt(variance)


@oracle("stats.shape.inverse")
def inverse(exercise: Exercise) -> float:
    mean, variance, skewness = (numbers(exercise.stem.partition(part)[2])[0] for part in ("평균은 ", "분산은 ", "(제2계수)는 "))
    return float(mean) - float(skewness) * sqrt(variance) / 3


@oracle("stats.shape.order")
def order(exercise: Exercise) -> float:
    counts = table(exercise).rows[0][1:]
    every = [int(value) for value, count in zip(table(exercise).columns[1:], counts, strict=True) for _ in range(count)]
    mean = Fraction(sum(every), len(every))
    centres = {"평균": mean, "중앙값": _median(every), "최빈값": max(every, key=every.count)}
    ordered, tail = exercise.answer.split(", ")
    assert re.findall(r"평균|중앙값|최빈값", ordered) == sorted(centres, key=centres.get)
    assert tail == ("오른쪽 꼬리" if mean > centres["중앙값"] else "왼쪽 꼬리")
    return float(mean)
