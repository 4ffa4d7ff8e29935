"""Edges, bins and bin means with exact fractions, walking through the sorted values."""

import re
from fractions import Fraction
from statistics import quantiles

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _values(exercise: Exercise) -> list[int]:
    return sorted(table(exercise).rows[0][1:])


def _bins(exercise: Exercise) -> int:
    return int(re.search(r"(\d+)개의 구간", exercise.stem)[1])


@oracle("binning.edges.equal_width")
def equal_width(exercise: Exercise) -> float:
    """The weighted mean of both ends."""
    values, bins = _values(exercise), _bins(exercise)
    number = int(re.search(r"(\d+)번째 구간의 상한", exercise.stem)[1])
    return float(Fraction(values[0] * (bins - number) + values[-1] * number, bins))


@oracle("binning.edges.equal_frequency")
def equal_frequency(exercise: Exercise) -> float:
    edge = int(re.search(r"(\d+)번째 구간과", exercise.stem)[1])
    return float(quantiles(map(Fraction, _values(exercise)), n=_bins(exercise), method="inclusive")[edge - 1])


@oracle("binning.edges.bin_of_value")
def bin_of_value(exercise: Exercise) -> float:
    values, bins = _values(exercise), _bins(exercise)
    x = numbers(exercise.stem.partition("새로 들어온")[2])[0]
    width = Fraction(values[-1] - values[0], bins)
    return sum(x >= values[0] + at * width for at in range(bins))


@oracle("binning.edges.bin_mean")
def bin_mean(exercise: Exercise) -> float:
    values = _values(exercise)
    per = int(re.search(r"(\d+)건씩", exercise.stem)[1])
    x = numbers(exercise.stem.partition("때,")[2])[0]
    (group,) = [part for part in (values[at : at + per] for at in range(0, len(values), per)) if x in part]
    return float(Fraction(sum(group), per))
