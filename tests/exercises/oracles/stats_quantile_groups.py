"""Quantiles of classes and of halves with exact fractions."""

from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


@oracle("stats.quantile.of_classes")
def of_classes(exercise: Exercise) -> float:
    """Walks through the classes until the place lies in one."""
    quarter = {"Q1은": 1, "중앙값은": 2, "Q3은": 3}[exercise.stem.partition("구한 ")[2].partition("?")[0]]
    edges = [numbers(name.replace("~", " "))[:2] for name in table(exercise).columns[1:]]
    counts = table(exercise).rows[0][1:]
    left = Fraction(sum(counts) * quarter, 4)
    for (low, high), count in zip(edges, counts, strict=True):
        if left <= count:
            return float(low + (high - low) * left / count)
        left -= count
    raise AssertionError


def _middle(ordered) -> Fraction:
    return Fraction(ordered[len(ordered) // 2] + ordered[-(len(ordered) // 2) - 1], 2)


@oracle("stats.quantile.compare")
def compare(exercise: Exercise) -> float:
    found = {}
    for name, *cells in table(exercise).rows:
        ordered = sorted(cell for cell in cells if cell != "")
        half = len(ordered) // 2
        found[name] = _middle(ordered[len(ordered) - half :]) - _middle(ordered[:half])
    best = max(found, key=found.get)
    assert exercise.answer.startswith(f"{best}, ")
    return float(found[best])
