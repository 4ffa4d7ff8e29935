"""Min–max scaling with exact fractions."""

import re
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _share(values, x):
    return (x - min(values)) / (max(values) - min(values))


def _values(exercise: Exercise):
    return [Fraction(cell) for cell in table(exercise).rows[0][1:]]


def _number_before(exercise: Exercise, words: str) -> Fraction:
    return numbers(exercise.stem.partition(words)[0])[-1]


@oracle("scaling.minmax.from_data")
def from_data(exercise: Exercise) -> float:
    return float(_share(_values(exercise), _number_before(exercise, " 얼마로 바뀌는가")))


@oracle("scaling.minmax.inverse")
def inverse(exercise: Exercise) -> float:
    printed = dict(line.split() for line in exercise.data.splitlines())
    low, high = Fraction(printed["min"]), Fraction(printed["max"])
    scaled = _number_before(exercise, "인 관측값")
    return float(low * (1 - scaled) + high * scaled)


@oracle("scaling.minmax.feature_range")
def feature_range(exercise: Exercise) -> float:
    low, high, x = (Fraction(cells[1]) for cells in table(exercise).rows)
    bottom, top = numbers(re.search(r"\[.*\]", exercise.stem)[0])
    share = _share([low, high], x)
    return float(bottom * (1 - share) + top * share)


@oracle("scaling.minmax.new_value")
def new_value(exercise: Exercise) -> float:
    return float(_share(_values(exercise), _number_before(exercise, " 얼마로 바뀌는가")))
