"""KL and cross-entropy term by term; shares that are powers of ½ have whole logarithms, kept as exact fractions."""

from fractions import Fraction
from math import log

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row, table


def _bits(share: Fraction) -> int:
    """−log₂ of a power of ½."""
    assert share.numerator == 1
    assert share.denominator.bit_count() == 1
    return share.denominator.bit_length() - 1


def _cross(p: list[Fraction], q: list[Fraction]) -> Fraction:
    assert sum(p) == sum(q) == 1
    return sum((x * _bits(y) for x, y in zip(p, q, strict=True)), Fraction(0))


@oracle("loss.divergence.kl")
def kl(exercise: Exercise) -> float:
    p, q = row(exercise, "P"), row(exercise, "Q")
    first, second = (p, q) if "KL(P‖Q)" in exercise.stem else (q, p)
    return float(_cross(first, second) - _cross(first, first))


@oracle("loss.divergence.cross_entropy")
def cross_entropy(exercise: Exercise) -> float:
    return float(_cross(row(exercise, "P"), row(exercise, "Q")))


@oracle("loss.divergence.from_cross_entropy")
def from_cross_entropy(exercise: Exercise) -> float:
    p = row(exercise, "P")
    return float(numbers(exercise.stem.partition("H(P, Q)는")[2])[0] - _cross(p, p))


@oracle("loss.divergence.closer")
def closer(exercise: Exercise) -> float:
    months = [cells[0] for cells in table(exercise).rows[1:]]
    p = row(exercise, "P")
    values = [sum(x * log(x / y) for x, y in zip(p, row(exercise, month), strict=True)) for month in months]
    assert exercise.shown.startswith(months[values.index(min(values))])
    return min(values)
