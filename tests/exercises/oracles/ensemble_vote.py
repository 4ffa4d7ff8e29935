"""Votes by going through every outcome, from the accuracies and probabilities that are shown."""

from fractions import Fraction
from itertools import product
from math import prod

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _majority(accuracies: list[Fraction]) -> Fraction:
    """The chance that more than half are right."""
    total = Fraction(0)
    for outcome in product((True, False), repeat=len(accuracies)):
        if sum(outcome) > len(accuracies) / 2:
            total += prod(p if is_right else 1 - p for p, is_right in zip(accuracies, outcome, strict=True))
    return total


def _asked(exercise: Exercise, accuracy: Fraction) -> float:
    return float(1 - accuracy if "오류율은" in exercise.stem else accuracy)


@oracle("ensemble.vote.majority")
def majority(exercise: Exercise) -> float:
    models, p = numbers(exercise.stem)[:2]
    return _asked(exercise, _majority([p] * int(models)))


@oracle("ensemble.vote.three")
def three(exercise: Exercise) -> float:
    return _asked(exercise, _majority(numbers(exercise.stem)[:3]))


@oracle("ensemble.vote.soft")
def soft(exercise: Exercise) -> float:
    shown = table(exercise)
    rows = [[Fraction(str(cell)) for cell in cells] for _, *cells in shown.rows]
    sums = [sum(weight * row[place] for weight, *row in rows) for place in range(2)]
    best = sums.index(max(sums))
    assert exercise.answer.startswith(f"{shown.columns[2 + best]}, ")
    return float(sums[best] / sum(weight for weight, *_ in rows))
