"""Norms with exact fractions and plain roots."""

from fractions import Fraction
from math import sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row, table


def _cell(exercise: Exercise):
    """The number asked for with its row and its column: the stem names both."""
    shown = table(exercise)
    column = next(at for at, name in enumerate(shown.columns) if f"‘{name}’" in exercise.stem)
    name = next(cells[0] for cells in shown.rows if f"{cells[0]}의 ‘" in exercise.stem)
    values = row(exercise, name)
    return values[column - 1], values, [Fraction(cells[column]) for cells in shown.rows]


@oracle("scaling.norm.row")
def row_norm(exercise: Exercise) -> float:
    cell, values, _ = _cell(exercise)
    if "L1 노름" in exercise.stem:
        return float(cell / sum(values))
    if "L2 노름" in exercise.stem:
        return float(cell) / sqrt(sum(value**2 for value in values))
    return float(cell / max(values))


@oracle("scaling.norm.max_abs")
def max_abs(exercise: Exercise) -> float:
    cell, _, column = _cell(exercise)
    return float(cell / max(map(abs, column)))


@oracle("scaling.norm.decimal")
def decimal(exercise: Exercise) -> float:
    x = numbers(exercise.stem.partition(" 얼마로 바뀌는가")[0])[-1]
    values = [Fraction(cell) for cell in table(exercise).rows[0][1:]]
    power = 1
    while any(abs(value) >= power for value in values):
        power *= 10
    return float(x / power)


@oracle("scaling.norm.missing")
def missing(exercise: Exercise) -> float:
    original, scaled = (cells[1:] for cells in table(exercise).rows)
    known, share = next((Fraction(a), Fraction(str(b))) for a, b in zip(original, scaled, strict=True) if b != "–")
    rest = sum(Fraction(cell) ** 2 for cell in original if cell != "?")
    return sqrt((known / share) ** 2 - rest)
