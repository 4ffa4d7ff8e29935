"""Silhouettes with exact fractions, from the values and distances that are shown."""

import re
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _score(a: Fraction, b: Fraction) -> Fraction:
    return 1 - a / b if a < b else b / a - 1


@oracle("cluster.silhouette.of_point")
def of_point(exercise: Exercise) -> float:
    home, x = re.search(r"군집 ([ABC])에 속한 값 (\d+)", exercise.stem).groups()
    gaps = {name: [abs(int(x) - value) for value in values] for name, *values in table(exercise).rows}
    own = gaps.pop(home)
    return float(_score(Fraction(sum(own), len(own) - 1), min(Fraction(sum(gap), len(gap)) for gap in gaps.values())))


@oracle("cluster.silhouette.mean")
def mean(exercise: Exercise) -> float:
    scores = [_score(Fraction(a), Fraction(b)) for _, a, b in table(exercise).rows]
    return float(sum(scores) / len(scores))


@oracle("cluster.silhouette.best_k")
def best_k(exercise: Exercise) -> float:
    means = {}
    for k, text in table(exercise).rows:
        cells = numbers(text)
        sizes, scores = cells[::2], cells[1::2]
        assert len(sizes) == k
        assert sum(sizes) == numbers(exercise.stem)[0]
        means[k] = sum(n * s for n, s in zip(sizes, scores, strict=True)) / sum(sizes)
    best = max(means, key=means.get)
    assert exercise.answer.startswith(f"k = {best}, ")
    return float(means[best])


@oracle("cluster.silhouette.inverse")
def inverse(exercise: Exercise) -> float:
    known, _, rest = exercise.stem.partition("평균 거리가")
    distance, s = numbers(rest)[:2]
    return float(distance / (1 - s) if "같은 군집" in known else distance * (1 - s))
