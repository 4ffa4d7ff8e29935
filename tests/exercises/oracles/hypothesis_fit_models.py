"""Poisson terms by their ratio, and the largest distance of two step functions by counting."""

from fractions import Fraction
from math import exp

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


@oracle("test.fit.expected")
def expected(exercise: Exercise) -> float:
    values = [int(name) for name in table(exercise).columns[1:]]
    counts = table(exercise).rows[0][1:]
    total = sum(counts)
    rate = Fraction(sum(value * count for value, count in zip(values, counts, strict=True)), total)
    value = total * exp(-rate)
    for k in range(1, int(exercise.stem.partition("'")[2][0]) + 1):
        value *= rate / k
    return value


@oracle("test.fit.ks")
def ks(exercise: Exercise) -> float:
    low, high = numbers(exercise.stem.partition("분포를")[0])[-2:]
    values = [Fraction(cell) for cell in table(exercise).rows[0][1:]]
    distances = []
    for x in values:
        share = (x - low) / (high - low)
        distances += [
            abs(Fraction(sum(v <= x for v in values), len(values)) - share),
            abs(Fraction(sum(v < x for v in values), len(values)) - share),
        ]
    return float(max(distances))
