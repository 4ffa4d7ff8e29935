"""What a penalty does to coefficients: ridge and lasso slopes, the λ behind a slope, soft thresholds, weight decay.

https://scikit-learn.org/stable/modules/generated/sklearn.linear_model.Ridge.html
https://scikit-learn.org/stable/modules/generated/sklearn.linear_model.Lasso.html
https://scikit-learn.org/stable/modules/generated/sklearn.linear_model.LinearRegression.html
https://numpy.org/doc/stable/reference/generated/numpy.subtract.html
"""

from __future__ import annotations

from functools import cache
from itertools import combinations_with_replacement
from typing import NamedTuple

from quizapp.exercises.catalogue.wording import inside, plain, rounding, signed, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table

_PAIRS = (
    ("어느 쇼핑몰의 광고비(백만 원)와 매출(천만 원)", "광고비 x", "매출 y"),
    ("한 병원의 당직 인원(명)과 처리 환자(십 명)", "당직 인원 x", "처리 환자 y"),
    ("어느 물류센터의 차량 수(대)와 배송 건수(백 건)", "차량 수 x", "배송 건수 y"),
    ("한 공장의 가동 시간(시간)과 전력 사용량(kWh)", "가동 시간 x", "전력 사용량 y"),
    ("한 지자체의 홍보 횟수(회)와 참여 인원(십 명)", "홍보 횟수 x", "참여 인원 y"),
)


_GOALS = ("쇼핑몰 매출", "병원 재원 일수", "물류센터 배송 시간", "공장 전력 사용량", "공공자전거 대여량")


class _Line(NamedTuple):
    """A small sample of two variables with whole means, and its sums of squares and products about them."""

    x: list[int]
    y: list[int]
    sxx: int
    sxy: int
    syy: int


def ridge_slope_of(x: list[float], y: list[float], penalty: float) -> float:
    import numpy as np
    from sklearn.linear_model import Ridge

    return float(Ridge(alpha=penalty).fit(np.reshape(x, (-1, 1)), y).coef_[0])


def penalty_of_slope(x: list[float], y: list[float], slope: float) -> float:
    import numpy as np
    from sklearn.linear_model import LinearRegression

    model = LinearRegression().fit(np.reshape(x, (-1, 1)), y)
    sxx = np.var(x) * len(x)
    return float(sxx * (model.coef_[0] / slope - 1))


def lasso_coefficient(estimates: list[float], penalty: float, position: int) -> float:
    import numpy as np
    from sklearn.linear_model import Lasso

    n = len(estimates)
    model = Lasso(alpha=penalty / n, fit_intercept=False).fit(np.eye(n), estimates)
    return float(model.coef_[position])


def decayed_weight(weights: list[float], gradients: list[float], rate: float, decay: float, position: int) -> float:
    import numpy as np

    total = np.add(gradients, np.multiply(decay, weights))
    return float(np.subtract(weights, rate * total)[position])


@cache
def _centred(size: int) -> tuple[tuple[int, ...], ...]:
    """Whole deviations with sum 0 and a sum of squares that divides well."""
    every = combinations_with_replacement(range(-3, 4), size)
    return tuple(found for found in every if not sum(found) and 6 <= sum(d * d for d in found) <= 18 and len(set(found)) >= 3)


def _line(draw: Draw) -> _Line:
    size = 5 if draw.is_extended else 4
    x = sorted(draw.pick(_centred(size)))
    rest = [draw.integer(-6, 6) for _ in range(size - 1)]
    y = [*rest, -sum(rest)]
    x_mean, y_mean = draw.integer(4, 9), draw.integer(9, 20)
    sxy = sum(a * b for a, b in zip(x, y, strict=True))
    draw.require(sxy > 0 and abs(y[-1]) <= 8)
    return _Line([x_mean + d for d in x], [y_mean + d for d in y], sum(d * d for d in x), sxy, sum(d * d for d in y))


def _table(line: _Line, x_name: str, y_name: str) -> Table:
    numbers = (str(number) for number in range(1, len(line.x) + 1))
    return Table(columns=("번호", *numbers), rows=((x_name, *line.x), (y_name, *line.y)))


