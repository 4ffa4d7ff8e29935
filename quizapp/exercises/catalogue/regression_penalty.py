"""Penalised losses: the sum of a fit's error and a multiple of its coefficients' L1 or squared L2 norm.

https://numpy.org/doc/stable/reference/generated/numpy.linalg.norm.html
https://scikit-learn.org/stable/modules/linear_model.html#elastic-net
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import sqrt
from typing import NamedTuple

from quizapp.exercises.catalogue.wording import inside, plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.numbers import show


class _Kind(NamedTuple):
    """A penalised regression: its name and objective, what it sums, and the misconceptions about the sum."""

    name: str
    objective: str
    summed: str
    other_norm: str
    sum_first: str


_RIDGE = _Kind(
    "릿지", "J = MSE + λΣw²", "제곱합", "제곱합이 아니라 절댓값의 합(L1)을 썼습니다.", "계수를 더한 뒤 제곱했습니다. 제곱한 뒤 더합니다."
)
_LASSO = _Kind(
    "라쏘", "J = MSE + λΣ|w|", "절댓값의 합", "절댓값의 합이 아니라 제곱합(L2)을 썼습니다.", "절댓값을 씌우지 않고 계수를 더했습니다."
)

_TASKS = ("어느 쇼핑몰의 매출", "한 병원의 입원 일수", "어느 물류센터의 배송 시간", "한 공장의 전력 사용량", "한 지자체의 자전거 대여량")
_NAMES = ("w₁", "w₂", "w₃", "w₄")


def lasso_objective(mse: float, weights: list[float], penalty: float) -> float:
    import numpy as np

    return float(mse + penalty * np.linalg.norm(weights, ord=1))


def ridge_objective(mse: float, weights: list[float], penalty: float) -> float:
    import numpy as np

    return float(mse + penalty * np.linalg.norm(weights, ord=2) ** 2)


def elastic_net_objective(sse: float, n: int, weights: list[float], alpha: float, l1_ratio: float) -> float:
    import numpy as np

    l1 = np.linalg.norm(weights, ord=1)
    l2 = np.linalg.norm(weights, ord=2)
    return float(sse / (2 * n) + alpha * l1_ratio * l1 + alpha * (1 - l1_ratio) / 2 * l2**2)


def least_lasso_objective(errors: list[float], models: list[list[float]], penalty: float) -> float:
    import numpy as np

    return float(np.min(errors + penalty * np.linalg.norm(models, ord=1, axis=1)))


def _l1(weights: Sequence[float]) -> float:
    return sum(map(abs, weights))


def _l2(weights: Sequence[float]) -> float:
    return sum(weight * weight for weight in weights)


def _weights(draw: Draw, size: int) -> list[float]:
    """Coefficients of either sign, whole on the paper."""
    step = 0.2 if draw.is_extended else 1
    return [draw.pick([-1, 1]) * draw.multiple(step, 4, step) for _ in range(size)]


def _absolutes(weights: Sequence[float]) -> str:
    return " + ".join(f"|{plain(weight)}|" for weight in weights)


def _squares(weights: Sequence[float]) -> str:
    return " + ".join(f"{inside(weight)}²" for weight in weights)


@template("regression.penalty", "loss", "릿지와 라쏘의 목적함수 값")
def loss(draw: Draw) -> Draft:
    """The objective of ridge or lasso from the error, the coefficients and λ."""
    kind, size, decimals = draw.pick([_RIDGE, _LASSO]), 4 if draw.is_extended else 3, 3 if draw.is_extended else 2
    weights, bias, mse = _weights(draw, size), draw.integer(2, 9), draw.multiple(0.5, 6, 0.1)
    penalty = draw.pick([0.05, 0.15, 0.25, 0.35] if draw.is_extended else [0.1, 0.2, 0.3, 0.5])
    l1, l2, total = _l1(weights), _l2(weights), sum(weights)
    amount, other, with_bias, unsigned = (l2, l1, l2 + bias**2, total**2) if kind is _RIDGE else (l1, l2, l1 + bias, total)
    terms = _squares(weights) if kind is _RIDGE else _absolutes(weights)
    return Draft(
        stem=f"{kind.name} 회귀로 {draw.pick(_TASKS)} 예측 모형을 만들었다. 평균제곱오차(MSE)는 {plain(mse)}이고 계수는 다음과 같다. "
        f"목적함수가 {kind.objective}이고 절편은 벌점에서 뺄 때, λ = {plain(penalty)}에서 목적함수의 값은? ({rounding(decimals)})",
        data=Table(columns=("절편", *_NAMES[:size]), rows=((bias, *weights),)),
        key=compute(ridge_objective if kind is _RIDGE else lasso_objective, mse=mse, weights=weights, penalty=penalty),
        decimals=decimals,
        why=f"목적함수는 MSE에, 절편을 뺀 계수의 {kind.summed}에 λ를 곱한 벌점을 더한 값이다.",
        wrongs=[
            Wrong(mse + penalty * with_bias, "절편에도 벌점을 주었습니다. 절편은 벌점에서 뺍니다."),
            Wrong(mse + penalty * other, kind.other_norm),
            Wrong(mse + penalty * unsigned, kind.sum_first),
            Wrong(mse + penalty * sqrt(l2), "제곱합에 제곱근을 씌운 노름으로 벌점을 구했습니다."),
            Wrong(mse + penalty * amount / 2, "벌점을 반으로 줄였습니다. 주어진 목적함수에는 ½이 없습니다."),
            Wrong(mse + penalty * amount / size, "벌점을 계수의 수로 나누었습니다. 합을 그대로 씁니다."),
            Wrong(mse + amount, "λ를 곱하지 않았습니다."),
            Wrong(penalty * amount, "벌점만 구하고 MSE를 더하지 않았습니다."),
        ],
        steps=[
            kind.objective,
            f"계수의 {kind.summed} = {terms} = {plain(amount)}",
            f"벌점 = {plain(penalty)}·{plain(amount)} = {plain(penalty * amount)}",
            f"J = {plain(mse)} + {plain(penalty * amount)} = {show(mse + penalty * amount, decimals)}",
        ],
    )


@template("regression.penalty", "elastic_net", "엘라스틱넷의 목적함수 값")
def elastic_net(draw: Draw) -> Draft:
    """The objective that scikit-learn's elastic net minimises."""
    size, decimals, n = 3 if draw.is_extended else 2, 3 if draw.is_extended else 2, draw.pick([10, 20, 25, 50])
    weights, bias, fit = _weights(draw, size), draw.integer(2, 9), draw.multiple(0.5, 4, 0.1)
    alpha = draw.pick([0.3, 0.4, 0.6, 0.8] if draw.is_extended else [0.1, 0.2, 0.5, 1])
    ratio = draw.pick([0.15, 0.3, 0.7, 0.85] if draw.is_extended else [0.2, 0.4, 0.6, 0.8])
    l1, l2, sse = _l1(weights), _l2(weights), round(2 * n * fit)
    first, second = alpha * ratio * l1, alpha * (1 - ratio) / 2 * l2
    return Draft(
        stem=f"엘라스틱넷으로 {draw.pick(_TASKS)} 예측 모형을 만든 결과가 다음과 같다(n은 관측값 수, SSE는 잔차제곱합). "
        f"목적함수가 J = SSE/(2n) + αρΣ|w| + ½α(1 − ρ)Σw²이고 절편은 벌점에서 뺄 때, 목적함수의 값은? ({rounding(decimals)})",
        data=Table(columns=("n", "SSE", "α", "ρ", "절편", *_NAMES[:size]), rows=((n, sse, alpha, ratio, bias, *weights),)),
        key=compute(elastic_net_objective, sse=sse, n=n, weights=weights, alpha=alpha, l1_ratio=ratio),
        decimals=decimals,
        why="엘라스틱넷의 벌점은 α를 ρ : (1 − ρ)로 나누어 L1 노름과 L2 노름 제곱의 반에 곱한 합이다.",
        wrongs=[
            Wrong(fit + first + 2 * second, "제곱합의 ½을 빠뜨렸습니다."),
            Wrong(fit + alpha * (1 - ratio) * l1 + alpha * ratio / 2 * l2, "ρ와 1 − ρ를 바꾸어 곱했습니다. ρ는 L1의 몫입니다."),
            Wrong(2 * fit + first + second, "SSE를 2n이 아니라 n으로 나누었습니다."),
            Wrong(fit + first + alpha * ratio * bias + second + alpha * (1 - ratio) / 2 * bias**2, "절편에도 벌점을 주었습니다."),
            Wrong(fit + (first + second) / alpha, "벌점에 α를 곱하지 않았습니다."),
            Wrong(fit + first + alpha * (1 - ratio) / 2 * sqrt(l2), "L2 노름을 제곱하지 않았습니다. 벌점은 제곱합입니다."),
            Wrong(fit + first, "L1 벌점만 더했습니다. 라쏘의 몫만 센 것입니다."),
            Wrong(fit + second, "L2 벌점만 더했습니다. 릿지의 몫만 센 것입니다."),
        ],
        steps=[
            f"SSE/(2n) = {sse}/{2 * n} = {plain(fit)}",
            f"Σ|w| = {_absolutes(weights)} = {plain(l1)}, αρΣ|w| = {plain(alpha)}·{plain(ratio)}·{plain(l1)} = {plain(first)}",
            f"Σw² = {_squares(weights)} = {plain(l2)}, ½α(1 − ρ)Σw² = ½·{plain(alpha)}·{plain(1 - ratio)}·{plain(l2)} = {plain(second)}",
            f"J = {plain(fit)} + {plain(first)} + {plain(second)} = {show(fit + first + second, decimals)}",
        ],
    )


