"""Impurities with exact fractions and plain logarithms, from the node or the split that is shown."""

from fractions import Fraction
from math import log2

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row, table


def _gini(counts: list[Fraction]) -> Fraction:
    """The chance that two records drawn with replacement are of different classes."""
    total = sum(counts)
    return sum(a * (total - a) for a in counts) / Fraction(total) ** 2


def _entropy(counts: list[Fraction]) -> float:
    total = sum(counts)
    return log2(total) - sum(count * log2(count) for count in counts if count) / total


@oracle("tree.impurity.gini")
def gini(exercise: Exercise) -> float:
    lines = dict(line.split(" = ") for line in exercise.data.splitlines()[1:])
    assert sum(numbers(lines["value"])) == int(lines["samples"])
    return float(_gini(numbers(lines["value"])))


@oracle("tree.impurity.entropy")
def entropy(exercise: Exercise) -> float:
    return float(_entropy(row(exercise, "건수")))


@oracle("tree.impurity.variance")
def variance(exercise: Exercise) -> float:
    """The variance between the children: their sizes times the squared distances of their means from the whole mean."""
    sides = [numbers(text) for _, text in table(exercise).rows]
    every = [value for side in sides for value in side]
    mean = sum(every) / len(every)
    return float(sum(len(side) * (sum(side) / len(side) - mean) ** 2 for side in sides) / len(every))


@oracle("tree.impurity.gain")
def gain(exercise: Exercise) -> float:
    children = [list(map(Fraction, cells)) for _, *cells in table(exercise).rows]
    whole = [sum(column) for column in zip(*children, strict=True)]
    return float(_entropy(whole) - sum(sum(child) * _entropy(child) for child in children) / sum(whole))


@oracle("tree.impurity.gain_ratio")
def gain_ratio(exercise: Exercise) -> float:
    rows = [(Fraction(size), Fraction(str(value))) for _, size, value in table(exercise).rows]
    sizes = [size for size, _ in rows]
    parent = numbers(exercise.stem)[0]
    gain = parent - sum(size * value for size, value in rows) / sum(sizes)
    return float(gain) / _entropy(sizes)


@oracle("tree.impurity.best_split")
def best_split(exercise: Exercise) -> float:
    drops = {}
    for name, *children in table(exercise).rows:
        counts = [list(map(Fraction, child.split(":"))) for child in children]
        whole = [sum(column) for column in zip(*counts, strict=True)]
        drops[name] = _gini(whole) - sum(sum(child) * _gini(child) for child in counts) / sum(whole)
    best = max(drops, key=drops.get)
    assert exercise.answer.startswith(f"물음 {best}, ")
    return float(drops[best])