def _sums(line: _Line) -> list[str]:
    """The steps to the sums of squares and products."""
    x_mean, y_mean = sum(line.x) // len(line.x), sum(line.y) // len(line.y)
    offsets = [(x - x_mean, y - y_mean) for x, y in zip(line.x, line.y, strict=True)]
    return [
        f"x̄ = {x_mean}, ȳ = {y_mean}",
        f"Sxx = Σ(x − x̄)² = {' + '.join(f'{inside(a)}²' for a, _ in offsets)} = {line.sxx}",
        f"Sxy = Σ(x − x̄)(y − ȳ) = {' + '.join(f'{inside(a)}·{inside(b)}' for a, b in offsets)} = {line.sxy}",
    ]


@template("regression.penalty", "ridge_slope", "자료에서 릿지 기울기")
def ridge_slope(draw: Draw) -> Draft:
    """The slope of a ridge regression with one variable."""
    (place, x_name, y_name), line, decimals = draw.pick(_PAIRS), _line(draw), 3 if draw.is_extended else 2
    penalty = draw.multiple(1.5, 7.5, 0.5) if draw.is_extended else draw.integer(1, 8)
    size, (x, y, sxx, sxy, syy) = len(line.x), line
    draw.require(draw.is_extended or sxx + penalty <= 20)
    raw_products, raw_squares = sum(a * b for a, b in zip(x, y, strict=True)), sum(a * a for a in x)
    slope = sxy / (sxx + penalty)
    return Draft(
        stem=f"다음은 {place}이다. 목적함수 Σ(y − ŷ)² + λβ²을 가장 작게 하는 릿지 단순회귀(절편은 벌점에서 뺌)에서 "
        f"λ = {plain(penalty)}일 때, 기울기 β의 추정값은? ({rounding(decimals)})",
        data=_table(line, x_name, y_name),
        key=compute(ridge_slope_of, x=x, y=y, penalty=penalty),
        decimals=decimals,
        why="릿지의 기울기는 Sxy/(Sxx + λ)로, 분모에 더한 λ가 최소제곱 기울기를 0 쪽으로 줄인다.",
        wrongs=[
            Wrong(sxy / sxx, "벌점이 없는 최소제곱 기울기 Sxy/Sxx를 구했습니다."),
            Wrong(sxy / (sxx + size * penalty), "Sxx와 Sxy 대신 분산과 공분산을 썼습니다. 목적함수의 오차항은 평균이 아니라 합입니다."),
            Wrong(sxy / (sxx - penalty), "분모에서 λ를 뺐습니다. 그러면 기울기가 오히려 커집니다."),
            Wrong((sxy - penalty) / sxx, "분자에서 λ를 뺐습니다. 이는 라쏘의 꼴입니다."),
            Wrong((sxy + penalty) / (sxx + penalty), "분자에도 λ를 더했습니다. λ는 분모에만 더합니다."),
            Wrong(sxy / (sxx + penalty**2), "λ를 제곱해 더했습니다. 제곱하는 것은 β입니다."),
            Wrong(raw_products / (raw_squares + penalty), "평균을 빼지 않았습니다. 절편이 있으면 편차로 셈합니다."),
            Wrong(sxy / (syy + penalty), "x가 아니라 y의 편차 제곱합에 λ를 더했습니다."),
        ],
        steps=[
            "β = Sxy/(Sxx + λ)",
            *_sums(line),
            f"β = {sxy}/({sxx} + {plain(penalty)}) = {sxy}/{plain(sxx + penalty)} = {signed(slope, decimals)}",
        ],
    )


