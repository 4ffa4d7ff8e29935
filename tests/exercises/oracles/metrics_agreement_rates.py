"""Balanced measures of a binary table from the cells that are shown."""

from math import sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle
from tests.exercises.oracles.metrics_confusion import cells


@oracle("metrics.agreement.balanced")
def balanced(exercise: Exercise) -> float:
    tp, fp, fn, tn = cells(exercise)
    return 0.5 * tp / (tp + fn) + 0.5 * tn / (tn + fp)


@oracle("metrics.agreement.g_mean")
def g_mean(exercise: Exercise) -> float:
    positives, tp, negatives, tn = numbers(exercise.stem)[:4]
    return sqrt(tp / positives * (tn / negatives))


@oracle("metrics.agreement.matthews")
def matthews(exercise: Exercise) -> float:
    """The correlation of the two indicators: their covariance over their standard deviations."""
    tp, fp, fn, tn = cells(exercise)
    total = tp + fp + fn + tn
    actual, predicted = (tp + fn) / total, (tp + fp) / total
    return (tp / total - actual * predicted) / sqrt(actual * (1 - actual) * predicted * (1 - predicted))
