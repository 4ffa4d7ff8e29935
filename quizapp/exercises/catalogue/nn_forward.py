"""Forward through a network by hand: a layer, two layers, a perceptron's update, by `numpy` and `scipy.special.expit`.

https://numpy.org/doc/stable/reference/generated/numpy.matmul.html
https://numpy.org/doc/stable/reference/generated/numpy.heaviside.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.special.expit.html
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, tanh

from quizapp.exercises.catalogue.wording import inside, plain, rounding, signed, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.numbers import show

_TASKS = (
    "한 공장의 불량 판정 신경망",
    "어느 쇼핑몰의 구매 예측 신경망",
    "한 병원의 위험도 예측 신경망",
    "한 물류센터의 지연 예측 신경망",
    "한 지자체의 수요 예측 신경망",
)


def layer_output(weights: list[list[float]], bias: list[float], x: list[float], neuron: int) -> float:
    import numpy as np
    from scipy.special import expit

    return float(expit(np.matmul(weights, x) + bias)[neuron])


def network_output(first: list[list[int]], hidden_bias: list[int], second: list[int], output_bias: int, x: list[int]) -> float:
    import numpy as np

    hidden = np.maximum(np.matmul(first, x) + hidden_bias, 0)
    return float(np.matmul(second, hidden) + output_bias)


def updated_weight(weights: list[float], bias: float, x: list[float], target: int, rate: float, place: int) -> float:
    import numpy as np

    output = np.heaviside(np.dot(weights, x) + bias, 1)
    return float((np.array(weights) + rate * (target - output) * np.array(x))[place])


def _dot(weights: Sequence[float], x: Sequence[float]) -> float:
    return round(sum(w * value for w, value in zip(weights, x, strict=True)), 6)


def _sum_text(weights: Sequence[float], x: Sequence[float], bias: float) -> str:
    """The weighted sum with the numbers put in."""
    terms = [f"{inside(w)}·{inside(value)}" for w, value in zip(weights, x, strict=True)]
    return f"{' + '.join(terms)} + {inside(bias)} = {plain(_dot(weights, x) + bias)}"


def _sigmoid(z: float) -> float:
    """The sigmoid as a paper prints it: three decimals."""
    return float(show(1 / (1 + exp(-z)), 3))


def _matrix(rows: Sequence[Sequence[float]]) -> str:
    return "[" + ", ".join("[" + ", ".join(plain(value) for value in row) + "]" for row in rows) + "]"


def _vector(values: Sequence[float]) -> str:
    return "[" + ", ".join(map(plain, values)) + "]"


def _layer_sums(weights: Sequence[Sequence[float]], bias: Sequence[float], x: Sequence[float], neuron: int) -> dict[str, float]:
    """The right sum of a neuron, and those that people form in its place."""
    own = _dot(weights[neuron], x)
    other = (neuron + 1) % len(bias)
    return {
        "right": round(own + bias[neuron], 6),
        "transposed": round(_dot([row[neuron] for row in weights], x) + bias[neuron], 6),
        "no_bias": own,
        "minus": round(own - bias[neuron], 6),
        "other": round(_dot(weights[other], x) + bias[other], 6),
    }


def _layer_wrongs(sums: dict[str, float]) -> list[Wrong]:
    """What people take for a neuron's output."""
    z = sums["right"]
    return [
        Wrong(_sigmoid(sums["transposed"]), "W의 행이 아니라 열을 입력에 곱했습니다."),
        Wrong(_sigmoid(sums["no_bias"]), "편향을 더하지 않았습니다."),
        Wrong(_sigmoid(sums["minus"]), "편향을 더하지 않고 뺐습니다."),
        Wrong(_sigmoid(sums["other"]), "다른 뉴런의 출력을 구했습니다."),
        Wrong(_sigmoid(-z), "시그모이드에서 z의 부호를 바꾸었습니다."),
        Wrong(z, "활성화 함수를 거치지 않은 z를 답했습니다."),
        Wrong(tanh(z), "시그모이드 대신 쌍곡탄젠트를 썼습니다."),
    ]