@template("regression.penalty", "ridge_lambda", "릿지 기울기에서 λ")
def ridge_lambda(draw: Draw) -> Draft:
    """The λ that shrinks the slope to a given value."""
    (place, x_name, y_name), line = draw.pick(_PAIRS), _line(draw)
    penalty = draw.multiple(1.5, 9.5, 0.5) if draw.is_extended else draw.integer(1, 9)
    size, (x, y, sxx, sxy, syy) = len(line.x), line
    slope, free = round(sxy / (sxx + penalty), 2), sxy / sxx
    draw.require(abs(slope * (sxx + penalty) - sxy) < 1e-9)
    wrongs = [
        Wrong(sxx + penalty, "Sxy/β에서 Sxx를 빼지 않았습니다."),
        Wrong(sxx * (1 - slope / free), "Sxx(1 − 릿지 기울기/최소제곱 기울기)로 구했습니다. 비를 뒤집어 1을 빼야 합니다."),
        Wrong(sxy - slope * sxx, "분자에서 λ를 뺀 식 (Sxy − λ)/Sxx로 풀었습니다. 이는 라쏘의 꼴입니다."),
        Wrong(penalty / size, "Sxx와 Sxy 대신 분산과 공분산을 썼습니다. 목적함수의 오차항은 평균이 아니라 합입니다."),
        Wrong(penalty * size, "Sxx를 nΣx² − (Σx)², Sxy를 nΣxy − ΣxΣy로 보아 n배가 되었습니다."),
        Wrong(free - slope, "두 기울기의 차를 λ로 보았습니다."),
        Wrong(sxx * ((free / slope) ** 2 - 1), "기울기의 비가 아니라 제곱의 비를 썼습니다."),
        Wrong(sxy / slope - syy, "Sxx가 아니라 Syy를 뺐습니다."),
    ]
    return Draft(
        stem=f"다음은 {place}이다. 목적함수 Σ(y − ŷ)² + λβ²을 가장 작게 하는 릿지 단순회귀(절편은 벌점에서 뺌)에서 기울기 β의 추정값이 "
        f"{plain(slope)}일 때, λ의 값은? ({rounding(1)})",
        data=_table(line, x_name, y_name),
        key=compute(penalty_of_slope, x=x, y=y, slope=slope),
        decimals=1,
        why="β = Sxy/(Sxx + λ)를 λ에 대하여 풀면 λ = Sxy/β − Sxx이다.",
        wrongs=within(wrongs, 0, 20 * penalty),
        steps=[
            "β = Sxy/(Sxx + λ)이므로 λ = Sxy/β − Sxx",
            *_sums(line),
            f"Sxy/β = {sxy}/{plain(slope)} = {plain(sxx + penalty)}",
            f"λ = {plain(sxx + penalty)} − {sxx} = {signed(penalty, 1)}",
        ],
    )


@template("regression.penalty", "soft_threshold", "직교 설계에서 라쏘의 추정값")
def soft_threshold(draw: Draw) -> Draft:
    """A lasso estimate from the least-squares one, where the variables are orthonormal."""
    step, size, decimals = (0.05, 5, 3) if draw.is_extended else (0.1, 4, 2)
    penalty = draw.multiple(0.2, 1.4, step)
    estimates = [draw.pick([-1, 1]) * draw.multiple(0.2, 4, step) for _ in range(size)]
    at = draw.integer(0, size - 1)
    own, height = estimates[at], abs(estimates[at])
    sign = 1 if own > 0 else -1
    draw.require(height > penalty != 1)
    result = sign * (height - penalty)
    names = [f"β{digit}" for digit in "₁₂₃₄₅"[:size]]
    return Draft(
        stem=f"{draw.pick(_GOALS)} 예측에서 설명변수가 서로 직교하고 길이가 모두 1이며, 최소제곱 추정값은 다음과 같다. "
        f"목적함수 ½Σ(y − ŷ)² + λΣ|β|를 가장 작게 하는 라쏘에서 λ = {plain(penalty)}일 때, {names[at]}의 추정값은? ({rounding(decimals)})",
        data=Table(columns=("추정", *names), rows=(("최소제곱", *estimates),)),
        key=compute(lasso_coefficient, estimates=estimates, penalty=penalty, position=at),
        decimals=decimals,
        why="직교 설계의 라쏘는 최소제곱 추정값을 0 쪽으로 λ만큼 당기고, 크기가 λ 이하이면 0으로 만든다.",
        wrongs=[
            Wrong(own / (1 + penalty), "1 + λ로 나누었습니다. 이는 릿지가 줄이는 방식입니다."),
            Wrong(sign * (height + penalty), "0에서 멀어지는 쪽으로 λ만큼 옮겼습니다. 라쏘는 0 쪽으로 당깁니다."),
            Wrong(own * (1 - penalty), "λ의 비율만큼 줄였습니다. 라쏘는 일정한 크기 λ만큼 당깁니다."),
            Wrong(own, "크기가 λ를 넘으면 그대로 둔다고 보았습니다. 넘어도 λ만큼 줄어듭니다."),
            Wrong(sign * (height - penalty / 2), "λ/2만큼 당겼습니다. 이는 제곱합에 ½이 없는 목적함수의 식입니다."),
            Wrong(sign * (height - 2 * penalty), "2λ만큼 당겼습니다. 목적함수의 ½을 거꾸로 셈했습니다."),
            Wrong(-result, "크기는 줄였지만 부호를 뒤집었습니다."),
            Wrong(own * penalty, "λ를 곱했습니다. λ는 빼는 크기입니다."),
        ],
        steps=[
            "라쏘 추정값 = 부호(β)·max(|β| − λ, 0)",
            f"|{plain(own)}| − {plain(penalty)} = {plain(height - penalty)} > 0",
            f"부호가 {'양' if sign > 0 else '음'}이므로 {signed(result, decimals)}",
        ],
    )


