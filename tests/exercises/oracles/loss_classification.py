"""Binary cross-entropy from the product of the probabilities, as exact fractions until the one logarithm."""

from fractions import Fraction
from math import exp, log, prod

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _rows(exercise: Exercise) -> list[list[str]]:
    return [[str(cell) for cell in cells[1:]] for cells in table(exercise).rows]


def _likelihood(labels: list[str], probabilities: list[str]) -> Fraction:
    return prod(Fraction(p) if y == "1" else 1 - Fraction(p) for y, p in zip(labels, probabilities, strict=True))


@oracle("loss.classification.binary")
def binary(exercise: Exercise) -> float:
    labels, probabilities = _rows(exercise)
    return -log(_likelihood(labels, probabilities)) / len(labels)


@oracle("loss.classification.better_model")
def better_model(exercise: Exercise) -> float:
    labels, first, second = _rows(exercise)
    likelihoods = [_likelihood(labels, first), _likelihood(labels, second)]
    assert f"모형 {'A' if likelihoods[0] > likelihoods[1] else 'B'}" in exercise.shown
    hits = [sum((Fraction(p) > Fraction(1, 2)) == (y == "1") for y, p in zip(labels, row, strict=True)) for row in (first, second)]
    assert hits[0] == hits[1], "the stem says that the accuracies are equal"
    return -log(max(likelihoods)) / len(labels)


@oracle("loss.classification.missing_probability")
def missing_probability(exercise: Exercise) -> float:
    labels, probabilities = _rows(exercise)
    mean = numbers(exercise.stem.partition("관측 평균)")[2])[0]
    right = exp(-mean * len(labels)) / _likelihood(labels[:-1], probabilities[:-1])
    return right if labels[-1] == "1" else 1 - right
