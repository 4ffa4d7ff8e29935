"""Distances by their definitions, from the points that are shown."""

from math import isclose, sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _kind(exercise: Exercise) -> str:
    return next(kind for kind in ("유클리드", "맨해튼", "체비쇼프") if f"{kind} 거리" in exercise.stem)


def _distance(first: list[int], second: list[int], kind: str) -> float:
    gaps = [abs(x - y) for x, y in zip(first, second, strict=True)]
    return {"유클리드": sqrt(sum(gap**2 for gap in gaps)), "맨해튼": sum(gaps), "체비쇼프": max(gaps)}[kind]


@oracle("distance.measures.pair")
def pair(exercise: Exercise) -> float:
    (_, *first), (_, *second) = table(exercise).rows
    return _distance(first, second, _kind(exercise))


@oracle("distance.measures.missing")
def missing(exercise: Exercise) -> float:
    """The whole number that gives the distance: tried out."""
    (_, *first), (_, *second) = table(exercise).rows
    assert second.pop() == "a"
    distance, least = map(int, numbers(exercise.stem)[:2])
    assert least == first[-1]
    return next(a for a in range(least + 1, 99) if isclose(_distance(first, [*second, a], _kind(exercise)), distance))


@oracle("distance.measures.nearest")
def nearest(exercise: Exercise) -> float:
    (_, *x), *rows = table(exercise).rows
    distances = {name: _distance(x, point, _kind(exercise)) for name, *point in rows}
    best = min(distances, key=distances.get)
    assert exercise.answer.startswith(f"{best}, ")
    return distances[best]


@oracle("distance.measures.minkowski")
def minkowski(exercise: Exercise) -> float:
    (_, *first), (_, *second) = table(exercise).rows
    return sum(abs(x - y) ** 3 for x, y in zip(first, second, strict=True)) ** (1 / 3)
