"""How many parameters fully connected and recurrent layers learn: the sizes of their `numpy` arrays.

https://numpy.org/doc/stable/reference/generated/numpy.ndarray.size.html
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle

_TASKS = (
    "한 공장의 불량 판정",
    "어느 쇼핑몰의 이탈 예측",
    "한 병원의 재입원 예측",
    "한 물류센터의 물량 예측",
    "한 지자체의 전력 수요 예측",
)
_GATES = {"단순 RNN": 1, "GRU": 3, "LSTM": 4}
"""Recurrent layers, and how many sets of weights each has."""


def dense_parameters(sizes: list[int]) -> float:
    from itertools import pairwise

    import numpy as np

    layers = [(np.zeros((after, before)), np.zeros(after)) for before, after in pairwise(sizes)]
    return float(sum(weights.size + bias.size for weights, bias in layers))


def recurrent_parameters(gates: int, inputs: int, hidden: int) -> float:
    import numpy as np

    of_input, of_state, bias = np.zeros((hidden, inputs)), np.zeros((hidden, hidden)), np.zeros(hidden)
    return float(gates * (of_input.size + of_state.size + bias.size))


def _dense_wrongs(sizes: Sequence[int]) -> list[Wrong]:
    """What people take for the number of parameters of fully connected layers."""
    weights, biases = sum(a * b for a, b in pairwise(sizes)), sum(sizes[1:])
    product = 1
    for size in sizes:
        product *= size
    return [
        Wrong(weights, "편향을 세지 않았습니다."),
        Wrong(weights + sum(sizes), "입력층에도 편향을 두었습니다. 입력층에는 매개변수가 없습니다."),
        Wrong(weights + len(sizes) - 1, "편향을 층마다 하나씩만 더했습니다. 편향은 뉴런마다 하나입니다."),
        Wrong(sum((a + 1) * (b + 1) for a, b in pairwise(sizes)), "출력 쪽에도 편향 노드를 두어 (입력 + 1)(출력 + 1)로 셌습니다."),
        Wrong(sizes[0] * sizes[1] + sizes[1], "첫 층의 매개변수만 셌습니다."),
        Wrong(weights + biases - sizes[-1], "출력층의 편향을 빠뜨렸습니다."),
        Wrong(product, "모든 층의 크기를 곱했습니다. 이웃한 층끼리 곱하여 더합니다."),
        Wrong(weights + sizes[0] * sizes[-1] + biases, "입력층과 출력층 사이에도 연결을 두었습니다."),
    ]


@template("nn.shapes", "dense_parameters", "완전 연결 신경망의 매개변수 수")
def parameters_of_dense(draw: Draw) -> Draft:
    """The number of weights and biases of a network of fully connected layers."""
    inputs, outputs = draw.integer(5, 40) if draw.is_extended else draw.integer(4, 20), draw.integer(2, 6)
    hidden = [draw.integer(8, 32), draw.integer(6, 24)] if draw.is_extended else [draw.integer(3, 16)]
    if not draw.is_extended and draw.pick([True, False]):
        hidden.append(draw.integer(3, 10))
    sizes = [inputs, *hidden, outputs]
    terms = [f"({a} + 1)·{b}" for a, b in pairwise(sizes)]
    values = [(a + 1) * b for a, b in pairwise(sizes)]
    told = f"은닉층 {len(hidden)}개(뉴런 {', '.join(f'{size}개' for size in hidden)})"
    return Draft(
        stem=f"{with_particle(draw.pick(_TASKS), '을/를')} 위한 다층 퍼셉트론은 입력 {inputs}개, {told}, 출력 {outputs}개가 "
        "차례로 완전히 연결되어 있다. 편향을 쓸 때, 학습되는 매개변수는 모두 몇 개인가?",
        key=compute(dense_parameters, sizes=sizes),
        decimals=0,
        unit="개",
        why="이웃한 두 층 사이의 가중치는 두 층의 뉴런 수의 곱이고, 편향은 입력층을 뺀 뉴런마다 하나씩 있다.",
        wrongs=_dense_wrongs(sizes),
        steps=[
            "층마다 (입력 수 + 1)·출력 수",
            f"{' + '.join(terms)} = {' + '.join(map(str, values))}",
            f"합 = {sum(values)}개",
        ],
    )


def _recurrent_wrongs(kind: str, inputs: int, hidden: int) -> list[Wrong]:
    """What people take for the number of parameters of a recurrent layer."""
    gates = _GATES[kind]
    one = hidden * (inputs + hidden + 1)
    others = [
        Wrong(number * one, f"{with_particle(kind, '이/가')} 아니라 {name}의 벌 수를 곱했습니다.")
        for name, number in _GATES.items()
        if name != kind
    ]
    return [
        *others,
        Wrong(gates * hidden * (inputs + hidden), "편향을 세지 않았습니다."),
        Wrong(gates * hidden * (inputs + 1), "은닉 상태에서 돌아오는 가중치를 세지 않았습니다."),
        Wrong(gates * hidden * (hidden + 1), "입력에서 오는 가중치를 세지 않았습니다."),
        Wrong(gates * (hidden * (inputs + hidden) + 1), "편향을 게이트마다 하나씩만 더했습니다. 뉴런마다 하나입니다."),
        Wrong(gates * inputs * (inputs + hidden + 1), "은닉 상태가 아니라 입력의 차원을 곱했습니다."),
        Wrong(gates * (hidden * (inputs + hidden) + 2 * hidden), "편향을 두 벌 두었습니다. 물음은 한 벌입니다."),
    ]


@template("nn.shapes", "recurrent_parameters", "순환층(RNN, GRU, LSTM)의 매개변수 수")
def parameters_of_recurrent(draw: Draw) -> Draft:
    """The number of weights and biases of a simple, a GRU or an LSTM layer; the length of the series does not matter."""
    kind = draw.pick(list(_GATES))
    gates = _GATES[kind]
    inputs, hidden = (draw.integer(7, 40), draw.integer(12, 40)) if draw.is_extended else (draw.integer(2, 12), draw.integer(4, 20))
    length, one = draw.pick([7, 12, 14, 24, 30]), hidden * (inputs + hidden + 1)
    draw.require(inputs != hidden and (draw.is_extended or gates * one < 10000))
    return Draft(
        stem=f"{with_particle(draw.pick(_TASKS), '을/를')} 위해 시점마다 {inputs}차원인 길이 {length}의 시계열을 "
        f"은닉 상태 {hidden}차원의 {kind} 층에 넣는다. 이 층의 학습되는 매개변수는 모두 몇 개인가? "
        f"(편향은 게이트와 후보 상태마다 은닉 차원만큼 한 벌)",
        key=compute(recurrent_parameters, gates=gates, inputs=inputs, hidden=hidden),
        decimals=0,
        unit="개",
        why="은닉 차원 h, 입력 차원 x일 때 한 벌은 h(x + h + 1)이고, 단순 RNN은 1벌, GRU는 3벌, LSTM은 4벌이다.",
        wrongs=_recurrent_wrongs(kind, inputs, hidden),
        steps=[
            "한 벌 = h(x + h + 1)",
            f"한 벌 = {hidden}·({inputs} + {hidden} + 1) = {hidden}·{inputs + hidden + 1} = {one}",
            f"{with_particle(kind, '은/는')} {gates}벌: {gates}·{one} = {gates * one}개",
        ],
    )
