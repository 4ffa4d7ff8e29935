"""Spread with exact fractions, from the values that are shown."""

import re
from fractions import Fraction
from math import sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _variance(values, ddof: int = 0) -> Fraction:
    mean = Fraction(sum(values), len(values))
    return sum((value - mean) ** 2 for value in values) / (len(values) - ddof)


def _values(exercise: Exercise):
    return table(exercise).rows[0][1:]


@oracle("stats.spread.from_data")
def from_data(exercise: Exercise) -> float:
    result = _variance(_values(exercise), "n − 1로" in exercise.stem)
    return sqrt(result) if "표준편차는?" in exercise.stem else float(result)


@oracle("stats.spread.compare")
def compare(exercise: Exercise) -> float:
    found = {name: sqrt(_variance(values)) * len(values) / sum(values) for name, *values in table(exercise).rows}
    best = min(found, key=found.get)
    assert exercise.answer.startswith(f"{best}, ")
    return found[best]


@oracle("stats.spread.scaled")
def scaled(exercise: Exercise) -> float:
    rule = re.search(r"바꾸면\((.+ = .+?)\), 바꾼", exercise.stem)[1].partition("=")[2]
    first, second = numbers(rule.replace("− ", "−").replace("+ ", ""))
    slope, shift = (first, second) if "·" in rule.partition(" + ")[0] and "−" not in rule else (second, first)
    result = _variance([slope * value + shift for value in _values(exercise)])
    return sqrt(result) if "표준편차는?" in exercise.stem else float(result)