@template("nn.forward", "layer", "가중치 행렬로 한 뉴런의 출력")
def layer(draw: Draw) -> Draft:
    """One sigmoid neuron's output of a layer that is told as a matrix."""
    size = 3 if draw.is_extended else 2
    weights = [[draw.integer(-9, 9) / 10 for _ in range(size)] for _ in range(size)]
    bias, x = [draw.integer(-9, 9) / 10 for _ in range(size)], [draw.integer(-2, 3) for _ in range(size)]
    neuron = draw.integer(0, size - 1)
    sums = _layer_sums(weights, bias, x, neuron)
    z = sums["right"]
    draw.require(0 not in {*x, *bias, *weights[neuron]} and len(set(sums.values())) == len(sums) and 0.1 <= abs(z) <= 2.5)
    draw.require(max(map(abs, sums.values())) < 4)
    printed = ", ".join(f"σ({plain(one)}) = {plain(_sigmoid(one))}" for one in sorted({*sums.values(), -z}))
    return Draft(
        stem=f"{draw.pick(_TASKS)}에서 한 층의 출력은 h = σ(Wx + b)이고 σ는 시그모이드이다. W의 i행은 뉴런 i의 가중치일 때, "
        f"뉴런 {neuron + 1}의 출력은? (단, {printed}이고, {rounding(2)})",
        data=f"W = {_matrix(weights)}\nb = {_vector(bias)}\nx = {_vector(x)}",
        key=compute(layer_output, weights=weights, bias=bias, x=x, neuron=neuron),
        why="뉴런의 출력은 자기 행의 가중치와 입력을 곱하여 더하고 편향을 더한 뒤 활성화 함수를 거친 값이다.",
        wrongs=within(_layer_wrongs(sums), 0, 1),
        steps=[
            f"z = W의 {neuron + 1}행·x + b의 {neuron + 1}번째 값",
            f"z = {_sum_text(weights[neuron], x, bias[neuron])}",
            f"h = σ({plain(z)}) = {show(_sigmoid(z), 2)}",
        ],
        by_hand=_sigmoid(z),
    )


def _network_wrongs(first: list[list[int]], hidden_bias: list[int], second: list[int], output_bias: int, x: list[int]) -> list[Wrong]:
    """What people take for the output of two layers."""
    bare = [_dot(row, x) for row in first]
    sums = [z + b for z, b in zip(bare, hidden_bias, strict=True)]
    hidden = [max(z, 0) for z in sums]
    crossed = [_dot(column, x) + b for column, b in zip(zip(*first, strict=True), hidden_bias, strict=True)] if len(first) == 2 else sums
    return [
        Wrong(_dot(second, sums) + output_bias, "은닉층에서 ReLU를 적용하지 않았습니다."),
        Wrong(_dot(second, [max(z, 0) for z in bare]) + output_bias, "은닉층의 편향을 더하지 않았습니다."),
        Wrong(_dot(second, hidden), "출력층의 편향을 더하지 않았습니다."),
        Wrong(_dot(second, list(map(abs, sums))) + output_bias, "ReLU 대신 절댓값을 썼습니다."),
        Wrong(sum(hidden) + output_bias, "출력층의 가중치를 곱하지 않고 은닉 출력을 더했습니다."),
        Wrong(_dot(second[::-1], hidden) + output_bias, "출력층의 가중치를 서로 바꾸어 곱했습니다."),
        Wrong(_dot(second, [max(z, 0) for z in crossed]) + output_bias, "첫 층에서 행이 아니라 열을 입력에 곱했습니다."),
        Wrong(max(hidden) * max(second) + output_bias, "가장 큰 은닉 출력과 가장 큰 가중치만 썼습니다."),
    ]


@template("nn.forward", "two_layers", "은닉층이 있는 신경망의 출력")
def two_layers(draw: Draw) -> Draft:
    """The output of two ReLU neurons and a linear one, where one hidden sum is negative."""
    size = 3 if draw.is_extended else 2
    first = [[draw.integer(-3, 4) for _ in range(2)] for _ in range(size)]
    hidden_bias, x = [draw.integer(-3, 4) for _ in range(size)], [draw.integer(-2, 5) for _ in range(2)]
    second, output_bias = [draw.integer(-3, 4) for _ in range(size)], draw.integer(-5, 6)
    sums = [round(_dot(row, x)) + b for row, b in zip(first, hidden_bias, strict=True)]
    hidden = [max(z, 0) for z in sums]
    answer = _dot(second, hidden) + output_bias
    draw.require(min(sums) < 0 < max(sums) and 0 not in {*second, *x, output_bias, *sums} and len(set(second)) == size)
    draw.require(all(any(row) for row in first) and abs(answer) < 60)
    return Draft(
        stem=f"{draw.pick(_TASKS)}의 은닉층은 h = ReLU(Wx + b), 출력은 y = v·h + c이다. 다음 값에서 y는?",
        data=f"x = {_vector(x)}\nW = {_matrix(first)}\nb = {_vector(hidden_bias)}\nv = {_vector(second)}\nc = {plain(output_bias)}",
        key=compute(network_output, first=first, hidden_bias=hidden_bias, second=second, output_bias=output_bias, x=x),
        decimals=0,
        why="층마다 가중합에 편향을 더하고 활성화 함수를 적용하며, ReLU는 음수를 0으로 만든다.",
        wrongs=_network_wrongs(first, hidden_bias, second, output_bias, x),
        steps=[
            *(
                f"z{'₁₂₃'[n]} = {_sum_text(row, x, b)}, h{'₁₂₃'[n]} = {hidden[n]}"
                for n, (row, b) in enumerate(zip(first, hidden_bias, strict=True))
            ),
            f"y = {_sum_text(second, hidden, output_bias)}",
        ],
    )