def _objectives(errors: list[float], models: list[list[float]], penalty: float, size: Callable[[list[float]], float]) -> list[float]:
    return [error + penalty * size(weights) for error, weights in zip(errors, models, strict=True)]


def _least(values: list[float]) -> int:
    return values.index(min(values))


def _chosen(which: int, value: float, decimals: int) -> str:
    return f"모형 {'ABC'[which]}, J = {show(value, decimals)}"


@template("regression.penalty", "choose", "벌점을 더한 목적함수로 모형 고르기")
def choose(draw: Draw) -> Draft:
    """Which of three models has the least lasso objective, with its value."""
    decimals, grid = (2, [0.15, 0.25, 0.35, 0.45]) if draw.is_extended else (1, [0.1, 0.2, 0.3, 0.4, 0.5])
    penalty, models, errors = draw.pick(grid), [_weights(draw, 3) for _ in "ABC"], draw.sample([k / 10 for k in range(8, 48)], 3)
    by_l1, by_l2, by_sum = (_objectives(errors, models, penalty, size) for size in (_l1, _l2, sum))
    best, lightest = _least(by_l1), _least([_l1(weights) for weights in models])
    draw.require(sorted(by_l1)[1] - by_l1[best] >= 0.1 and max(by_l1) < 9.9)
    answers = (
        (_least(errors), by_l1[_least(errors)], "벌점을 더하지 않고 MSE가 가장 작은 모형을 골랐습니다."),
        (lightest, by_l1[lightest], "MSE를 보지 않고 벌점이 가장 작은 모형을 골랐습니다."),
        (by_l1.index(max(by_l1)), max(by_l1), "목적함수가 가장 큰 모형을 골랐습니다. 작을수록 좋습니다."),
        (_least(by_l2), min(by_l2), "절댓값의 합이 아니라 제곱합(릿지)으로 견주었습니다."),
        (_least(by_sum), min(by_sum), "절댓값을 씌우지 않고 계수를 더해 견주었습니다."),
        (best, errors[best], "모형은 맞았지만 벌점을 더하지 않은 MSE를 답했습니다."),
        (best, (by_l1[best] + errors[best]) / 2, "모형은 맞았지만 벌점을 반으로 줄였습니다."),
    )
    lines = list(zip("ABC", errors, models, by_l1, strict=True))
    return Draft(
        stem=f"{draw.pick(_TASKS)} 예측 모형 세 가지의 오차와 계수(절편 제외)가 다음과 같다. λ = {plain(penalty)}인 목적함수 "
        f"{_LASSO.objective}를 가장 작게 하는 모형과 그 값은? ({rounding(decimals)})",
        data=Table(columns=("모형", "MSE", *_NAMES[:3]), rows=tuple((f"모형 {letter}", e, *w) for letter, e, w, _ in lines)),
        key=compute(least_lasso_objective, errors=errors, models=models, penalty=penalty),
        decimals=decimals,
        label=_chosen(best, by_l1[best], decimals),
        why="벌점을 둔 회귀는 오차와 벌점의 합이 가장 작은 모형을 고른다.",
        wrongs=within([Wrong(value, why, _chosen(which, value, decimals)) for which, value, why in answers], 0, 9.9),
        steps=[f"모형 {letter}: {plain(e)} + {plain(penalty)}·({_absolutes(w)}) = {plain(j)}" for letter, e, w, j in lines]
        + [f"가장 작은 값은 모형 {'ABC'[best]}의 {show(by_l1[best], decimals)}"],
    )
