"""The logic that a network of step neurons computes, by `numpy.heaviside`.

https://numpy.org/doc/stable/reference/generated/numpy.heaviside.html
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product

from quizapp.exercises.catalogue.wording import inside
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template

_GATES = {1: "AND", 7: "OR", 14: "NAND", 8: "NOR", 6: "XOR", 9: "XNOR"}
"""Logic gates by their outputs for (0, 0), (0, 1), (1, 0), (1, 1), read as a binary number."""

_PAIRS = tuple(product((0, 1), repeat=2))
_Neuron = tuple[float, float, float]
"""Two weights and the bias."""


def truth_table(hidden: list[list[float]], hidden_bias: list[float], output: list[float], output_bias: float) -> float:
    import numpy as np

    inputs = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    h = np.heaviside(np.matmul(inputs, np.transpose(hidden)) + hidden_bias, 0)
    y = np.heaviside(np.matmul(h, output) + output_bias, 0)
    return float(np.dot(y, [8, 4, 2, 1]))


def _fires(neuron: _Neuron, pair: Sequence[int]) -> int:
    """Whether a step neuron gives 1 for two inputs."""
    return int(round(neuron[0] * pair[0] + neuron[1] * pair[1] + neuron[2], 6) > 0)


def _code(bits: Sequence[int]) -> int:
    """Four outputs read as a binary number."""
    return sum(bit << place for place, bit in enumerate(reversed(bits)))


@cache
def _neurons(*, is_even: bool) -> dict[str, list[_Neuron]]:
    """Step neurons by the gate that they are; *is_even*: with halves for weights and biases."""
    sizes = (0.5, 1, 1.5, 2) if is_even else (0.3, 0.4, 0.7, 0.8, 1.1)
    biases = [n / 4 if is_even else n / 10 for n in range(-15, 16) if n]
    found: dict[str, list[_Neuron]] = {}
    for sign in (1, -1):
        for first, second, bias in product(sizes, sizes, biases):
            neuron = sign * first, sign * second, bias
            sums = [neuron[0] * a + neuron[1] * b + bias for a, b in _PAIRS]
            gate = _GATES.get(_code([_fires(neuron, pair) for pair in _PAIRS]))
            if gate and min(map(abs, sums)) > 0.09:
                found.setdefault(gate, []).append(neuron)
    return found


def _text(neuron: _Neuron, names: str) -> str:
    first, second, bias = neuron
    return f"step({inside(first)}·{names}₁ + {inside(second)}·{names}₂ + {inside(bias)})"


def _gate_wrongs(hidden: Sequence[Sequence[int]], output: Sequence[int], right: int) -> list[Wrong]:
    """What people take for the gate: *hidden* and *output* hold the neurons' own truth tables, *right* is the network's code."""
    one, two = hidden
    found = [
        (_code(one), "첫째 은닉 뉴런의 출력만 보았습니다."),
        (_code(two), "둘째 은닉 뉴런의 출력만 보았습니다."),
        (_code(output), "은닉층을 거치지 않고 출력 뉴런에 입력을 바로 넣었습니다."),
        (15 - right, "출력의 0과 1을 뒤집어 읽었습니다."),
        (_code([a | b for a, b in zip(one, two, strict=True)]), "은닉 출력이 하나라도 1이면 출력이 1이라고 보았습니다."),
        (_code([a & b for a, b in zip(one, two, strict=True)]), "은닉 출력이 모두 1일 때에만 출력이 1이라고 보았습니다."),
        (_code([a ^ b for a, b in zip(one, two, strict=True)]), "두 은닉 출력이 서로 다를 때 출력이 1이라고 보았습니다."),
        (_code([1 - (a ^ b) for a, b in zip(one, two, strict=True)]), "두 은닉 출력이 같을 때 출력이 1이라고 보았습니다."),
    ]
    return [Wrong(code, why, _GATES[code]) for code, why in found if code in _GATES]


@template("nn.forward", "gate", "계단 함수 신경망이 나타내는 논리 연산")
def gate(draw: Draw) -> Draft:
    """Which logic gate a network of three step neurons is; a hidden layer alone can give XOR."""
    neurons = _neurons(is_even=not draw.is_extended)
    first, second, last = (draw.pick(neurons[draw.pick(sorted(neurons))]) for _ in range(3))
    hidden = [[_fires(neuron, pair) for pair in _PAIRS] for neuron in (first, second)]
    outputs = [_fires(last, pair) for pair in zip(*hidden, strict=True)]
    right = _code(outputs)
    draw.require(right in _GATES and hidden[0] != hidden[1] and right not in map(_code, hidden))
    rows = [f"({a}, {b}): h = ({one}, {two}), y = {y}" for (a, b), one, two, y in zip(_PAIRS, *hidden, outputs, strict=True)]
    return Draft(
        stem="두 입력 x₁, x₂(0 또는 1)와 계단 함수 step(z > 0이면 1, 아니면 0)를 쓰는 신경망이 다음과 같다. 출력 y가 나타내는 논리 연산은?",
        data=f"h₁ = {_text(first, 'x')}\nh₂ = {_text(second, 'x')}\ny  = {_text(last, 'h')}",
        key=compute(
            truth_table,
            hidden=[list(first[:2]), list(second[:2])],
            hidden_bias=[first[2], second[2]],
            output=list(last[:2]),
            output_bias=last[2],
        ),
        decimals=0,
        label=_GATES[right],
        why="네 입력마다 은닉 출력과 출력을 차례로 구하여 진리표를 읽는다. XOR와 XNOR는 은닉층이 있어야 나타낼 수 있다.",
        wrongs=_gate_wrongs(hidden, [_fires(last, pair) for pair in _PAIRS], right),
        steps=["(x₁, x₂)마다 h₁, h₂, y를 구한다.", *rows, f"출력이 {', '.join(map(str, outputs))}인 것은 {_GATES[right]}이다."],
    )
