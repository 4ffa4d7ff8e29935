"""Logistic regression by its definition, from the output or the sentence that is shown."""

import re
from fractions import Fraction
from math import exp, log

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle


def _coefficients(exercise: Exercise) -> dict[str, Fraction]:
    return {name: Fraction(value) for name, value in (line.split() for line in exercise.data.splitlines()[1:])}


def _probability(exercise: Exercise) -> float:
    """The stem names each column in words and then its value behind them."""
    coefficients = _coefficients(exercise)
    z = coefficients.pop("const")
    legend, _, case = exercise.stem.partition("). ")
    for name, coefficient in coefficients.items():
        words = re.search(rf"{name}: (.+?)(?:,|$)", legend)[1]
        z += coefficient * numbers(case.rpartition(f"{words} ")[2])[0]
    return 1 / (1 + exp(-z))


@oracle("logistic.odds.probability")
def probability(exercise: Exercise) -> float:
    return _probability(exercise)


@oracle("logistic.odds.decide")
def decide(exercise: Exercise) -> float:
    p = _probability(exercise)
    event, absence = re.findall(r"'(.+?)'", exercise.stem)
    threshold = numbers(exercise.stem.partition("확률이")[2])[0]
    assert exercise.answer.startswith(event if p >= threshold else absence)
    return p


@oracle("logistic.odds.odds_factor")
def odds_factor(exercise: Exercise) -> float:
    """The odds after the change over the odds before it, whatever the rest of the model."""
    name, words = re.search(r"\((\w+): (.+?)\)", exercise.stem).groups()
    change = numbers(exercise.stem.partition("다른 변수가")[2].partition(words)[2])[0]
    return exp(_coefficients(exercise)[name]) ** int(change)


@oracle("logistic.odds.shifted")
def shifted(exercise: Exercise) -> float:
    _, ratio, p = numbers(exercise.stem)[:3]
    return float(p * ratio / (1 - p + p * ratio))


@oracle("logistic.odds.cutoff")
def cutoff(exercise: Exercise) -> float:
    equation = exercise.stem.partition("ln(p/(1 − p)) = ")[2]
    intercept, slope, p = numbers(equation.replace("+ ", ""))[:3]
    return float((log(p) - log(1 - p) - intercept) / slope)
