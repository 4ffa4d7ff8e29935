"""z scores with exact fractions."""

from math import sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _mean_and_sd(values):
    mean = sum(values) / len(values)
    return mean, sqrt(sum((value - mean) ** 2 for value in values) / len(values))


def _rows(exercise: Exercise):
    return [[int(cell) for cell in cells[1:]] for cells in table(exercise).rows]


@oracle("scaling.standard.from_data")
def from_data(exercise: Exercise) -> float:
    mean, sd = _mean_and_sd(_rows(exercise)[0])
    return float((numbers(exercise.stem.partition("때,")[2])[0] - mean) / sd)


@oracle("scaling.standard.inverse")
def inverse(exercise: Exercise) -> float:
    mean, sd = _mean_and_sd(_rows(exercise)[0])
    return float(mean + numbers(exercise.stem.partition("표준화 점수가")[2])[0] * sd)


@oracle("scaling.standard.compare")
def compare(exercise: Exercise) -> float:
    scores = numbers(exercise.stem.partition("두 집단")[0].replace("1차", "").replace("2차", ""))
    return max(float((score - mean) / sd) for score, (mean, sd) in zip(scores, map(_mean_and_sd, _rows(exercise)), strict=True))


@oracle("scaling.standard.linear")
def linear(exercise: Exercise) -> float:
    """What is left of z where the slope times the value is taken away, at the first value of the data."""
    values = _rows(exercise)[0]
    mean, sd = _mean_and_sd(values)
    return float((values[0] - mean) / sd - values[0] / sd)
