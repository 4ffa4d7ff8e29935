"""Conditional and posterior probabilities with exact fractions, from the shares that are shown."""

import re
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


@oracle("prob.bayes.conditional")
def conditional(exercise: Exercise) -> float:
    """The names between quotation marks: the condition, then the event."""
    given, event = re.findall(r"'([^']+)'", exercise.stem)
    columns = table(exercise).columns[1:]
    cells = {(row, column): count for row, *counts in table(exercise).rows for column, count in zip(columns, counts, strict=True)}
    both = sum(count for names, count in cells.items() if given in names and event in names)
    return float(Fraction(both, sum(count for names, count in cells.items() if given in names)))


def _joint(exercise: Exercise) -> dict[str, Fraction]:
    """Of every hundred: those of a source that have the trait."""
    return {name: Fraction(str(share)) * Fraction(str(rate)) / 100 for name, share, rate in table(exercise).rows}


@oracle("prob.bayes.total")
def total(exercise: Exercise) -> float:
    return float(sum(_joint(exercise).values()))


@oracle("prob.bayes.suspect")
def suspect(exercise: Exercise) -> float:
    joint = _joint(exercise)
    best = max(joint, key=joint.get)
    assert exercise.answer.startswith(f"{best}, ")
    return float(joint[best] / sum(joint.values()))


def _premise(exercise: Exercise) -> tuple[Fraction, Fraction, list[Fraction]]:
    """Sensitivity, share of false alarms, and the percentages that follow, as shares."""
    sensitivity, other, *rest = (number / 100 for number in numbers(exercise.stem.replace("F1", "")))
    return sensitivity, other if "잘못 판정한다" in exercise.stem else 1 - other, rest


def _posterior(people: Fraction, sensitivity: Fraction, false_alarm: Fraction) -> Fraction:
    """Of ten thousand, *people* of whom have the trait."""
    flagged = 10_000 * people * sensitivity + 10_000 * (1 - people) * false_alarm
    return 10_000 * people * sensitivity / flagged


@oracle("prob.bayes.posterior")
def posterior(exercise: Exercise) -> float:
    sensitivity, false_alarm, rest = _premise(exercise)
    return float(_posterior(rest[0], sensitivity, false_alarm))


@oracle("prob.bayes.base_rate")
def base_rate(exercise: Exercise) -> float:
    sensitivity, false_alarm, rest = _premise(exercise)
    return float(_posterior(rest[1], sensitivity, false_alarm) / _posterior(rest[0], sensitivity, false_alarm))


@oracle("prob.bayes.prior")
def prior(exercise: Exercise) -> float:
    """Of those flagged, so many have the trait; so many of either kind stand behind them."""
    sensitivity, false_alarm, rest = _premise(exercise)
    positives, negatives = rest[0] / sensitivity, (1 - rest[0]) / false_alarm
    return float(positives / (positives + negatives))
