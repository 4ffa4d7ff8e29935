"""Similarities by their definitions, from the rows that are shown."""

from fractions import Fraction
from math import sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


@oracle("distance.measures.cosine")
def cosine(exercise: Exercise) -> float:
    (_, *u), (_, *v) = table(exercise).rows
    similarity = sum(a * b for a, b in zip(u, v, strict=True)) / sqrt(sum(a * a for a in u)) / sqrt(sum(b * b for b in v))
    return 1 - similarity if "거리" in exercise.stem else similarity


@oracle("distance.measures.binary")
def binary(exercise: Exercise) -> float:
    (_, *u), (_, *v) = table(exercise).rows
    sets = [{n for n, value in enumerate(row) if value} for row in (u, v)]
    both, some, size = len(sets[0] & sets[1]), len(sets[0] | sets[1]), len(u)
    values = {
        "자카드 유사도": (both, some),
        "자카드 거리": (some - both, some),
        "SMC": (size - some + both, size),
        "해밍": (some - both, size),
    }
    return float(next(Fraction(*value) for name, value in values.items() if name in exercise.stem))


@oracle("distance.measures.mahalanobis")
def mahalanobis(exercise: Exercise) -> float:
    """The differences standardised, the second one after the first is taken out of it."""
    (_, *mean), (_, *point) = table(exercise).rows
    vx, cov, again, vy = numbers(exercise.stem)[:4]
    assert cov == again
    dx, dy = (x - m for x, m in zip(point, mean, strict=True))
    left = dy - cov / vx * dx
    return sqrt(dx**2 / vx + left**2 / (vy - cov**2 / vx))
