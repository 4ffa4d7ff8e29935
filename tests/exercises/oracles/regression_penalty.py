"""Penalised losses summed with exact fractions from the table and the stem."""

import re
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _named(exercise: Exercise):
    shown = table(exercise)
    return {name: Fraction(str(cell)) for name, cell in zip(shown.columns, shown.rows[0], strict=True)}


def _weights(named):
    return [value for name, value in named.items() if name.startswith("w")]


def _after(exercise: Exercise, words: str) -> Fraction:
    return numbers(exercise.stem.partition(words)[2])[0]


def _absolute(values):
    return sum(map(abs, values))


def _squares(values):
    return sum(value * value for value in values)


@oracle("regression.penalty.loss")
def loss(exercise: Exercise) -> float:
    size = _squares if "λΣw²" in exercise.stem else _absolute
    return float(_after(exercise, "(MSE)는 ") + _after(exercise, "λ = ") * size(_weights(_named(exercise))))


@oracle("regression.penalty.elastic_net")
def elastic_net(exercise: Exercise) -> float:
    assert "SSE/(2n) + αρΣ|w| + ½α(1 − ρ)Σw²" in exercise.stem
    named = _named(exercise)
    alpha, ratio, weights = named["α"], named["ρ"], _weights(named)
    penalty = alpha * (ratio * _absolute(weights) + (1 - ratio) * _squares(weights) / 2)
    return float(named["SSE"] / (2 * named["n"]) + penalty)


@oracle("regression.penalty.choose")
def choose(exercise: Exercise) -> float:
    penalty = _after(exercise, "λ = ")
    objectives = {}
    for name, error, *weights in table(exercise).rows:
        objectives[name] = Fraction(str(error)) + penalty * _absolute(Fraction(str(weight)) for weight in weights)
    best = min(objectives, key=objectives.get)
    assert re.match(best, exercise.shown)
    return float(objectives[best])
