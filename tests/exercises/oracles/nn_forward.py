"""Networks computed neuron by neuron with exact fractions, from the matrices and sentences that are shown."""

import re
from fractions import Fraction
from math import exp

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle


def _shown(exercise: Exercise) -> dict[str, str]:
    return dict(re.split(r"\s+= ", line) for line in exercise.data.splitlines())


def _rows(text: str) -> list[list[Fraction]]:
    return [numbers(row) for row in re.findall(r"\[([^\[\]]+)\]", text)]


def _sum(weights: list[Fraction], x: list[Fraction], bias: Fraction) -> Fraction:
    total = bias
    for weight, value in zip(weights, x, strict=True):
        total += weight * value
    return total


@oracle("nn.forward.layer")
def layer(exercise: Exercise) -> float:
    shown = _shown(exercise)
    neuron = int(re.search(r"뉴런 (\d)의 출력", exercise.stem)[1]) - 1
    z = _sum(_rows(shown["W"])[neuron], numbers(shown["x"]), numbers(shown["b"])[neuron])
    return exp(z) / (1 + exp(z))


@oracle("nn.forward.two_layers")
def two_layers(exercise: Exercise) -> float:
    shown = _shown(exercise)
    x = numbers(shown["x"])
    hidden = [_sum(row, x, bias) for row, bias in zip(_rows(shown["W"]), numbers(shown["b"]), strict=True)]
    return float(_sum(numbers(shown["v"]), [z if z > 0 else Fraction(0) for z in hidden], numbers(shown["c"])[0]))


@oracle("nn.forward.perceptron")
def perceptron(exercise: Exercise) -> float:
    told = exercise.stem.partition("w₁ = ")[2]
    first, second, bias, one, two, target, rate = numbers(told.replace("₂", "").replace("₁", ""))[:7]
    output = 1 if first * one + second * two + bias >= 0 else 0
    assert output != target
    weight, x = (first, one) if "w₁의 값은" in exercise.stem else (second, two)
    return float(weight + rate * x if output < target else weight - rate * x)