@template("regression.penalty", "weight_decay", "가중치 감쇠를 둔 한 번의 갱신")
def weight_decay(draw: Draw) -> Draft:
    """One step of gradient descent with an L2 penalty."""
    size, decimals = (4, 4) if draw.is_extended else (3, 3)
    rates, decays = ((0.05, 0.15, 0.3), (0.15, 0.25, 0.35)) if draw.is_extended else ((0.1, 0.2, 0.5), (0.1, 0.2, 0.5))
    rate, decay = draw.pick(rates), draw.pick(decays)
    weights = [draw.pick([-1, 1]) * draw.multiple(0.5, 4, 0.5) for _ in range(size)]
    gradients = [draw.pick([-1, 1]) * draw.multiple(0.2, 2, 0.2) for _ in range(size)]
    at, names = draw.integer(0, size - 1), [f"w{digit}" for digit in "₁₂₃₄"[:size]]
    w, g, sign = weights[at], gradients[at], 1 if weights[at] > 0 else -1
    result = w - rate * (g + decay * w)
    return Draft(
        stem=f"{draw.pick(_GOALS)} 예측 모형의 손실에 벌점 (λ/2)Σw²을 더하고 경사하강법으로 줄인다. 가중치와, 벌점을 더하기 전 손실의 "
        f"기울기가 다음과 같을 때 학습률 η = {plain(rate)}, λ = {plain(decay)}로 한 번 갱신한 {names[at]}의 값은? ({rounding(decimals)})",
        data=Table(columns=("구분", *names), rows=(("가중치", *weights), ("기울기", *gradients))),
        key=compute(decayed_weight, weights=weights, gradients=gradients, rate=rate, decay=decay, position=at),
        decimals=decimals,
        why="벌점의 기울기 λw를 손실의 기울기에 더한 뒤 학습률을 곱해 가중치에서 뺀다.",
        wrongs=[
            Wrong(w - rate * g, "벌점의 기울기를 더하지 않았습니다."),
            Wrong(w - rate * g - decay * w, "λw에 학습률을 곱하지 않았습니다."),
            Wrong(w - rate * (g - decay * w), "벌점의 기울기를 뺐습니다. 그러면 가중치가 커집니다."),
            Wrong(w + rate * (g + decay * w), "기울기의 방향으로 옮겼습니다. 손실을 줄이려면 뺍니다."),
            Wrong(w - rate * (g + 2 * decay * w), "벌점의 ½을 보지 않고 2λw로 미분했습니다."),
            Wrong(w - rate * (g + decay * sign), "벌점을 λ|w|로 보고 미분했습니다. 이는 L1 벌점입니다."),
            Wrong(w - (g + decay * w), "학습률을 곱하지 않았습니다."),
            Wrong(w - rate * (g + decay * w * w / 2), "벌점을 미분하지 않고 값을 그대로 더했습니다."),
        ],
        steps=[
            "w ← w − η(g + λw)",
            f"λw = {plain(decay)}·{inside(w)} = {plain(decay * w)}",
            f"g + λw = {plain(g)} + {inside(decay * w)} = {plain(g + decay * w)}",
            f"w = {plain(w)} − {plain(rate)}·{inside(g + decay * w)} = {signed(result, decimals)}",
        ],
    )