def _update_wrongs(weights: list[float], x: list[int], z: float, target: int, rate: float, place: int) -> list[Wrong]:
    """What people take for a weight after a perceptron's update."""
    w, value = weights[place], x[place]
    error = target - (1 if z >= 0 else 0)
    other = 1 - place
    wrongs = [
        Wrong(w - rate * error * value, "부호를 바꾸었습니다. 목표 − 출력을 곱하여 더합니다."),
        Wrong(w + error * value, "학습률을 곱하지 않았습니다."),
        Wrong(w + rate * error, "입력을 곱하지 않았습니다. 이 식은 편향의 갱신입니다."),
        Wrong(w, "출력이 맞았다고 보아 가중치를 바꾸지 않았습니다."),
        Wrong(w + rate * (target - z) * value, "계단 함수를 거친 출력이 아니라 z와의 차이를 썼습니다(델타 규칙)."),
        Wrong(weights[other] + rate * error * x[other], "다른 가중치를 갱신한 값입니다."),
        Wrong(w + rate * error * x[other], "다른 입력을 곱했습니다."),
    ]
    return [wrong for wrong in wrongs if abs(wrong.value) < 9]


@template("nn.forward", "perceptron", "퍼셉트론의 가중치 갱신")
def perceptron(draw: Draw) -> Draft:
    """A weight after one update of a perceptron that was wrong."""
    grid = 100 if draw.is_extended else 10
    weights = [draw.pick([1, -1]) * draw.integer(1, grid - 1) / grid for _ in range(2)]
    bias, x = draw.pick([1, -1]) * draw.integer(1, 9) / 10, [draw.pick([1, -1]) * draw.integer(1, 5) for _ in range(2)]
    rate = draw.pick([0.05, 0.15, 0.25, 0.3]) if draw.is_extended else draw.pick([0.1, 0.2, 0.5])
    z, place = round(_dot(weights, x) + bias, 6), draw.integer(0, 1)
    output = 1 if z >= 0 else 0
    target = 1 - output
    draw.require(abs(z) >= 0.1 and abs(x[0]) != abs(x[1]) and abs(x[place]) > 1)
    change, name = round(rate * (target - output) * x[place], 6), f"w{'₁₂'[place]}"
    answer = weights[place] + change
    return Draft(
        stem=f"계단 함수(z ≥ 0이면 1, 아니면 0)를 쓰는 퍼셉트론의 가중치가 w₁ = {plain(weights[0])}, w₂ = {plain(weights[1])}, "
        f"편향이 {plain(bias)}이다. 입력 x = ({plain(x[0])}, {plain(x[1])}), 목표 {target}에 대하여 학습률 {plain(rate)}의 "
        f"퍼셉트론 학습 규칙을 한 번 적용한 뒤, {name}의 값은? ({rounding(2)})",
        key=compute(updated_weight, weights=weights, bias=bias, x=x, target=target, rate=rate, place=place),
        why="퍼셉트론은 틀렸을 때에만 w ← w + η(목표 − 출력)x로 가중치를 바꾼다.",
        wrongs=_update_wrongs(weights, x, z, target, rate, place),
        steps=[
            f"z = {_sum_text(weights, x, bias)}이므로 출력 = {output}",
            "w ← w + η(목표 − 출력)x",
            f"변화량 = {plain(rate)}·({target} − {output})·{inside(x[place])} = {plain(change)}",
            f"{name} = {plain(weights[place])} + {inside(change)} = {signed(answer, 2)}",
        ],
    )
