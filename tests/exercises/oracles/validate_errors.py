"""Errors with exact fractions, from the predictions and scores that are shown."""

from fractions import Fraction
from math import sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


@oracle("validate.errors.expected_error")
def expected_error(exercise: Exercise) -> float:
    """The mean squared distance to the truth holds bias and variance at once."""
    predictions = table(exercise).rows[0][1:]
    truth, noise = numbers(exercise.stem.partition("참값은")[2])[:2]
    return float(Fraction(sum((value - truth) ** 2 for value in predictions), len(predictions)) + noise)


@oracle("validate.errors.fold_bound")
def fold_bound(exercise: Exercise) -> float:
    scores = [Fraction(str(score)) for score in table(exercise).rows[0][1:]]
    mean = sum(scores) / len(scores)
    squares = sum((score - mean) ** 2 for score in scores)
    return float(mean) - sqrt(squares / (len(scores) * (len(scores) - 1)))
